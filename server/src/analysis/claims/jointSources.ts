/** "Police and witnesses said": several sources in one phrase, each of a kind of its own (design document, part B1). */
import type { Context, TokenRange } from './context.js';
import { has, isNameLike, lower, spanOf } from './context.js';
import { Flag } from './lexicon/words.js';
import type { Span } from '../../base/span.js';
import type { SourceReading } from './sourceKind.js';
import { headOf, readPhrase } from './sourceKind.js';
import { BARE_HEADS, DOCUMENT_HEADS, OFFICIAL_HEADS, ORGANISATION_HEADS, ROLE_HEADS } from './sourceWords.js';

export interface JointSource extends SourceReading {
  readonly span: Span;
}

/** Two or more, in order; empty for one source. Where the phrase can be read as one source, it is one. */
export function jointSources(context: Context, range: TokenRange): readonly JointSource[] {
  const and = joiningAnd(context, range);
  if (and < 0) return [];
  const last = { first: and + 1, end: withoutComma(context, range.end, range.first) };
  const before = { first: range.first, end: withoutComma(context, and, range.first) };
  if (!isSource(context, last) || !isSource(context, before) || mayHangOn(context, before, last)) return [];
  return [...named(context, before), last].map((part) => ({ ...readPhrase(context, part), span: spanOf(context, part.first, part.end) }));
}

/** The last "and" or "or" of the phrase that is in no name. */
function joiningAnd(context: Context, { first, end }: TokenRange): number {
  for (let k = end - 2; k > first; k--) if (has(context, k, Flag.conj) && context.name[k] === undefined && (lower(context, k) === 'and' || lower(context, k) === 'or')) return k;
  return -1;
}

function withoutComma(context: Context, end: number, first: number): number {
  return end - 1 > first && has(context, end - 1, Flag.comma) ? end - 1 : end;
}

/** Somebody, a body or a text. */
function isSource(context: Context, range: TokenRange): boolean {
  if (range.end <= range.first) return false;
  const head = headOf(context, range);
  if (context.name[head] !== undefined || isNameLike(context, head)) return true;
  const word = lower(context, head);
  const singular = word.replace(/s$/, '');
  return BARE_HEADS.has(word) || OFFICIAL_HEADS.has(word) || DOCUMENT_HEADS.has(word) || ROLE_HEADS.has(singular) || ORGANISATION_HEADS.has(singular) || GROUPS.has(word);
}

const GROUPS = new Set(['witnesses', 'residents', 'experts', 'critics', 'relatives', 'neighbours', 'neighbors', 'aides', 'medics', 'analysts', 'workers', 'employees', 'staff', 'families', 'parents', 'supporters', 'opponents', 'protesters', 'passengers', 'survivors', 'locals',
  'farmers', 'hauliers', 'traders', 'doctors', 'nurses', 'firefighters', 'rescuers', 'soldiers', 'historians', 'campaigners', 'members']);

/** "Officials in Kyiv and Moscow", "the ministers of trade and industry": what follows may belong to the preposition before it. */
function mayHangOn(context: Context, before: TokenRange, last: TokenRange): boolean {
  let preposition = -1;
  for (let k = before.first; k < before.end; k++) if (has(context, k, Flag.prep) && context.name[k] === undefined) preposition = k;
  if (preposition < 0) return false;
  // "Ana Ruiz of Keld Ferries and Milo Kant", "the mayor of Riga and the head of the port".
  if (context.name[before.first]?.type === 'PERSON' && context.name[last.first]?.type === 'PERSON') return false;
  return !has(context, before.first, Flag.det) || !has(context, last.first, Flag.det);
}

/** "Ana Ruiz, Milo Kant": each name of its own; "Ana Ruiz, the mayor": one. */
function named(context: Context, range: TokenRange): TokenRange[] {
  const parts: TokenRange[] = [];
  let first = range.first;
  for (let k = range.first; k <= range.end; k++) {
    if (k < range.end && !(has(context, k, Flag.comma) && context.name[k + 1] !== undefined && context.name[k] === undefined && endsInName(context, first, k))) continue;
    parts.push({ first, end: k });
    first = k + 1;
  }
  return parts;
}

function endsInName(context: Context, first: number, end: number): boolean {
  const name = context.name[first];
  return name !== undefined && context.name[end - 1] === name;
}
