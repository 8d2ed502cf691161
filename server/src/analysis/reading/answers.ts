/**
 * Which claims answer which: "Vestergaard denied that", "the ministry confirmed the report", "he called the allegations a lie". What is
 * certain is linked; of what is not, it is only said that there may be an answer, so that no card says that there is none.
 */
import type { Span } from '../../base/span.js';
import { hull, moved, overlaps } from '../../base/span.js';
import { placeOfWords } from '../article.js';
import type { Article, ArticleBlock, Claim } from '../article.js';
import type { Stance } from '../types.js';
import { isOfAnother } from './elsewhere.js';
import type { Pointing } from './pointing.js';
import { pointingIn } from './pointing.js';
import { firstFrom } from './words.js';

export type AnswerKind = 'denied' | 'rejected' | 'disputed' | 'doubted' | 'confirmed' | 'conceded' | 'not denied' | 'not confirmed' | 'left open' | 'taken up';

export interface Answer {
  readonly kind: AnswerKind;
  /** The claim that answers; undefined where the answer is a mere aside: ", which the company denies". */
  readonly claim: Claim | undefined;
  /** The words that do it. */
  readonly span: Span;
}

/** An answer to an answer to an answer is followed as far as this. */
const MOST_STEPS = 4;
/** Sentences back in which "the claims" are looked for. */
const SENTENCES_BACK = 4;

/** What the claim denies, confirms or takes up by a mere "that", in order; empty where it says itself what it says, and where that is not certain. */
export function answered(article: Article, claim: Claim, steps = MOST_STEPS): readonly Claim[] {
  const pointing = pointingOf(article, claim);
  if (pointing === undefined) return [];
  const found = candidates(article, claim, pointing).flatMap((one): readonly Claim[] => {
    if (pointingOf(article, one) === undefined) return [one];
    return steps === 0 ? [] : answered(article, one, steps - 1);
  });
  const distinct = [...new Map(found.map((one) => [one.index, one])).values()].sort((a, b) => a.index - b.index);
  return pointing.several || distinct.length === 1 ? distinct : [];
}

/** What answers this claim, in order. Looks at the rest of its paragraph and at the next. */
export function answersTo(article: Article, claim: Claim): readonly Answer[] {
  const meant = new Set(withOuter(article, claim).map(({ index }) => index));
  const behind = claimsBehind(article, claim).flatMap((other): Answer[] => {
    const pointing = pointingOf(article, other);
    const span = hull([...other.cue, ...other.content]);
    return pointing === undefined || span === undefined || !answered(article, other).some(({ index }) => meant.has(index)) ? [] : [{ claim: other, kind: kindOf(article, other, pointing), span }];
  });
  return [...asidesOn(article, claim, behind), ...behind];
}

const ASIDE = /^[\s”"'’]*[,–—-]\s*(?:(?:an? |the )?(?:claim|allegation|accusation|charge|suggestion|report|figure|account|statement|assertion|view|something)s?(?: (?:that|which))?|which|but)\s+(?:[\p{L}\p{M}.’'-]+\s+){1,8}?((?:has|have|had|did|does)?\s*(?:not |n['’]t |repeatedly |strongly |flatly |also |since |later ){0,3}(den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:e|es|ed)|dismiss(?:es|ed)?|contest(?:s|ed)?|confirm(?:s|ed)?))(?=[\s.,;!?”"'’]|$)/iu;

/** ", a claim that the company denies", ", which the ministry has confirmed", where no claim of its own is made of it. */
function asidesOn(article: Article, claim: Claim, others: readonly Answer[]): Answer[] {
  const block = article.blocks[claim.block];
  const end = Math.max(...[...claim.cue, ...claim.content, ...claim.source].map((piece) => piece.end));
  const sentences = block?.analysis.tokenised.sentences ?? [];
  const sentence = block === undefined ? undefined : sentences[sentenceAt(sentences, end - block.start - 1)];
  const found = block === undefined || sentence === undefined ? null : ASIDE.exec(article.written.slice(end, Math.max(end, block.start + sentence.end)));
  const [whole, verb, lemma] = found ?? [];
  if (whole === undefined || verb === undefined || lemma === undefined) return [];
  const span = { start: end + whole.search(/[\p{L}]/u), end: end + whole.length };
  if (others.some((other) => overlaps(other.span, span))) return [];
  const isNegated = /\bnot\b|n['’]t\b/.test(verb);
  const kind = /^confirm/.test(lemma) ? isNegated ? 'not confirmed' : 'confirmed' : isNegated ? 'not denied' : denialOf(lemma);
  return [{ claim: undefined, kind, span }];
}

/** Where in its content that word ends, in characters; undefined for content that says itself what it says. */
export function pointedEnd(article: Article, claim: Claim): number | undefined {
  return pointingOf(article, claim)?.end;
}

/** It points to what it says by a word alone, whether or not it is certain to what. */
export function isAnswer(article: Article, claim: Claim): boolean {
  return pointingOf(article, claim) !== undefined;
}

const ANSWERING = new RegExp(String.raw`\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|disput\w*|dismiss\w*|refut\w*|rebut\w*|contradict\w*|confirm\w*|corroborat\w*|verif\w*|disagre\w*|agree[sd]?|echo\w*|back(?:s|ed) (?:up|the|this|that)|support(?:s|ed) (?:the|this|that)|challeng\w*|contest\w*|repeat(?:s|ed)?|(?:un)?true|false|baseless|unfounded|nonsense|a lie|lies|accounts?|likewise|the same|similar(?:ly)?|also (?:said|told|reported)|too|as well|other(?:s| (?:people|sources?|officials?|reports?))|(?:an?|one)other (?:person|source|official|report|account)|(?:second|third|fourth|separate|different) (?:\w+ ){0,2}(?:person|people|sources?|officials?|reports?|accounts?))\b`, 'i');
/** Sentences behind a claim in which somebody may answer it. */
const SENTENCES_READ = 2;

/** Words beside or behind the claim by which somebody may say the same or deny it. More than are linked: it decides on what is not said. */
export function mayBeAnswered(article: Article, claim: Claim): boolean {
  const block = article.blocks[claim.block];
  const whole = wholeOf(claim);
  if (block === undefined || whole === undefined) return false;
  const { sentences } = block.analysis.tokenised;
  const first = sentences[sentenceAt(sentences, whole.start - block.start)];
  const last = Math.min(sentenceAt(sentences, whole.end - block.start - 1) + SENTENCES_READ, sentences.length - 1);
  const around = [{ start: block.start + (first?.start ?? 0), end: whole.start }, { start: whole.end, end: block.start + (sentences[last]?.end ?? 0) }, ...claim.source];
  if (last === sentences.length - 1) around.push(...startOf(article.blocks[after(article, claim.block)]));
  const others = claimsBehind(article, claim).filter((other) => isOfAnother(article, claim, other)).flatMap(({ cue }) => cue);
  return around.some((span) => ANSWERING.test(without(article, span, others)));
}

/** The words of the span but for some in it. */
function without(article: Article, { start, end }: Span, left: readonly Span[]): string {
  const within = left.filter((span) => overlaps(span, { start, end })).sort((a, b) => a.start - b.start);
  return [start, ...within.map((span) => span.end)].map((from, i) => article.written.slice(from, Math.max(from, within[i]?.start ?? end))).join(' ');
}

function startOf(block: ArticleBlock | undefined): Span[] {
  const { sentences } = block?.analysis.tokenised ?? { sentences: [] };
  const last = sentences[SENTENCES_READ - 1] ?? sentences.at(-1);
  return block === undefined || last === undefined ? [] : [{ start: block.start, end: block.start + last.end }];
}

function sentenceAt(sentences: readonly Span[], offset: number): number {
  return firstFrom(sentences, offset + 1, (sentence) => sentence.end);
}

/* ---------- what is meant ---------- */

/** Of a thing, too, one may say "dismissed it", "called it theatre"; these are of words alone. */
const OF_WORDS = /\b(?:den(?:y|ies|ied|ying)|disput\w*|contradict\w*|refut\w*|confirm\w*|corroborat\w*|verif\w*|echo\w*|repeat\w*|said|says?|concede[sd]?|admit\w*|acknowledge[sd]?|doubt\w*)\b/i;
const MAY_BE_A_THING = /^[\s“"‘']*(?:it|them)\b/i;

function pointingOf(article: Article, { content, cue, linked }: Claim): Pointing | undefined {
  const [only, second, third] = content;
  if (only === undefined || third !== undefined || linked.sourceKind === 'article') return undefined;
  const behind = second === undefined ? '' : article.written.slice(second.start, second.end);
  // "A charge (the minister rejected) as baseless".
  if (behind !== '' && !behind.startsWith('as ')) return undefined;
  const words = article.written.slice(only.start, only.end);
  const pointing = pointingIn(`${words}${behind === '' ? '' : ` ${behind}`}`, linked.candidate.stance);
  if (pointing === undefined || pointing.judged !== undefined || !MAY_BE_A_THING.test(words)) return pointing;
  return cue.some((span) => OF_WORDS.test(article.written.slice(span.start, span.end))) ? pointing : undefined;
}

/** The claims of the nearest place that has any: before it in its sentence, in the sentence before, or at the end of the paragraph before. */
function candidates(article: Article, claim: Claim, pointing: Pointing): Claim[] {
  const block = article.blocks[claim.block];
  const whole = wholeOf(claim);
  if (block === undefined || whole === undefined) return [];
  const { sentences } = block.analysis.tokenised;
  const here = sentenceAt(sentences, (claim.cue[0]?.start ?? whole.start) - block.start);
  if (pointing.isPair) return pairBefore(article, claim, here);
  const own = outermost(article, claim.block, sentences[here], claim).filter((one) => (wholeOf(one)?.end ?? Infinity) <= whole.start);
  const said = fitting(article, own, claim, pointing);
  if (said.length > 0 || pointing.isHere) return said;
  const back = pointing.isNoun && !pointing.isNear ? SENTENCES_BACK : 1;
  const index = here > 0 ? claim.block : before(article, claim.block);
  const place = article.blocks[index]?.analysis.tokenised.sentences ?? [];
  const end = here > 0 ? here : place.length;
  for (let s = end - 1; s >= Math.max(0, end - back); s--) {
    const found = fitting(article, outermost(article, index, place[s], claim), claim, pointing);
    if (found.length > 0) return pointing.several ? [...runBefore(article, index, s, found), ...found] : found;
    if (tells(article, index, place[s])) return [];
  }
  return [];
}

/** Somebody seems to say something there, though no claim was found: it may be what is meant. */
function tells(article: Article, block: number, sentence: Span | undefined): boolean {
  const start = article.blocks[block]?.start ?? 0;
  return sentence !== undefined && TELLING.test(article.written.slice(start + sentence.start, start + sentence.end));
}

const TELLING = /\b(?:sa(?:id|ys?)|t(?:old|ells?)|writ(?:es?|ing)|wrote|according to|claim(?:s|ed)?|alleg(?:es?|ed)|report(?:s|ed)?|argu(?:es?|ed)|warn(?:s|ed)?|add(?:s|ed)|insist(?:s|ed)?|stat(?:es|ed)|put)\b/i;

/** "Both figures": the last two claims before it in its paragraph, whoever makes them. */
function pairBefore(article: Article, claim: Claim, here: number): Claim[] {
  const sentences = article.blocks[claim.block]?.analysis.tokenised.sentences ?? [];
  const found: Claim[] = [];
  for (let s = here; s >= 0 && here - s <= SENTENCES_BACK && found.length < 2; s--) {
    const said = outermost(article, claim.block, sentences[s], claim).filter(({ index }) => index < claim.index && !found.some((one) => one.index === index));
    found.unshift(...said.slice(-(2 - found.length)));
  }
  return found.length === 2 ? found : [];
}

/** "The allegations": all that the same source says just before, too. */
function runBefore(article: Article, block: number, sentence: number, last: readonly Claim[]): Claim[] {
  const [first] = last;
  const run: Claim[] = [];
  for (let s = sentence - 1; s >= 0 && first !== undefined; s--) {
    const found = outermost(article, block, article.blocks[block]?.analysis.tokenised.sentences[s], first);
    if (found.length === 0 || !found.every((one) => isSameSource(article, one, first))) break;
    run.unshift(...found);
  }
  return run;
}

function outermost(article: Article, block: number, sentence: Span | undefined, except: Claim): Claim[] {
  const start = article.blocks[block]?.start ?? 0;
  if (sentence === undefined) return [];
  const within = moved(sentence, start);
  return article.claimsOf(block).filter((one) => one.parent === null && one.index !== except.index && [...one.content, ...one.cue].some((piece) => overlaps(piece, within)));
}

/** "Her claims", "Ruiz's allegation": those of another than who answers, and of the one that is named. */
function fitting(article: Article, found: readonly Claim[], claim: Claim, { owner }: Pointing): Claim[] {
  if (owner === undefined) return [...found];
  // Inside what somebody says "her claims" may be the speaker's own.
  if (owner === 'another' && claim.parent !== null) return [];
  return found.filter((one) => (owner === 'another' ? !isSameSource(article, one, claim) && isPerson(one) : (one.name ?? sourceWords(article, one)).includes(owner) || sourceWords(article, one).includes(owner)));
}

function isPerson({ linked: { sourceKind } }: Claim): boolean {
  return sourceKind === 'named-person' || sourceKind.startsWith('unnamed');
}

function isSameSource(article: Article, a: Claim, b: Claim): boolean {
  if (a.entity !== undefined || b.entity !== undefined) return a.entity === b.entity;
  const first = sourceWords(article, a);
  return first !== '' && (first === sourceWords(article, b) || isReferredTo(article, a, b) || isReferredTo(article, b, a));
}

/** "The source" of the later one goes back to the words of the earlier. */
function isReferredTo(article: Article, earlier: Claim, later: Claim): boolean {
  const { antecedent } = later.linked;
  const place = antecedent === undefined ? undefined : placeOfWords(article, antecedent);
  return place !== undefined && earlier.source.some((span) => overlaps(span, place));
}

function sourceWords(article: Article, { source }: Claim): string {
  return source.map(({ start, end }) => article.written.slice(start, end)).join(' ');
}

/* ---------- where ---------- */

/** The claim, and those around it that say hardly more than it does: "Reuters reported that a source said …". */
function withOuter(article: Article, claim: Claim): Claim[] {
  const all = [claim];
  const own = lengthOf(claim);
  for (let { parent } = claim; parent !== null;) {
    const outer = article.claimsOf(claim.block).find(({ index }) => index === parent);
    if (outer === undefined || lengthOf(outer) > own + (wholeOf(claim)?.end ?? 0) - (wholeOf(claim)?.start ?? 0)) break;
    all.push(outer);
    parent = outer.parent;
  }
  return all;
}

function lengthOf({ content }: Claim): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}

function wholeOf({ source, cue, content }: Claim): Span | undefined {
  return hull([...source, ...cue, ...content]);
}

function claimsBehind(article: Article, claim: Claim): Claim[] {
  const next = after(article, claim.block);
  return [...article.claimsOf(claim.block).filter(({ index }) => index > claim.index), ...(next < 0 ? [] : article.claimsOf(next))];
}

/** The paragraph before or behind, passing over what is no paragraph; -1 for none. */
function before(article: Article, block: number): number {
  for (let b = block - 1; b >= 0; b--) if ((article.blocks[b]?.paragraph ?? 0) > 0) return b;
  return -1;
}

function after(article: Article, block: number): number {
  for (let b = block + 1; b < article.blocks.length; b++) if ((article.blocks[b]?.paragraph ?? 0) > 0) return b;
  return -1;
}

/* ---------- how it is answered ---------- */

function kindOf(article: Article, { cue, linked: { candidate } }: Claim, { judged }: Pointing): AnswerKind {
  const words = cue.map(({ start, end }) => article.written.slice(start, end)).join(' ').toLowerCase();
  const confirms = /\b(?:confirm|corroborat|verif|affirm)/.test(words);
  // "Neither admitted nor denied".
  if (candidate.negated && /\b(?:confirm|admit)\w* n?or den/.test(words)) return 'left open';
  if (candidate.negated) return candidate.stance === 'denial' ? 'not denied' : confirms ? 'not confirmed' : 'left open';
  if (candidate.stance === 'denial') return judged === 'denied' ? 'taken up' : denialOf(words);
  if (candidate.stance === 'belief') return judged === 'denied' ? 'doubted' : 'taken up';
  if (judged !== undefined) return judged;
  return confirms ? 'confirmed' : BY_STANCE[candidate.stance] ?? 'taken up';
}

const BY_STANCE: Readonly<Partial<Record<Stance, AnswerKind>>> = { concession: 'conceded', distance: 'doubted' };

function denialOf(cue: string): AnswerKind {
  if (/\b(?:reject|dismiss|repudiat|rebuff|brush|wave|shoot|shot|scoff|refus|turn)/.test(cue)) return 'rejected';
  return /\b(?:disput|challeng|contest|disagree|counter|object|contradict|discount)/.test(cue) ? 'disputed' : 'denied';
}
