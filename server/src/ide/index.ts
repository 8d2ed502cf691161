/** The features, each a pure function of an article and settings. Knows no LSP, reads no clock, does no I/O. */
export { hover } from './hover.js';
export type { HoverCard } from './hover.js';
export { toMarkdown, toPlainText, escapeMarkdown } from './card.js';
export type { Card } from './card.js';
export { entityTokens } from './semanticTokens.js';
export type { EntityToken } from './semanticTokens.js';
export { boilerplateIn, claimsIn } from './decorations.js';
export type { DrawnClaim } from './decorations.js';
export { summarise } from './summary.js';
export type { Summary } from './summary.js';
