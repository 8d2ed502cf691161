"""Examples → batches of about equal length, so that little is padded."""
from __future__ import annotations

import random
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor

from .examples import ROLES, Example
from .labels import LABELS
from .model import bucket


@dataclass(frozen=True)
class Batch:
    """
    `first` (batch × words): index of each word's first piece, 0 at padding. `words`: false at padding.
    Claims are flat: `claim_row`, `claim_cue` (word), `claim_roles` (claims × words × 2), `claim_distance` (claims × words).
    """

    ids: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    allowed: Tensor
    cues: Tensor
    claim_row: Tensor
    claim_cue: Tensor
    claim_roles: Tensor
    claim_distance: Tensor

    def to(self, device: torch.device) -> Batch:
        return Batch(*(getattr(self, field.name).to(device) for field in fields(self)))


#: Cue tag of words that cost no loss.
NO_CUE = -100


def batch_of(examples: list[Example]) -> Batch:
    rows, length, width = len(examples), max(len(e.pieces.ids) for e in examples), max(len(e.pieces.words) for e in examples)
    ids, shapes = np.zeros((rows, length), dtype=np.int64), np.zeros((rows, length), dtype=np.int64)
    mask = np.zeros((rows, length), dtype=bool)
    first, words = np.zeros((rows, width), dtype=np.int64), np.zeros((rows, width), dtype=bool)
    allowed = np.ones((rows, width, len(LABELS)), dtype=bool)
    cues = np.full((rows, width), NO_CUE, dtype=np.int64)
    claims: list[tuple[int, int, np.ndarray]] = []
    for row, made in enumerate(examples):
        pieces, count = made.pieces, len(made.pieces.words)
        ids[row, :len(pieces.ids)], shapes[row, :len(pieces.ids)], mask[row, :len(pieces.ids)] = pieces.ids, pieces.shapes, True
        first[row, :count], words[row, :count], allowed[row, :count] = pieces.first, True, made.allowed
        if made.cues is not None:
            cues[row, :count] = made.cues
        claims += [(row, cue, np.pad(roles, ((0, width - count), (0, 0)))) for cue, roles in made.claims]
    distances = [bucket(np.arange(width) - cue) for _, cue, _ in claims]
    return Batch(
        *(torch.from_numpy(a) for a in (ids, shapes, mask, first, words, allowed, cues)),
        torch.tensor([c[0] for c in claims], dtype=torch.long), torch.tensor([c[1] for c in claims], dtype=torch.long),
        torch.from_numpy(np.stack([c[2] for c in claims]) if claims else np.zeros((0, width, len(ROLES)), dtype=bool)),
        torch.from_numpy(np.stack(distances) if distances else np.zeros((0, width), dtype=np.int64)),
    )


def in_batches(examples: list[Example], pieces: int, chance: random.Random) -> list[list[Example]]:
    """Batches of at most `pieces` pieces with their padding, in random order."""
    order = sorted(examples, key=lambda e: len(e.pieces.ids) + chance.random() * 8)
    batches: list[list[Example]] = [[]]
    for made in order:
        longest = max(len(made.pieces.ids), *(len(e.pieces.ids) for e in batches[-1])) if batches[-1] else len(made.pieces.ids)
        if batches[-1] and longest * (len(batches[-1]) + 1) > pieces:
            batches.append([])
        batches[-1].append(made)
    chance.shuffle(batches)
    return batches
