/**
 * What one block gives by itself: everything that no other block can change. The unit of caching and of work:
 * one keystroke makes one of these.
 */
import type { Gazetteer } from './gazetteer.js';
import { findNames } from './entities/names/index.js';
import { findValues } from './entities/values/index.js';
import { tokeniseBlock } from './structure/index.js';
import type { Block, NameCandidate, TokenisedBlock, ValueMention } from './types.js';

/** Spans are relative to the block's start. Two blocks of one text and zone share one analysis. */
export interface BlockAnalysis {
  readonly tokenised: TokenisedBlock;
  readonly values: readonly ValueMention[];
  readonly names: readonly NameCandidate[];
}

/**
 * Analyses the text of one block. Boilerplate is never annotated, so it is only kept as text.
 * @param first is told of the block's sentences before names are looked for, which takes most of the time
 */
export function analyseBlock(text: string, block: Pick<Block, 'zone' | 'header'>, gazetteer: Gazetteer, first?: (tokenised: TokenisedBlock) => void): BlockAnalysis {
  if (block.zone === 'boilerplate') {
    return { tokenised: { text, zone: block.zone, tokens: [], sentences: [], quotations: [] }, values: [], names: [] };
  }
  const tokenised = tokeniseBlock(text, block.zone, block.header);
  first?.(tokenised);
  const values = findValues(tokenised);
  return { tokenised, values, names: findNames(tokenised, values, gazetteer) };
}
