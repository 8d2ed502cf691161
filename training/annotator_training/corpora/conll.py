"""Corpora of a token a line: Universal NER on EWT, WikiGold, CrossNER politics, and a newsroom's own files."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..labels import TYPES
from ..narrowing import OTHER_NAMES, PLACE, narrowed, without_title
from ..passage import Mark, Passage, TextBuilder, detokenised

#: Sentences that follow each other in one document are put together up to so many tokens: the length of a paragraph in news.
PASSAGE_TOKENS = 70


@dataclass
class _Sentence:
    document: str
    tokens: list[str]
    tags: list[str]
    text: str | None = None


def _sentences(path: Path, token_column: int, tag_column: int, separator: str | None) -> Iterator[_Sentence]:
    document = path.stem
    sentence = _Sentence(document, [], [])
    text: str | None = None
    for number, line in enumerate([*path.read_text(encoding='utf-8').splitlines(), ''], 1):
        if not line.strip() or line.startswith('-DOCSTART-'):
            if sentence.tokens:
                yield _Sentence(document, sentence.tokens, sentence.tags, text)
            sentence, text = _Sentence(document, [], []), None
            if line.startswith('-DOCSTART-'):
                document = f'{path.stem}:{number}'
            continue
        if line.startswith('# '):
            if line.startswith('# newdoc'):
                document = line.partition('=')[2].strip()
            elif line.startswith('# text = '):
                text = line[len('# text = '):]
            continue
        columns = line.split(separator)
        if len(columns) <= max(token_column, tag_column, 1):
            raise ValueError(f'{path}:{number}: expected a token and a tag, found {line!r}')
        sentence.tokens.append(columns[token_column])
        sentence.tags.append(columns[tag_column])


def _runs(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Runs of tags as (first token, token after the last, type). I- after another type or O begins a run (IOB1 and IOB2)."""
    start = 0
    kind = ''
    for place, tag in enumerate([*tags, 'O']):
        prefix, _, name = ('O', '', '') if tag == 'B-O' else tag.partition('-')
        if kind and (prefix != 'I' or name != kind):
            yield start, place, kind
            kind = ''
        if prefix in ('B', 'I') and not kind:
            start, kind = place, name


def _placed(sentence: _Sentence) -> TextBuilder:
    """Tokens at their places in the sentence's own text where the file gives it, else in a likely one."""
    if sentence.text is None:
        return detokenised(sentence.tokens)
    built = TextBuilder(sentence.text)
    at = 0
    for token in sentence.tokens:
        start = sentence.text.find(token, at)
        if start < 0:
            return detokenised(sentence.tokens)
        built.spans.append((start, start + len(token)))
        at = start + len(token)
    return built


def _passages(corpus: str, sentences: Iterator[_Sentence], types_of: dict[str, frozenset[str]], complete: frozenset[str]) -> Iterator[Passage]:
    text, marks, tokens, document = '', [], 0, None
    for sentence in sentences:
        if text and (sentence.document != document or tokens + len(sentence.tokens) > PASSAGE_TOKENS):
            yield Passage(corpus, document or '', text, tuple(marks), complete)
            text, marks, tokens = '', [], 0
        document = sentence.document
        built = _placed(sentence)
        offset = len(text) + 1 if text else 0
        text = f'{text} {built.text}' if text else built.text
        tokens += len(sentence.tokens)
        for first, after, kind in _runs(sentence.tags):
            if kind not in types_of:
                raise ValueError(f'{corpus}: unknown type {kind!r}')
            types = types_of[kind]
            if types == {'PERSON'}:
                first += without_title(sentence.tokens[first:after])
            start, end = built.spans[first][0] + offset, built.spans[after - 1][1] + offset
            marks.append(Mark(start, end, narrowed(text[start:end], types)))
    if text:
        yield Passage(corpus, document or '', text, tuple(marks), complete)


_PERSON, _ORG = frozenset(('PERSON',)), frozenset(('ORG',))
_PEOPLE_AND_PLACES = frozenset(('PERSON', 'ORG', 'GPE', 'LOC'))


def read_uner(folder: Path) -> Iterator[Passage]:
    """The splits train and dev; the split test is held out (see mixture.py). OTH stands for names of any other kind; B-O, on five hundred full stops and the like, for nothing."""
    types = {'PER': _PERSON, 'ORG': _ORG, 'LOC': PLACE, 'OTH': OTHER_NAMES | {'FAC'}}
    for file in sorted(folder.glob('*-train.iob2')) + sorted(folder.glob('*-dev.iob2')):
        yield from _passages('uner-ewt', _sentences(file, 1, 2, '\t'), types, _PEOPLE_AND_PLACES)


def read_wikigold(file: Path) -> Iterator[Passage]:
    types = {'PER': _PERSON, 'ORG': _ORG, 'LOC': PLACE, 'MISC': OTHER_NAMES}
    yield from _passages('wikigold', _sentences(file, 0, 1, None), types, _PEOPLE_AND_PLACES | OTHER_NAMES)


def read_crossner(folder: Path) -> Iterator[Passage]:
    types = {
        'politician': _PERSON, 'person': _PERSON, 'organisation': _ORG, 'politicalparty': _ORG, 'country': frozenset(('GPE', 'NORP')),
        'location': PLACE, 'election': frozenset(('EVENT',)), 'event': frozenset(('EVENT',)), 'misc': OTHER_NAMES,
    }
    for file in sorted(folder.glob('*.txt')):
        yield from _passages('crossner', _sentences(file, 0, 1, '\t'), types, _PEOPLE_AND_PLACES | {'EVENT'})


def read_own(file: Path, complete: frozenset[str] = frozenset(TYPES)) -> Iterator[Passage]:
    """
    A newsroom's own file: token and BIO tag of our types, the tag in the last column; articles begin at `-DOCSTART-`.

    `complete`: the types that it marks wherever they stand.
    """
    yield from _passages('own', _sentences(file, 0, -1, None), {kind: frozenset((kind,)) for kind in TYPES}, complete)
