"""models/ → weights: an int8 model as a network that can learn on. What int8 rounded off stays off."""
from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .model import INNER, NewsModel


def restored(models: Path) -> NewsModel:
    """
    The network of a model folder. Raises ValueError where news.onnx is not one of ours.

    The quantiser calls the weight of a layer by the node that multiplies with it ("/layers.0/query/MatMul_quant"); biases,
    norms and embeddings keep their names.
    """
    graph = onnx.load(str(models / 'news.onnx')).graph
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state: dict[str, torch.Tensor] = {}
    for name, value in values.items():
        if name.endswith('_quantized') and f"{name.removesuffix('_quantized')}_scale" in values and name.startswith(('words.', 'positions.', 'shapes.')):
            state[name.removesuffix('_quantized')] = torch.from_numpy(_exact(values, name))
        elif value.dtype == np.float32:
            state[name] = torch.from_numpy(value.copy())
    for node in graph.node:
        if node.op_type == 'MatMulInteger' and node.input[1] in values:
            layer = node.name.strip('/').rsplit('/', 1)[0].replace('/', '.')
            state[f'{layer}.weight'] = torch.from_numpy(_exact(values, node.input[1]).T.copy())
    model = NewsModel(inner=len(state['layers.0.widen.bias']) if 'layers.0.widen.bias' in state else INNER)
    labels = json.loads((models / 'labels.json').read_text(encoding='utf-8'))
    state['role_distance'] = torch.tensor(labels['roleDistance'])
    wanted = model.state_dict()
    lacking = [name for name, value in wanted.items() if name not in state or state[name].shape != value.shape]
    if lacking:
        raise ValueError(f"{models / 'news.onnx'} is not a model of ours: it lacks {', '.join(lacking)}")
    model.load_state_dict({name: state[name] for name in wanted})
    return model


def _exact(values: dict[str, np.ndarray], quantized: str) -> np.ndarray:
    """Scale × (integer − zero point), by column where the scale has one a column."""
    name = quantized.removesuffix('_quantized')
    scale, zero = values[f'{name}_scale'].astype(np.float32), values[f'{name}_zero_point'].astype(np.float32)
    return (values[quantized].astype(np.float32) - zero) * scale
