/** Which tokens are verbs of attribution in use, and with which sense. */
import type { Context } from '../context.js';
import { AUXILIARY, has, isMark, isNameLike, isNounLike, lower, regionOf } from '../context.js';
import { WORDS } from '../lexicon/index.js';
import type { CueSense, VerbForm } from '../lexicon/index.js';
import { Flag } from '../lexicon/words.js';
import { isPredicate } from '../predicate.js';
import { isCounterpart, subjectBefore } from '../subject.js';

export interface CueVerb {
  readonly sense: CueSense;
  readonly form: VerbForm;
  /** One past the word, or past its particle. */
  readonly end: number;
}

/** The verb of attribution at `i`, or null if the word is none, or is a noun or a modifier here. */
export function cueVerbAt(context: Context, i: number): CueVerb | null {
  const info = context.info[i];
  if (info === undefined || (info.verb === undefined && info.phrasal === undefined)) return null;
  if (has(context, i, Flag.name) || isThinkTank(context, i)) return null;
  if (info.verb?.sense.lemma === 'plead') return pleaAt(context, i, info.verb.form);
  const phrasal = info.phrasal?.find((p) => p.particle === lower(context, i + 1));
  if (phrasal !== undefined && isVerbUse(context, i, phrasal.form) && !isShotDown(context, i, phrasal.sense.lemma)) return { sense: phrasal.sense, form: phrasal.form, end: i + 2 };
  const { verb } = info;
  if (verb === undefined) return null;
  if (context.tokens[i]?.shape === 'title' && i > 0 && !isMark(context, i - 1)) return null;
  const form = pastIfSo(context, i, verb);
  if (form === 'pastOrParticiple' && verb.form === 'base' && has(context, i - 1, Flag.det | Flag.poss | Flag.genitive | Flag.prep)) return null;
  return isVerbUse(context, i, form) ? { sense: verb.sense, form, end: i + 1 } : null;
}

function isThinkTank(context: Context, i: number): boolean {
  return lower(context, i) === 'think' && /^tanks?$/.test(lower(context, i + 1));
}

/** What can be shot down in words; all else is shot down with weapons. */
const SHOT_DOWN_IN_WORDS = /^(?:idea|proposal|plan|bid|request|offer|suggestion|notion|claim|theory|rumou?r|report|appeal|motion|bill|amendment|argument|speculation)s?$/;

function isShotDown(context: Context, i: number, lemma: string): boolean {
  if (lemma !== 'shoot down') return false;
  for (let k = i + 2; k < i + 7; k++) if (SHOT_DOWN_IN_WORDS.test(lower(context, k))) return false;
  return true;
}

/** "pleaded guilty to", "pleaded not guilty". */
function pleaAt(context: Context, i: number, form: VerbForm): CueVerb | null {
  const sense = WORDS.get('plead')?.phrasal?.[0]?.sense;
  const guilty = lower(context, i + 1) === 'not' ? i + 2 : i + 1;
  return sense !== undefined && lower(context, guilty) === 'guilty' ? { sense, form, end: guilty + 1 } : null;
}

/** "read", "forecast": the base is also the past; what stands before decides. */
function pastIfSo(context: Context, i: number, verb: { sense: CueSense; form: VerbForm }): VerbForm {
  if (verb.form !== 'base' || !SAME_PAST.has(verb.sense.lemma)) return verb.form;
  const before = previousWord(context, i);
  if (has(context, before, Flag.to | Flag.modal | Flag.do)) return 'base';
  return has(context, before, Flag.pron) && has(context, before, Flag.plural) ? 'base' : 'pastOrParticiple';
}

const SAME_PAST = new Set(['read', 'forecast', 'broadcast', 'bet']);

function isVerbUse(context: Context, i: number, form: VerbForm): boolean {
  const before = previousWord(context, i);
  if (form === 'base') return isBaseUse(context, i, before);
  if (form === 's') return isThirdPersonUse(context, i, before);
  if (has(context, before, Flag.det | Flag.poss | Flag.genitive) && !has(context, before, Flag.pron) && before === i - 1 && !isCounterpart(context, i)) return false;
  if (form === 'ing') return !has(context, i - 1, Flag.det | Flag.poss) && lower(context, i - 1) !== 'of' && lower(context, i - 1) !== 'for';
  if (has(context, i - 1, Flag.prep) && !has(context, i - 1, Flag.sub | Flag.adv)) return false;
  return !isPremodifier(context, i) && !isOfThoseTold(context, i, form);
}

/** "two officials briefed on the matter said": who was told, and not who tells. */
function isOfThoseTold(context: Context, i: number, form: VerbForm): boolean {
  if (form !== 'pastOrParticiple' || !TOLD.has(context.info[i]?.verb?.sense.lemma ?? '')) return false;
  return OF_WHAT.has(lower(context, i + 1)) && isNounLike(context, i - 1) && !isNameLike(context, i - 1);
}

const TOLD = new Set(['brief', 'inform', 'notify']);
const OF_WHAT = new Set(['of', 'on', 'about']);

/** "the widely reported theft": participle between a determiner and a noun; "argued that repeated closures": behind a "that" which stands for nothing. */
function isPremodifier(context: Context, i: number): boolean {
  if (!isNounLike(context, i + 1) || isNameLike(context, i + 1)) return false;
  const k = previousWord(context, i);
  if (lower(context, k) === 'that' && isPredicate(context, k - 1)) return true;
  return has(context, k, Flag.det | Flag.poss | Flag.genitive | Flag.num) && !has(context, k, Flag.pron | AUXILIARY);
}

function isBaseUse(context: Context, i: number, before: number): boolean {
  if (before >= 0 && has(context, before, Flag.comma)) return has(context, i + 1, Flag.that) && isPluralSubject(context, i);
  if (before < 0 || isMark(context, before)) return false;
  if (has(context, before, Flag.to | Flag.modal | Flag.do)) return true;
  if (has(context, before, Flag.relative) && NOUN_TOO.has(lower(context, i))) return has(context, i + 1, Flag.that | Flag.det | Flag.pron | Flag.to);
  if (has(context, before, Flag.pron) && !has(context, before, Flag.genitive)) return has(context, before, Flag.plural | Flag.relative) || !has(context, before, Flag.det);
  if (has(context, before, Flag.det | Flag.poss | Flag.prep | Flag.genitive)) return false;
  if (context.info[i]?.noun === undefined && !NOUN_TOO.has(lower(context, i))) return isPluralNoun(context, before) || !isNounLike(context, before) || isNameLike(context, before);
  // "the Lagos state government": a place that ends like a plural.
  return isPluralNoun(context, before) && context.name[before]?.type !== 'GPE' && startsComplement(context, i + 1);
}

/** "Analysts at Keld, a think tank, [warn] that": before the first comma or preposition stands a plural. */
function isPluralSubject(context: Context, i: number): boolean {
  const subject = subjectBefore(context, i, regionOf(context, i).first);
  if (subject === null) return false;
  let end = subject.first + 1;
  while (end < subject.end && !has(context, end, Flag.comma | Flag.prep)) end++;
  return end < subject.end && isPluralNoun(context, end - 1);
}

function isThirdPersonUse(context: Context, i: number, before: number): boolean {
  if (context.info[i]?.noun === undefined && !NOUN_TOO.has(lower(context, i))) return !has(context, before, Flag.det | Flag.poss);
  if (before < 0 || (isMark(context, before) && !has(context, before, Flag.comma))) return false;
  if (has(context, before, Flag.conj | Flag.comma)) return has(context, i + 1, Flag.that | Flag.pron) && !has(context, i + 1, Flag.det);
  if (has(context, before, Flag.det | Flag.poss | Flag.genitive | Flag.prep) && !has(context, before, Flag.pron)) return false;
  if (has(context, before, Flag.pron)) return true;
  if (isNameLike(context, before)) return startsComplement(context, i + 1);
  const infinitive = has(context, i + 1, Flag.to) && !isNameLike(context, i + 2) && !has(context, i + 2, Flag.det | Flag.poss | Flag.num);
  const opens = infinitive || has(context, i + 1, Flag.that | Flag.det | Flag.poss | Flag.pron | Flag.quote | Flag.wh) || isNameLike(context, i + 1);
  // "dismissed reports that": what somebody did with them.
  if (isPredicate(context, before)) return false;
  return opens && !isPluralNoun(context, before) && !has(context, before, Flag.num) && context.info[before]?.verb?.form !== 'ing';
}

/** Verbs whose base or third person is also a common noun that is no cue. */
const NOUN_TOO = new Set([
  'state', 'states', 'note', 'notes', 'post', 'posts', 'list', 'lists', 'sentence', 'sentences', 'label', 'labels', 'brief', 'project', 'projects', 'record', 'records',
  'document', 'documents', 'register', 'registers', 'question', 'questions', 'thanks', 'charge', 'charges', 'release', 'releases', 'rule', 'rules', 'vote', 'votes',
  'press', 'answer', 'answers', 'address', 'term', 'terms', 'name', 'names', 'reason', 'direct', 'mean', 'means', 'mock', 'back', 'picture', 'love', 'hate', 'like',
  'bet', 'bill', 'bills', 'balance', 'care', 'ban', 'bans', 'bar', 'bars', 'mandate', 'mandates', 'permit', 'permits', 'schedule', 'champion', 'champions', 'credit',
  'credits', 'attack', 'attacks', 'blame', 'feel', 'figure', 'figures', 'guess', 'schedules', 'warrant', 'halt', 'prod', 'slam', 'joke', 'jokes', 'laugh', 'smile', 'cry', 'sigh',
  'brand', 'challenge', 'challenges', 'contest', 'object', 'objects', 'trust', 'judge', 'judges', 'view', 'views', 'treat', 'wish', 'desire', 'want', 'weigh', 'detail', 'details',
  'protest', 'protests', 'dispute', 'disputes', 'counter', 'repeat', 'echo', 'highlight', 'highlights', 'stress', 'honour', 'honor', 'rebuke', 'praise', 'salute', 'ridicule', 'outline',
  'forecast', 'forecasts', 'suspect', 'suspects', 'think', 'advocate', 'advocates', 'love', 'tweet', 'tweets', 'witness', 'witnesses', 'estimate', 'estimates', 'broadcast', 'report', 'reports', 'claim', 'claims', 'order', 'orders', 'plan', 'plans', 'fear', 'fears', 'hope', 'hopes',
]);

function isPluralNoun(context: Context, k: number): boolean {
  return has(context, k, Flag.plural) || (isNounLike(context, k) && /[^s]s$/.test(lower(context, k)));
}

/** What can open content after a verb, but hardly follows the same word as a noun. */
function startsComplement(context: Context, k: number): boolean {
  return has(context, k, Flag.that | Flag.det | Flag.poss | Flag.pron | Flag.adv | Flag.quote | Flag.colon | Flag.to | Flag.num | Flag.wh) || isNameLike(context, k)
    || (isNounLike(context, k) && context.tokens[k]?.shape === 'lower');
}

function previousWord(context: Context, i: number): number {
  let k = i - 1;
  while (k >= 0 && has(context, k, Flag.adv) && !has(context, k, Flag.det | Flag.poss | AUXILIARY)) k--;
  return k;
}
