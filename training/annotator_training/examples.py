"""Passage → what the losses need: the labels each word may have, the cue tags, the words of each claim's source and content."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .labels import allowed_inside, allowed_outside
from .narrowing import known
from .passage import Passage, Span
from .pieces import Encoder, Pieces

#: Tags of cues.
CUE_OUTSIDE, CUE_BEGIN, CUE_INSIDE = range(3)
ROLES = ('source', 'content')


@dataclass(frozen=True)
class Example:
    """
    `allowed` (words × 37, bool): labels of entities; all of them where the corpus says nothing.
    `cues` (words): tags, or None where the corpus marks no claims.
    `claims`: (first word of the cue, words × 2 bool: in the source, in the content).
    """

    pieces: Pieces
    allowed: np.ndarray
    cues: np.ndarray | None
    claims: tuple[tuple[int, np.ndarray], ...]
    corpus: str


def _words_of(words: list[Span], start: int, end: int) -> range:
    inside = [w for w, (s, e) in enumerate(words) if s < end and e > start]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def example(passage: Passage, encoder: Encoder) -> Example:
    pieces = encoder.encode(passage.text)
    words = pieces.words
    allowed = np.tile(allowed_outside(passage.complete), (len(words), 1))
    if 'NORP' not in passage.complete:
        for w, (start, end) in enumerate(words):
            if known().get(passage.text[start:end]) == 'NORP':
                allowed[w] = allowed_inside(('NORP', 'LANGUAGE'), first=True)
    for start, end in passage.blind:
        for w in _words_of(words, start, end):
            allowed[w] = True
    for mark in passage.marks:
        for place, w in enumerate(_words_of(words, mark.start, mark.end)):
            allowed[w] = allowed_inside(mark.types, place == 0)
    cues = None
    claims: list[tuple[int, np.ndarray]] = []
    if passage.claims is not None:
        cues = np.zeros(len(words), dtype=np.int64)
        for claim in passage.claims:
            cue = _words_of(words, *claim.cue)
            if not cue:
                continue
            cues[cue.start] = CUE_BEGIN
            cues[cue.start + 1:cue.stop] = CUE_INSIDE
            roles = np.zeros((len(words), len(ROLES)), dtype=bool)
            for place, spans in enumerate((claim.source, claim.content)):
                for span in spans:
                    roles[list(_words_of(words, *span)), place] = True
            claims.append((cue.start, roles))
    return Example(pieces, allowed, cues, tuple(claims), passage.corpus)


def is_informative(made: Example) -> bool:
    """Whether anything can be learnt from the example."""
    return len(made.pieces.words) > 0 and bool((~made.allowed).any())

