"""Labels that the model gives to articles without marks, where it is sure; elsewhere nothing is said."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from .decode import mentions, score
from .examples import Example
from .labels import LABELS, OUTSIDE, begin, inside
from .model import NewsModel
from .passage import Passage
from .pieces import Encoder

#: Probability from which a label is taken for true.
SURE = 0.9


def self_labelled(model: NewsModel, encoder: Encoder, passages: list[Passage], log: Callable[[str], None]) -> tuple[Example, ...]:
    """
    One example a passage; words below SURE may have any label.

    A name that the model decides on several times in one article in two ways is left open wherever it stands there.
    """
    model.eval()
    made: list[tuple[Passage, Example, list[tuple[int, int, str, float]]]] = []
    votes: dict[tuple[str, str], set[str]] = {}
    for place, passage in enumerate(passages):
        scores = score(model, encoder, passage.text)
        found = mentions(scores)
        labels = np.full(len(scores.pieces.words), OUTSIDE)
        for first, after, kind, _ in found:
            labels[first], labels[first + 1:after] = begin(kind), inside(kind)
            votes.setdefault((passage.document, _name(passage, scores.pieces.words, first, after)), set()).add(kind)
        probability = np.exp(scores.entities[np.arange(len(labels)), labels]) if len(labels) else np.zeros(0)
        allowed = np.ones((len(labels), len(LABELS)), dtype=bool)
        for w in np.flatnonzero(probability > SURE):
            allowed[w] = False
            allowed[w, labels[w]] = True
        made.append((passage, Example(scores.pieces, allowed, None, (), 'unmarked'), found))
        if place % 500 == 499:
            log(f'self-labels: {place + 1} of {len(passages)} paragraphs')
    for passage, labelled, found in made:
        for first, after, _, _ in found:
            if len(votes[passage.document, _name(passage, labelled.pieces.words, first, after)]) > 1:
                labelled.allowed[first:after] = True
    return tuple(labelled for _, labelled, _ in made)


def _name(passage: Passage, words: list[tuple[int, int]], first: int, after: int) -> str:
    return passage.text[words[first][0]:words[after - 1][1]]


def kept(file: Path, encoder: Encoder, passages: list[Passage], make: Callable[[], tuple[Example, ...]]) -> tuple[Example, ...]:
    """The labels that `file` holds for these passages; where there is none, those that `make` gives, which are written there."""
    if not file.exists():
        made = make()
        np.savez_compressed(file, widths=[len(m.allowed) for m in made], allowed=np.concatenate([m.allowed for m in made]))
        return made
    with np.load(file) as saved:
        widths, allowed = saved['widths'], saved['allowed']
    pieces = [encoder.encode(p.text) for p in passages]
    if [len(p.words) for p in pieces] != widths.tolist():
        raise ValueError(f'{file} was made for other passages: delete it')
    return tuple(Example(p, a, None, (), 'unmarked') for p, a in zip(pieces, np.split(allowed, np.cumsum(widths)[:-1]), strict=True))
