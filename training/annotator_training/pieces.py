"""Text → words, word pieces and shapes: the model's input. server/src/model does the same; a test compares them."""
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from .passage import Span

#: [CLS] and [SEP] included.
MAX_PIECES = 256
SPECIAL, LOWER, TITLE, CAPITALS, MIXED, DIGITS, PUNCTUATION, ONE_CAPITAL = range(8)
SHAPES = 8


def shape(word: str) -> int:
    """What lower-casing hides of a word."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return DIGITS if any(c.isdigit() for c in word) else PUNCTUATION
    if len(letters) != len(word) and any(c.isdigit() for c in word):
        return MIXED
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return LOWER
    if all(upper):
        return ONE_CAPITAL if len(letters) == 1 else CAPITALS
    return TITLE if upper[0] and not any(upper[1:]) else MIXED


@dataclass(frozen=True)
class Pieces:
    """`first[w]` is the index of word w's first piece; `words[w]` its span in the text."""

    ids: np.ndarray
    shapes: np.ndarray
    first: np.ndarray
    words: list[Span]


class Encoder:
    """The tokenizer of the base model, uncased WordPiece; a word is what its pre-tokeniser keeps together."""

    def __init__(self, tokenizer_file: str) -> None:
        self.tokenizer = Tokenizer.from_file(tokenizer_file)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.cls = self.tokenizer.token_to_id('[CLS]')
        self.sep = self.tokenizer.token_to_id('[SEP]')

    def encode(self, text: str) -> Pieces:
        """Pieces of the whole text; what lies beyond MAX_PIECES is left out at a word's edge."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        ids, shapes, first, words = [self.cls], [SPECIAL], [], []
        groups: list[list[int]] = []
        for index, word in enumerate(encoding.word_ids):
            if index and word == encoding.word_ids[index - 1]:
                groups[-1].append(index)
            else:
                groups.append([index])
        for group in groups:
            if len(ids) + len(group) >= MAX_PIECES:
                break
            start, end = encoding.offsets[group[0]][0], encoding.offsets[group[-1]][1]
            kind = shape(text[start:end])
            first.append(len(ids))
            words.append((start, end))
            ids += [encoding.ids[i] for i in group]
            shapes += [kind] * len(group)
        ids.append(self.sep)
        shapes.append(SPECIAL)
        return Pieces(np.array(ids, dtype=np.int64), np.array(shapes, dtype=np.int64), np.array(first, dtype=np.int64), words)
