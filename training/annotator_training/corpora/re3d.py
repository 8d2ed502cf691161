"""re3d: reports on conflict and diplomacy with character offsets. Its nominals (mourners, the regime) are not our names."""
from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from ..narrowing import PLACE, TITLES, narrowed, without_title
from ..passage import Mark, Passage, Span

_TYPES = {
    'Person': frozenset(('PERSON',)),
    'Organisation': frozenset(('ORG', 'GPE', 'NORP')),
    'Location': PLACE,
    'Nationality': frozenset(('NORP',)),
}


def read(folder: Path) -> Iterator[Passage]:
    for source in sorted(p for p in folder.iterdir() if p.is_dir()):
        marks: dict[str, list[dict]] = defaultdict(list)
        for entity in _records(source / 'entities.json'):
            marks[entity['documentId']].append(entity)
        for document in _records(source / 'documents.json'):
            yield from _paragraphs(document, marks[document['_id']])


def _records(file: Path) -> Iterator[dict]:
    for number, line in enumerate(file.read_text(encoding='utf-8').splitlines(), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as problem:
                raise ValueError(f'{file}:{number}: {problem}') from problem


def _paragraphs(document: dict, entities: list[dict]) -> Iterator[Passage]:
    text = document['text']
    marks: list[Mark] = []
    blind: list[Span] = []
    taken = -1
    # Of nested spans the longest counts.
    for entity in sorted(entities, key=lambda e: (e['begin'], -e['end'])):
        start, end = entity['begin'], entity['end']
        if start < taken or end > len(text):
            continue
        taken = end
        words = text[start:end].split(' ')
        if entity['type'] == 'Person':
            start += sum(len(word) + 1 for word in words[:without_title(words)])
        elif words[0] in ('the', 'The'):
            start += 4
        name = text[start:end]
        types = _TYPES.get(entity['type'])
        # A phrase with a word in lower case is no name of ours, and a title alone ("The Foreign Secretary") no person's.
        is_name = types is not None and name.strip() != '' and all(word[:1].isupper() or word in ('of', 'for', 'and', 'al', 'de') for word in name.split())
        if entity['type'] == 'Person' and (words[0] in ('the', 'The') or not name.strip() or name.split()[-1] in TITLES):
            is_name = False
        if is_name and types is not None:
            marks.append(Mark(start, end, narrowed(name, types)))
        else:
            blind.append((entity['begin'], end))
    at = 0
    for paragraph in text.split('\n'):
        start, end = at, at + len(paragraph)
        at = end + 1
        if paragraph.strip():
            yield Passage(
                're3d', document['_id'], paragraph,
                tuple(Mark(m.start - start, m.end - start, m.types) for m in marks if start <= m.start and m.end <= end),
                frozenset(('PERSON', 'ORG', 'GPE', 'LOC')),
                tuple((max(s, start) - start, min(e, end) - start) for s, e in blind if s < end and e > start),
            )
