/** The whole of re-anchoring, as work that can be interrupted: it yields at least once an annotation. */
import type { Annotation, StoredAnchor } from '../annotation.js';
import type { CanonicalText } from '../canonicalText.js';
import type { Span } from '../../base/span.js';
import type { Candidate } from './candidates.js';
import { MIN_APPROXIMATE, edgesOf, frames, isAtWords, lookalikes, valued, withoutAdditions } from './candidates.js';
import { claimPlacement } from './claims.js';
import { ContextIndex, hashesOfPieces } from './contextIndex.js';
import { decide } from './decide.js';
import { Normalised } from './normalised.js';
import { Occurrences } from './occurrences.js';
import type { Lost, Placement, Rule } from './placement.js';
import type { Sought } from './sought.js';
import { soughtOf } from './sought.js';
import { settleTogether } from './together.js';

/** One anchor on its way. Spans are of the canonical text. */
export interface Target {
  readonly annotation: Annotation;
  readonly anchor: StoredAnchor;
  rule: Rule;
  span: Span | null;
  score: number;
  proposals: readonly Span[];
  why: Lost | null;
}

/** Words that stand at more places than this are looked up by what stands beside them. */
const MANY = 16;

export function* placing(canonical: CanonicalText, annotations: readonly Annotation[], storedHash: string | undefined): Generator<void, Placement[]> {
  const targets = annotations.map((annotation) => annotation.anchors.map((anchor): Target => ({ annotation, anchor, rule: 6, span: null, score: 0, proposals: [], why: 'no-candidate' })));
  const all = targets.flat();
  const untouched = storedHash === canonical.sha256 ? all.filter((target) => !standsThere(target, canonical)) : all;
  if (untouched.length > 0) yield* seek(untouched, canonical);
  settleTogether(all, canonical);
  yield;
  return annotations.map((annotation, i) => claimPlacement(annotation, targets[i] ?? [], canonical));
}

/** Step 1: the text is the one that the positions were computed on. */
function standsThere(target: Target, canonical: CanonicalText): boolean {
  const { exact, prefix, suffix, start: from, end: to } = target.anchor;
  const [start, end] = [from, to].map((codePoint) => (codePoint === undefined ? undefined : canonical.fromCodePoint(codePoint)));
  const { text } = canonical;
  if (start === undefined || end === undefined || exact.trim() === '' || text.slice(start, end) !== exact) return false;
  if (prefix === undefined || suffix === undefined || start < prefix.length || !text.startsWith(prefix, start - prefix.length) || !text.startsWith(suffix, end)) return false;
  Object.assign(target, { rule: 0, span: { start, end }, score: 1, why: null });
  return true;
}

function* seek(targets: readonly Target[], canonical: CanonicalText): Generator<void, void> {
  const normalised = new Normalised(canonical.text);
  yield;
  const open: { target: Target; sought: Sought }[] = [];
  for (const target of targets) {
    const sought = soughtOf(target.anchor, canonical, normalised);
    if (sought === null) target.why = 'invalid';
    else open.push({ target, sought });
    yield;
  }
  const wholes = open.map(({ sought }) => wholeOf(sought));
  const places = yield* new Occurrences([...open.map(({ sought }) => sought.quote), ...wholes.filter((whole) => whole !== undefined)]).in(normalised.text);
  const left: typeof open = [];
  for (const [i, { target, sought }] of open.entries()) {
    const whole = wholes[i];
    const found = whole === undefined ? undefined : places.get(whole);
    if (found === undefined || !byWhole(target, sought, found, normalised)) left.push({ target, sought });
    yield;
  }
  const edges = left.flatMap(({ sought }) => {
    const { before, after } = sought.quote.length < MIN_APPROXIMATE ? { before: undefined, after: undefined } : edgesOf(sought);
    return [before, after].filter((edge) => edge !== undefined);
  });
  const edgePlaces = yield* new Occurrences(edges).in(normalised.text);
  const indices = new Indices(normalised.text);
  // Those with the same words one after the other: of these one index is kept.
  for (const { target, sought } of [...left].sort((a, b) => (a.sought.quote < b.sought.quote ? -1 : a.sought.quote > b.sought.quote ? 1 : 0))) {
    const exact = places.get(sought.quote) ?? [];
    const candidates = yield* candidatesOf(sought, normalised.text, exact, edgePlaces, indices);
    const { rule, best, proposals } = decide(sought, candidates, exact.length);
    const words = rule === 5 && best !== undefined ? { ...best, ...withoutAdditions(sought.quote, normalised.text, best) } : best;
    settle(target, rule, words, proposals, normalised);
    yield;
  }
}

/** The words between what stood beside them, as one text; `undefined` where that is not known. */
function wholeOf({ prefix, quote, suffix }: Sought): string | undefined {
  return prefix === undefined || suffix === undefined || prefix + suffix === '' ? undefined : prefix + quote + suffix;
}

/**
 * Decides where the words stand with all that stood beside them: every other place is less like it, so none needs to be looked at.
 * False where an empty side stood at the text's edge, and does so no longer.
 */
function byWhole(target: Target, sought: Sought, wholes: readonly number[], normalised: Normalised): boolean {
  const length = sought.prefix?.length ?? 0;
  const candidates = wholes.slice(0, MANY).map((at) => valued(sought, normalised.text, { start: at + length, end: at + length + sought.quote.length }));
  const old = wholes.find((at) => at + length === sought.place);
  if (old !== undefined && wholes.length > MANY) candidates.push(valued(sought, normalised.text, { start: old + length, end: old + length + sought.quote.length }));
  if (!candidates.every(({ p, s }) => p?.whole.value === 1 && s?.whole.value === 1)) return false;
  const { rule, best, proposals } = decide(sought, candidates, 0);
  settle(target, rule, best, proposals, normalised);
  return true;
}

function* candidatesOf(sought: Sought, text: string, exact: readonly number[], edgePlaces: ReadonlyMap<string, readonly number[]>, indices: Indices): Generator<void, Candidate[]> {
  const { quote } = sought;
  const likely = exact.length <= MANY ? exact : indices.of(quote, exact).likely(sought);
  const spans: Span[] = likely.map((start) => ({ start, end: start + quote.length })).filter((s) => isAtWords(sought, text, s));
  if (quote.length >= MIN_APPROXIMATE) {
    const { before, after } = edgesOf(sought);
    const [befores, afters] = [before, after].map((edge) => (edge === undefined ? [] : edgePlaces.get(edge) ?? []));
    spans.push(...frames(sought, befores ?? [], afters ?? []));
    if (exact.length === 0) spans.push(...(yield* lookalikes(sought, text, befores ?? [], afters ?? [])));
  }
  const seen = new Set<string>();
  return spans.filter(({ start, end }) => !seen.has(`${start}-${end}`) && seen.add(`${start}-${end}`)).map((s) => valued(sought, text, s));
}

class Indices {
  private hashes: Int32Array | null = null;
  private last: { readonly quote: string; readonly index: ContextIndex } | null = null;

  constructor(private readonly text: string) {}

  of(quote: string, places: readonly number[]): ContextIndex {
    this.hashes ??= hashesOfPieces(this.text);
    if (this.last?.quote !== quote) this.last = { quote, index: new ContextIndex(this.hashes, places, quote.length) };
    return this.last.index;
  }
}

function settle(target: Target, rule: Rule, best: Candidate | undefined, proposals: readonly Candidate[], normalised: Normalised): void {
  target.rule = rule;
  target.span = best === undefined ? null : normalised.toOriginal(best);
  target.score = best?.score ?? 0;
  target.proposals = proposals.map((proposal) => normalised.toOriginal(proposal));
  target.why = best !== undefined ? null : proposals.length > 0 ? 'not-sure' : 'no-candidate';
}
