/** "The Red Cross put the number at 31": a figure that somebody gives. */
import type { Context, Draft } from '../context.js';
import { AUXILIARY, has, isMark, lower, regionOf, spanOf } from '../context.js';
import { contentRight } from '../extent.js';
import { Flag } from '../lexicon/words.js';
import { subjectBefore } from '../subject.js';
import { sourceSpan } from './draft.js';

const PUT = new Set(['put', 'puts']);
/** Words between the verb and its "at". */
const REACH = 8;

export function putAtClaim(context: Context, i: number): Draft | null {
  if (!PUT.has(lower(context, i)) || has(context, i - 1, Flag.to | Flag.modal | Flag.be)) return null;
  const region = regionOf(context, i);
  const at = atBefore(context, i + 2, Math.min(region.end, i + REACH));
  if (at < 0 || !startsFigure(context, at + 1)) return null;
  const first = has(context, i - 1, AUXILIARY) ? i - 1 : i;
  const subject = subjectBefore(context, first, region.first);
  const content = subject === null ? null : contentRight(context, i + 1, region, i);
  if (subject === null || content === null) return null;
  return { source: [sourceSpan(context, subject)], cue: spanOf(context, first, i + 1), content: [content], stance: 'report', negated: false, confidence: 0.8, token: i, sourceTokens: subject };
}

function atBefore(context: Context, from: number, end: number): number {
  for (let k = from; k < end; k++) {
    if (lower(context, k) === 'at') return k;
    if (isMark(context, k)) return -1;
  }
  return -1;
}

function startsFigure(context: Context, k: number): boolean {
  for (let w = k; w < k + 4; w++) {
    if (has(context, w, Flag.num) || /^[$€£¥]/.test(context.tokens[w]?.text ?? '')) return true;
    if (!['about', 'around', 'some', 'more', 'less', 'over', 'nearly', 'almost', 'than', 'at', 'least', 'between', 'roughly', 'up', 'to'].includes(lower(context, w))) return false;
  }
  return false;
}
