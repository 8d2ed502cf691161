import type { HeaderKind, TokenisedBlock, Zone } from '../types.js';
import { findQuotations } from './quotations.js';
import { splitSentences } from './sentences.js';
import { tokenise } from './tokenise.js';

/** A block's text cut into tokens, sentences and quotations; all spans are relative to it. */
export function tokeniseBlock(text: string, zone: Zone, header?: HeaderKind): TokenisedBlock {
  const tokens = tokenise(text);
  const quotations = findQuotations(tokens);
  const sentences = splitSentences(text, tokens, quotations);
  return { text, zone, ...(header === undefined ? {} : { header }), tokens, sentences, quotations };
}
