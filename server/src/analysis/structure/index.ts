/**
 * Text → zones, paragraphs, sentences, tokens. Does no I/O, reads no clock, never throws for any text;
 * it does not say what a word means, only where it stands.
 */
export { dateFromFileName } from './calendar.js';
export { classify, isSamePlace } from './classify.js';
export type { TypedIn } from './paragraphs.js';
export { splitRaw, typedIn } from './paragraphs.js';
export type { Recognition } from './prose.js';
export { recogniseProse } from './prose.js';
export { findQuotations } from './quotations.js';
export { checkReadable } from './readable.js';
export { splitSentences } from './sentences.js';
export type { RawShape } from './shape.js';
export { rawShape } from './shape.js';
export { analyseStructure } from './structure.js';
export { tokenise } from './tokenise.js';
export { tokeniseBlock } from './tokeniseBlock.js';
