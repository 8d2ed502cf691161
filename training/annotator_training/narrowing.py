"""
What lists and words say about the type of a name that a corpus marks only roughly.

The lists are those from which the first tier's gazetteer is built (data-build/lists), read for their unambiguous forms.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LISTS = Path(__file__).resolve().parents[2] / 'data-build' / 'lists'

PLACE = frozenset(('GPE', 'LOC', 'FAC'))
OTHER_NAMES = frozenset(('NORP', 'EVENT', 'PRODUCT', 'WORK_OF_ART', 'LAW', 'LANGUAGE'))

_LOC_WORDS = frozenset('''River Rivers Sea Ocean Lake Lakes Mountain Mountains Mount Mt. Hills Valley Island Islands Isle Isles Bay Gulf Strait
    Desert Peninsula Coast Cape Canyon Creek Basin Plateau Forest Archipelago Falls Glacier Reef Volcano Delta Highlands'''.split())
_FAC_WORDS = frozenset('''Airport Bridge Stadium Street Road Avenue Boulevard Highway Building Hall Palace Tower Towers Station Prison Square
    Arena Plaza Cathedral Mosque Temple Castle Fort Tunnel Dam Terminal Theatre Theater Hotel Harbour Harbor Mall Cemetery Zoo Gardens'''.split())
#: Words before a name that are no part of it (rule C2.1).
TITLES = frozenset('''Miss Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor President Vice Senator Sen. Sen Rep. Rep Congressman Congresswoman
    Governor Gov. Gov Secretary Minister Ministers Prime Premier Chancellor Ambassador General Gen. Gen Lt. Lieutenant Col. Colonel Capt. Captain
    Major Maj. Sgt. Sergeant Admiral Adm. Commander Judge Justice Chief Sheikh Shaikh Imam Ayatollah Mullah Rabbi Pope Cardinal Bishop
    Archbishop Father Rev. Reverend Sister Saint King Queen Prince Princess Emperor Empress Sultan Sir Dame Lord Lady Baron Count Duke Mayor
    Officer Detective Inspector Deputy Sheriff Representative Speaker Chairman Director Coach Hon. Honorable'''.split())


def _forms(line: str) -> list[str]:
    """The unambiguous forms of one line of a list: "~" marks a form that is also something else, "x+s" stands for x and xs."""
    found: list[str] = []
    for form in re.split(r'//|;', line.split('=')[0]):
        form = form.strip()
        if not form or form.startswith('~'):
            continue
        form = form.lstrip('!')
        if '+' in form:
            stem, _, ending = form.partition('+')
            found += [stem, stem + ending]
        else:
            found.append(form)
    return found


def listed_forms(*files: str) -> Iterator[tuple[str, str]]:
    """Type and form of each unambiguous form in lists whose groups begin with a line such as "[GPE city]"."""
    for file in files:
        kind = ''
        for line in (LISTS / f'{file}.txt').read_text(encoding='utf-8').splitlines():
            header = re.match(r'\[([A-Z_]+)', line)
            if header:
                kind = header[1]
            elif line and line[0] not in '#@' and kind:
                yield from ((kind, form) for form in _forms(line))


@cache
def known() -> dict[str, str]:
    """Form → type, for forms that the lists give one type only."""
    types: dict[str, set[str]] = {}

    def learn(form: str, kind: str) -> None:
        types.setdefault(form, set()).add(kind)

    for line in (LISTS / 'countries.txt').read_text(encoding='utf-8').splitlines():
        if line.startswith('#') or '|' not in line:
            continue
        names, capitals, peoples = ([*line.split('|'), '', ''])[:3]
        for form in _forms(names):
            learn(form, 'GPE')
        for capital in capitals.split('/'):
            for form in _forms(capital):
                learn(form, 'GPE')
        for form in _forms(peoples):
            learn(form, 'NORP')
    for kind, form in listed_forms('cities', 'regions', 'loc', 'norp', 'orgs-government', 'orgs-international', 'things', 'media', 'companies', 'groups'):
        learn(form, kind)
    return {form: next(iter(kinds)) for form, kinds in types.items() if len(kinds) == 1}


def narrowed(name: str, types: frozenset[str]) -> frozenset[str]:
    """The types of `types` that lists and the name's own words leave."""
    listed = known().get(name) or known().get(re.sub(r'^(?:the|The) ', '', name))
    if listed in types:
        return frozenset((listed,))
    words = name.split()
    if 'LOC' in types and ({words[0], words[-1]} & _LOC_WORDS or words[0] in ('Mount', 'Lake')):
        return frozenset(('LOC',))
    if 'FAC' in types and words[-1] in _FAC_WORDS:
        return frozenset(('FAC',))
    return types


def without_title(words: list[str]) -> int:
    """How many words at the start of a person's name are titles. A name always keeps one word."""
    count = 0
    while count < len(words) - 1 and words[count] in TITLES:
        count += 1
    return count
