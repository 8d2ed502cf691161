/** Targets and selectors, both ways: where an annotation stands, or what it is about. */
import type { StoredAnchor } from '../annotation.js';
import type { JsonObject } from './json.js';
import { isObject, isWhole, listOf, stringOf } from './json.js';

export const TARGET_KEYS = ['aa:role', 'aa:count', 'type', 'source', 'selector'];
const ROLES = ['source', 'cue', 'content'] as const;

export interface Targets {
  readonly anchors: readonly StoredAnchor[];
  readonly about: string | undefined;
}

/** Says what is wrong with the target of this index. */
export type Report = (target: number, rule: string, message: string) => void;

/** `countWhereNone`: 1 in our own files, 0 for not known in those of others. Selectors of kinds that the article's text cannot resolve are reported; the anchor then has no words, and is an orphan. */
export function readTargets(raw: unknown, article: string, report: Report, countWhereNone = 1): Targets {
  const anchors: StoredAnchor[] = [];
  let about: string | undefined;
  listOf(raw).forEach((target, i) => {
    const id = typeof target === 'string' ? target : isObject(target) && target['selector'] === undefined ? stringOf(target['id']) ?? stringOf(target['source']) : undefined;
    if (id !== undefined) about ??= id === article ? undefined : id;
    else if (isObject(target)) anchors.push(readAnchor(target, (rule, message) => { report(i, rule, message); }, countWhereNone));
    else report(i, 'bad-target', 'a target is neither an address nor an object');
  });
  return { anchors: inRoleOrder(anchors), about };
}

/** Source, cue, content; each in the order of the file. */
function inRoleOrder(anchors: readonly StoredAnchor[]): readonly StoredAnchor[] {
  const rank = ({ role }: StoredAnchor): number => (role === undefined ? ROLES.length : ROLES.indexOf(role));
  return anchors.map((anchor, i) => ({ anchor, i })).sort((a, b) => rank(a.anchor) - rank(b.anchor) || a.i - b.i).map(({ anchor }) => anchor);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function readAnchor(target: JsonObject, report: (rule: string, message: string) => void, countWhereNone: number): StoredAnchor {
  const quotes: JsonObject[] = [];
  let place: Place | undefined;
  const selectors = listOf(target['selector']).filter((selector) => selector !== null);
  if (selectors.length === 0) report('no-selector', 'a target has no selector: its place is not known');
  for (const selector of selectors) {
    if (!isObject(selector)) {
      report('unresolved-selector', 'a selector is not an object');
      continue;
    }
    const found = readSelector(selector);
    quotes.push(...found.quotes);
    place ??= found.place;
    if (found.unresolved !== undefined) report('unresolved-selector', `a selector of the type ${found.unresolved} cannot be resolved in a text; it is kept`);
    if (found.bad) report('bad-position', 'a position is not a pair of whole numbers, the first no greater than the second; it is not used');
  }
  const quote = quotes[0];
  const exact = stringOf(quote?.['exact']) ?? '';
  const [prefix, suffix] = [stringOf(quote?.['prefix']), stringOf(quote?.['suffix'])];
  if (quote !== undefined && exact === '') report('no-words', 'a quotation selector has no words');
  for (const text of [exact, prefix ?? '', suffix ?? '']) if (!isWhole(text)) report('split-surrogate', 'a quotation begins or ends inside a character; it cannot be found again');
  const role = ROLES.find((known) => known === target['aa:role']);
  const count = target['aa:count'];
  return {
    ...(role === undefined ? {} : { role }),
    count: typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : countWhereNone,
    exact, prefix, suffix, start: place?.start, end: place?.end,
  };
}

interface Found {
  readonly quotes: readonly JsonObject[];
  readonly place: Place | undefined;
  readonly unresolved?: string;
  readonly bad?: boolean;
}

function readSelector(selector: JsonObject): Found {
  const own = readPlain(selector);
  const refined = selector['refinedBy'];
  if (!isObject(refined)) return own;
  // What is refined is counted from the start of what it refines.
  const inner = readSelector(refined);
  const outer = own.place;
  if (inner.place !== undefined && outer !== undefined) return { ...inner, place: { start: outer.start + inner.place.start, end: outer.start + inner.place.end } };
  return { ...inner, place: undefined, ...(inner.quotes.length === 0 ? { unresolved: `${typeOf(selector)} with refinedBy` } : {}) };
}

function readPlain(selector: JsonObject): Found {
  switch (selector['type']) {
    case 'TextQuoteSelector':
      return { quotes: [selector], place: undefined };
    case 'TextPositionSelector': {
      const place = placeOf(selector['start'], selector['end']);
      return { quotes: [], place, bad: place === undefined };
    }
    case 'FragmentSelector': {
      // RFC 5147: character positions, counted in code points.
      const match = /^char=(\d+)(?:,(\d+))?(?:;.*)?$/.exec(stringOf(selector['value']) ?? '');
      const place = match === null ? undefined : placeOf(Number(match[1]), Number(match[2] ?? match[1]));
      return { quotes: [], place, ...(place === undefined ? { unresolved: 'FragmentSelector' } : {}) };
    }
    case 'RangeSelector': {
      const [from, to] = [selector['startSelector'], selector['endSelector']].map((edge) => (isObject(edge) ? readPlain(edge).place : undefined));
      const place = from === undefined || to === undefined ? undefined : placeOf(from.start, to.start);
      return { quotes: [], place, ...(place === undefined ? { unresolved: 'RangeSelector' } : {}) };
    }
    default:
      return { quotes: [], place: undefined, unresolved: typeOf(selector) };
  }
}

function typeOf(selector: JsonObject): string {
  return stringOf(selector['type'])?.slice(0, 60) ?? 'unknown';
}

function placeOf(start: unknown, end: unknown): Place | undefined {
  return typeof start === 'number' && typeof end === 'number' && Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end ? { start, end } : undefined;
}

/** What stands under `target`: one alone as it is, several as an array. About nothing and nowhere: the article. */
export function targetsJson({ anchors, about }: Targets, article: string): unknown {
  const targets = [...(about === undefined ? [] : [about]), ...anchors.map((anchor) => anchorJson(anchor, article))];
  return targets.length === 0 ? article : targets.length === 1 ? targets[0] : targets;
}

function anchorJson({ role, count, exact, prefix, suffix, start, end }: StoredAnchor, article: string): JsonObject {
  return {
    ...(role === undefined ? {} : { 'aa:role': role }),
    ...(count === 1 ? {} : { 'aa:count': count }),
    type: 'SpecificResource',
    source: article,
    selector: [
      { type: 'TextQuoteSelector', exact, ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) },
      ...(start === undefined || end === undefined ? [] : [{ type: 'TextPositionSelector', start, end }]),
    ],
  };
}

/** What was read, with the present places in it: what else a target says stays with it as long as their number does. */
export function targetsInto(raw: unknown, present: unknown): unknown {
  const [before, now] = [listOf(raw), listOf(present)];
  if (before.length !== now.length) return present;
  const kept = now.map((target, i) => {
    const old = before[i];
    return isObject(old) && isObject(target) ? { ...withoutOurs(old), ...target, ...(typeof old['source'] === 'string' ? { source: old['source'] } : {}) } : target;
  });
  return Array.isArray(raw) ? kept : kept[0];
}

function withoutOurs(target: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(target).filter(([key]) => !TARGET_KEYS.includes(key)));
}
