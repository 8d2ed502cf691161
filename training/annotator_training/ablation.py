"""
What each ingredient brings: `python3 training/run.py ablate --work FOLDER` trains small models (a quarter of the documents in
batches of 512 pieces, one broad and three news epochs) with everything and with one ingredient less, and prints a table of their scores on the development
sets, the model alone. Each row is kept in FOLDER, so a run that was stopped goes on. The sets measure only: nothing is trained on them.
"""
from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = ('--share', '0.25', '--pieces', '512', '--broad-epochs', '1', '--news-epochs', '3', '--news-runs', '1')
ROWS: dict[str, tuple[str, ...]] = {
    'everything': (),
    'no broad stage': ('--without', 'broad'),
    'no news stage': ('--without', 'news'),
    'no partial labels': ('--without', 'partial-labels'),
    'no shapes': ('--without', 'shapes'),
    'no other names': ('--without', 'other-names'),
    'no self-labels': ('--without', 'self-labels'),
    'no EWT': ('--without', 'uner-ewt'),
    'no GUM': ('--without', 'gum'),
    'no WikiGold, no CrossNER': ('--without', 'wikigold', 'crossner'),
    'no re3d': ('--without', 're3d'),
    'everything, another seed': ('--seed', '8'),
    'everything, a third seed': ('--seed', '9'),
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
    parser.add_argument('--work', type=Path, default=ROOT / 'training' / 'work' / 'ablation')
    parser.add_argument('--shared', type=Path, default=ROOT.parent / 'shared')
    parser.add_argument('--threads', default='2')
    options = parser.parse_args()
    print('| | ' + ' | '.join(heading for heading, *_ in COLUMNS) + ' |')
    print('|---' * (len(COLUMNS) + 1) + '|')
    for name, arguments in ROWS.items():
        scores = _row(name, arguments, options)
        print(f'| {name} | ' + ' | '.join(f'{score:.1f}' for score in scores) + ' |', flush=True)


def _row(name: str, arguments: tuple[str, ...], options: argparse.Namespace) -> list[float]:
    folder = options.work / name.replace(',', '').replace(' ', '-')
    kept = folder / 'scores.json'
    if not kept.exists():
        models = folder / 'models'
        if not (models / 'labels.json').exists():
            _run('annotator_training', 'train', *SMALL, *arguments, '--threads', options.threads, '--work', str(folder), '--models', str(models))
        kept.write_text(json.dumps([_score(models, folder, options.shared, *column[1:]) for column in COLUMNS]), encoding='utf-8')
        for checkpoint in folder.glob('*.pt'):
            checkpoint.unlink()
    return json.loads(kept.read_text(encoding='utf-8'))


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
