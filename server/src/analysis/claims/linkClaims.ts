/**
 * The claims of an article, linked: quotations that run over paragraphs are joined, pronouns and "the mayor" find who they
 * stand for. One pass over the blocks, linear in claims; needs nothing but the blocks, so it can run at each keystroke.
 */
import type { Span } from '../../base/span.js';
import type { BlockClaims, ClaimCandidate, EntityType, Role, SourceKind, TokenisedBlock } from '../types.js';
import type { Antecedent } from './antecedents.js';
import { SourceMemory } from './antecedents.js';

export interface LinkableMention extends Span {
  readonly type: EntityType;
  readonly entity: string;
  readonly canonical: string;
  readonly name?: { readonly roles: readonly Role[] };
}

/** What the link pass reads of a block: the article's own blocks have it. */
export interface LinkableBlock {
  readonly claims: BlockClaims;
  readonly mentions: readonly LinkableMention[];
  readonly analysis: { readonly tokenised: TokenisedBlock };
}

export interface LinkedClaim {
  /** Index of the block in the list. */
  readonly block: number;
  readonly candidate: ClaimCandidate;
  /** Pieces of the same quotation in later blocks, relative to those blocks. */
  readonly extraContent: readonly { readonly block: number; readonly span: Span }[];
  readonly sourceKind: SourceKind;
  readonly kindReason: string;
  /** What a pronoun or a definite role points back to; span relative to its block. */
  readonly antecedent?: Antecedent;
}

type Growing = LinkedClaim & { readonly extraContent: { block: number; span: Span }[] };

/** Every claim of every block, in the order of `BlockClaims.claims`; none is dropped, so parents keep their indexes. */
export function linkClaims(blocks: readonly LinkableBlock[]): LinkedClaim[] {
  const linked: Growing[] = [];
  const memory = new SourceMemory(blocks);
  let open: Growing | null = null;
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b];
    if (block === undefined || block.analysis.tokenised.zone === 'boilerplate') continue;
    const { claims, continues, openAtEnd } = block.claims;
    const speaker: Growing | null = continues === null ? null : open;
    if (open !== null && continues !== null) open.extraContent.push({ block: b, span: continues });
    const first = linked.length;
    for (const candidate of claims) linked.push(linkOne(candidate, b, memory));
    settleFirstPersons(linked, first, speaker);
    const opened = openAtEnd === null ? undefined : linked[first + openAtEnd];
    if (opened !== undefined) open = opened;
    else if (speaker === null || !runsOn(block, continues)) open = null;
  }
  return linked;
}

/** The continuing quotation has no closing mark in its block either. */
function runsOn(block: LinkableBlock, continues: Span | null): boolean {
  return continues !== null && block.analysis.tokenised.quotations.some((q) => q.start === continues.start && q.open);
}

function linkOne(candidate: ClaimCandidate, block: number, memory: SourceMemory): Growing {
  const reading = memory.read(candidate, block);
  return {
    // What a person decided is not read otherwise.
    block, candidate, extraContent: [], sourceKind: candidate.mark === undefined ? reading.kind : candidate.sourceKind, kindReason: reading.reason,
    ...(reading.antecedent === undefined ? {} : { antecedent: reading.antecedent }),
  };
}

/** "I" inside a quotation is the one who is quoted. */
function settleFirstPersons(linked: Growing[], first: number, speaker: Growing | null): void {
  for (let i = first; i < linked.length; i++) {
    const claim = linked[i];
    if (claim === undefined || claim.candidate.pronoun !== 'first') continue;
    const around = outerSpeaker(linked, first, claim) ?? speaker;
    if (around === null || around.sourceKind === 'author') continue;
    const source = around.candidate.source[0];
    linked[i] = {
      ...claim, sourceKind: around.sourceKind, kindReason: `${claim.kindReason} inside the words of another source: ${around.kindReason}`,
      ...(source === undefined ? {} : { antecedent: around.antecedent ?? { block: around.block, span: source, why: 'the speaker of the quotation' } }),
    };
  }
}

/** The nearest claim around it whose source is not itself a first person. Parents are acyclic, so the walk ends. */
function outerSpeaker(linked: readonly Growing[], first: number, claim: Growing): Growing | null {
  let { parent } = claim.candidate;
  while (parent !== null) {
    const around = linked[first + parent];
    if (around === undefined) return null;
    if (around.candidate.pronoun !== 'first') return around.candidate.source.length > 0 ? around : null;
    parent = around.candidate.parent;
  }
  return null;
}
