/** Claims that say nearly the same. Finds no meaning: it counts words that two contents share. */
import type { Article, Claim } from '../analysis/article.js';
import { overlaps } from '../base/span.js';

export interface Repeat {
  readonly claim: Claim;
  /** Dice's coefficient of the two sets of words: 0–1. */
  readonly likeness: number;
}

/** From this likeness on a claim repeats another: three of five words of each are the other's too. */
export const REPEATED_FROM = 0.6;

/** Small words that any two sentences share. Negations are not among them: they make another claim. */
const STOP_WORDS = new Set(`a an the this that these those of to in on at by for from with into over under about as and or but if than then so
  is are was were be been being am has have had having do does did will would shall should can could may might must
  i me my we us our you your he him his she her it its they them their who whom whose which there here also`.split(/\s+/));

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

interface WordIndex {
  /** How many words the claim of this index has. */
  readonly sizes: readonly number[];
  readonly wordsOf: readonly ReadonlySet<string>[];
  readonly claimsWith: ReadonlyMap<string, readonly number[]>;
}

/** Made once for a version, when repeats are first asked for. */
const indexes = new WeakMap<readonly Claim[], WordIndex>();

/** Claims elsewhere in the text that repeat this one, most alike first. Work: the claims that share a word with it. */
export function repeatsOf(article: Article, claim: Claim): Repeat[] {
  const claims = article.claims();
  const index = indexFor(article, claims);
  const words = index.wordsOf[claim.index] ?? new Set<string>();
  const shared = new Uint32Array(claims.length);
  for (const word of words) for (const other of index.claimsWith.get(word) ?? []) shared[other] = (shared[other] ?? 0) + 1;
  const repeats: Repeat[] = [];
  for (let i = 0; i < shared.length; i++) {
    const count = shared[i] ?? 0;
    if (count === 0) continue;
    const likeness = (2 * count) / (words.size + (index.sizes[i] ?? 0));
    const other = likeness >= REPEATED_FROM ? claims[i] : undefined;
    // A claim around this one, or inside it, holds the same words, not the same words again.
    if (other !== undefined && !shareText(claim, other)) repeats.push({ claim: other, likeness });
  }
  return repeats.sort((a, b) => b.likeness - a.likeness || a.claim.index - b.claim.index);
}

function shareText(a: Claim, b: Claim): boolean {
  return a.content.some((s) => b.content.some((t) => overlaps(s, t)));
}

function indexFor(article: Article, claims: readonly Claim[]): WordIndex {
  const known = indexes.get(claims);
  if (known !== undefined) return known;
  const wordsOf = claims.map((claim) => wordsIn(article, claim));
  const claimsWith = new Map<string, number[]>();
  for (const [i, words] of wordsOf.entries()) {
    for (const word of words) {
      const list = claimsWith.get(word);
      if (list === undefined) claimsWith.set(word, [i]);
      else list.push(i);
    }
  }
  const made = { sizes: wordsOf.map((words) => words.size), wordsOf, claimsWith };
  indexes.set(claims, made);
  return made;
}

function wordsIn(article: Article, claim: Claim): Set<string> {
  const words = new Set<string>();
  for (const { start, end } of claim.content) {
    for (const [word] of article.written.slice(start, end).toLowerCase().matchAll(WORD)) if (!STOP_WORDS.has(word)) words.add(word.replaceAll('’', "'"));
  }
  return words;
}
