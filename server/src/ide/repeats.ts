/** Claims that say nearly the same. Finds no meaning: it counts words that two contents share. */
import type { Article, Claim } from '../analysis/article.js';
import type { ClaimCandidate } from '../analysis/types.js';
import { overlaps } from '../base/span.js';
import { claimsReaching } from './claimPlaces.js';

/** From this likeness on a claim repeats another: three of five words of each are the other's too. */
export const REPEATED_FROM = 0.6;

/** Of quotients that would be whole numbers. */
const ROUNDING = 1e-9;

/** Small words that any two sentences share. Negations are not among them: they make another claim. */
const STOP_WORDS = new Set(`a an the this that these those of to in on at by for from with into over under about as and or but if than then so
  is are was were be been being am has have had having do does did will would shall should can could may might must
  i me my we us our you your he him his she her it its they them their who whom whose which there here also`.split(/\s+/));

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** All claims of the very same words. */
interface Wording {
  readonly words: ReadonlySet<string>;
  /** In order. */
  readonly claims: Claim[];
}

interface WordIndex {
  /** By the index of each claim. */
  readonly wordingOf: readonly Wording[];
  readonly wordingsWith: ReadonlyMap<string, readonly Wording[]>;
}

/** Made once for a version, when repeats are first asked for. */
const indexes = new WeakMap<readonly Claim[], WordIndex>();

export interface Repeats {
  readonly count: number;
  /** Those of the same source first, the most alike first in each, then in order. */
  readonly first: readonly Claim[];
}

/** Claims elsewhere in the text that repeat this one; at most `limit` of them are given. Work: the wordings that share one of its rarer words. */
export function repeatsOf(article: Article, claim: Claim, limit = Infinity): Repeats {
  // A claim around this one, or inside it, holds the same words, not the same words again.
  const apart = new Set(sharingText(article, claim));
  const ours: Claim[] = [];
  const others: Claim[] = [];
  let count = 0;
  for (const other of inOrder(wordingsLike(article, claim))) {
    if (apart.has(other)) continue;
    count++;
    const list = claim.entity !== undefined && other.entity === claim.entity ? ours : others;
    if (list.length < limit) list.push(other);
  }
  return { count, first: [...ours, ...others].slice(0, limit) };
}

/** Itself among them. Work: the blocks that it lies in. */
function sharingText(article: Article, claim: Claim): Claim[] {
  return claimsReaching(article, claim.content).filter((one) => one.content.some((s) => claim.content.some((t) => overlaps(s, t))));
}

interface Alike {
  readonly wording: Wording;
  /** Dice's coefficient of the two sets of words: 0–1. */
  readonly likeness: number;
}

/** The most alike first, those that are equally so in order. */
function* inOrder(alike: readonly Alike[]): Generator<Claim> {
  const sorted = [...alike].sort((a, b) => b.likeness - a.likeness);
  for (let i = 0; i < sorted.length;) {
    const first = sorted[i];
    const equal: (readonly Claim[])[] = [];
    for (; i < sorted.length && sorted[i]?.likeness === first?.likeness; i++) equal.push(sorted[i]?.wording.claims ?? []);
    yield* equal.length === 1 ? equal[0] ?? [] : equal.flat().sort((a, b) => a.index - b.index);
  }
}

function wordingsLike(article: Article, claim: Claim): Alike[] {
  const { wordingOf, wordingsWith } = indexFor(article, article.claims());
  const words = wordingOf[claim.index]?.words ?? new Set<string>();
  const alike: Alike[] = [];
  const seen = new Set<Wording>();
  for (const word of rarer(words, wordingsWith)) {
    for (const wording of wordingsWith.get(word) ?? []) {
      if (seen.has(wording)) continue;
      seen.add(wording);
      const likeness = likenessOf(words, wording.words);
      if (likeness >= REPEATED_FROM) alike.push({ wording, likeness });
    }
  }
  return alike;
}

/**
 * So many of the words that no other set which is alike has none of them. Two sets of a and b words that share s are alike from
 * 2s = L(a + b) on, and b is at least s: then s is at least La / (2 - L), and all but so many may be missing.
 */
function rarer(words: ReadonlySet<string>, wordingsWith: WordIndex['wordingsWith']): string[] {
  const shared = Math.ceil((REPEATED_FROM * words.size) / (2 - REPEATED_FROM) - ROUNDING);
  const places = (word: string): number => wordingsWith.get(word)?.length ?? 0;
  return [...words].sort((a, b) => places(a) - places(b)).slice(0, words.size - Math.max(1, shared) + 1);
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function indexFor(article: Article, claims: readonly Claim[]): WordIndex {
  const known = indexes.get(claims);
  if (known !== undefined) return known;
  const byWords = new Map<string, Wording>();
  const wordingsWith = new Map<string, Wording[]>();
  const wordingOf = claims.map((claim) => {
    const { key, words } = wordsIn(article, claim);
    const one = byWords.get(key);
    if (one !== undefined) {
      one.claims.push(claim);
      return one;
    }
    const made = { words, claims: [claim] };
    byWords.set(key, made);
    for (const word of words) {
      const list = wordingsWith.get(word);
      if (list === undefined) wordingsWith.set(word, [made]);
      else list.push(made);
    }
    return made;
  });
  const made = { wordingOf, wordingsWith };
  indexes.set(claims, made);
  return made;
}

interface Words {
  readonly words: ReadonlySet<string>;
  /** Equal for equal sets. */
  readonly key: string;
}

/** By what was found in a block, which stays the same object while nothing in the block changes. */
const madeWords = new WeakMap<ClaimCandidate, Words>();

function wordsIn(article: Article, { content, linked: { candidate, extraContent } }: Claim): Words {
  const known = madeWords.get(candidate);
  if (known !== undefined) return known;
  const words = new Set<string>();
  for (const { start, end } of content) {
    for (const [word] of article.written.slice(start, end).toLowerCase().matchAll(WORD)) if (!STOP_WORDS.has(word)) words.add(word.replaceAll('’', "'"));
  }
  const made = { words, key: [...words].sort().join(' ') };
  // Where a quotation goes on in other paragraphs, those may change.
  if (extraContent.length === 0 && candidate.mark?.wide !== true) madeWords.set(candidate, made);
  return made;
}
