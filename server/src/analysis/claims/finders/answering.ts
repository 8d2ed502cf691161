/** "…, a charge the minister rejected as baseless": a verb whose object stands before its subject. */
import { answerWith } from '../answered.js';
import type { Context, Draft } from '../context.js';
import { regionOf } from '../context.js';
import type { VerbGroup } from '../verbGroup.js';
import type { CueVerb } from './cueVerb.js';
import { sourceSpan } from './draft.js';

export function answeringClaim(context: Context, i: number, cue: CueVerb, group: VerbGroup): Draft | null {
  const answer = answerWith(context, i, regionOf(context, i));
  if (answer === null) return null;
  return {
    source: [sourceSpan(context, answer.source)], cue: { start: group.start, end: context.tokens[cue.end - 1]?.end ?? group.start }, content: [...answer.content],
    stance: cue.sense.stance, negated: group.negated, confidence: 0.8, token: i, sourceTokens: answer.source,
  };
}
