/**
 * How certain a source is of what it says, on FactBank's scale, and whether the article itself goes along (design document, part B4).
 * Each step keeps the words that decided it.
 */
import type { Span } from '../../base/span.js';
import { Flag } from '../claims/lexicon/words.js';
import type { Stance } from '../types.js';
import type { Predicate } from './predicate.js';
import { headPredicate } from './predicate.js';
import { is } from './words.js';
import type { Word } from './words.js';

export type Level = 'CT' | 'PR' | 'PS';
export type FactValue = 'CT+' | 'PR+' | 'PS+' | 'CT-' | 'PR-' | 'PS-' | 'CTu' | 'Uu';

export interface Certainty {
  readonly value: FactValue;
  /** Words that decided it, in document offsets: of the content, else of the cue. Empty for a plain statement. */
  readonly decided: readonly Span[];
  readonly decidedBy: 'content' | 'cue' | 'nothing';
  /** Reported, but still to come. */
  readonly notYet: boolean;
  /** Of `Uu`: what leaves it open. */
  readonly openBy: OpenBy | undefined;
  /** The clause on which it depends. */
  readonly condition: Span | undefined;
  /** The article's own value where it differs in kind from not taking sides. */
  readonly author: 'takes it as true' | 'takes it as false' | undefined;
}

export type OpenBy = 'duty' | 'plan' | 'question' | 'condition' | 'cue';

export interface CueReading {
  readonly words: readonly Word[];
  readonly stance: Stance;
  readonly negated: boolean;
  /** Without a cue it is the article that speaks. */
  readonly isArticle: boolean;
}

interface Draft {
  level: Level;
  negative: boolean;
  open: OpenBy | undefined;
  notYet: boolean;
  decided: Span[];
}

/** Value of a modal or an adverb beside the verb. */
const MODALS: ReadonlyMap<string, Level | 'open'> = new Map<string, Level | 'open'>([
  ['may', 'PS'], ['might', 'PS'], ['could', 'PS'], ['can', 'PS'], ["couldn't", 'CT'], ["can't", 'CT'], ['cannot', 'CT'], ["mightn't", 'PS'],
  ['should', 'open'], ["shouldn't", 'open'], ['must', 'open'], ["mustn't", 'open'], ['ought', 'open'], ['needn\'t', 'open'],
]);
const ADVERBS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['probably', 'PR'], ['likely', 'PR'], ['presumably', 'PR'], ['apparently', 'PR'], ['seemingly', 'PR'],
  ['possibly', 'PS'], ['perhaps', 'PS'], ['maybe', 'PS'], ['potentially', 'PS'], ['conceivably', 'PS'],
]);
/** Chain words by what they make of the verb after their "to". */
const CHAINS: ReadonlyMap<string, Level | 'open' | 'not' | 'unlikely'> = new Map<string, Level | 'open' | 'not' | 'unlikely'>([
  ...['expected', 'likely', 'set', 'seem', 'seems', 'seemed', 'appear', 'appears', 'appeared', 'tend', 'tends', 'tended', 'believed', 'thought', 'supposed', 'poised'].map((word) => [word, 'PR'] as const),
  ['unlikely', 'unlikely'], ['impossible', 'not'], ['unable', 'not'], ['possible', 'PS'], ['suspected', 'PS'],
  ...['fail', 'fails', 'failed', 'refuse', 'refuses', 'refused', 'decline', 'declines', 'declined'].map((word) => [word, 'not'] as const),
  ...['need', 'needs', 'needed', 'plan', 'plans', 'planned', 'hope', 'hopes', 'hoped', 'want', 'wants', 'wanted', 'seek', 'seeks', 'sought', 'intend', 'intends', 'intended', 'aim', 'aims',
    'aimed', 'threaten', 'threatens', 'threatened', 'try', 'tries', 'tried', 'prepare', 'prepares', 'prepared', 'ought', 'have', 'has'].map((word) => [word, 'open'] as const),
]);
const DUTIES = new Set(['need', 'needs', 'needed', 'ought', 'have', 'has']);
const CAPS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['suspect', 'PR'], ['suggest', 'PR'], ['imply', 'PR'], ['hint', 'PS'], ['speculate', 'PS'], ['float', 'PS'], ['fear', 'PS'], ['worry', 'PS'], ['afraid', 'PS'], ['worried', 'PS'], ['concerned', 'PS'],
]);
const SURE = new Set(['certain', 'convinced', 'sure', 'know']);
const DOUBTING = new Set(['doubt', 'doubtful', 'sceptical', 'skeptical', 'unsure', 'uncertain']);
const CONDITIONS = new Set(['if', 'unless', 'provided', 'providing']);
/** After these "not" and "no" deny nothing. */
const NO_DENIAL = new Set(['only', 'just', 'merely', 'least', 'doubt', 'less', 'fewer', 'matter', 'wonder']);
const NEGATIONS = new Set(['not', "n't", 'never', 'cannot', 'neither', 'nor']);
const NO_SUBJECT = new Set(['no', 'none', 'nobody', 'neither', 'nothing']);
const LACKING = new Set(['lack', 'lacks', 'lacked', 'lacking']);
const INFERRED = new Set(['have', 'be']);
const LOWER: Readonly<Record<Level, number>> = { CT: 3, PR: 2, PS: 1 };

export function certaintyOf(words: readonly Word[], cue: CueReading): Certainty {
  const predicate = headPredicate(words);
  const draft: Draft = { level: 'CT', negative: false, open: undefined, notYet: false, decided: [] };
  const condition = conditionIn(words);
  if (predicate !== undefined) readGroup(words, predicate, draft, condition !== undefined);
  readSubject(words, predicate, draft);
  if (asks(words)) {
    draft.open = 'question';
    draft.decided.push(spanOf(words[0]));
  }
  if (condition !== undefined && draft.level === 'CT') draft.open ??= 'condition';
  const own = { decided: mergedGroup(words, predicate, draft.decided), by: draft.decided.length > 0 ? 'content' as const : 'nothing' as const };
  const { value, cueSpans } = throughCue(words, cue, draft);
  const decided = own.by === 'content' && value !== 'CTu' && !cueDecides(cue) ? own.decided : cueSpans.length > 0 ? cueSpans : own.decided;
  return {
    value, decided, decidedBy: decided.length === 0 ? 'nothing' : decided === own.decided ? 'content' : 'cue', notYet: draft.notYet && value !== 'Uu', condition,
    openBy: value === 'Uu' ? draft.open ?? 'cue' : undefined,
    author: authorOf(cue),
  };
}

/** The words of the verb's group that bend it. */
function readGroup(words: readonly Word[], predicate: Predicate, draft: Draft, conditional: boolean): void {
  const main = words[predicate.main];
  for (const k of [...predicate.helpers, predicate.main]) {
    const word = words[k];
    if (word === undefined) continue;
    const { lower } = word;
    const chain = k === predicate.main ? undefined : CHAINS.get(lower);
    if (is(word, Flag.modal)) readModal(words, k, predicate, draft, conditional);
    else if (chain !== undefined && !(is(word, Flag.have) && words[k + 1]?.lower !== 'to')) readChain(chain, word, draft);
    else if (ADVERBS.has(lower)) lowerTo(draft, ADVERBS.get(lower) ?? 'CT', word);
    else if (lower === 'hardly' || lower === 'barely' || lower === 'scarcely') negateAs(draft, 'PR', word);
    if (isNegation(words, k)) negate(draft, word);
    if (LACKING.has(lower)) negate(draft, word);
  }
  const end = predicate.end;
  // "has no plan", "there is no evidence", "is unlikely", "is impossible".
  const after = words[end];
  if (after?.lower === 'no' && !NO_DENIAL.has(words[end + 1]?.lower ?? '')) negate(draft, after);
  if (main !== undefined && is(main, Flag.be)) {
    if (after?.lower === 'unlikely' || after?.lower === 'doubtful') negateAs(draft, 'PR', after);
    if (after?.lower === 'likely' || after?.lower === 'probable') lowerTo(draft, 'PR', after);
    if (after?.lower === 'possible') lowerTo(draft, 'PS', after);
    if (after?.lower === 'impossible') negate(draft, after);
  }
  // An adverb before the subject bends the verb, too.
  for (const word of words.slice(0, Math.min(3, predicate.first))) if (ADVERBS.has(word.lower)) lowerTo(draft, ADVERBS.get(word.lower) ?? 'CT', word);
}

function readModal(words: readonly Word[], k: number, { main }: Predicate, draft: Draft, conditional: boolean): void {
  const word = words[k];
  if (word === undefined) return;
  const { lower } = word;
  const value = MODALS.get(lower);
  if (value === undefined) {
    if (/^(?:will|won't|would|wouldn't|shall|.*'ll|.*'d)$/.test(lower)) {
      draft.notYet = true;
      if (conditional && lower.startsWith('would')) draft.open = 'condition';
    }
    return;
  }
  if (value !== 'open') {
    // "cannot" and "could not" deny; "could" and "can" leave it open.
    if (isNegated(words, k) && (lower === 'can' || lower === 'could')) draft.decided.push(spanOf(word));
    else lowerTo(draft, value, word);
    return;
  }
  // "must have left" infers; "must leave" orders. "should be ready" expects; "should resign" orders.
  const next = words[k + 1];
  const infers = lower === 'must' && next !== undefined && INFERRED.has(next.lower) && (next.lower === 'have' || main === k + 1);
  const expects = lower === 'should' && next?.lower === 'be' && main === k + 1;
  if (infers || expects) lowerTo(draft, 'PR', word);
  else {
    draft.open = 'duty';
    draft.decided.push(spanOf(word));
  }
}

function readChain(chain: Level | 'open' | 'not' | 'unlikely', word: Word, draft: Draft): void {
  if (chain === 'not') negate(draft, word);
  else if (chain === 'unlikely') negateAs(draft, 'PR', word);
  else if (chain === 'open') {
    draft.open = DUTIES.has(word.lower) ? 'duty' : 'plan';
    draft.decided.push(spanOf(word));
  } else lowerTo(draft, chain, word);
}

/** "no ship has left", "nobody was hurt". */
function readSubject(words: readonly Word[], predicate: Predicate | undefined, draft: Draft): void {
  let i = 0;
  while (i < words.length && (words[i]?.isMark === true || words[i]?.lower === 'that')) i++;
  const word = words[i];
  if (word === undefined || predicate === undefined || i >= predicate.first) return;
  if (NO_SUBJECT.has(word.lower) && !NO_DENIAL.has(words[i + 1]?.lower ?? '') && words[i + 1]?.text !== ',') negate(draft, word);
}

function isNegation(words: readonly Word[], k: number): boolean {
  const word = words[k];
  if (word === undefined || NO_DENIAL.has(words[k + 1]?.lower ?? '')) return false;
  return NEGATIONS.has(word.lower) || /n't$/.test(word.lower);
}

function isNegated(words: readonly Word[], k: number): boolean {
  return words[k + 1]?.lower === 'not' || words[k + 1]?.lower === "n't" || words[k + 1]?.lower === 'never';
}

function lowerTo(draft: Draft, level: Level, word: Word): void {
  if (LOWER[level] < LOWER[draft.level]) draft.level = level;
  draft.decided.push(spanOf(word));
}

function negate(draft: Draft, word: Word): void {
  draft.negative = !draft.negative;
  draft.decided.push(spanOf(word));
}

function negateAs(draft: Draft, level: Level, word: Word): void {
  lowerTo(draft, level, word);
  draft.negative = !draft.negative;
}

/** From the word that sets the condition to the comma or the end. */
function conditionIn(words: readonly Word[]): Span | undefined {
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || !CONDITIONS.has(word.lower) || (i === 0 && word.lower === 'if' && !words.some((w) => w.text === ','))) continue;
    if (words[i - 1]?.lower === 'as' || words[i - 1]?.lower === 'even' || (word.lower !== 'if' && word.lower !== 'unless' && !words[i - 1]?.isMark && i > 0)) continue;
    let end = i + 1;
    while (end < words.length && words[end]?.text !== ',' && !/[.!?”"’]/.test(words[end]?.text ?? '')) end++;
    const last = words[end - 1];
    if (last !== undefined && end - i > 1) return { start: word.start, end: last.end };
  }
  return undefined;
}

function asks(words: readonly Word[]): boolean {
  const opener = words.find((word) => !word.isMark)?.lower ?? '';
  if (opener === 'whether') return true;
  if (opener === 'if') return !words.some((word) => word.text === ',');
  return words.slice(-2).some((word) => word.text === '?');
}

/** Cues whose own meaning weighs more than the words of the content. */
function cueDecides(cue: CueReading): boolean {
  return cue.negated || cue.stance === 'denial' || cue.words.some((word) => DOUBTING.has(lemmaOf(word)));
}

function lemmaOf({ info, lower }: Word): string {
  return info?.verb?.sense.lemma ?? info?.adjective?.lemma ?? info?.noun?.sense.lemma ?? lower;
}

function throughCue(words: readonly Word[], cue: CueReading, draft: Draft): { value: FactValue; cueSpans: Span[] } {
  const spans = cueSpan(cue.words);
  const lemmas = cue.words.map(lemmaOf);
  if (cue.isArticle) return { value: valueOf(draft), cueSpans: [] };
  if (lemmas.includes('know') && !cue.negated && words.find((word) => !word.isMark)?.lower === 'whether') return { value: 'CTu', cueSpans: spans };
  if (cue.negated || /\bno (?:evidence|proof|sign|indication)\b/.test(cue.words.map((word) => word.lower).join(' '))) return { value: 'Uu', cueSpans: spans };
  if (draft.open !== undefined) return { value: 'Uu', cueSpans: [] };
  const doubts = lemmas.some((lemma) => DOUBTING.has(lemma));
  if (doubts) {
    draft.level = 'PR';
    draft.negative = true;
    return { value: valueOf(draft), cueSpans: spans };
  }
  switch (cue.stance) {
    case 'denial':
      draft.negative = !draft.negative;
      return { value: valueOf(draft), cueSpans: spans };
    case 'belief': {
      if (lemmas.some((lemma) => SURE.has(lemma))) return { value: valueOf(draft), cueSpans: [] };
      const before = draft.level;
      const cap = capOf(lemmas) ?? 'PR';
      if (LOWER[cap] < LOWER[draft.level]) draft.level = cap;
      return { value: valueOf(draft), cueSpans: before === draft.level ? [] : spans };
    }
    case 'intention':
    case 'request': return { value: 'Uu', cueSpans: spans };
    case 'emotion':
      if (lemmas.includes('hope') || isInfinitive(words)) return { value: 'Uu', cueSpans: spans };
      return capped(draft, lemmas, spans);
    case 'distance':
    case 'report':
    case 'assertion':
    case 'concession':
    case 'factive':
    case 'decision':
    case 'judgement':
      if (lemmas.includes('hope')) return { value: 'Uu', cueSpans: spans };
      return capped(draft, lemmas, spans);
  }
}

function isInfinitive(words: readonly Word[]): boolean {
  return words[0]?.lower === 'to';
}

function capped(draft: Draft, lemmas: readonly string[], spans: Span[]): { value: FactValue; cueSpans: Span[] } {
  const cap = capOf(lemmas);
  if (cap === undefined || LOWER[cap] >= LOWER[draft.level]) return { value: valueOf(draft), cueSpans: [] };
  draft.level = cap;
  return { value: valueOf(draft), cueSpans: spans };
}

function capOf(lemmas: readonly string[]): Level | undefined {
  for (const lemma of lemmas) {
    const cap = CAPS.get(lemma);
    if (cap !== undefined) return cap;
  }
  return undefined;
}

function valueOf({ level, negative, open }: Draft): FactValue {
  return open !== undefined ? 'Uu' : `${level}${negative ? '-' : '+'}`;
}

const FALSELY = new Set(['wrongly', 'falsely', 'baselessly', 'incorrectly', 'mistakenly']);

function authorOf({ words, stance, negated, isArticle }: CueReading): Certainty['author'] {
  if (isArticle) return undefined;
  if (words.some((word) => FALSELY.has(word.lower))) return 'takes it as false';
  return stance === 'factive' && !negated ? 'takes it as true' : undefined;
}

function cueSpan(words: readonly Word[]): Span[] {
  const [first] = words;
  const last = words[words.length - 1];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}

/** Deciding words inside the verb's group are shown with its verb: “could reopen”. Others stand alone. */
function mergedGroup(words: readonly Word[], predicate: Predicate | undefined, decided: readonly Span[]): Span[] {
  if (predicate === undefined || decided.length === 0) return [...decided];
  const first = words[predicate.first];
  const last = words[predicate.end - 1];
  if (first === undefined || last === undefined) return [...decided];
  const inGroup = decided.filter((span) => span.start >= first.start && span.end <= last.end);
  const others = decided.filter((span) => !inGroup.includes(span));
  const [from] = [...inGroup].sort((a, b) => a.start - b.start);
  return [...others, ...(from === undefined ? [] : [{ start: from.start, end: last.end }])].sort((a, b) => a.start - b.start);
}

function spanOf(word: Word | undefined): Span {
  return { start: word?.start ?? 0, end: word?.end ?? 0 };
}
