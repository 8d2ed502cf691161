/**
 * Named entities by rule: candidates of single blocks, and the table that decides them over the whole article.
 * Does no I/O, never throws for any text.
 */
export { findNames, valuesOutside } from './candidates.js';
export type { NameDecision } from './decide.js';
export { isUncertain } from './decide.js';
export type { FoundName, NameReason } from './evidence.js';
export { hearModel } from './hearModel.js';
export { abbreviates, keyOf } from './keys.js';
export { MODEL_WEIGHTS } from './modelWeights.js';
export type { ModelWeights } from './modelWeights.js';
export { NameTable } from './nameTable.js';
