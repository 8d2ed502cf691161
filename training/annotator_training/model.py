"""The network: MiniLM's encoder with an embedding of word shapes, a layer for entities, and layers for claims."""
from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from safetensors import safe_open
from torch import Tensor, nn
from torch.nn import functional as F

from .examples import ROLES
from .labels import LABELS
from .pieces import SHAPES

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
#: Numbers by which a role's score of a word for a cue is a scaled dot product.
ROLE_WIDTH = 64
#: Bounds, in words, of the buckets of signed distance from cue to word.
DISTANCE_BUCKETS = (-64, -32, -16, -8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 6, 9, 17, 33, 65)

#: Scores of entities and of cues, vectors of each piece in a role and as a cue that asks for one; each batch × pieces × n.
Outputs = tuple[Tensor, Tensor, Tensor, Tensor]


class Layer(nn.Module):
    """`inner`: numbers between the two halves of its feed-forward part."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None, dropout: float) -> Tensor:
        batch, length, _ = x.shape
        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        if mask is None and not self.training:
            # Written out, so that the exported graph holds plain operators.
            scores = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2) / (WIDTH // HEADS) ** 0.5
            attended = scores.softmax(-1) @ split(self.value(x))
        else:
            attended = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        attended = self.output(attended.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm(x + F.dropout(attended, dropout, self.training))
        return self.last_norm(x + F.dropout(self.narrow(F.gelu(self.widen(x))), dropout, self.training))


class NewsModel(nn.Module):
    """Scores per piece; those of a word's first piece are the word's."""

    def __init__(self, dropout: float = 0.1, inner: int = INNER) -> None:
        super().__init__()
        self.dropout, self.inner = dropout, inner
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(LAYERS))
        self.entities = nn.Linear(WIDTH, len(LABELS))
        self.cues = nn.Linear(WIDTH, 3)
        self.token_roles = nn.Linear(WIDTH, len(ROLES) * ROLE_WIDTH)
        self.cue_roles = nn.Linear(WIDTH, len(ROLES) * ROLE_WIDTH)
        self.role_distance = nn.Parameter(torch.zeros(len(ROLES), len(DISTANCE_BUCKETS) + 1))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Outputs:
        """`mask` (batch × length, bool) is false at padding; without it nothing is padded."""
        return self.read_off(self.states(pieces, shapes, mask)[-1])

    def states(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """What each layer makes of each piece (batch × length × WIDTH)."""
        x = self.words(pieces) + self.shapes(shapes) + self.positions(torch.arange(pieces.shape[1], device=pieces.device)) + self.kind
        x = F.dropout(self.norm(x), self.dropout, self.training)
        attention = None if mask is None else mask[:, None, None, :]
        states = []
        for layer in self.layers:
            x = layer(x, attention, self.dropout)
            states.append(x)
        return states

    def read_off(self, x: Tensor) -> Outputs:
        return self.entities(x), self.cues(x), self.token_roles(x), self.cue_roles(x)

    def freeze_words(self) -> None:
        """Word embeddings stay as they came: faster, and names never seen in training keep their place."""
        self.words.weight.requires_grad_(False)


def bucket(distance: np.ndarray) -> np.ndarray:
    """Bucket of each signed distance in words (word minus cue): how many bounds are at most that distance."""
    return np.searchsorted(np.array(DISTANCE_BUCKETS), distance, side='right')


def with_base_weights(model: NewsModel, safetensors: Path) -> NewsModel:
    """Takes over the encoder of all-MiniLM-L6-v2 (a BERT of 6 layers); the new parts stay as they are."""
    names = {'words.weight': 'embeddings.word_embeddings.weight', 'positions.weight': 'embeddings.position_embeddings.weight',
             'norm.weight': 'embeddings.LayerNorm.weight', 'norm.bias': 'embeddings.LayerNorm.bias'}
    parts = {'query': 'attention.self.query', 'key': 'attention.self.key', 'value': 'attention.self.value', 'output': 'attention.output.dense',
             'norm': 'attention.output.LayerNorm', 'widen': 'intermediate.dense', 'narrow': 'output.dense', 'last_norm': 'output.LayerNorm'}
    for layer in range(LAYERS):
        for ours, theirs in parts.items():
            for kind in ('weight', 'bias'):
                names[f'layers.{layer}.{ours}.{kind}'] = f'encoder.layer.{layer}.{theirs}.{kind}'
    with safe_open(str(safetensors), 'pt') as file:
        state = {ours: file.get_tensor(theirs) for ours, theirs in names.items()}
        state['kind'] = file.get_tensor('embeddings.token_type_embeddings.weight')[0]
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or any(name.startswith(('layers', 'words')) for name in missing):
        raise ValueError(f'{safetensors} is not the base model: {missing} {unexpected}')
    return model
