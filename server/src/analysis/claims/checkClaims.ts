/** Test helper: texts with their claims drawn in, `{s1 the mayor} {q1 said} {c1 that it rained}`. */
import { expect } from 'vitest';
import type { Span } from '../../base/span.js';
import { tokeniseBlock } from '../structure/index.js';
import type { BlockClaims, NameType } from '../types.js';
import type { LinkableBlock, LinkedClaim, TypedName } from './index.js';
import { Linker, findClaims, linkClaims } from './index.js';

export type Names = Readonly<Record<string, NameType>>;

/** Finds the claims in the text without its marks, draws them in, and compares. Claims are numbered by their start. */
export function checkClaims(marked: string, names: Names = {}): BlockClaims {
  const text = withoutMarks(marked);
  const found = claimsOf(text, names);
  expect(drawn(text, found)).toBe(marked);
  return found;
}

/** One line a claim: kind, quotation, stance, parent. */
export function labelsOf(found: BlockClaims): string[] {
  return found.claims.map((c) => [c.sourceKind, c.quotation, c.stance, ...(c.negated ? ['negated'] : []), ...(c.parent === null ? [] : [`in ${c.parent + 1}`])].join(' '));
}

export function claimsOf(text: string, names: Names = {}): BlockClaims {
  return findClaims(tokeniseBlock(text, 'body'), namesIn(text, names), []);
}

/** Links paragraphs given as plain texts; gives one line a claim: source → kind, with antecedent and later pieces. */
export function linkedLines(paragraphs: readonly string[], names: Names = {}): string[] {
  return linkClaims(blocksOf(paragraphs, names)).map((linked) => lineOf(linked, paragraphs));
}

/** The same, one line a claim: source: the entity that answers for it. */
export function linkedSpeakers(paragraphs: readonly string[], names: Names = {}): string[] {
  const blocks = blocksOf(paragraphs, names);
  return new Linker().link(blocks).flatMap(({ links }, b) => links.map(({ speaker }, i) => {
    const source = blocks[b]?.claims.claims[i]?.source[0];
    return `${source === undefined ? '' : (paragraphs[b] ?? '').slice(source.start, source.end)}: ${speaker?.canonical ?? 'nobody by name'}`;
  }));
}

function blocksOf(paragraphs: readonly string[], names: Names): LinkableBlock[] {
  return paragraphs.map((text): LinkableBlock => ({
    claims: claimsOf(text, names),
    mentions: namesIn(text, names).map((n) => ({ start: n.start, end: n.end, type: n.type, entity: n.key, canonical: n.key })),
    analysis: { tokenised: tokeniseBlock(text, 'body') },
  }));
}

function lineOf(linked: LinkedClaim, paragraphs: readonly string[]): string {
  const at = (block: number, s: Span | undefined): string => s === undefined ? '' : (paragraphs[block] ?? '').slice(s.start, s.end);
  const { antecedent } = linked;
  const back = antecedent === undefined ? '' : ` = ${at(antecedent.block, antecedent.span)}`;
  const more = linked.extraContent.map((e) => ` + ${at(e.block, e.span)}`).join('');
  return `${at(linked.block, linked.candidate.source[0])}: ${linked.sourceKind}${back}${more}`;
}

function namesIn(text: string, names: Names): TypedName[] {
  const found: TypedName[] = [];
  for (const [name, type] of Object.entries(names)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      found.push({ start: at, end: at + name.length, type, key: name, entity: name });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function withoutMarks(marked: string): string {
  return marked.replace(/\{[sqc]\d+ /g, '').replace(/\}/g, '');
}

function drawn(text: string, found: BlockClaims): string {
  const opening = new Map<number, { mark: string; length: number; order: number }[]>();
  const closing = new Map<number, number>();
  found.claims.forEach((claim, index) => {
    const parts: readonly (readonly [string, readonly Span[]])[] = [['s', claim.source], ['q', claim.cue], ['c', claim.content]];
    parts.forEach(([letter, spans], order) => {
      for (const s of spans) {
        const list = opening.get(s.start) ?? [];
        list.push({ mark: `{${letter}${index + 1} `, length: s.end - s.start, order: index * 3 + order });
        opening.set(s.start, list);
        closing.set(s.end, (closing.get(s.end) ?? 0) + 1);
      }
    });
  });
  let out = '';
  for (let i = 0; i <= text.length; i++) {
    out += '}'.repeat(closing.get(i) ?? 0);
    for (const open of (opening.get(i) ?? []).sort((a, b) => b.length - a.length || a.order - b.order)) out += open.mark;
    out += text[i] ?? '';
  }
  return out;
}
