"""
Other names in the same sentences: a model that has seen only American and British names learns their look, not their place.

A person is replaced by a person of any region, a place by a place, an organisation by an organisation; one name gets one
replacement throughout a passage, and a surname that stands alone follows its full name.
"""
from __future__ import annotations

import random
from functools import cache

from .narrowing import LISTS, listed_forms
from .passage import Claim, Mark, Passage, Span


@cache
def _regions(file: str) -> tuple[tuple[str, ...], ...]:
    """Names by region: a group begins at each comment of the list."""
    groups: list[list[str]] = [[]]
    for line in (LISTS / file).read_text(encoding='utf-8').splitlines():
        if line.startswith('#'):
            groups.append([])
        else:
            groups[-1] += [name for name in line.split() if name[0].isalpha()]
    return tuple(tuple(group) for group in groups if len(group) > 20)


@cache
def _listed(kind: str, files: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for listed, form in listed_forms(*files) if listed == kind)


def _person(words: int, chance: random.Random) -> str:
    given = chance.choice(_regions('given-names.txt'))
    family = chance.choice(_regions('surnames.txt'))
    names = [chance.choice(given)] if words > 1 else []
    if words > 2 and chance.random() < 0.5:
        names.append(chance.choice(given))
    return ' '.join([*names, chance.choice(family)])


_ORGANISATIONS = ('companies', 'orgs-government', 'orgs-international', 'media', 'groups', 'universities', 'sport')


def with_other_names(passage: Passage, chance: random.Random, pool: dict[str, tuple[str, ...]]) -> Passage:
    """`pool`: names of each type that stand in other passages of the corpora; the lists give the rest."""
    chosen: dict[str, str] = {}

    def other(name: str, kind: str) -> str:
        if name in chosen:
            return chosen[name]
        if kind == 'PERSON':
            full = next((known for known in chosen if known.endswith(f' {name}')), None)
            new = chosen[full].split()[-1] if full else _person(len(name.split()), chance)
        else:
            lists = _listed('GPE', ('cities', 'regions')) if kind == 'GPE' else _listed('ORG', _ORGANISATIONS)
            source = pool.get(kind, ()) if chance.random() < 0.4 and pool.get(kind) else lists
            new = chance.choice(source)
        chosen[name] = new
        return new

    pieces: list[str] = []
    moves: list[tuple[int, int, int]] = []
    at = length = 0
    for mark in sorted(passage.marks, key=lambda m: m.start):
        kind = next(iter(mark.types)) if len(mark.types) == 1 else ''
        if mark.start < at or kind not in ('PERSON', 'GPE', 'ORG') or chance.random() < 0.3:
            continue
        name = passage.text[mark.start:mark.end]
        new = other(name, kind)
        pieces += [passage.text[at:mark.start], new]
        length += mark.start - at + len(new)
        moves.append((mark.start, mark.end, length))
        at = mark.end
    text = ''.join([*pieces, passage.text[at:]])

    def moved(offset: int, is_end: bool) -> int:
        shift = 0
        for start, end, new_end in moves:
            if offset >= end:
                shift = new_end - end
            elif offset > start:
                # Inside a replaced name: its nearer edge.
                return new_end if is_end else start + shift
            else:
                break
        return offset + shift

    def span(s: Span) -> Span:
        return moved(s[0], False), moved(s[1], True)

    return Passage(
        passage.corpus, passage.document, text,
        tuple(Mark(*span((m.start, m.end)), m.types) for m in passage.marks),
        passage.complete,
        tuple(span(s) for s in passage.blind),
        None if passage.claims is None else tuple(
            Claim(tuple(map(span, c.source)), span(c.cue), tuple(map(span, c.content))) for c in passage.claims),
    )


def in_capitals(passage: Passage) -> Passage:
    """The passage as a headline in capitals; unchanged where a letter's capital is longer than itself."""
    upper = passage.text.upper()
    return passage if len(upper) != len(passage.text) else Passage(
        passage.corpus, passage.document, upper, passage.marks, passage.complete, passage.blind, passage.claims)
