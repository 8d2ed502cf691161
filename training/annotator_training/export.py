"""Weights → models/: temperatures, int8 ONNX, tokenizer, labels; and what int8 changed."""
from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch.nn import functional as F

from .batches import batch_of
from .examples import ROLES, Example
from .labels import LABELS
from .losses import at_words, entity_loss, role_scores
from .model import DISTANCE_BUCKETS, ROLE_WIDTH, NewsModel
from .pieces import MAX_PIECES, Encoder

_OUTPUTS = ('entities', 'cues', 'token_roles', 'cue_roles')


def export(model: NewsModel, encoder: Encoder, held_out: list[Example], models: Path, base: Path, log: Callable[[str], None]) -> dict[str, float]:
    """
    Writes news.onnx, tokenizer.json (from the folder `base`) and labels.json.

    `held_out` calibrates the confidences. Answers the temperatures and the part of labels that int8 keeps.
    """
    held_out = [e for e in held_out if e.pieces.words]
    temperatures = _temperatures(model, held_out)
    log(f'temperatures {json.dumps(temperatures)}')
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / 'exact.onnx'
        _to_onnx(model, exact)
        # Seven bits of a weight: without saturation processors of all kinds, and WebAssembly, give the same sums.
        quantize_dynamic(exact, models / 'news.onnx', weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=['MatMul', 'Gather'])
        kept = _agreement(exact, models / 'news.onnx', held_out)
    log(f'int8 keeps {kept:.4f} of the labels of {len(held_out)} held-out paragraphs')
    shutil.copyfile(base / 'tokenizer.json', models / 'tokenizer.json')
    labels = {
        'version': date.today().isoformat(),
        'maxPieces': MAX_PIECES,
        'entityLabels': list(LABELS),
        **temperatures,
        'roles': list(ROLES),
        'roleWidth': ROLE_WIDTH,
        'distanceBuckets': list(DISTANCE_BUCKETS),
        'roleDistance': [[round(float(v), 6) for v in row] for row in model.role_distance.detach()],
        'sha256': {name: hashlib.sha256((models / name).read_bytes()).hexdigest() for name in ('news.onnx', 'tokenizer.json')},
    }
    (models / 'labels.json').write_text(json.dumps(labels, indent=2) + '\n', encoding='utf-8')
    return {**temperatures, 'int8Agreement': kept}


def _to_onnx(model: NewsModel, file: Path) -> None:
    sample = torch.ones(1, 12, dtype=torch.long)
    names = ('pieces', 'shapes', *_OUTPUTS)
    with warnings.catch_warnings():
        # The older of torch's two exporters needs no further packages, and torch is pinned.
        warnings.simplefilter('ignore', DeprecationWarning)
        torch.onnx.export(model, (sample, sample), str(file), input_names=['pieces', 'shapes'], output_names=list(_OUTPUTS),
                          dynamic_axes={name: {1: 'length'} for name in names}, opset_version=17, dynamo=False)
    onnx.checker.check_model(str(file))


def _temperatures(model: NewsModel, held_out: list[Example]) -> dict[str, float]:
    """The temperature of each kind of score that makes the held-out labels likeliest."""
    entities, cues, roles = [], [], []
    with torch.inference_mode():
        for made in held_out:
            batch = batch_of([made])
            e, c, token_roles, cue_roles = model(batch.ids, batch.shapes)
            entities.append((at_words(e, batch.first)[0], batch.allowed[0]))
            if made.cues is not None:
                cues.append((at_words(c, batch.first)[0], batch.cues[0]))
            if len(batch.claim_row):
                roles.append((role_scores(token_roles, cue_roles, batch, model.role_distance).flatten(), batch.claim_roles.flatten().float()))
    e, allowed = (torch.cat([x[i] for x in entities]) for i in (0, 1))
    everything = torch.ones(len(e), dtype=torch.bool)
    grid = [round(float(t), 2) for t in np.arange(0.6, 3.01, 0.05)]
    found = {'entityTemperature': min(grid, key=lambda t: float(entity_loss(e / t, allowed, everything))), 'cueTemperature': 1.0, 'roleTemperature': 1.0}
    if cues and roles:
        c, tags = (torch.cat([x[i] for x in cues]) for i in (0, 1))
        r, truth = (torch.cat([x[i] for x in roles]) for i in (0, 1))
        found['cueTemperature'] = min(grid, key=lambda t: float(F.cross_entropy(c / t, tags)))
        found['roleTemperature'] = min(grid, key=lambda t: float(F.binary_cross_entropy_with_logits(r / t, truth)))
    return found


def session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(file), options, providers=['CPUExecutionProvider'])


def _agreement(exact: Path, small: Path, held_out: list[Example]) -> float:
    sessions = (session(exact), session(small))
    same = count = 0
    for made in held_out:
        inputs = {'pieces': made.pieces.ids[None], 'shapes': made.pieces.shapes[None]}
        first, second = (s.run(['entities'], inputs)[0][0][made.pieces.first].argmax(-1) for s in sessions)
        same += int((first == second).sum())
        count += len(first)
    return same / max(count, 1)
