/** Noun cues: "her advice was …", "issued a warning that …", "the mayor's demand for …". */
import type { Span } from '../../../base/span.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { AUXILIARY, has, lower, regionOf } from '../context.js';
import { contentRight } from '../extent.js';
import { Complement } from '../lexicon/index.js';
import type { CueSense } from '../lexicon/index.js';
import { LIGHT_VERBS } from '../lexicon/nouns.js';
import { Flag } from '../lexicon/words.js';
import { isPredicate } from '../predicate.js';
import { subjectBefore } from '../subject.js';
import { sourceSpan } from './draft.js';

interface Owner {
  readonly source: TokenRange | null;
  /** First token of the cue. */
  readonly first: number;
  readonly light: boolean;
}

export function nounClaim(context: Context, i: number): Draft | null {
  const sense = context.info[i]?.noun?.sense;
  if (sense === undefined || has(context, i, Flag.name)) return null;
  const region = regionOf(context, i);
  const opening = complementAt(context, i + 1, region.end, sense);
  if (opening === null) return null;
  const owner = ownerOf(context, i, region);
  if (owner === null && !opening.clause) return null;
  const content = contentRight(context, opening.at, opening.clause ? subjectClause(context, i, opening.at, region) : region, i);
  if (content === null || isRejectedBy(context, opening.at, content)) return null;
  const first = owner?.first ?? i;
  const source = owner?.source ?? null;
  return {
    source: source === null ? [] : [sourceSpan(context, source)],
    cue: { start: context.tokens[first]?.start ?? 0, end: context.tokens[opening.cueEnd - 1]?.end ?? 0 },
    content: [content], stance: sense.stance, negated: false, confidence: source === null ? 0.4 : 0.6, token: i,
    ...(source === null ? {} : { sourceTokens: source }),
  };
}

/** "An accusation that Mets has rejected": what somebody does with it, not what it says. */
function isRejectedBy(context: Context, at: number, { start, end }: Span): boolean {
  return has(context, at, Flag.that) && /^that (?:\S+ ){1,5}(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es?|ed)|dismiss(?:es|ed)?|refut(?:es?|ed)|contest(?:s|ed)?|repeat(?:s|ed)?|made|makes)$/i.test(context.text.slice(start, end));
}

/** "The claim that boats were late | drew laughter": as the subject of a sentence the noun's clause ends before the second predicate. */
function subjectClause(context: Context, i: number, at: number, region: TokenRange): TokenRange {
  for (let k = region.first; k < i; k++) if (has(context, k, AUXILIARY) || isPredicate(context, k)) return region;
  let predicates = 0;
  for (let k = at + 1; k < region.end; k++) {
    if (has(context, k, Flag.conj | Flag.comma | Flag.wh | Flag.that | Flag.quote)) return region;
    const begins = (has(context, k, AUXILIARY) || isPredicate(context, k)) && !has(context, k - 1, AUXILIARY | Flag.adv | Flag.to | Flag.neg);
    if (begins && ++predicates === 2) return { first: region.first, end: k };
  }
  return region;
}

interface Opening {
  readonly at: number;
  readonly cueEnd: number;
  /** A that-clause or an infinitive: content even with nobody named. */
  readonly clause: boolean;
}

function complementAt(context: Context, k: number, hi: number, sense: CueSense): Opening | null {
  if (k >= hi) return null;
  const that = (sense.complements & Complement.t) !== 0;
  if (that && has(context, k, Flag.pron) && !has(context, k, Flag.det | Flag.relative)) return { at: k, cueEnd: k, clause: true };
  if (has(context, k, Flag.that) && that) return { at: k, cueEnd: k, clause: true };
  if (has(context, k, Flag.to) && (sense.complements & Complement.i) !== 0) return { at: k, cueEnd: k, clause: false };
  if (has(context, k, Flag.prep | Flag.to) && sense.prepositions.has(lower(context, k))) return { at: k + 1, cueEnd: k + 1, clause: false };
  if (has(context, k, Flag.be) && (has(context, k + 1, Flag.that) || has(context, k + 1, Flag.to))) return { at: k + 1, cueEnd: k + 1, clause: true };
  return null;
}

/** The possessor, or the subject of the light verb before. */
function ownerOf(context: Context, i: number, region: TokenRange): Owner | null {
  for (let k = i - 1; k >= region.first && k > i - 6; k--) {
    if (LIGHT_VERBS.has(lower(context, k))) {
      let first = k;
      while (first > region.first && (has(context, first - 1, AUXILIARY) || has(context, first - 1, Flag.adv))) first--;
      const subject = subjectBefore(context, first, region.first);
      const empty = subject !== null && subject.end - subject.first === 1 && lower(context, subject.first) === 'there';
      return { source: empty ? null : subject, first, light: true };
    }
    if (has(context, k, Flag.genitive)) {
      const source = subjectBefore(context, k, region.first);
      return source === null ? null : { source, first: i, light: false };
    }
    if (has(context, k, Flag.poss)) {
      const verb = k - 1;
      if (LIGHT_VERBS.has(lower(context, verb))) continue;
      return { source: { first: k, end: k + 1 }, first: i, light: false };
    }
    if (has(context, k, Flag.prep | Flag.conj | Flag.comma | Flag.quote | Flag.sub | Flag.that)) return null;
  }
  return null;
}
