"""The Wikinews articles marked for this project: all 18 types and claims; and those without marks."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from ..labels import TYPES
from ..passage import Claim, Mark, Passage, Span


def read_marked(path: Path) -> Iterator[Passage]:
    """A passage for each paragraph. Of a claim that runs over paragraphs each keeps the parts that stand beside its cue."""
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        try:
            article = json.loads(line)
            yield from _paragraphs(article)
        except (KeyError, TypeError, json.JSONDecodeError) as problem:
            raise ValueError(f'{path}:{number}: {problem!r}') from problem


def read_unmarked(path: Path) -> Iterator[Passage]:
    """The paragraphs of articles without marks."""
    for line in path.read_text(encoding='utf-8').splitlines():
        article = json.loads(line)
        for start, end in _paragraph_spans(article['text']):
            yield Passage('unmarked', article['id'], article['text'][start:end])


def _paragraph_spans(text: str) -> Iterator[Span]:
    for match in re.finditer(r'[^\n]+', text):
        if match[0].strip():
            yield match.span()


def _code_points(text: str) -> list[int]:
    """UTF-16 offset → code point offset."""
    places: list[int] = []
    for index, char in enumerate(text):
        places += [index] * (2 if ord(char) > 0xFFFF else 1)
    return [*places, len(text)]


def _paragraphs(article: dict) -> Iterator[Passage]:
    text = article['text']
    at = _code_points(text)
    marks = [Mark(at[m['start']], at[m['end']], frozenset(m['type'] if isinstance(m['type'], list) else m['type'].split('|'))) for m in article['entities']]
    claims = [{role: [(at[s], at[e]) for s, e in claim[role]] for role in ('source', 'cue', 'content')} for claim in article['claims']]
    for paragraph in _paragraph_spans(text):
        start, end = paragraph
        parts = [{role: _within(paragraph, spans) for role, spans in claim.items()} for claim in claims]
        yield Passage(
            'wikinews', article['id'], text[start:end],
            tuple(Mark(m.start - start, m.end - start, m.types) for m in marks if start <= m.start and m.end <= end),
            frozenset(TYPES),
            claims=tuple(Claim(c['source'], c['cue'][0], c['content']) for c in parts if c['cue']),
        )


def _within(paragraph: Span, spans: list[Span]) -> tuple[Span, ...]:
    """The parts of the spans that lie in the paragraph, counted from its start."""
    start, end = paragraph
    return tuple((max(s, start) - start, min(e, end) - start) for s, e in spans if s < end and e > start)
