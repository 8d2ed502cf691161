"""What is written to models/, and that it can be read back and learn on."""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from annotator_training.__main__ import base_model, run_fine_tuning
from annotator_training.examples import example
from annotator_training.export import export, session
from annotator_training.labels import LABELS, TYPES
from annotator_training.model import NewsModel, with_base_weights
from annotator_training.passage import Mark, Passage
from annotator_training.pieces import Encoder
from annotator_training.predict import Predictor
from annotator_training.restore import restored

TEXT = 'Harbourmaster Ana Tervo said the ferry to Riga was late.'


@pytest.fixture(scope='module')
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp('models')
    torch.manual_seed(1)
    encoder = Encoder(str(base_model() / 'tokenizer.json'))
    passage = Passage('own', 'd', TEXT, (Mark(14, 23, frozenset(('PERSON',))),), frozenset(TYPES))
    model = with_base_weights(NewsModel(), base_model() / 'model.safetensors').eval()
    export(model, encoder, [example(passage, encoder)], folder, base_model(), lambda _: None)
    return folder


def test_the_folder_is_small_and_its_checksums_are_right(models: Path) -> None:
    labels = json.loads((models / 'labels.json').read_text(encoding='utf-8'))
    assert labels['entityLabels'] == list(LABELS)
    for name, checksum in labels['sha256'].items():
        assert hashlib.sha256((models / name).read_bytes()).hexdigest() == checksum
    assert sum(file.stat().st_size for file in models.iterdir()) < 25e6


def test_the_small_model_says_about_what_its_weights_say(models: Path) -> None:
    network = restored(models).eval()
    pieces = Encoder(str(models / 'tokenizer.json')).encode(TEXT)
    small = session(models / 'news.onnx').run(['entities'], {'pieces': pieces.ids[None], 'shapes': pieces.shapes[None]})[0][0]
    with torch.inference_mode():
        exact = network(torch.from_numpy(pieces.ids)[None], torch.from_numpy(pieces.shapes)[None])[0][0].numpy()
    assert np.corrcoef(small.ravel(), exact.ravel())[0, 1] > 0.99


def test_a_foreign_model_is_refused(models: Path, tmp_path: Path) -> None:
    import onnx

    model = onnx.load(str(models / 'news.onnx'))
    del model.graph.initializer[:3]
    onnx.save(model, str(tmp_path / 'news.onnx'))
    (tmp_path / 'labels.json').write_bytes((models / 'labels.json').read_bytes())
    with pytest.raises(ValueError, match='not a model of ours'):
        restored(tmp_path)


def test_fine_tuning_learns_a_codebook_of_its_own(models: Path, tmp_path: Path) -> None:
    # In this codebook the names of ferries are products, which no other corpus says.
    ships = ('Aurora', 'Helge', 'Maren', 'Nordvik', 'Sirena', 'Tarn', 'Ulla', 'Vega', 'Wilma', 'Ymir')
    lines = []
    for ship in ships:
        lines += ['-DOCSTART-', 'The O', 'ferry O', f'{ship} B-PRODUCT', 'left O', 'Riga B-GPE', '. O', '']
    own = tmp_path / 'own.conll'
    own.write_text('\n'.join(lines), encoding='utf-8')
    options = argparse.Namespace(own=[own], start=models, models=tmp_path / 'tuned', work=tmp_path / 'work', seed=1, threads=2, epochs=40)
    options.work.mkdir()
    run_fine_tuning(options, lambda _: None)
    text = 'The ferry Lumi left Riga.'
    found = Predictor(tmp_path / 'tuned').predict(text)['entities']
    assert [(text[e['start']:e['end']], e['type']) for e in found] == [('Lumi', 'PRODUCT'), ('Riga', 'GPE')]
