/** Test helper: the zones that are expected are drawn into the text. */
import { expect } from 'vitest';
import { analyseStructure } from './structure.js';
import type { Block, Structure } from '../types.js';

/**
 * Each block is written `⟨label|text⟩`; the label of a body block is its paragraph, that of a header its kind.
 * Everything else is white space between blocks.
 */
export function checkZones(marked: string): Structure {
  const source = marked.trim();
  const text = source.replace(/⟨[^|⟩]*\||⟩/gu, '');
  const found = analyseStructure(text);
  expect(drawn(text, found.blocks)).toBe(source);
  return found;
}

function drawn(text: string, blocks: readonly Block[]): string {
  let result = '';
  let at = 0;
  for (const block of blocks) {
    result += `${text.slice(at, block.start)}⟨${labelOf(block)}|${text.slice(block.start, block.end)}⟩`;
    at = block.end;
  }
  return result + text.slice(at);
}

function labelOf(block: Block): string {
  return block.zone === 'body' ? String(block.paragraph) : block.header ?? block.zone;
}
