/** Passives: "X is expected to …", "was told by Y that", "…, reported by the press as …". The subject is part of the content. */
import type { Span } from '../../../base/span.js';
import { readAfter, skipTime } from '../after.js';
import type { After } from '../after.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { firstTokenAt, has, isMark, isNameLike, isTime, lower, regionOf, spanOf } from '../context.js';
import { contentLeft, contentRight } from '../extent.js';
import { Complement } from '../lexicon/index.js';
import type { CueSense } from '../lexicon/index.js';
import { Flag } from '../lexicon/words.js';
import { nounPhraseAfter } from '../nounPhrase.js';
import { DOCUMENT_HEADS } from '../sourceWords.js';
import { subjectBefore, withinRelative } from '../subject.js';
import type { VerbGroup } from '../verbGroup.js';
import type { CueVerb } from './cueVerb.js';
import { headOf } from '../sourceKind.js';
import { BARE_HEADS, OFFICIAL_HEADS, ROLE_HEADS } from '../sourceWords.js';
import { sourceSpan } from './draft.js';

/** Passives that say enough with their subject alone: "a ban was announced". */
const BARE_PASSIVES = new Set(['announce', 'disallow', 'mandate', 'report', 'confirm']);

/** Without an agent, a person asked is an action; and "is expected to meet" is a date in a diary, as "is scheduled to" is. */
function isPlanOrAction(context: Context, lemma: string, group: VerbGroup, after: After): boolean {
  if (lemma === 'ask' || lemma === 'invite' || lemma === 'tell') return after.kind === 'to' || after.kind === 'none';
  if (lemma === 'authorise' || lemma === 'permit') return after.kind === 'to';
  if (lemma !== 'expect' || after.kind !== 'to') return false;
  const auxiliary = lower(context, group.first);
  return (auxiliary === 'is' || auxiliary === 'are') && DIARY_VERBS.has(lower(context, after.at + 1));
}

const DIARY_VERBS = new Set([
  'meet', 'discuss', 'take', 'begin', 'start', 'hold', 'attend', 'arrive', 'visit', 'continue', 'convene', 'vote', 'travel', 'speak', 'open', 'resume', 'address', 'appear',
  'last', 'return', 'host', 'join', 'sign', 'announce', 'release', 'publish', 'deliver', 'conclude', 'end', 'finish', 'launch', 'gather',
]);

interface Agent {
  readonly range: TokenRange;
  /** First token after it. */
  readonly next: number;
}

export function passiveClaim(context: Context, i: number, cue: CueVerb, group: VerbGroup): Draft | null {
  const { complements } = cue.sense;
  const region = withinRelative(context, group.first - 1, i, regionOf(context, i));
  let next = skipTime(context, cue.end, region.end);
  const agent = agentAt(context, next, region.end);
  if (agent !== null) next = agent.next;
  const after = readAfter(context, next, region.end, { ...cue.sense, complements: complements & ~Complement.r });
  const toldWhat = (complements & Complement.r) !== 0 && (after.kind === 'that' || after.kind === 'quote');
  if (!toldWhat && (complements & Complement.s) === 0) return null;
  const complement = passiveComplement(context, i, cue.sense, after, region, toldWhat);
  const subject = subjectBefore(context, group.first, region.first);
  if (agent === null && isPlanOrAction(context, cue.sense.lemma, group, after)) return null;
  const bare = complement === null && agent === null;
  if (cue.sense.prepositions.has('as') && after.kind !== 'as' && after.kind !== 'preposition') return null;
  if (bare && !BARE_PASSIVES.has(cue.sense.lemma)) return null;
  const late = agent === null && complement !== null ? lateAgent(context, complement) : null;
  const content: Span[] = [];
  if (subject !== null && !toldWhat && !isEmptySubject(context, subject)) content.push(subjectSpan(context, subject));
  if (complement !== null) content.push(late?.content ?? complement);
  if (content.length === 0) return null;
  return draft(context, i, cue, group, after, late === null ? agent : { range: late.range, next: late.range.end }, content, bare ? 0.5 : 0.7);
}

const LOOKED_AT = new Set(['seen', 'read', 'heard']);

/** A participle after its noun: "the jet, reported by local press as …", "a trial expected to begin". */
export function reducedPassive(context: Context, i: number, cue: CueVerb, group: VerbGroup): Draft | null {
  if ((cue.sense.complements & Complement.s) === 0) return null;
  const follows = lower(context, cue.end);
  if (follows !== 'by' && follows !== 'to' && follows !== 'as') return null;
  // "A report seen by the agency": looked at, not asserted.
  const noun = has(context, i - 1, Flag.comma) ? i - 2 : i - 1;
  if (follows === 'by' && LOOKED_AT.has(lower(context, i)) && DOCUMENT_HEADS.has(lower(context, noun))) return null;
  const region = regionOf(context, i);
  if (follows === 'by' && lower(context, i - 1) === 'as') return asReportedBy(context, i, cue, region);
  const agent = agentAt(context, cue.end, region.end);
  if (follows === 'by' && agent === null) return null;
  const after = readAfter(context, agent?.next ?? cue.end, region.end, { ...cue.sense, complements: cue.sense.complements & ~Complement.r });
  if (agent === null && (after.kind !== 'to' && after.kind !== 'as' || cue.sense.lemma === 'say')) return null;
  if (after.kind === 'to' && (cue.sense.complements & Complement.i) !== 0) return null;
  const end = has(context, group.first - 1, Flag.comma) ? group.first - 1 : group.first;
  const subject = subjectBefore(context, end, region.first);
  if (subject === null) return null;
  const complement = passiveComplement(context, i, cue.sense, after, region, false);
  return draft(context, i, cue, group, after, agent, [subjectSpan(context, subject), ...(complement === null ? [] : [complement])], 0.6);
}

/** "…, as reported by Keld Radio": all that stands before is content. */
function asReportedBy(context: Context, i: number, cue: CueVerb, region: TokenRange): Draft | null {
  const agent = agentAt(context, cue.end, region.end);
  const left = contentLeft(context, i - 1, region);
  if (agent === null || left === null) return null;
  return {
    source: [sourceSpan(context, agent.range)], cue: spanOf(context, i - 1, i + 1), content: [left], stance: cue.sense.stance, negated: false, confidence: 0.8, token: i,
    sourceTokens: agent.range,
  };
}

/** "was identified as a sailor by the coast guard": the agent after the complement, as offsets where the complement ends and as tokens. */
function lateAgent(context: Context, complement: Span): { range: TokenRange; content: Span } | null {
  const first = firstTokenAt(context, complement.start);
  const end = firstTokenAt(context, complement.end);
  for (let k = end - 2; k > first; k--) {
    if (lower(context, k) !== 'by') continue;
    const agent = agentAt(context, k, end);
    if (agent === null || agent.next !== end || !speaks(context, agent.range)) return null;
    return { range: agent.range, content: spanOf(context, first, k) };
  }
  return null;
}

/** A name, a role, an office: somebody who can say something. */
function speaks(context: Context, range: TokenRange): boolean {
  const head = headOf(context, range);
  const word = lower(context, head);
  return context.name[head] !== undefined || isNameLike(context, head) || ROLE_HEADS.has(word) || OFFICIAL_HEADS.has(word) || BARE_HEADS.has(word);
}

function draft(context: Context, i: number, cue: CueVerb, group: VerbGroup, after: After, agent: Agent | null, content: Span[], confidence: number): Draft {
  const cueTokenEnd = agent === null ? Math.max(cue.end, after.cueEnd) : cue.end;
  return {
    source: agent === null ? [] : [sourceSpan(context, agent.range)],
    cue: { start: group.start, end: context.tokens[cueTokenEnd - 1]?.end ?? group.start },
    content, stance: cue.sense.stance, negated: group.negated, confidence, token: i,
    ...(agent === null ? {} : { sourceTokens: agent.range }),
  };
}

function agentAt(context: Context, k: number, hi: number): Agent | null {
  if (lower(context, k) !== 'by' || k + 1 >= hi) return null;
  if (isTime(context, k + 1) || has(context, k + 1, Flag.num)) return null;
  const range = nounPhraseAfter(context, k + 1, hi, { apposition: true, modifiers: true });
  return range === null ? null : { range, next: range.end };
}

function subjectSpan(context: Context, subject: TokenRange): Span {
  const end = has(context, subject.end - 1, Flag.comma) ? subject.end - 1 : subject.end;
  return spanOf(context, subject.first, end);
}

function isEmptySubject(context: Context, subject: TokenRange): boolean {
  if (subject.end - subject.first !== 1) return false;
  const word = lower(context, subject.first);
  return word === 'there' || (word === 'it' && (has(context, subject.first + 2, Flag.that) || has(context, subject.first + 3, Flag.that)));
}

/** Bare prepositions, adjectives and participles complete a passive too: "was charged with theft", "was reported missing". */
function passiveComplement(context: Context, i: number, sense: CueSense, after: After, region: TokenRange, toldWhat: boolean): Span | null {
  const { at, kind } = after;
  if (at >= region.end || kind === 'none' && (isMark(context, at) || !has(context, at, Flag.prep) || has(context, at, Flag.sub))) return null;
  if (toldWhat || kind === 'as' && (sense.complements & Complement.a) !== 0) return contentRight(context, at, region, i);
  if (kind === 'as' && !sense.prepositions.has('as') && (sense.complements & Complement.x) === 0) return null;
  if (kind !== 'none') return contentRight(context, at, region, i);
  if (lower(context, at) === 'by' || (sense.complements & Complement.x) === 0) return null;
  return contentRight(context, at, region, i);
}
