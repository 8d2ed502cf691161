/** Own articles with their own claims marked by hand, and how many of them are found. See test/fixtures/ownClaims/README.md. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Span } from '../../base/span.js';
import { overlaps } from '../../base/span.js';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import { ArticleEngine } from '../engine.js';
import { allOwnClaims } from './ownClaims.js';

/** The finder was written with an eye on these; the others are only measured. */
export const SEEN_WHILE_WRITING: readonly string[] = ['cup-final', 'forged-wine', 'heart-drug', 'power-plant', 'school-roof'];

const folder = new URL('../../../../test/fixtures/ownClaims/', import.meta.url);

export function ownArticles(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => name.slice(0, -'.txt'.length)).sort();
}

export interface Marked {
  readonly text: string;
  readonly marked: readonly Span[];
}

export function markedArticle(name: string): Marked {
  let text = '';
  const marked: Span[] = [];
  let open = 0;
  for (const letter of readFileSync(new URL(`${name}.txt`, folder), 'utf8')) {
    if (letter === '{') open = text.length;
    else if (letter === '}') marked.push({ start: open, end: text.length });
    else text += letter;
  }
  return { text, marked };
}

export interface Score {
  readonly marked: number;
  readonly found: number;
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** A claim that is found is right if it is half of a marked one, and a marked one half of it (Dice). */
export function score(names: readonly string[]): Score {
  const total = { marked: 0, found: 0, right: 0, wrong: [] as string[], missed: [] as string[] };
  const gazetteer = loadGazetteer();
  for (const name of names) {
    const { text, marked } = markedArticle(name);
    const found = allOwnClaims(new ArticleEngine(gazetteer).update(text)).flatMap((claim) => claim.content);
    const matches = (a: Span, b: Span): boolean => overlaps(a, b) && (2 * (Math.min(a.end, b.end) - Math.max(a.start, b.start))) / (a.end - a.start + b.end - b.start) >= 0.5;
    total.marked += marked.length;
    total.found += found.length;
    total.right += found.filter((span) => marked.some((other) => matches(span, other))).length;
    total.wrong.push(...found.filter((span) => !marked.some((other) => matches(span, other))).map((span) => text.slice(span.start, span.end)));
    total.missed.push(...marked.filter((span) => !found.some((other) => matches(span, other))).map((span) => text.slice(span.start, span.end)));
  }
  return total;
}
