/** "…, a charge the minister rejected as baseless", "…, a claim Moscow denies": what was just said, under a noun, and who answers it. */
import type { Span } from '../../base/span.js';
import type { Context, TokenRange } from './context.js';
import { AUXILIARY, has, isMark, isTime, lower, spanOf } from './context.js';
import { cueVerbAt } from './finders/cueVerb.js';
import { Complement } from './lexicon/index.js';
import { Flag } from './lexicon/words.js';
import { nounPhraseAfter } from './nounPhrase.js';

export interface Answer {
  /** Who answers. */
  readonly source: TokenRange;
  /** Token of the verb. */
  readonly verb: number;
  /** "a charge", and "as baseless". */
  readonly content: readonly Span[];
}

/** What somebody else said, or how much somebody else counted. */
const SAID = new Set([
  'claim', 'claims', 'charge', 'charges', 'allegation', 'allegations', 'accusation', 'accusations', 'assertion', 'suggestion', 'report', 'reports', 'rumour', 'rumours', 'rumor', 'rumors',
  'figure', 'figures', 'number', 'estimate', 'version', 'account', 'description', 'characterisation', 'characterization', 'argument', 'contention', 'notion', 'idea', 'finding', 'conclusion',
]);
/** Adjectives that may stand before it. */
const MOST_ADJECTIVES = 2;
/** Tokens between the comma and the verb. */
const REACH = 16;

/** The answer that begins behind this comma or dash, or null. */
export function answerAt(context: Context, mark: number, hi: number): Answer | null {
  if (!has(context, mark, Flag.comma | Flag.dash)) return null;
  if (lower(context, mark + 1) === 'something') return answerTo(context, mark + 1, mark + 1, hi);
  if (!has(context, mark + 1, Flag.det) || has(context, mark + 1, Flag.pron)) return null;
  let noun = mark + 2;
  while (noun < hi && noun < mark + 2 + MOST_ADJECTIVES && !SAID.has(lower(context, noun))) noun++;
  return SAID.has(lower(context, noun)) ? answerTo(context, mark + 1, noun, hi) : null;
}

/** `first` to `noun` are the words for what was said. */
function answerTo(context: Context, first: number, noun: number, hi: number): Answer | null {
  const subject = lower(context, noun + 1) === 'that' || lower(context, noun + 1) === 'which' ? noun + 2 : noun + 1;
  const said = spanOf(context, first, noun + 1);
  return answerBy(context, subject, hi, said, false) ?? answerBy(context, subject, hi, said, true);
}

/** `modifiers`: "the mayor of Riga denies"; without them "the mayor rejected as baseless" has its verb. */
function answerBy(context: Context, subject: number, hi: number, said: Span, modifiers: boolean): Answer | null {
  const source = nounPhraseAfter(context, subject, Math.min(hi, subject + REACH), { apposition: false, modifiers });
  if (source === null) return null;
  let verb = source.end;
  while (verb < hi && has(context, verb, AUXILIARY | Flag.adv | Flag.neg)) verb++;
  const cue = cueVerbAt(context, verb);
  if (cue === null || cue.end !== verb + 1 || (cue.sense.complements & Complement.n) === 0) return null;
  if (lower(context, cue.end) === 'as') {
    let end = cue.end + 1;
    while (end < hi && !isMark(context, end)) end++;
    return { source, verb, content: [said, spanOf(context, cue.end, end)] };
  }
  return cue.end >= hi || isMark(context, cue.end) || isTime(context, cue.end) || has(context, cue.end, Flag.conj | Flag.sub) ? { source, verb, content: [said] } : null;
}

/** The same from its verb: who answers, and what. */
export function answerWith(context: Context, verb: number, region: TokenRange): Answer | null {
  for (let mark = verb - 1; mark >= region.first && mark > verb - REACH; mark--) {
    if (has(context, mark, Flag.semi | Flag.colon | Flag.stop)) return null;
    if (!has(context, mark, Flag.comma | Flag.dash)) continue;
    const answer = answerAt(context, mark, region.end);
    if (answer !== null) return answer.verb === verb ? answer : null;
  }
  return null;
}
