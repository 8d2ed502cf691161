/**
 * Named entities by rule: candidates of single blocks, and the table that decides them over the whole article.
 * Does no I/O, never throws for any text.
 */
export { findNames, valuesOutside } from './candidates.js';
export type { NameDecision } from './decide.js';
export type { FoundName, NameReason } from './evidence.js';
export { abbreviates, keyOf } from './keys.js';
export { NameTable } from './nameTable.js';
