/** The single keys of review mode. A test holds package.json to this table; the cheat sheet and the list behind `h` are made from it. No VS Code in here. */
import type { ClaimLine, ListedEntity } from '../../../server/src/protocol.js';
import { TYPES } from '../views/entityTypes.js';
import { KINDS } from '../views/sourceKinds.js';

export type EntityType = ListedEntity['type'];
export type SourceKind = ClaimLine['kind'];

/** A letter each: of the word that comes to mind, where it was free. */
export const TYPE_LETTERS: Readonly<Record<EntityType, string>> = {
  PERSON: 'p', ORG: 'o', GPE: 'g', LOC: 'l', NORP: 'n', FAC: 'f', EVENT: 'e', LAW: 'b', WORK_OF_ART: 'w', PRODUCT: 'v', LANGUAGE: 'i',
  DATE: 'd', TIME: 't', MONEY: 'm', PERCENT: 'x', QUANTITY: 'q', ORDINAL: 'y', CARDINAL: 'c',
};

/** On a claim the letters mean kinds of source. */
export const KIND_LETTERS: Readonly<Record<SourceKind, string>> = {
  'named-person': 'p', 'named-organisation': 'o', 'official-body': 'b', document: 'd', 'unnamed-bare': 'n', 'unnamed-described': 'c', author: 'w', article: 't',
};

export function typeOfLetter(kind: 'entity' | 'claim', letter: string): string | undefined {
  return Object.entries(kind === 'entity' ? TYPE_LETTERS : KIND_LETTERS).find(([, of]) => of === letter)?.[0];
}

/** How lists call a type: "person", "official body". */
export function typeWords(kind: 'entity' | 'claim', type: string): string {
  if (kind === 'entity') return type in TYPES ? TYPES[type as EntityType].one : type;
  const words = type in KINDS ? KINDS[type as SourceKind].words : type;
  return words.charAt(0).toLowerCase() + words.slice(1);
}

export interface ReviewKey {
  /** As package.json writes it; the first is the one that is told. */
  readonly keys: readonly string[];
  readonly command: string;
  readonly args?: string;
  readonly words: string;
}

/** What the keys are for, beside the letters of types. */
export const REVIEW_KEYS: readonly ReviewKey[] = [
  { keys: ['a', 'enter'], command: 'accept', words: 'Accept' },
  { keys: ['r', 'delete'], command: 'reject', words: 'Reject' },
  { keys: ['j', 'tab'], command: 'nextUndecided', words: 'Next undecided' },
  { keys: ['k', 'shift+tab'], command: 'previousUndecided', words: 'Previous undecided' },
  { keys: ['.'], command: 'extendEnd', words: 'End one word further' },
  { keys: [','], command: 'shrinkEnd', words: 'End one word earlier' },
  { keys: ['shift+,'], command: 'extendStart', words: 'Begin one word earlier' },
  { keys: ['shift+.'], command: 'shrinkStart', words: 'Begin one word later' },
  { keys: ['shift+t'], command: 'changeType', words: 'Change the type, from a list' },
  { keys: ['u'], command: 'undoDecision', words: 'Undo the last decision' },
  { keys: ['shift+u'], command: 'redoDecision', words: 'Redo the decision' },
  { keys: ['1'], command: 'reviewCheck', args: 'unchecked', words: 'Not checked' },
  { keys: ['2'], command: 'reviewCheck', args: 'asked', words: 'Asked' },
  { keys: ['3'], command: 'reviewCheck', args: 'checked', words: 'Checked' },
  { keys: ['4'], command: 'reviewCheck', args: 'cannot-tell', words: 'Cannot tell' },
  { keys: ['s'], command: 'noteCheck', words: 'Note a check, with evidence' },
  { keys: ['shift+n'], command: 'addNote', words: 'Write a note' },
  { keys: ['shift+r'], command: 'remindMe', words: 'Be reminded of the claim on a day' },
  { keys: ['shift+e'], command: 'annotateEveryOccurrence', words: 'Annotate every occurrence' },
  { keys: ['shift+c'], command: 'addClaim', words: 'Make a claim of the selected words' },
  { keys: ['space'], command: 'describe', words: 'Read what is under the cursor' },
  { keys: ['h'], command: 'showReviewKeys', words: 'Show all keys' },
  { keys: ['escape'], command: 'leaveReview', words: 'Leave review mode' },
];

/** Letters of types that do not do anything else. */
export const LETTERS = [...new Set([...Object.values(TYPE_LETTERS), ...Object.values(KIND_LETTERS)])].sort();

/** Keys that would write into the text and have no meaning here. Names in brackets are places on the keyboard, whatever is printed there. */
export function silentKeys(): string[] {
  const printed = Array.from('abcdefghijklmnopqrstuvwxyz0123456789').flatMap((key) => [key, `shift+${key}`]);
  const places = ['Minus', 'Equal', 'BracketLeft', 'BracketRight', 'Backslash', 'Semicolon', 'Quote', 'Backquote', 'Slash', 'IntlBackslash', 'IntlRo', 'IntlYen'];
  const used = new Set([...REVIEW_KEYS.flatMap(({ keys }) => keys), ...LETTERS]);
  return [...printed, ...places.flatMap((place) => [`[${place}]`, `shift+[${place}]`]), 'shift+space', 'shift+enter', 'backspace', 'shift+backspace', 'shift+delete'].filter((key) => !used.has(key));
}

/** Chords by which an editor writes, with those of a Mac: pasting, cutting, and what makes, moves or takes away words and lines. */
export const SILENT_CHORDS: readonly (readonly [key: string, mac: string])[] = [
  ['ctrl+v', 'cmd+v'], ['shift+insert', 'shift+insert'], ['ctrl+x', 'cmd+x'], ['ctrl+backspace', 'alt+backspace'], ['ctrl+delete', 'alt+delete'],
  ['ctrl+enter', 'cmd+enter'], ['ctrl+shift+enter', 'cmd+shift+enter'], ['ctrl+shift+k', 'cmd+shift+k'], ['ctrl+]', 'cmd+]'], ['ctrl+[', 'cmd+['],
  ['alt+up', 'alt+up'], ['alt+down', 'alt+down'], ['shift+alt+up', 'shift+alt+up'], ['shift+alt+down', 'shift+alt+down'],
];

/** In the views of the side bar, on the row that has the focus; letters by themselves find rows there. */
export const VIEW_KEYS: readonly { readonly view: 'annotations' | 'checks'; readonly key: string; readonly mac: string; readonly does: RowCommand; readonly words: string }[] = [
  { view: 'annotations', key: 'alt+a', mac: 'ctrl+cmd+a', does: 'accept', words: 'Accept it' },
  { view: 'annotations', key: 'alt+r', mac: 'ctrl+cmd+r', does: 'reject', words: 'Reject it; discard it if it has lost its place' },
  { view: 'annotations', key: 'delete', mac: 'cmd+backspace', does: 'reject', words: 'Reject it; discard it if it has lost its place; remove a reminder' },
  { view: 'annotations', key: 'alt+t', mac: 'ctrl+cmd+t', does: 'changeType', words: 'Change its type, from a list; the day of a reminder' },
  { view: 'annotations', key: 'alt+o', mac: 'ctrl+cmd+o', does: 'reopen', words: 'Open the decision on it again' },
  { view: 'annotations', key: 'alt+p', mac: 'ctrl+cmd+p', does: 'placeHere', words: 'Put it on this likely place, or on the selected words' },
  { view: 'annotations', key: 'alt+n', mac: 'ctrl+cmd+n', does: 'addNote', words: 'Write a note on it' },
  { view: 'annotations', key: 'alt+s', mac: 'ctrl+cmd+s', does: 'noteCheck', words: 'Note a check of it, with evidence' },
  { view: 'checks', key: 'alt+s', mac: 'ctrl+cmd+s', does: 'noteCheck', words: 'Note a check of it, with evidence' },
  { view: 'checks', key: 'alt+n', mac: 'ctrl+cmd+n', does: 'addNote', words: 'Write a note on it' },
];

export type RowCommand = 'accept' | 'reject' | 'changeType' | 'reopen' | 'placeHere' | 'addNote' | 'noteCheck';

export function whenInView(view: 'annotations' | 'checks'): string {
  return `focusedView == articleAnnotator.${view} && listFocus && !inputFocus`;
}

/** One line for the status bar. */
export const SHORT_HELP = 'A accept · R reject · J next · U undo · H keys · Esc leave';

export interface KeySection {
  readonly title: string;
  readonly keys: readonly (readonly [key: string, words: string])[];
}

/** All keys as a person reads them. */
export function keySections(): KeySection[] {
  const letters = (kind: 'entity' | 'claim', of: Readonly<Record<string, string>>): (readonly [string, string])[] => Object.entries(of).map(([type, letter]) => [letter.toUpperCase(), typeWords(kind, type)]);
  return [
    { title: 'Decide', keys: REVIEW_KEYS.map(({ keys, words }) => [keys.map(keyName).join(' or '), words]) },
    { title: 'It is a name or a figure: accept it, or change its type', keys: letters('entity', TYPE_LETTERS) },
    { title: 'It is a claim: its source is a …', keys: letters('claim', KIND_LETTERS) },
  ];
}

function keyName(key: string): string {
  return key.split('+').map((part) => (part.length > 1 ? part.charAt(0).toUpperCase() + part.slice(1) : part.toUpperCase())).join('+');
}
