/** What follows a cue word: addressee, time and manner are passed over, then comes the content or nothing. */
import type { Context } from './context.js';
import { AUXILIARY, has, isMark, isNameLike, isNounLike, isTime, lower } from './context.js';
import { Complement } from './lexicon/index.js';
import type { CueSense } from './lexicon/index.js';
import { Flag } from './lexicon/words.js';
import { nounPhraseAfter } from './nounPhrase.js';
import { isPredicate } from './predicate.js';

export type ComplementKind = 'none' | 'quote' | 'that' | 'to' | 'ing' | 'as' | 'phrase' | 'preposition';

export interface After {
  /** One past the last token of the cue. */
  readonly cueEnd: number;
  /** First token of what follows. */
  readonly at: number;
  readonly kind: ComplementKind;
  /** A colon leads to it. */
  readonly colon: boolean;
  /** First token of the person told, if one was passed over. */
  readonly recipient?: number;
}

/** Where and through what somebody speaks: part of the cue. */
const MANNER = new Set([
  'statement', 'statements', 'interview', 'interviews', 'tweet', 'tweets', 'post', 'posts', 'twitter', 'facebook', 'instagram', 'telegram', 'x', 'conference',
  'reporters', 'journalists', 'press', 'media', 'email', 'e-mail', 'letter', 'report', 'speech', 'address', 'briefing', 'video', 'blog', 'call', 'message', 'release',
  'filing', 'testimony', 'television', 'tv', 'radio', 'television', 'youtube', 'news', 'newspaper', 'broadcast', 'podcast', 'memo', 'note', 'weibo', 'whatsapp',
  'lawmakers', 'parliament', 'congress', 'court', 'hearing', 'meeting', 'event', 'rally', 'debate', 'trial', 'show', 'study', 'survey', 'paper', 'analysis', 'review', 'assessment', 'ruling', 'judgment', 'indictment', 'affidavit', 'programme', 'program', 'forum', 'anonymity',
]);
const MANNER_PREPOSITIONS = new Set(['in', 'on', 'at', 'to', 'during', 'via', 'through', 'with', 'before', 'by', 'under']);
const TIME_PREPOSITIONS = new Set(['on', 'in', 'at', 'during', 'early', 'late', 'since', 'by', 'earlier', 'last', 'this', 'over', 'for', 'until']);

/** Reads from the token after the cue word (and its particle) to the region's end. */
export function readAfter(context: Context, from: number, hi: number, sense: CueSense): After {
  let k = from;
  let cueEnd = from;
  let unbroken = true;
  let addressed = (sense.complements & Complement.r) === 0;
  let recipientAt: number | undefined;
  for (let round = 0; round < 8 && k < hi; round++) {
    // "ruled on Monday that", before "ruled on the case"; "voted on June 23, 2016, to leave".
    const time = skipTime(context, k, hi);
    if (time > k) {
      k = has(context, time, Flag.comma) && has(context, time + 1, Flag.to | Flag.that) ? time + 1 : time;
      unbroken = false;
      continue;
    }
    const preposition = has(context, k, Flag.prep | Flag.to) && sense.prepositions.has(lower(context, k));
    if (preposition && (has(context, k, Flag.to) || !isManner(context, k, hi))) return prepositionalContent(context, k, hi, sense, unbroken ? undefined : cueEnd);
    const manner = skipManner(context, k, hi);
    if (manner > k) {
      k = manner;
      if (unbroken) cueEnd = manner;
      continue;
    }
    if (has(context, k, Flag.adv) && !has(context, k, Flag.det | Flag.conj) && !isMark(context, k) && (sense.complements & Complement.n) === 0) {
      k++;
      if (unbroken && !has(context, k, Flag.prep)) cueEnd = k;
      continue;
    }
    if (!addressed) {
      addressed = true;
      const recipient = skipRecipient(context, k, hi, TELLING.has(sense.lemma));
      if (recipient > k) {
        recipientAt = k;
        k = recipient;
        unbroken = false;
        continue;
      }
    }
    if (has(context, k, Flag.comma)) {
      const beyond = beyondParenthesis(context, k, hi);
      if (beyond === k) break;
      k = beyond;
      unbroken = false;
      continue;
    }
    break;
  }
  const quotation = quotationBeyond(context, k, hi, sense);
  if (quotation > k) return { cueEnd, at: quotation, kind: 'quote', colon: has(context, quotation - 1, Flag.colon) };
  const result = classify(context, k, hi, cueEnd, unbroken);
  if (recipientAt === undefined) return result;
  // "asked the judge to wait": what looked like a listener is part of what is asked.
  if (result.kind === 'to' && (sense.complements & Complement.o) !== 0) return { cueEnd: from, at: recipientAt, kind: 'phrase', colon: false };
  return { ...result, recipient: recipientAt };
}

/**
 * "agreed to (the sale)", "agreed (to sell)", "commented on the sale: (“…”)".
 * @param ended where the cue ended before something else that was passed over
 */
function prepositionalContent(context: Context, k: number, hi: number, sense: CueSense, ended: number | undefined): After {
  const infinitive = has(context, k, Flag.to) && (sense.complements & Complement.i) !== 0 && kindAt(context, k, hi) === 'to';
  if (infinitive) return { cueEnd: ended ?? k, at: k, kind: 'to', colon: false };
  if ((sense.complements & Complement.q) !== 0) {
    for (let r = k + 2; r < hi && r < k + 26; r++) {
      if (opensQuotation(context, r) && has(context, r - 1, Flag.comma | Flag.colon)) return { cueEnd: ended ?? k, at: r, kind: 'quote', colon: false };
      if (has(context, r, Flag.semi | Flag.stop)) break;
    }
  }
  return { cueEnd: ended ?? k + 1, at: k + 1, kind: 'preposition', colon: false };
}

/** "said on Keld Radio's morning show: “…”": whatever the phrases before it, the quotation is the content. */
function quotationBeyond(context: Context, k: number, hi: number, sense: CueSense): number {
  if (!has(context, k, Flag.prep) || (sense.complements & Complement.q) === 0 || (sense.complements & Complement.a) !== 0) return k;
  for (let r = k + 1; r < hi && r < k + 14; r++) {
    if (opensQuotation(context, r)) return has(context, r - 1, Flag.comma | Flag.colon) || r > k + 2 ? r : k;
    if (has(context, r, Flag.be | Flag.have | Flag.do | Flag.modal | Flag.semi | Flag.stop | Flag.that) || isPredicate(context, r)) return k;
  }
  return k;
}

function classify(context: Context, k: number, hi: number, cueEnd: number, unbroken: boolean): After {
  if (k < hi && has(context, k, Flag.colon)) {
    const at = k + 1;
    const kind = at >= hi ? 'none' : opensQuotation(context, at) ? 'quote' : 'phrase';
    return { cueEnd: unbroken ? k + 1 : cueEnd, at, kind, colon: true };
  }
  if (k < hi && has(context, k, Flag.comma) && opensQuotation(context, k + 1) && k + 1 < hi) return { cueEnd, at: k + 1, kind: 'quote', colon: false };
  return { cueEnd, at: k, kind: kindAt(context, k, hi), colon: false };
}

function kindAt(context: Context, k: number, hi: number): ComplementKind {
  if (k >= hi) return 'none';
  if (opensQuotation(context, k)) return 'quote';
  if (isMark(context, k)) return 'none';
  if (has(context, k, Flag.that | Flag.wh)) return 'that';
  const word = lower(context, k);
  if (has(context, k, Flag.to)) return isNameLike(context, k + 1) || has(context, k + 1, Flag.det | Flag.poss | Flag.num) ? 'none' : 'to';
  if (word === 'as') return lower(context, k + 2) === 'as' || clauseAfterAs(context, k, hi) ? 'phrase' : 'as';
  if (has(context, k, Flag.conj) || (has(context, k, Flag.sub) && !has(context, k, Flag.prep))) return 'none';
  if (has(context, k, Flag.prep) && !has(context, k, Flag.det) && !HEDGES.has(word)) return 'none';
  if (word.endsWith('ing') && context.tokens[k]?.shape === 'lower' && word.length > 4 && context.info[k]?.noun === undefined) return 'ing';
  return 'phrase';
}

/** "(said) as a teenager she was …", as against "(described) as a teenager". */
function clauseAfterAs(context: Context, k: number, hi: number): boolean {
  for (let r = k + 1; r < hi && r < k + 9; r++) {
    if (isMark(context, r)) return false;
    if (has(context, r, Flag.pron) && !has(context, r, Flag.det | Flag.relative)) return true;
  }
  return false;
}

/** "around 40 people", "over 1,000": prepositions that open a number. */
const HEDGES = new Set(['around', 'over', 'about', 'under', 'between', 'near', 'up']);

export function opensQuotation(context: Context, k: number): boolean {
  const q = context.quotation[k] ?? -1;
  return q >= 0 && has(context, k, Flag.quote) && context.quotation[k - 1] !== q;
}

/** "on Monday", "last week", "earlier this month", "in 2019". */
export function skipTime(context: Context, k: number, hi: number): number {
  let r = k;
  if (TIME_PREPOSITIONS.has(lower(context, r))) r++;
  while (r < hi && (has(context, r, Flag.det) || lower(context, r) === 'early' || lower(context, r) === 'late') && isTime(context, r + 1)) r++;
  const first = r;
  while (r < hi && isTime(context, r) && !has(context, r + 1, Flag.genitive)) r++;
  if (r === first || (r < hi && first === k && isNounLike(context, r) && !isNameLike(context, r) && context.dated[k] !== true && has(context, k, Flag.time) && !has(context, k, Flag.adv))) return k;
  return r;
}

function isManner(context: Context, k: number, hi: number): boolean {
  return skipManner(context, k, hi) > k;
}

/** "in a statement", "on Twitter", "to reporters", "at a press conference in Riga". */
export function skipManner(context: Context, k: number, hi: number): number {
  if (!MANNER_PREPOSITIONS.has(lower(context, k))) return k;
  if (has(context, k, Flag.to)) return skipListener(context, k, hi);
  for (let r = k + 1; r < hi && r < k + 8; r++) {
    if (isMark(context, r) || has(context, r, Flag.that | Flag.pron) && !has(context, r, Flag.det)) return k;
    const modifier = r + 1 < hi && isNounLike(context, r + 1) && !isTime(context, r + 1) && !PUBLISHED.has(lower(context, r + 1));
    if (MANNER.has(lower(context, r)) && !modifier) return afterManner(context, r + 1, hi);
  }
  return k;
}

/** "(said) to the crowd": the one spoken to, before what is said. */
function skipListener(context: Context, to: number, hi: number): number {
  const listener = to + 1 < hi && (isNameLike(context, to + 1) || has(context, to + 1, Flag.det | Flag.poss | Flag.object) || MANNER.has(lower(context, to + 1)));
  if (!listener) return to;
  const phrase = nounPhraseAfter(context, to + 1, hi, { apposition: false, modifiers: false });
  if (phrase === null || phrase.end - to > 9) return to;
  const k = phrase.end;
  return k >= hi || isMark(context, k) || has(context, k, Flag.that | Flag.prep) || isTime(context, k) ? k : MANNER.has(lower(context, k - 1)) ? k : to;
}

/** "in a report published in 2024 (that …)": how the text came out, before what it says. */
const PUBLISHED = new Set(['published', 'released', 'issued', 'posted', 'aired', 'broadcast', 'dated', 'obtained', 'seen']);

/** "in an interview with Keld Radio", "in response to the study". */
function afterManner(context: Context, k: number, hi: number): number {
  if (PUBLISHED.has(lower(context, k))) return Math.max(k + 1, skipTime(context, k + 1, hi));
  if (lower(context, k) !== 'with' && lower(context, k) !== 'to' && lower(context, k) !== 'of') return k;
  const phrase = nounPhraseAfter(context, k + 1, hi, { apposition: false, modifiers: false });
  return phrase === null || phrase.end - k > 7 ? k : phrase.end;
}

/** Verbs that hardly go without the one who is told; "warned" and "cautioned" do. */
const TELLING = new Set(['tell', 'inform', 'notify', 'brief', 'assure', 'reassure', 'remind', 'persuade', 'convince']);

/** "told [reporters in Riga] that": up to what opens the content. */
function skipRecipient(context: Context, k: number, hi: number, isTelling: boolean): number {
  if (has(context, k, Flag.that | Flag.wh | Flag.to | Flag.comma | Flag.colon) || opensQuotation(context, k) || has(context, k, Flag.prep)) return k;
  const phrase = nounPhraseAfter(context, k, hi, { apposition: false, modifiers: false });
  if (phrase === null) return k;
  if (!isTelling && phrase.end < hi && (has(context, phrase.end, AUXILIARY) || isPredicate(context, phrase.end))) return k;
  if (phrase.end < hi && isPredicate(context, phrase.end) && !has(context, k, Flag.object)) return splitRecipient(context, k, phrase.end);
  return withPlace(context, phrase.end, hi);
}

/** "told Keld Radio prices rose": no mark between addressee and clause, so the names end where plain words begin. */
function splitRecipient(context: Context, k: number, end: number): number {
  let r = k;
  if (!isNameLike(context, r)) return r + 1 < end ? r + 1 : k;
  while (r < end && isNameLike(context, r)) r++;
  return r < end ? r : k;
}

function withPlace(context: Context, k: number, hi: number): number {
  if (!has(context, k, Flag.prep) || has(context, k, Flag.sub)) return k;
  if (lower(context, k) === 'of' || lower(context, k) === 'about' || lower(context, k) === 'against') return k;
  const phrase = nounPhraseAfter(context, k + 1, hi, { apposition: false, modifiers: false });
  return phrase === null || phrase.end >= hi ? k : phrase.end;
}

/** ", by way of example," or ", for his part,": a short parenthesis between cue and content. */
function beyondParenthesis(context: Context, comma: number, hi: number): number {
  const next = comma + 1;
  if (next >= hi || opensQuotation(context, next)) return comma;
  if (opensAside(context, next)) return beyondAside(context, comma, hi);
  const opener = has(context, next, Flag.prep | Flag.adv) && !has(context, next, Flag.conj);
  if (!opener) return comma;
  for (let k = next + 1; k < hi && k < next + 8; k++) {
    if (has(context, k, Flag.comma)) return k + 1 < hi ? (opensQuotation(context, k + 1) ? k : k + 1) : comma;
    if (isMark(context, k)) return comma;
  }
  return comma;
}

/** ", citing two officials", ", a copy of which was seen by this newspaper", ", which was read out". */
function opensAside(context: Context, k: number): boolean {
  const word = lower(context, k);
  return word === 'citing' || word === 'quoting' || word === 'which' || (word === 'a' && lower(context, k + 1) === 'copy' && lower(context, k + 2) === 'of');
}

/** To the "that" or the quotation behind the aside; the comma itself where there is none. */
function beyondAside(context: Context, comma: number, hi: number): number {
  for (let k = comma + 2; k < hi && k < comma + 20; k++) {
    if (has(context, k, Flag.comma) && (has(context, k + 1, Flag.that) || opensQuotation(context, k + 1))) return k + 1 < hi ? k + 1 : comma;
    if (has(context, k, Flag.semi | Flag.colon | Flag.stop | Flag.quote)) return comma;
  }
  return comma;
}

/** A noun phrase and then a predicate: "(said) the talks had failed". */
export function clauseFollows(context: Context, at: number, hi: number): boolean {
  for (let k = at; k < hi && k < at + 25; k++) {
    if (has(context, k, Flag.semi | Flag.colon | Flag.stop)) return false;
    if (k > at && (has(context, k, Flag.be | Flag.have | Flag.do | Flag.modal) || isPredicate(context, k) || isPlainPredicate(context, k))) return true;
    if (has(context, k, Flag.relative) || (k > at && has(context, k, Flag.sub | Flag.to))) return false;
    if (has(context, k, Flag.pron | Flag.be) && has(context, k, Flag.be)) return true;
  }
  return false;
}

/** Verbs that no list holds: "lacked" after a noun, "succeeds to" after a singular. */
function isPlainPredicate(context: Context, k: number): boolean {
  if (context.flags[k] !== 0 || context.tokens[k]?.shape !== 'lower') return false;
  const word = lower(context, k);
  if (word.endsWith('ed')) return isNounLike(context, k - 1) || has(context, k - 1, Flag.pron | Flag.adv);
  const singular = (isNounLike(context, k - 1) && !lower(context, k - 1).endsWith('s')) || isNameLike(context, k - 1);
  return word.endsWith('s') && !word.endsWith('ss') && singular && has(context, k + 1, Flag.det | Flag.prep | Flag.to | Flag.poss | Flag.pron);
}

/** "(urged) X to do": a noun phrase and then an infinitive. */
export function infinitiveFollows(context: Context, at: number, hi: number): boolean {
  const phrase = nounPhraseAfter(context, at, hi, { apposition: false, modifiers: true });
  if (phrase === null) return false;
  let k = phrase.end;
  if (has(context, k, Flag.neg)) k++;
  return k < hi && has(context, k, Flag.to);
}
