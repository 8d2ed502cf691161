"""One reader a corpus. Each yields passages and says by `complete` what its unmarked words are not."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ..passage import Passage
from . import conll, gum, re3d, wikinews

#: Corpus → (reader, folder or file below the training data).
READERS: dict[str, tuple[Callable[[Path], Iterator[Passage]], str]] = {
    'wikinews': (wikinews.read_marked, 'wikinews/marked.jsonl'),
    'uner-ewt': (conll.read_uner, 'uner-ewt'),
    'wikigold': (conll.read_wikigold, 'wikigold/CONLL-format/data/wikigold.conll.txt'),
    'crossner': (conll.read_crossner, 'crossner-politics'),
    're3d': (re3d.read, 're3d'),
    'gum': (gum.read, 'gum'),
}


def read_all(data: Path, names: tuple[str, ...] = tuple(READERS)) -> list[Passage]:
    """
    All passages of the corpora.

    Raises ValueError for a folder that holds data to measure with: nothing of it may train anything.
    """
    check_is_for_training(data)
    return [passage for name in names for passage in READERS[name][0](data / READERS[name][1])]


def check_is_for_training(path: Path) -> None:
    """Raises ValueError where a part of the resolved path is named `dev` or `test`."""
    resolved = path.resolve()
    if {"dev", "test"} & set(resolved.parts):
        raise ValueError(f'{resolved} holds data to measure with; it may not train anything.')
