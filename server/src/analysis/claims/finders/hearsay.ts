/** "reportedly", "allegedly" and a premodifying "alleged": content with nobody named. */
import type { Span } from '../../../base/span.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { AUXILIARY, has, isMark, lower, regionOf, spanOf } from '../context.js';
import { contentRight } from '../extent.js';
import { HEARSAY_ADJECTIVES, HEARSAY_ADVERBS } from '../lexicon/nouns.js';
import { Flag } from '../lexicon/words.js';
import { nounPhraseAfter } from '../nounPhrase.js';
import { subjectBefore } from '../subject.js';

export function hearsayClaim(context: Context, i: number): Draft | null {
  const word = lower(context, i);
  if (HEARSAY_ADVERBS.has(word)) return adverbClaim(context, i);
  return HEARSAY_ADJECTIVES.has(word) ? adjectiveClaim(context, i) : null;
}

function adverbClaim(context: Context, i: number): Draft | null {
  const region = regionOf(context, i);
  let at = i + 1;
  if (has(context, at, Flag.comma)) at++;
  const right = contentRight(context, at, region, i);
  const content = [subjectOf(context, i, region), right].filter((s): s is Span => s !== null);
  return content.length === 0 ? null : hearsay(context, i, content, 0.8);
}

/** "The crash | reportedly | killed seven", "They were | reportedly | told". */
function subjectOf(context: Context, i: number, region: TokenRange): Span | null {
  let end = i;
  while (end > region.first && (has(context, end - 1, AUXILIARY) || (has(context, end - 1, Flag.adv) && end < i))) end--;
  if (end <= region.first || isMark(context, end - 1) || has(context, end - 1, Flag.conj | Flag.prep)) return end < i ? spanOf(context, end, i) : null;
  const subject = subjectBefore(context, end, region.first);
  return subject === null ? null : spanOf(context, subject.first, i);
}

function adjectiveClaim(context: Context, i: number): Draft | null {
  if (!has(context, i - 1, Flag.det | Flag.poss | Flag.genitive | Flag.prep | Flag.adv | Flag.num | Flag.conj) && i > 0) return null;
  const region = regionOf(context, i);
  const phrase = nounPhraseAfter(context, i + 1, region.end, { apposition: false, modifiers: true });
  return phrase === null ? null : hearsay(context, i, [spanOf(context, phrase.first, phrase.end)], 0.6);
}

function hearsay(context: Context, i: number, content: Span[], confidence: number): Draft {
  return { source: [], cue: spanOf(context, i, i + 1), content, stance: 'distance', negated: false, confidence, token: i };
}
