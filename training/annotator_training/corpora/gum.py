"""GUM: entities of all nominals. Ours are those whose head is a proper noun, cut to the proper nouns around it."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..narrowing import PLACE, narrowed, without_title
from ..passage import Mark, Passage, Span

_TYPES = {
    'person': frozenset(('PERSON', 'NORP')),
    'place': PLACE,
    'organization': frozenset(('ORG', 'GPE', 'NORP')),
    'event': frozenset(('EVENT',)),
    'object': frozenset(('PRODUCT', 'WORK_OF_ART', 'FAC')),
    'abstract': frozenset(('WORK_OF_ART', 'LAW', 'LANGUAGE', 'EVENT', 'PRODUCT')),
    'animal': frozenset(('PERSON',)),
    'substance': frozenset(('PRODUCT',)),
}
#: Small words that stand inside names.
_LINKS = frozenset(('of', 'the', 'and', 'for', 'de', 'la', 'van', 'von', 'der', '-', '–', "'s", '’s', '&', '.'))


@dataclass
class _Token:
    form: str
    part: str
    head: int
    entity: str
    space_after: bool


def read(folder: Path) -> Iterator[Passage]:
    for file in sorted(folder.glob('GUM_*.conllu')):
        yield from _document(file)


def _document(file: Path) -> Iterator[Passage]:
    paragraph: list[list[_Token]] = []
    sentence: list[_Token] = []
    hidden_until = 0
    hidden_space = True
    for line in [*file.read_text(encoding='utf-8').splitlines(), '', '# newpar']:
        if line.startswith('# newpar') and not line.startswith('# newpar_block'):
            yield from _passage(file.stem, paragraph)
            paragraph = []
        elif not line:
            if sentence:
                paragraph.append(sentence)
            sentence, hidden_until = [], 0
        elif not line.startswith('#'):
            columns = line.split('\t')
            if '-' in columns[0]:
                # "don't" is one word of the text and two tokens: the parts are put together without a space.
                hidden_until = int(columns[0].split('-')[1])
                hidden_space = 'SpaceAfter=No' not in columns[9]
                continue
            if '.' in columns[0]:
                continue
            number = int(columns[0])
            entity = re.search(r'(?:^|\|)Entity=([^|]*)', columns[9])
            space = 'SpaceAfter=No' not in columns[9]
            if number < hidden_until:
                space = False
            elif number == hidden_until:
                space = hidden_space
            sentence.append(_Token(columns[1], columns[3], int(columns[6]), entity[1] if entity else '', space))


def _passage(document: str, sentences: list[list[_Token]]) -> Iterator[Passage]:
    text = ''
    marks: list[Mark] = []
    blind: list[Span] = []
    for sentence in sentences:
        places: list[Span] = []
        for token in sentence:
            places.append((len(text), len(text) + len(token.form)))
            text += token.form + (' ' if token.space_after else '')
        covered = [False] * len(sentence)
        for first, last, kind in sorted(_entities(sentence), key=lambda e: (e[0], -e[1])):
            run = _name(sentence, first, last)
            if run is None or kind not in _TYPES or any(covered[run[0]:run[1] + 1]):
                continue
            begin, end = run
            types = _TYPES[kind]
            if kind == 'person':
                begin += without_title([t.form for t in sentence[begin:end + 1]])
            for place in range(run[0], end + 1):
                covered[place] = True
            span = (places[begin][0], places[end][1])
            name = text[span[0]:span[1]]
            if kind == 'person' and (' ' in name or (narrowed(name, types) == types and not name.endswith('s'))):
                # Of peoples ("Americans") only those of one word are known by their plural or by the lists.
                types = frozenset(('PERSON',))
            elif kind == 'organization' and ' ' in name and narrowed(name, types) == types:
                types = frozenset(('ORG',))
            marks.append(Mark(*span, narrowed(name, types)))
        # Proper nouns outside any entity: parts of names that the nominals cut otherwise.
        blind += [places[i] for i, t in enumerate(sentence) if t.part == 'PROPN' and not covered[i]]
    if text.strip():
        yield Passage('gum', document, text.rstrip(), tuple(marks), frozenset(('PERSON', 'ORG', 'GPE', 'LOC')), tuple(blind))


def _entities(sentence: list[_Token]) -> Iterator[tuple[int, int, str]]:
    """Entities as (first token, last token, type), read from brackets such as `(12-person-new… ` and `12)`; parts of split ones are left out."""
    open_entities: dict[str, list[tuple[int, str]]] = {}
    for place, token in enumerate(sentence):
        for opening, label, closing in _brackets(token.entity):
            number, _, rest = label.partition('-')
            kind = rest.split('-')[0]
            if opening:
                if closing:
                    yield place, place, kind
                else:
                    open_entities.setdefault(number, []).append((place, kind))
            elif open_entities.get(number):
                start, kind = open_entities[number].pop()
                yield start, place, kind


def _brackets(entity: str) -> Iterator[tuple[bool, str, bool]]:
    for match in re.finditer(r'\(([^()]+)\)|\(([^()]+)|([^()]+)\)', entity):
        if match[1]:
            yield True, match[1], True
        elif match[2]:
            yield True, match[2], False
        else:
            yield False, match[3], True


def _name(sentence: list[_Token], first: int, last: int) -> tuple[int, int] | None:
    """The run of proper nouns around the entity's head, or None where the head is none."""
    heads = [i for i in range(first, last + 1) if not first <= sentence[i].head - 1 <= last]
    if not heads or sentence[heads[0]].part != 'PROPN' or not sentence[heads[0]].form[:1].isupper():
        return None
    begin = end = heads[0]

    def part(i: int) -> bool:
        return sentence[i].part == 'PROPN' or (sentence[i].form[:1].isupper() and sentence[i].part in ('ADJ', 'NOUN', 'NUM'))

    while True:
        if begin > first and part(begin - 1):
            begin -= 1
        elif begin > first + 1 and sentence[begin - 1].form in _LINKS and part(begin - 2):
            begin -= 2
        else:
            break
    while True:
        if end < last and part(end + 1):
            end += 1
        elif end + 1 < last and sentence[end + 1].form in _LINKS and part(end + 2):
            end += 2
        else:
            return begin, end
