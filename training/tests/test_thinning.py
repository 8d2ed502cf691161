"""A model with narrower layers says about what the whole one says, learns the rest from it, and can be written and read."""
from __future__ import annotations

from pathlib import Path

import pytest
import torch

from annotator_training.__main__ import base_model
from annotator_training.batches import Batch, batch_of
from annotator_training.examples import Example, example
from annotator_training.export import export
from annotator_training.model import INNER, NewsModel, with_base_weights
from annotator_training.passage import Passage
from annotator_training.pieces import Encoder
from annotator_training.restore import restored
from annotator_training.teaching import taught_loss_of
from annotator_training.thinning import thinned
from annotator_training.train import Stage, train

TEXTS = ('Harbourmaster Ana Tervo said the ferry to Riga was late.', 'The union denied that the crews had been paid in March.', 'Nobody at Zorbatec, a firm in Tallinn, would speak of the talks.')


@pytest.fixture(scope='module')
def encoder() -> Encoder:
    return Encoder(str(base_model() / 'tokenizer.json'))


@pytest.fixture(scope='module')
def examples(encoder: Encoder) -> list[Example]:
    return [example(Passage('own', 'd', text), encoder) for text in TEXTS]


@pytest.fixture(scope='module')
def whole() -> NewsModel:
    torch.manual_seed(1)
    return with_base_weights(NewsModel(), base_model() / 'model.safetensors').eval()


def _entities(model: NewsModel, batch: Batch) -> torch.Tensor:
    with torch.inference_mode():
        return model.eval()(batch.ids, batch.shapes, batch.mask)[0][batch.mask]


def test_with_all_its_numbers_it_says_the_same(whole: NewsModel, examples: list[Example]) -> None:
    batch = batch_of(examples)
    assert torch.allclose(_entities(thinned(whole, INNER, [batch]), batch), _entities(whole, batch), atol=0.05)


def test_with_a_third_of_them_it_says_about_the_same(whole: NewsModel, examples: list[Example]) -> None:
    batch = batch_of(examples)
    thin = thinned(whole, 512, [batch])
    assert thin.layers[0].widen.out_features == thin.layers[5].narrow.in_features == 512
    ours, theirs = _entities(thin, batch).flatten(), _entities(whole, batch).flatten()
    assert torch.corrcoef(torch.stack([ours, theirs]))[0, 1] > 0.95


def test_it_learns_from_the_whole_one(whole: NewsModel, examples: list[Example], tmp_path: Path) -> None:
    batch = batch_of(examples)
    # Fitted on one sentence alone, of the others it has everything to learn.
    thin = thinned(whole, 64, [batch_of(examples[:1])])
    before = taught_loss_of(thin.eval(), batch, whole)
    train(thin, Stage('thin', 20, 3e-4), lambda _: examples, tmp_path, 1, lambda _: None, lambda model, part: taught_loss_of(model, part, whole))
    after = taught_loss_of(thin.eval(), batch, whole)
    assert after['taught states'] < 0.7 * before['taught states']
    assert after['taught roles'] < before['taught roles']


def test_it_is_written_and_read(whole: NewsModel, examples: list[Example], encoder: Encoder, tmp_path: Path) -> None:
    batch = batch_of(examples)
    thin = thinned(whole, 512, [batch]).eval()
    export(thin, encoder, examples, tmp_path, base_model(), lambda _: None)
    again = restored(tmp_path)
    assert again.inner == 512
    assert torch.corrcoef(torch.stack([_entities(again, batch).flatten(), _entities(thin, batch).flatten()]))[0, 1] > 0.99
