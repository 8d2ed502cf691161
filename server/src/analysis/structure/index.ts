/**
 * Text → zones, paragraphs, sentences, tokens. Does no I/O, reads no clock, never throws for any text;
 * it does not say what a word means, only where it stands.
 */
export { findQuotations } from './quotations.js';
export { splitSentences } from './sentences.js';
export { tokenise } from './tokenise.js';
export { tokeniseBlock } from './tokeniseBlock.js';
