/** The model's numbers for one run → mentions, beliefs about words, and claims. Pure. */
import type { Span } from '../base/span.js';
import type { OpinedClaim, OpinedMention, WordBelief } from '../analysis/opinion.js';
import type { EntityType } from '../analysis/types.js';
import type { Labels } from './labels.js';
import type { Outputs } from './outputs.js';
import { CUE_LABELS } from './outputs.js';
import type { Run } from './pieces.js';
import type { Follows } from './tags.js';
import { likeliest, logSoftmax } from './tags.js';
import type { Word } from './words.js';
import { SHAPES } from './words.js';

/** Beliefs below this are left out. */
const FAINTEST = 0.01;
/** A word that the likeliest path does not take for a cue is one all the same from this probability on; what hears the model decides on its own. */
const FAINTEST_CUE = 0.15;
/** Cues that one run may have: no 250 pieces of prose have more. */
const MOST_CUES = 40;

export function mentionsOf(run: Run, outputs: Outputs, labels: Labels): { mentions: OpinedMention[]; words: WordBelief[] } {
  const width = labels.tags.length;
  const rows = run.firsts.map((piece) => logSoftmax(outputs.entities, piece * width, width, labels.entityTemperature));
  const beliefs = rows.map((row) => beliefOf(row, labels));
  const path = likeliest(rows, followsOf(labels));
  const mentions: OpinedMention[] = [];
  path.forEach((label, i) => {
    const tag = labels.tags[label];
    const word = run.words[i];
    if (tag === undefined || tag.kind === 'O' || word === undefined) return;
    const sure = beliefs[i]?.get(tag.type) ?? 0;
    const last = mentions[mentions.length - 1];
    if (tag.kind === 'I' && last !== undefined) mentions[mentions.length - 1] = { ...last, end: word.end, confidence: Math.min(last.confidence, rounded(sure)) };
    else mentions.push({ start: word.start, end: word.end, type: tag.type, confidence: rounded(sure) });
  });
  return { mentions, words: run.words.flatMap((word, i) => wordBelief(word, beliefs[i])) };
}

function beliefOf(row: Float64Array, labels: Labels): Map<EntityType, number> {
  const belief = new Map<EntityType, number>();
  labels.tags.forEach((tag, i) => {
    if (tag.kind !== 'O') belief.set(tag.type, (belief.get(tag.type) ?? 0) + Math.exp(row[i] ?? -Infinity));
  });
  return belief;
}

function wordBelief(word: Word, belief: ReadonlyMap<EntityType, number> | undefined): WordBelief[] {
  const types = [...belief ?? []].filter(([, p]) => p >= FAINTEST).sort((a, b) => b[1] - a[1]).map(([type, p]) => [type, rounded(p)] as const);
  return types.length === 0 ? [] : [{ start: word.start, end: word.end, types }];
}

const followsCache = new WeakMap<Labels, Follows>();

/** I-X goes on from B-X and I-X only. */
function followsOf(labels: Labels): Follows {
  const known = followsCache.get(labels);
  if (known !== undefined) return known;
  const made = labels.tags.map((tag) => (tag.kind !== 'I' ? null : labels.tags.flatMap((other, i) => (other.kind !== 'O' && other.type === tag.type ? [i] : []))));
  followsCache.set(labels, made);
  return made;
}

const CUE_FOLLOWS: Follows = [null, null, [1, 2]];

export function claimsOf(run: Run, outputs: Outputs, labels: Labels): OpinedClaim[] {
  const rows = run.firsts.map((piece) => logSoftmax(outputs.cues, piece * CUE_LABELS, CUE_LABELS, labels.cueTemperature));
  const sure = rows.map((row) => Math.exp(row[1] ?? -Infinity) + Math.exp(row[2] ?? -Infinity));
  const cues = cueRanges(likeliest(rows, CUE_FOLLOWS), sure);
  return cues.flatMap(({ first, end }): OpinedClaim[] => {
    const cue = spanOf(run, first, end);
    if (cue === undefined) return [];
    const within = (role: number): Span[] => spansOf(run, roleWords(run, outputs, labels, role, first).map((is, t) => is && (t < first || t >= end)));
    return [{ cue, source: within(0), content: within(1), confidence: rounded(sure[first] ?? 0) }];
  });
}

interface Range {
  readonly first: number;
  readonly end: number;
}

/** Cues on the likeliest path, and single words beside it that may be one. */
function cueRanges(path: readonly number[], sure: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (let i = 0; i < path.length && ranges.length < MOST_CUES; i++) {
    if (path[i] === 0) {
      if ((sure[i] ?? 0) >= FAINTEST_CUE && (path[i - 1] ?? 0) === 0 && (path[i + 1] ?? 0) === 0) ranges.push({ first: i, end: i + 1 });
      continue;
    }
    const first = i;
    while (path[i + 1] === 2) i++;
    ranges.push({ first, end: i + 1 });
  }
  return ranges;
}

/** Which words of the run play the role for the cue whose head is word `cue`. */
function roleWords(run: Run, outputs: Outputs, labels: Labels, role: number, cue: number): boolean[] {
  const { roleWidth, distanceBuckets, roleTemperature } = labels;
  const of = (run.firsts[cue] ?? 0) * 2 * roleWidth + role * roleWidth;
  const scale = Math.sqrt(roleWidth);
  return run.firsts.map((piece, t) => {
    const from = piece * 2 * roleWidth + role * roleWidth;
    let dot = 0;
    for (let k = 0; k < roleWidth; k++) dot += (outputs.tokenRoles[from + k] ?? 0) * (outputs.cueRoles[of + k] ?? 0);
    const logit = dot / scale + (labels.roleDistance[role]?.[bucketOf(distanceBuckets, t - cue)] ?? 0);
    return logit / roleTemperature > 0;
  });
}

/** Number of bounds that are at most the distance. */
export function bucketOf(bounds: readonly number[], distance: number): number {
  let bucket = 0;
  while (bucket < bounds.length && (bounds[bucket] ?? Infinity) <= distance) bucket++;
  return bucket;
}

/** Runs of chosen words, without marks at their edges that no span ends in. */
function spansOf(run: Run, chosen: readonly boolean[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < chosen.length; i++) {
    if (chosen[i] !== true) continue;
    let first = i;
    while (chosen[i + 1] === true) i++;
    let end = i + 1;
    while (first < end && isLoose(run.words[first])) first++;
    while (end > first && isLoose(run.words[end - 1])) end--;
    const span = spanOf(run, first, end);
    if (span !== undefined) spans.push(span);
  }
  return spans;
}

/** Marks that part spans; quotation marks and brackets belong to what they hold. */
const LOOSE = /^[,;:.!?…–—―-]$/;

function isLoose(word: Word | undefined): boolean {
  return word !== undefined && word.shape === SHAPES.other && LOOSE.test(word.text);
}

function spanOf(run: Run, first: number, end: number): Span | undefined {
  const start = run.words[first]?.start;
  const last = run.words[end - 1]?.end;
  return start === undefined || last === undefined || first >= end ? undefined : { start, end: last };
}

function rounded(p: number): number {
  return Math.round(Math.min(1, p) * 1000) / 1000;
}
