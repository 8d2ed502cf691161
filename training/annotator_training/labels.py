"""Entity types, their BIO labels, and sets of labels that a token may have."""
from __future__ import annotations

from collections.abc import Iterable

import numpy as np

NAME_TYPES = ('PERSON', 'NORP', 'FAC', 'ORG', 'GPE', 'LOC', 'PRODUCT', 'EVENT', 'WORK_OF_ART', 'LAW', 'LANGUAGE')
VALUE_TYPES = ('DATE', 'TIME', 'PERCENT', 'MONEY', 'QUANTITY', 'ORDINAL', 'CARDINAL')
#: The 18 entity types of OntoNotes, names first.
TYPES = NAME_TYPES + VALUE_TYPES
#: O, then B and I of each type: 37 labels. The order is the model's and is written to labels.json.
LABELS = ('O', *(f'{prefix}-{kind}' for kind in TYPES for prefix in 'BI'))
OUTSIDE = 0

_BEGIN = {kind: 1 + 2 * place for place, kind in enumerate(TYPES)}


def begin(kind: str) -> int:
    """Number of the label B-kind."""
    return _BEGIN[kind]


def inside(kind: str) -> int:
    """Number of the label I-kind."""
    return _BEGIN[kind] + 1


def allowed_inside(kinds: Iterable[str], first: bool) -> np.ndarray:
    """Labels (bool, 37) of a word in a mention of one of the types: B of them for its first word, I for the others."""
    mask = np.zeros(len(LABELS), dtype=bool)
    for kind in kinds:
        mask[begin(kind) if first else inside(kind)] = True
    return mask


def allowed_outside(complete: Iterable[str]) -> np.ndarray:
    """Labels (bool, 37) of a word that a corpus leaves unmarked: O, and all labels of types the corpus does not mark."""
    mask = np.ones(len(LABELS), dtype=bool)
    for kind in complete:
        mask[begin(kind)] = mask[inside(kind)] = False
    return mask


def transitions() -> np.ndarray:
    """Which label may follow which (bool, 37 × 37): I-X only after B-X or I-X."""
    may = np.ones((len(LABELS), len(LABELS)), dtype=bool)
    for kind in TYPES:
        may[:, inside(kind)] = False
        may[begin(kind), inside(kind)] = may[inside(kind), inside(kind)] = True
    return may
