/**
 * Claims: who says what, and in which words. Finds them in one block, then links them over the article.
 * Does no I/O, never throws for any text, and gives no verdict on what is said.
 */
import type { OpinedClaim } from '../opinion.js';
import type { BlockClaims, TokenisedBlock, ValueMention } from '../types.js';
import { assemble } from './assemble.js';
import { makeContext } from './context.js';
import type { TypedName } from './context.js';
import { findDrafts } from './finders/index.js';
import { opinedDrafts } from './opined.js';

export type { TypedName } from './context.js';
export { sourcesAround } from './around.js';
export type { SourceAround } from './around.js';
export { Linker, linkClaims, linkedClaims } from './linkClaims.js';
export type { LinkableBlock, LinkedClaim } from './linkClaims.js';
export type { BlockLinks } from './linkState.js';

const NOTHING: BlockClaims = { claims: [], openAtEnd: null, continues: null };

/** The claims of one block, in order of their start; spans are relative to the block. Names may be absent or wrong: they only help. `opined` are the model's, where it is sure enough. */
export function findClaims(block: TokenisedBlock, names: readonly TypedName[], values: readonly ValueMention[], opined: readonly OpinedClaim[] = []): BlockClaims {
  if (block.zone === 'boilerplate' || block.zone === 'header' || block.tokens.length === 0) return NOTHING;
  const context = makeContext(block, names, values);
  const drafts = findDrafts(context);
  return assemble(context, opined.length === 0 ? drafts : [...drafts, ...opinedDrafts(context, drafts, opined)]);
}
