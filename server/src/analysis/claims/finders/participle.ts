/** "…, saying that …", "with officials saying …", "to announce that …": attribution without a tense of its own. */
import { readAfter } from '../after.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { has, isMark, isNounLike, lower, regionOf } from '../context.js';
import { contentRight } from '../extent.js';
import { Complement } from '../lexicon/index.js';
import { Flag } from '../lexicon/words.js';
import { subjectBefore } from '../nounPhrase.js';
import type { VerbGroup } from '../verbGroup.js';
import type { CueVerb } from './cueVerb.js';
import { sharedSource } from './draft.js';
import { draftOf, isLicensed } from './saying.js';

export function participleClaim(context: Context, i: number, cue: CueVerb, group: VerbGroup, drafts: readonly Draft[]): Draft | null {
  const region = regionOf(context, i);
  const after = readAfter(context, cue.end, region.end, cue.sense);
  const asPhrase = after.kind === 'as' && (cue.sense.complements & Complement.a) !== 0;
  if (!asPhrase && !isLicensed(context, cue.sense, after, region.end)) return null;
  const content = contentRight(context, after.at, region, i);
  if (content === null) return null;
  const source = participleSource(context, group, region, drafts, i);
  return draftOf(context, i, cue, group, after, source, [content], source === null ? 0.5 : 0.8);
}

/** An infinitive counts only with content of its own: "to announce that", "to say: “…”". */
export function infinitiveClaim(context: Context, i: number, cue: CueVerb, group: VerbGroup, drafts: readonly Draft[]): Draft | null {
  if ((cue.sense.complements & Complement.q) === 0) return null;
  const region = regionOf(context, i);
  const after = readAfter(context, cue.end, region.end, cue.sense);
  if (after.kind !== 'that' && after.kind !== 'quote') return null;
  const content = contentRight(context, after.at, region, i);
  if (content === null) return null;
  return draftOf(context, i, cue, group, after, sharedSource(context, drafts, region, i), [content], 0.6);
}

const OPENERS = new Set(['with', 'despite', 'without', 'after', 'before']);

/** Its own subject after "with", or else the subject of the clause it hangs on. */
function participleSource(context: Context, group: VerbGroup, region: TokenRange, drafts: readonly Draft[], i: number): TokenRange | null {
  const before = group.first - 1;
  if (before >= region.first && !isMark(context, before) && !has(context, before, Flag.conj | Flag.prep | Flag.sub | Flag.adv) && isNounLike(context, before)) {
    for (let k = before; k > region.first && k > before - 14; k--) {
      if (isMark(context, k) && !has(context, k, Flag.bracket)) break;
      if (OPENERS.has(lower(context, k - 1))) {
        const own = subjectBefore(context, group.first, k);
        if (own !== null) return own;
      }
    }
    const own = subjectBefore(context, group.first, region.first);
    if (own !== null && own.first > region.first) return own;
  }
  return sharedSource(context, drafts, region, i);
}
