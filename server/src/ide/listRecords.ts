/** What the built-in lists say of a form, each record with its source and date. */
import { keyOf } from '../analysis/entities/names/index.js';
import type { Gazetteer, GazetteerEntry } from '../analysis/gazetteer.js';
import { TYPE_WORDS } from './words.js';

/** One sentence part for each record, in the lists' order: `Tallinn: capital, Estonia (Article Annotator lists, 2026-11)`. */
export function recordsOf(gazetteer: Gazetteer, words: string): string[] {
  return [...new Set(entriesOf(gazetteer, words).map((entry) => recordText(gazetteer, entry)))];
}

function entriesOf(gazetteer: Gazetteer, words: string): readonly GazetteerEntry[] {
  const straight = words.replaceAll('’', "'");
  const forms = [...new Set([straight, keyOf(words)])];
  const exact = forms.flatMap((form) => gazetteer.lookup(form));
  return exact.length > 0 ? exact : forms.flatMap((form) => gazetteer.lookupCaps(form));
}

function recordText(gazetteer: Gazetteer, entry: GazetteerEntry): string {
  const { canonical, type, subtype, country, ambiguous, source } = entry;
  const kind = subtype === '' ? TYPE_WORDS[type] : subtype.replaceAll('-', ' ');
  const note = gazetteer.sourceNote(source);
  return `${canonical}: ${kind}${country === undefined ? '' : `, ${country}`}${ambiguous ? '; also a common word or another name' : ''}${note === '' ? '' : ` (${note})`}`;
}
