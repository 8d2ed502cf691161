/** Runs every finder over a block, token by token from left to right: each cue word is looked at once. */
import type { Context, Draft } from '../context.js';
import { isNounLike, regionOf } from '../context.js';
import type { CueVerb } from './cueVerb.js';
import { cueVerbAt } from './cueVerb.js';
import { asksForAnonymity } from '../anonymity.js';
import { answeringClaim } from './answering.js';
import { settleCitations } from './citing.js';
import { accordingClaim } from './accordingTo.js';
import { adjectiveClaim } from './adjectiveCue.js';
import { hearsayClaim } from './hearsay.js';
import { labelClaim } from './label.js';
import { nounClaim } from './nounCue.js';
import { infinitiveClaim, participleClaim } from './participle.js';
import { passiveClaim, reducedPassive } from './passive.js';
import { putAtClaim } from './putAt.js';
import { sayingClaim } from './saying.js';
import { verbGroup } from '../verbGroup.js';

export function findDrafts(context: Context): Draft[] {
  const drafts: Draft[] = [];
  const label = labelClaim(context);
  if (label !== null) drafts.push(label);
  for (let i = 0; i < context.tokens.length; i++) {
    // "found in a report published …": a word inside a cue is no cue of its own.
    const last = drafts[drafts.length - 1];
    const start = context.tokens[i]?.start ?? 0;
    if (last !== undefined && last.token < i && last.cue.start <= start && start < last.cue.end) continue;
    const draft = draftAt(context, i, drafts);
    if (draft !== null) drafts.push(draft);
  }
  return settleCitations(context, drafts);
}

function draftAt(context: Context, i: number, drafts: readonly Draft[]): Draft | null {
  const info = context.info[i];
  if (info === undefined) return hearsayClaim(context, i);
  if (info.adjective !== undefined) {
    const state = adjectiveClaim(context, i);
    if (state !== null) return state;
  }
  const cue = cueVerbAt(context, i);
  if (cue !== null) {
    const draft = verbDraft(context, i, cue, drafts);
    if (draft !== null) return draft;
  }
  return putAtClaim(context, i) ?? accordingClaim(context, i) ?? (info.noun !== undefined && cue === null ? nounClaim(context, i) : null) ?? hearsayClaim(context, i);
}

function verbDraft(context: Context, i: number, cue: CueVerb, drafts: readonly Draft[]): Draft | null {
  const group = verbGroup(context, i, cue.form, regionOf(context, i).first);
  if (asksForAnonymity(context, cue.sense.lemma, group.first, cue.end)) return null;
  if (group.passive) return passiveClaim(context, i, cue, group);
  if (group.infinitive) return infinitiveClaim(context, i, cue, group, drafts);
  if (group.participle) return participleClaim(context, i, cue, group, drafts);
  const answer = answeringClaim(context, i, cue, group);
  if (answer !== null) return answer;
  if (cue.form === 'participle' || cue.form === 'pastOrParticiple') {
    const before = context.tokens[i - 1];
    const reduced = group.first === i && (isNounLike(context, i - 1) || before?.text === ',' || before?.lower === 'as') ? reducedPassive(context, i, cue, group) : null;
    if (reduced !== null) return reduced;
    // "Asked whether the ships were safe, …": without a subject it is a question put to the speaker that follows.
    if (cue.sense.lemma === 'ask' && i === regionOf(context, i).first) return null;
  }
  return group.finite ? sayingClaim(context, i, cue, group, drafts) : null;
}
