import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, NOT_QUADRATIC } from '../../../../test/fixtures/work.js';
import { tokeniseBlock } from '../structure/index.js';
import type { BlockClaims, TokenisedBlock } from '../types.js';
import { claimsOf } from './checkClaims.js';
import { findClaims, linkClaims } from './index.js';

const WORDS = [
  'said', 'says', 'told', 'reported', 'the mayor', 'Ruth Oduya', 'according to', 'that', 'boats', 'were', 'late', ',', '.', '“', '”', '"', '‘', '’s', ';', ':', '—', '(', ')', 'and', 'who',
  'is expected to', 'citing', 'which cited', 'asked not to be named', 'by', 'it', 'I', 'as saying', 'reportedly', 'alleged', 'claim', 'on Monday', 'in a statement', 'to', 'not', '\ud800', '\0', '…', '?', 'called for', 'per', 'Q:', 'of',
];
const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' '));
const anyText = fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));

function problemsOf(text: string, { claims, openAtEnd, continues }: BlockClaims): string[] {
  const problems: string[] = [];
  const inBounds = (s: { start: number; end: number }): boolean => s.start >= 0 && s.start < s.end && s.end <= text.length;
  claims.forEach((claim, index) => {
    if (claim.content.length === 0 || claim.cue.length !== 1) problems.push(`claim ${index} lacks a part`);
    for (const s of [...claim.source, ...claim.cue, ...claim.content, ...(claim.head === undefined ? [] : [claim.head])]) if (!inBounds(s)) problems.push(`claim ${index}: ${s.start}–${s.end}`);
    const seen = new Set([index]);
    for (let up = claim.parent; up !== null; up = claims[up]?.parent ?? null) {
      if (seen.has(up) || claims[up] === undefined) return problems.push(`claim ${index}: parents run in a circle`);
      seen.add(up);
    }
    return problems;
  });
  if (openAtEnd !== null && claims[openAtEnd] === undefined) problems.push('openAtEnd points nowhere');
  if (continues !== null && !inBounds(continues)) problems.push('continues is out of bounds');
  return problems;
}

describe('for any text', () => {
  it('spans lie in the text and parents are no circle', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(problemsOf(text, claimsOf(text, { 'Ruth Oduya': 'PERSON' }))).toEqual([]);
    }), { numRuns: 400 });
  });

  it('linking keeps every claim in its order', () => {
    fc.assert(fc.property(fc.array(prose, { maxLength: 5 }), (paragraphs) => {
      const blocks = paragraphs.map((text) => ({ claims: claimsOf(text), mentions: [], analysis: { tokenised: tokeniseBlock(text, 'body') } }));
      expect(linkClaims(blocks).map((linked) => linked.candidate)).toEqual(blocks.flatMap((block) => block.claims.claims));
    }), { numRuns: 100 });
  });
});

describe('work', () => {
  it('on one line is linear in its length', () => {
    const block = (n: number): TokenisedBlock => tokeniseBlock('the mayor said “that boats were late, according to it and he told who reported '.repeat(n), 'body');
    expect(growth(block, (made) => findClaims(made, [], []), 300)).toBeLessThan(NOT_QUADRATIC);
  });
});
