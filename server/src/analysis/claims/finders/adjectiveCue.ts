/** "is convinced that", "was happy with", "are ready to": a state of mind towards something. */
import { readAfter } from '../after.js';
import type { Context, Draft } from '../context.js';
import { has, regionOf } from '../context.js';
import { contentRight } from '../extent.js';
import { Flag } from '../lexicon/words.js';
import { subjectBefore } from '../subject.js';
import { verbGroup } from '../verbGroup.js';
import { sourceSpan } from './draft.js';
import { isLicensed } from './saying.js';

export function adjectiveClaim(context: Context, i: number): Draft | null {
  const sense = context.info[i]?.adjective;
  if (sense === undefined) return null;
  const region = regionOf(context, i);
  const group = verbGroup(context, i, 'participle', region.first);
  if (!group.passive || has(context, group.first - 1, Flag.to)) return null;
  const after = readAfter(context, i + 1, region.end, sense);
  const clause = after.kind === 'phrase' && has(context, after.at, Flag.pron | Flag.det);
  if (!clause && !isLicensed(context, sense, after, region.end)) return null;
  const content = contentRight(context, after.at, region, i);
  const subject = subjectBefore(context, group.first, region.first);
  if (content === null || subject === null) return null;
  return {
    source: [sourceSpan(context, subject)], cue: { start: group.start, end: context.tokens[Math.max(after.cueEnd, i + 1) - 1]?.end ?? group.start },
    content: [content], stance: sense.stance, negated: group.negated, confidence: 0.7, token: i, sourceTokens: subject,
  };
}
