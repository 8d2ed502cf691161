"""Scores → mentions and claims, as server/src/model decodes them."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from .examples import CUE_BEGIN, ROLES
from .labels import LABELS, TYPES, begin, inside, transitions
from .model import ROLE_WIDTH, NewsModel, bucket
from .passage import Span
from .pieces import Encoder, Pieces

_MAY_FOLLOW = np.where(transitions(), 0.0, -1e9)
_MAY_START = np.array([-1e9 if label.startswith('I-') else 0.0 for label in LABELS])
_CUE_FOLLOW = np.array([[0, 0, -1e9], [0, 0, 0], [0, 0, 0]], dtype=float)
_CUE_START = np.array([0, 0, -1e9], dtype=float)


@dataclass(frozen=True)
class Scores:
    """Logarithms of probabilities of the passage's words, and what gives the roles."""

    pieces: Pieces
    entities: np.ndarray
    cues: np.ndarray
    token_roles: np.ndarray
    cue_roles: np.ndarray


def log_softmax(values: np.ndarray) -> np.ndarray:
    shifted = values - values.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))


def viterbi(scores: np.ndarray, start: np.ndarray, follow: np.ndarray) -> list[int]:
    """The best path over words (words × labels)."""
    if not len(scores):
        return []
    best = scores[0] + start
    back = []
    for row in scores[1:]:
        ways = best[:, None] + follow
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def mentions(scores: Scores) -> list[tuple[int, int, str, float]]:
    """Mentions as (first word, word after the last, type, mean probability of its labels)."""
    path = viterbi(scores.entities, _MAY_START, _MAY_FOLLOW)
    found = []
    for kind in TYPES:
        for w, label in enumerate(path):
            if label == begin(kind):
                after = w + 1
                while after < len(path) and path[after] == inside(kind):
                    after += 1
                found.append((w, after, kind, float(np.exp(scores.entities[range(w, after), path[w:after]]).mean())))
    return sorted(found)


@dataclass(frozen=True)
class FoundClaim:
    cue: tuple[int, int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]


def _runs(chosen: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], chosen.astype(int), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def claims(scores: Scores, distance: np.ndarray, threshold: float = 0.5) -> list[FoundClaim]:
    """`distance`: the model's role_distance (2 × buckets)."""
    path = viterbi(scores.cues, _CUE_START, _CUE_FOLLOW)
    found = []
    for w, tag in enumerate(path):
        if tag != CUE_BEGIN:
            continue
        after = w + 1
        while after < len(path) and path[after] == 2:
            after += 1
        tokens = scores.token_roles.reshape(-1, len(ROLES), ROLE_WIDTH)
        cue = scores.cue_roles[w].reshape(len(ROLES), ROLE_WIDTH)
        logits = (tokens * cue).sum(-1) / ROLE_WIDTH ** 0.5 + distance.T[bucket(np.arange(len(path)) - w)]
        chosen = 1 / (1 + np.exp(-logits)) > threshold
        found.append(FoundClaim((w, after), _runs(chosen[:, 0]), _runs(chosen[:, 1])))
    return found


def score(model: NewsModel, encoder: Encoder, text: str) -> Scores:
    """Scores of one passage, alone and without padding."""
    pieces = encoder.encode(text)
    with torch.inference_mode():
        outputs = [o[0].numpy()[pieces.first] for o in model(torch.from_numpy(pieces.ids)[None], torch.from_numpy(pieces.shapes)[None])]
    return Scores(pieces, log_softmax(outputs[0]), log_softmax(outputs[1]), outputs[2], outputs[3])


def spans(pieces: Pieces, runs: list[tuple[int, int]]) -> list[Span]:
    return [(pieces.words[a][0], pieces.words[b - 1][1]) for a, b in runs]
