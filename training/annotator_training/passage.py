"""What every reader of a corpus gives: a passage of text with what is known of its mentions and claims."""
from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]
"""Half-open, in code points of the passage's text."""


@dataclass(frozen=True)
class Mark:
    """A mention whose type is one of `types`."""

    start: int
    end: int
    types: frozenset[str]


@dataclass(frozen=True)
class Claim:
    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Passage:
    """
    A run of text, a paragraph or some sentences of one document.

    `complete` are the types that the corpus marks wherever they stand: an unmarked word is none of them.
    `blind` are spans of which the corpus says nothing that we can use: they cost no loss.
    `claims` is None where the corpus does not mark claims.
    """

    corpus: str
    document: str
    text: str
    marks: tuple[Mark, ...] = ()
    complete: frozenset[str] = frozenset()
    blind: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] | None = None


@dataclass
class TextBuilder:
    """Puts a text together from tokens and remembers where each stands."""

    text: str = ''
    spans: list[Span] = field(default_factory=list)

    def add(self, token: str, space_before: bool) -> None:
        if space_before and self.text:
            self.text += ' '
        self.spans.append((len(self.text), len(self.text) + len(token)))
        self.text += token


#: Marks that cling to the word before or after them: corpora of bare tokens do not say where spaces stood.
_NO_SPACE_BEFORE = frozenset('.,;:!?)]}%’\'”')
_NO_SPACE_AFTER = frozenset('([{$£€“‘#@')
_CLITICS = frozenset(("'s", "’s", "'m", "'re", "'ve", "'ll", "'d", "n't", "n’t", "s'"))


def detokenised(tokens: list[str]) -> TextBuilder:
    """The likely text of bare tokens: spaces as English sets them, straight double quotes by turns opening and closing."""
    built = TextBuilder()
    open_quote = False
    glue = False
    for token in tokens:
        token = {'``': '"', "''": '"', '-LRB-': '(', '-RRB-': ')'}.get(token, token)
        space = not glue and token not in _NO_SPACE_BEFORE and token not in _CLITICS
        glue = token in _NO_SPACE_AFTER
        if token == '"':
            space = not open_quote and not glue
            glue = not open_quote
            open_quote = not open_quote
        if token in ('-', '–') or (token == '/' and built.text):
            space, glue = False, True
        built.add(token, space)
    return built
