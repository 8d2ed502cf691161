/** Whether the sentence at a token speaks of what was or of what is to come: the verb group nearest to it decides. */
import type { Sentence, Tense, Token, TokenisedBlock } from '../../types.js';

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const FUTURE_AUXILIARIES = words("will 'll shall would won't");
/** "could reopen on Monday" looks ahead; "could not be reached" and "may have left" do not. */
const POSSIBILITY = words('could may might can should must');
const PAST_AUXILIARIES = words("was were had did wasn't weren't didn't hadn't been");
const PRESENT_BE = words("is are 's 're am be being isn't aren't");
/** Words that a "to" plus verb behind them makes future: "is due to open", "plans to meet". */
const PROSPECTIVE = words(`
  expected scheduled planned set due slated poised going expects expect hopes hope aims aim intends intend plans plan likely unlikely able ready about bound vows promises
  pledges wants want seeks seek needs need ought proposed proposes tipped projected forecast predicted supposed
`);
/** The same words, where the date follows them: "scheduled for Monday". */
const AHEAD = words('scheduled due expected slated planned set deadline forecast predicted announced billed pencilled penciled booked');
/** Present forms that news uses for what the calendar holds: "opens on Monday". */
const CALENDAR_PRESENT = words('applies lasts enters opens begins starts ends closes returns resumes expires meets faces takes runs arrives departs goes airs premieres kicks travels visits');
/** The same, where no verb of the sentence tells otherwise: many of them are nouns, too. */
const NEWS_PRESENT = words(`
  votes vote plays play gives give rises rise go take come comes meet face open begin start end close return resume expire arrive depart leaves leave hosts host holds hold hears hear
  decides decide elects elect marks mark celebrates celebrate addresses address tours tour flies fly receives receive presents present chairs chair convenes convene gathers gather appears appear
  falls fall changes change moves move stops stop launches launch joins join signs sign sails sail performs perform reopens reopen debates debate considers consider
  publishes publish reports report swears concludes conclude
`);
/** "A hearing was likely in June": said of a day to come, though the verb that says so is past. */
const LIKELY = words('likely unlikely');
const WHEN = words('in on by before at within during this next as');
const IRREGULAR = words(`
  said told went came saw made took gave got knew thought found left felt became began kept held brought wrote stood heard let meant met ran paid sat spoke lay led grew lost
  fell sent built understood drew broke spent cut rose drove bought wore chose won put hit shot struck fought caught taught sought sold struck stole swore threw flew fled hid bit
  blew dealt died did fed froze hung hurt laid quit read rode rang sank sang shook shut slept slid split spread swept swam tore woke beat bent bet bound burst cast cost crept dug drank
  ate forbade forgot forgave lent lit overcame overthrew withdrew undertook wept arose awoke bore bled bred clung sworn taken given shown seen known written driven spoken stolen chosen fallen
  flown frozen hidden held told found elected killed
`);
const NOT_PAST = words('united hundred need indeed speed red bed feed seed breed creed exceed proceed succeed embed shed wed greed weed deed steed armed wounded alleged unmarked naked sacred wicked aged');

/** What was done to hold up to a day that comes after it: "postponed until April", "extended to Friday". */
const SETTING = words(`
  postponed delayed deferred adjourned extended prolonged rescheduled moved pushed put suspended halted paused closed shut shuttered banned barred blocked cancelled canceled set jailed remanded
  imposed renewed restricted limited locked grounded quarantined sidelined ruled excluded exempted excused released bailed granted gave given allowed appointed contracted leased loaned booked
  frozen froze
`);
/** Of these "to Friday" names the new day. */
const MOVING = words('postponed delayed deferred adjourned extended prolonged rescheduled moved pushed put');
/** After these a "to" plus verb lies ahead of them: "ordered the firm to pay by April", "hoped to finish by June". */
const DIRECTING = words(`
  ordered told asked urged decided voted agreed wanted hoped planned vowed pledged promised intended aimed sought instructed directed warned advised invited called appealed proposed offered
  pressed given threatened committed required obliged deadline ultimatum chance months weeks days orders plan plans deal pledge promise threat commitment target goal
`);
const STARTING = words('starting beginning effective');

/** How the word before a date turns the verb's tense, if it does. */
type Lead = 'limit' | 'deadline' | 'to' | 'from' | 'start' | 'for' | 'none';

const LEADS: ReadonlyMap<string, Lead> = new Map<string, Lead>([
  ['until', 'limit'], ['till', 'limit'], ['til', 'limit'], ['through', 'limit'], ['by', 'deadline'], ['before', 'deadline'], ['to', 'to'], ['from', 'from'], ['for', 'for'],
]);

/**
 * Tense at a token. A future auxiliary, a planning verb with "to" and a bare "to" in a headline make future; past forms make past;
 * a sentence without a verb that tells leaves it open. Looks back first, then ahead, and never beyond the sentence.
 * "since" looks back whatever the verb; "until" and its like look ahead from verbs that set a term.
 */
export function tenseAt(block: TokenisedBlock, token: number): Tense {
  const sentence = sentenceOf(block.sentences, token);
  const first = Math.max(sentence?.firstToken ?? 0, token - 40);
  const last = Math.min(sentence?.lastToken ?? block.tokens.length, token + 40);
  const before = token > first ? wordBefore(block, token) : '';
  if (before === 'since') return 'past';
  const lead = leadOf(block, token, before);
  const isFronted = token - first <= 2;
  const back = isFronted ? 'unknown' : scan(block, token - 1, first - 1, -1, first, lead);
  if (back !== 'unknown') return back;
  const ahead = scan(block, token + 1, last, 1, first, 'none');
  if (ahead !== 'unknown') return ahead;
  return lead === 'limit' || before === 'by' || lead === 'start' || block.zone !== 'headline' && hasNewsPresent(block, first, token) ? 'future' : 'unknown';
}

/** "The town votes on Sunday": a verb with a word of its subject before it. */
function hasNewsPresent(block: TokenisedBlock, first: number, token: number): boolean {
  for (let i = first + 1; i < token; i++) {
    const before = block.tokens[i - 1];
    if (before !== undefined && before.shape !== 'punct' && !DETERMINERS.has(before.lower) && NEWS_PRESENT.has(block.tokens[i]?.lower ?? '')) return true;
  }
  return false;
}

/** Behind these the same words are nouns: "the votes of Sunday", "Monday's vote". */
const DETERMINERS = words("the a an this that these those his her its their our my your 's ’s no of in on at for with from by after before during two three four");

/** "until early April": the word before the date and what narrows it. */
function wordBefore(block: TokenisedBlock, token: number): string {
  const lower = block.tokens[token - 1]?.lower ?? '';
  return NARROWING.has(lower) ? block.tokens[token - 2]?.lower ?? '' : lower;
}

const NARROWING = words('early late mid the this');

function leadOf(block: TokenisedBlock, token: number, before: string): Lead {
  const started = before === 'on' || before === 'from' || before === 'in' ? block.tokens[token - 2]?.lower ?? '' : before;
  return STARTING.has(started) ? 'start' : LEADS.get(before) ?? 'none';
}

/** Binary search: blocks can have thousands of sentences. */
function sentenceOf(sentences: readonly Sentence[], token: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.firstToken ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return sentences[low];
}

function scan(block: TokenisedBlock, from: number, stop: number, step: 1 | -1, first: number, lead: Lead): Tense {
  const { tokens } = block;
  for (let i = from; i !== stop; i += step) {
    const token = tokens[i];
    if (token === undefined) return 'unknown';
    const tense = tenseOfToken(block, token, i, first, lead);
    if (tense !== 'unknown') return tense;
  }
  return 'unknown';
}

function tenseOfToken(block: TokenisedBlock, token: Token, i: number, first: number, lead: Lead): Tense {
  const { lower } = token;
  if (FUTURE_AUXILIARIES.has(lower)) return 'future';
  if (POSSIBILITY.has(lower) && !(lower === 'may' && token.shape === 'title' && i > first)) return possibility(block, i);
  if (lower === 'upcoming' || lower === 'tomorrow' || CALENDAR_PRESENT.has(lower)) return 'future';
  if (LIKELY.has(lower) && WHEN.has(block.tokens[i + 1]?.lower ?? '')) return 'future';
  if (PAST_AUXILIARIES.has(lower)) return isAhead(block, i + 1) ? 'unknown' : governed(block, i, first, 'past');
  if (lower === 'to') return (lead === 'limit' || lead === 'deadline') && isDirected(block, i, first) ? 'future' : infinitive(block, i, first);
  if (AHEAD.has(lower) && block.tokens[i + 1]?.lower === 'for') return isPastBe(block, i - 1) ? 'unknown' : 'future';
  if (!isPastForm(token)) return 'unknown';
  return setsTerm(lower, lead) && !isPerfect(block, i, first) || lead === 'from' && isPresentBe(block, i - 1) ? 'future' : governed(block, i, first, 'past');
}

/** Whether a date with that lead comes after the deed, though the verb is past. */
function setsTerm(lower: string, lead: Lead): boolean {
  if (lead === 'limit' || lead === 'start') return SETTING.has(lower);
  return lead === 'to' && MOVING.has(lower) || lead === 'for' && lower === 'rescheduled';
}

/** "had been closed until Monday": the term is over. */
function isPerfect(block: TokenisedBlock, i: number, first: number): boolean {
  for (let k = i - 1; k >= first && k >= i - 3; k--) if (block.tokens[k]?.lower === 'had') return true;
  return false;
}

function isPresentBe(block: TokenisedBlock, i: number): boolean {
  const lower = block.tokens[i]?.lower ?? '';
  return lower === 'is' || lower === 'are' || lower === "'s" || lower === "'re";
}

/** "ordered the firm to pay": a verb after "to", and within a few words before it one that looks ahead. */
function isDirected(block: TokenisedBlock, to: number, first: number): boolean {
  const next = block.tokens[to + 1];
  if (next === undefined || next.shape !== 'lower' || isArticleLike(next.lower)) return false;
  for (let k = to - 1; k >= first && k >= to - 6; k--) {
    const token = block.tokens[k];
    if (token === undefined || token.shape === 'punct') return false;
    if (DIRECTING.has(token.lower)) return true;
    if (isPastForm(token)) return false;
  }
  return false;
}

function possibility(block: TokenisedBlock, i: number): Tense {
  const next = block.tokens[i + 1];
  return next === undefined || next.shape !== 'lower' || next.lower === 'not' || next.lower === 'have' ? 'unknown' : 'future';
}

/** "was scheduled", "had been due": planned then, and it may have come to nothing. */
function isAhead(block: TokenisedBlock, i: number): boolean {
  const next = block.tokens[i]?.lower ?? '';
  return PROSPECTIVE.has(next) && next !== 'able';
}

function isPastBe(block: TokenisedBlock, i: number): boolean {
  return PAST_AUXILIARIES.has(block.tokens[i]?.lower ?? '');
}

/** A participle or past form, unless an auxiliary before it says otherwise: "will be sworn in", "is to be opened". */
function governed(block: TokenisedBlock, i: number, first: number, tense: Tense): Tense {
  for (let k = i - 1; k >= first && k >= i - 4; k--) {
    const lower = block.tokens[k]?.lower ?? '';
    if (FUTURE_AUXILIARIES.has(lower)) return 'future';
    if (lower === 'to') return infinitive(block, k, first);
    if (PAST_AUXILIARIES.has(lower)) return tense;
    if (PRESENT_BE.has(lower) || lower === 'not' || lower === 'have' || lower === 'has' || lower.endsWith('ly')) continue;
    return tense;
  }
  return tense;
}

/** "expects to open", "is to open": to come. "decided to open" and "in order to": open. In a headline "Sorel to visit": to come. */
function infinitive(block: TokenisedBlock, i: number, first: number): Tense {
  const next = block.tokens[i + 1];
  if (next === undefined || next.shape !== 'lower') return 'unknown';
  const before = block.tokens[i - 1]?.lower ?? '';
  if (PRESENT_BE.has(before)) return 'future';
  if (PROSPECTIVE.has(before)) return isPastBe(block, i - 2) || isPastBe(block, i - 3) ? 'unknown' : 'future';
  return block.zone === 'headline' && i > first && !isArticleLike(next.lower) ? 'future' : 'unknown';
}

function isArticleLike(lower: string): boolean {
  return lower === 'the' || lower === 'a' || lower === 'an' || lower === 'his' || lower === 'her' || lower === 'their' || lower === 'its';
}

function isPastForm(token: Token): boolean {
  if (token.shape !== 'lower' && token.shape !== 'title') return false;
  const { lower } = token;
  if (IRREGULAR.has(lower)) return true;
  return lower.length > 4 && lower.endsWith('ed') && !NOT_PAST.has(lower);
}
