/** Content that says by itself nothing: "that", "this on Monday", "the allegations", "it was not true". It points to what was said before. */
import type { Stance } from '../types.js';

export interface Pointing {
  /** "The claim", not "that": it may stand some sentences behind what it points to. */
  readonly isNoun: boolean;
  /** How many characters of the content do the pointing. */
  readonly end: number;
  /** "The figure": of the sentence just before. */
  readonly isNear: boolean;
  /** ", a claim the company denies": what its own sentence has said. */
  readonly isHere: boolean;
  /** "Both figures": two claims, whoever makes them. */
  readonly isPair: boolean;
  /** "The allegations", "both claims". */
  readonly several: boolean;
  /** Whose: a name of the article's, or somebody else than who speaks. */
  readonly owner?: string;
  /** "That was not true". */
  readonly judged?: 'denied' | 'confirmed';
}

const NOUNS = 'claim|allegation|accusation|report|account|story|version|statement|suggestion|rumou?r|charge|assertion|remark|comment|characteri[sz]ation|description|insinuation|theory|figure|number|estimate|finding|criticism|assessment|view|prediction|narrative|information|promise|pledge|threat';
/** Words that leave open which claim is meant, as “higher” and “first” do not. */
const ADJECTIVES = '(?:(?:latest|recent|alleged|same|new|entire|whole|unfounded|false|baseless|media|news|press|damning|serious|grave|anonymous|so-called|two|three|four|various|other people’s) ){0,2}?';
/** Letters and hyphens. The patterns here have no `u` beside `i` where they can do without: V8 takes 5 to 15 ms longer to compile one that has both. */
const NAME = String.raw`[^\s\d.,;:!?“”"'‘’()]+`;
const PRONOUN = /^(?:this|that|it|so|them|these|those|the same|(?:doing|having done) (?:so|this|that|it))(?=$|[\s,.;:!?”"'’])/i;
const NOUN = new RegExp(`^(?:(the|this|that|these|those|such|any such|both|all|all the|both the|an?)|(his|her|their|its)|(${NAME})['’]s?) ${ADJECTIVES}(${NOUNS})(s?)(?=$|[\\s,.;:!?”"'’])`, 'i');
/** "The number at 31": the figure is given. */
const GIVEN = /^\s+(?:at|to|as)\s[^.]*\p{N}/u;
/** Nothing that would be a sentence of its own: when, where, how, to whom, by whom. */
const TAIL = /^(?:[\s,]+(?:(?:on|in|at|during|last|this|to|through|by|as|late|early|yesterday|today|again|outright|flatly|strongly|repeatedly|publicly|too|also|made|raised|levelled|leveled|against|and)\b.*)?)?[\s.,;:!?”"'’]*$/is;
/** Behind "that", which joins sentences, too: no more words than a day or a place takes. */
const SHORT_TAIL = /^(?:\s+(?:on|in|at|last|to|as|again|outright|flatly|too|yesterday|today)(?:\s+[\p{L}\p{N}]+){0,3})?[\s.,;:!?”"'’]*$/iu;
const JUDGEMENT = new RegExp(String.raw`^\s*(?:is|was|were|are|isn['’]t|wasn['’]t|weren['’]t|aren['’]t|['’]s|(?:has|have|had) been)\s+(not |never |simply not |just not )?(?:\w+ly |simply |just |all |a complete |a total |complete |pure )?(?:(true|correct|right|accurate|so|the case|fair)|(false|untrue|wrong|incorrect|inaccurate|unfounded|baseless|fabricated|fake|nonsense|rubbish|absurd|fiction|invented|misleading|(?:a )?lies?|an invention|without foundation))\b(?:\s+(?:at all|either|in any way|and\b[^,;]*))?[\s.,;!?”"'’]*$`, 'i');
const NEGATION = /n['’]t\b/;
/** A judgement set beside it: "called the claim ‘nonsense’". */
const BESIDE = /^\s+(?:[“"'‘]|(?:a |an |utter |pure |complete |completely |entirely |totally |simply )*(?:false|untrue|wrong|incorrect|inaccurate|unfounded|baseless|fabricated|fake|nonsense|rubbish|absurd|fiction|misleading|lies?|inventions?|ridiculous|slander|smear|malicious)\b)/i;
const AGAINST = /\b(?:false|untrue|wrong|incorrect|inaccurate|unfounded|baseless|fabricated|fake|nonsense|rubbish|absurd|fiction|misleading|lies?|inventions?|ridiculous|slander|smear|malicious|groundless|invented|fabrications?|hoax|untruths?|falsehoods?)\b/i;
/** Stances of a speaker who need not speak of what another said: "she wants it", "they fear this". */
const OF_THINGS: ReadonlySet<Stance> = new Set<Stance>(['intention', 'request', 'emotion', 'decision']);

/** "They expect the number to rise", "who knew it, and when": of these only a judgement speaks of what was said. */
const OF_MATTERS: ReadonlySet<Stance> = new Set<Stance>(['belief', 'factive']);

/** "That the claim was false". */
const JOINING = /^that (?=(?:the|this|that|these|those|such|it|his|her|their|its|both|all) )/i;

/** Undefined for content that says itself what it says. */
export function pointingIn(content: string, stance: Stance): Pointing | undefined {
  if (OF_THINGS.has(stance)) return undefined;
  const words = content.replace(/^[\s“"‘']+/u, '').replace(JOINING, '');
  const skipped = content.length - words.length;
  const isJudging = OF_MATTERS.has(stance);
  // "Said that it “has no plans”": what stands beside the word is no name for it.
  const isNamed = (rest: string): boolean => skipped === 0 && BESIDE.test(rest);
  const noun = NOUN.exec(words);
  if (noun !== null) {
    const rest = words.slice(noun[0].length);
    const judged = judgementIn(rest);
    if (judged === undefined && (isJudging || GIVEN.test(rest) || (!TAIL.test(rest) && !isNamed(rest)))) return undefined;
    const [, determiner, possessive, name, what, plural] = noun;
    const owner = name ?? byWhom(rest) ?? (possessive === undefined || possessive.toLowerCase() === 'its' ? undefined : 'another');
    return { isNoun: true, end: skipped + noun[0].length, isNear: /^(?:figure|number|estimate)/i.test(what ?? ''), isHere: /^an?$/i.test(determiner ?? ''), isPair: /^both/i.test(determiner ?? ''), several: plural === 's' || /^(?:both|all)/i.test(determiner ?? ''), ...(owner === undefined ? {} : { owner }), ...judgedAs(judged ?? besides(rest, stance)) };
  }
  const pronoun = PRONOUN.exec(words)?.[0];
  if (pronoun === undefined) return undefined;
  const rest = words.slice(pronoun.length);
  const judged = judgementIn(rest);
  const isAlone = /^that$/i.test(pronoun) ? SHORT_TAIL.test(rest) : TAIL.test(rest) || isNamed(rest);
  return judged === undefined && (isJudging || !isAlone) ? undefined : { isNoun: false, end: skipped + pronoun.length, isNear: true, isHere: false, isPair: false, several: /^(?:them|these|those)$/i.test(pronoun), ...judgedAs(judged ?? besides(rest, stance)) };
}

function judgedAs(judged: Pointing['judged']): Pick<Pointing, 'judged'> {
  return judged === undefined ? {} : { judged };
}

function judgementIn(rest: string): Pointing['judged'] {
  const found = JUDGEMENT.exec(rest);
  if (found === null) return undefined;
  const isNegated = found[1] !== undefined || NEGATION.test(found[0]);
  return (found[2] !== undefined) === isNegated ? 'denied' : 'confirmed';
}

/** "Called it nonsense", "described the report as lies". What is denied as lies is denied by its cue. */
function besides(rest: string, stance: Stance): Pointing['judged'] {
  return stance !== 'denial' && (BESIDE.test(rest) || /^\s+as\b/i.test(rest)) && AGAINST.test(rest) ? 'denied' : undefined;
}

function byWhom(rest: string): string | undefined {
  return /\b(?:made|raised|levelled|leveled)?\s*by (?:[\p{Ll}]+ )*((?:\p{Lu}[\p{L}-]*)(?: \p{Lu}[\p{L}-]*)*)/u.exec(rest)?.[1];
}
