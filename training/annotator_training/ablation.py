"""
What each ingredient brings: `python3 training/run.py ablate` scores models with everything and with one ingredient less, each
alone, on the development sets, and prints a table. It goes on from a finished `train`: the first rows score the stages of that
training itself. The others share its broad stage and train a short news stage each (a quarter of the documents, twice, in batches
of 256 pieces), once for each of `--seeds`, which draw other documents; so what a row leaves out, it leaves out of that stage, and
only "no broad stage" begins with the base model. `--rows short` gives these alone, and needs no more than the broad stage of a
quarter of the data. Each run is kept in a folder of its own, so that one that was stopped goes on. Nothing is trained on these sets.
"""
from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SHORT = ('--share', '0.25', '--pieces', '256', '--news-epochs', '2', '--news-runs', '1')
#: Left out of a row, this leaves the model as wide as it was trained.
_WHOLE = 'thinning'
_BROAD = {'broad.pt': 'broad.pt'}
#: What a row has that only scores news stages which are done.
_DONE = {**_BROAD, 'self-labels.npz': 'self-labels.npz', 'news.pt': 'news.pt'}


@dataclass(frozen=True)
class Row:
    """
    `arguments` of `train`; `without`: what the row leaves out; `taken`: files that it has from the finished training, by the name
    that it gives them. Thinning is left out of all rows but the first, which scores what it comes to.
    """

    arguments: tuple[str, ...]
    without: tuple[str, ...] = (_WHOLE,)
    taken: dict[str, str] = field(default_factory=lambda: _BROAD)

    @property
    def options(self) -> tuple[str, ...]:
        return (*self.arguments, *(('--without', *self.without) if self.without else ()))

    @property
    def draws(self) -> bool:
        """Whether a seed makes a difference: something is trained."""
        return self.arguments == _SHORT and 'news' not in self.without


ROWS: dict[str, Row] = {
    'as shipped: the mean of two news runs of four epochs, thinned': Row((), (), {**_DONE, 'news-2.pt': 'news-2.pt', 'thin.pt': 'thin.pt', 'thin-2.pt': 'thin-2.pt'}),
    'the same, not thinned': Row((), taken={**_DONE, 'news-2.pt': 'news-2.pt'}),
    'the first of the two runs': Row(('--news-runs', '1'), taken=_DONE),
    'the second of them': Row(('--news-runs', '1'), taken={**_DONE, 'news.pt': 'news-2.pt'}),
    'no news stage': Row((), (_WHOLE, 'news')),
    'short, everything': Row(_SHORT),
    'short, no news stage': Row(_SHORT, (_WHOLE, 'news')),
    'short, no broad stage': Row(_SHORT, (_WHOLE, 'broad'), {}),
    'short, no partial labels': Row(_SHORT, (_WHOLE, 'partial-labels')),
    'short, no shapes': Row(_SHORT, (_WHOLE, 'shapes')),
    'short, no replay of the other corpora': Row(_SHORT, (_WHOLE, 'replay')),
    'short, no other names': Row(_SHORT, (_WHOLE, 'other-names')),
    'short, no self-labels': Row(_SHORT, (_WHOLE, 'self-labels')),
}
#: Heading, gold file, flags of the scorer, measure.
COLUMNS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ('worldwide names', 'worldwide', (), 'PER+ORG+LOC'),
    ('worldwide NORP', 'worldwide', (), 'NORP'),
    ('uner-pud names', 'uner-pud', (), 'PER+ORG+LOC'),
    ('wikinews 18 types', 'wikinews', ('--types18',), 'ALL18'),
    ('wikinews claims', 'wikinews', ('--types18',), 'content+source'),
    ('polnear claims', 'polnear', ('--outermost',), 'content+source'),
)


def main() -> None:
    parser = argparse.ArgumentParser(prog='ablate', description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--start', type=Path, default=ROOT / 'training' / 'work', help='the work folder of a finished `train`')
    parser.add_argument('--work', type=Path, default=ROOT / 'training' / 'work' / 'ablation')
    parser.add_argument('--shared', type=Path, default=ROOT.parent / 'shared')
    parser.add_argument('--rows', default='', help='only those whose name begins so')
    parser.add_argument('--seeds', nargs='+', default=['7'], help='of the short stages; the table has the mean, and the least and greatest')
    parser.add_argument('--threads', default='2')
    options = parser.parse_args()
    print('| | ' + ' | '.join(heading for heading, *_ in COLUMNS) + ' |')
    print('|---' * (len(COLUMNS) + 1) + '|')
    for name, row in ROWS.items():
        if name.startswith(options.rows):
            runs = [_scores(name, row, seed, options) for seed in (options.seeds if row.draws else options.seeds[:1])]
            print(f'| {name} | ' + ' | '.join(cell(scores) for scores in zip(*runs, strict=True)) + ' |', flush=True)


def cell(scores: tuple[float, ...]) -> str:
    """The mean of several seeds, with the least and the greatest of them."""
    mean = f'{sum(scores) / len(scores):.1f}'
    return mean if len(scores) == 1 else f'{mean} ({min(scores):.1f}–{max(scores):.1f})'


def _scores(name: str, row: Row, seed: str, options: argparse.Namespace) -> list[float]:
    folder = options.work / f"{name.replace(',', '').replace(':', '').replace(' ', '-')}-{seed}"
    kept = folder / 'scores.json'
    if not kept.exists():
        models = folder / 'models'
        if not (models / 'labels.json').exists():
            take(row, options.start, folder)
            _run('annotator_training', 'train', *row.options, '--seed', seed, '--data', str(options.shared / 'data' / 'train'), '--threads', options.threads,
                 '--work', str(folder), '--models', str(models))
        kept.write_text(json.dumps([_score(models, folder, options.shared, *column[1:]) for column in COLUMNS]), encoding='utf-8')
        for file in (*folder.glob('*.pt'), *folder.glob('*.npz')):
            file.unlink()
    return json.loads(kept.read_text(encoding='utf-8'))


def take(row: Row, start: Path, folder: Path) -> None:
    """Puts what the row has from the finished training into its folder: links, since nothing writes into a checkpoint that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for new, old in row.taken.items():
        if not (start / old).exists():
            raise FileNotFoundError(f'{start / old}: run `train` first, to its end')
        if not (folder / new).exists():
            os.link(start / old, folder / new)


def _score(models: Path, folder: Path, shared: Path, gold_name: str, flags: tuple[str, ...], measure: str) -> float:
    gold = shared / 'data' / 'dev' / f'{gold_name}.jsonl'
    predicted = folder / f'{gold_name}.jsonl'
    if not predicted.exists():
        predicted.write_bytes(_run('annotator_training.predict', str(models), stdin=gold.read_bytes()))
    output = subprocess.run([sys.executable, str(shared / 'tools' / 'score.py'), str(gold), str(predicted), '--json', *flags], check=True, capture_output=True).stdout
    return json.loads(output)[measure]['f1']


def _run(module: str, *arguments: str, stdin: bytes | None = None) -> bytes:
    """What the module prints; its own progress goes to the row's `log.txt`."""
    return subprocess.run([sys.executable, '-m', module, *arguments], check=True, input=stdin, stdout=subprocess.PIPE).stdout


if __name__ == '__main__':
    main()
