/**
 * The claims of an article, linked: quotations that run over paragraphs are joined, pronouns and "the mayor" find who they
 * stand for. One pass over the blocks; a block whose words, and what it asked of those before it, are as they were is passed over. It
 * begins a little before the first block that is another, and ends where all is again as it was.
 */
import type { Span } from '../../base/span.js';
import type { BlockClaims, ClaimCandidate, EntityType, Role, SourceKind, TokenisedBlock } from '../types.js';
import { BlockReader, MENTION_REACH } from './antecedents.js';
import type { BlockLinks, JointLink, KnownBefore, Link, OpenClaim, Reads } from './linkState.js';
import { KEPT, LinkState, isSameHolder, isSameKnown, isSameMade, isSameOpenClaim, isSameSources } from './linkState.js';

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

export interface Antecedent {
  readonly block: number;
  readonly span: Span;
  /** A clause for the card. */
  readonly why: string;
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
  /** Whose "its sources" or "his lawyer" are, by what that owner is called. */
  readonly owner?: Antecedent & { readonly name: string };
  /** Each of several sources in one phrase, in order; `name`: what it is called in full. */
  readonly joint?: readonly (JointLink & { readonly span: Span })[];
}

const NO_READS: Reads = { sources: false, mentions: false, genders: new Map(), roles: new Map(), open: undefined, block: 0 };
/** Boilerplate stands beside the story: a quotation goes on behind it. */
const PASSED_OVER: BlockLinks = { links: [], unnamed: 0, continued: null, open: 'same', sources: [], genders: [], roles: [], reads: NO_READS };

const NOTHING_KNOWN: KnownBefore = { genders: new Map(), roles: new Map(), open: null };

/** Links lists of blocks that have come from one another by edits: what is the same at both ends is not read again. */
export class Linker {
  private blocks: readonly LinkableBlock[] = [];
  private made: readonly BlockLinks[] = [];
  private known: readonly KnownBefore[] = [];
  /** Blocks that were read, and those a pass came to, ever: for tests that count work. */
  blocksRead = 0;
  blocksPassed = 0;

  /** `stride`: so many blocks apart, what is known before a block is kept, so that a pass can begin there. */
  constructor(private readonly stride = 64) {}

  /** One for each block. Parts of the list are the same objects as long as nothing in them changes. */
  link(blocks: readonly LinkableBlock[]): readonly BlockLinks[] {
    const [before, after] = sameEnds(this.blocks, blocks);
    if (before === blocks.length && before === this.blocks.length) return this.made;
    const pass = new Pass(blocks, this.blocks, this.made, { known: this.known, stride: this.stride }, before, after);
    this.made = pass.run();
    this.known = pass.known;
    this.blocks = blocks;
    this.blocksRead += pass.blocksRead;
    this.blocksPassed += pass.blocksPassed;
    return this.made;
  }
}

/** How many blocks at the front and at the back give the link pass the same to read. */
export function sameEnds(old: readonly LinkableBlock[], now: readonly LinkableBlock[]): [number, number] {
  const limit = Math.min(old.length, now.length);
  let before = 0;
  while (before < limit && isSameBlock(old[before], now[before])) before++;
  let after = 0;
  while (after < limit - before && isSameBlock(old[old.length - 1 - after], now[now.length - 1 - after])) after++;
  return [before, after];
}

function isSameBlock(a: LinkableBlock | undefined, b: LinkableBlock | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.mentions === b.mentions && a.claims === b.claims && a.analysis.tokenised === b.analysis.tokenised);
}

/** Where a pass can begin: what is known before every `stride`th block. */
interface Beginnings {
  readonly known: readonly KnownBefore[];
  readonly stride: number;
}

/** One pass over the blocks, from the last beginning before the first that is another. */
class Pass {
  /** The beginnings for the next. */
  readonly known: KnownBefore[];
  private readonly stride: number;
  private readonly state: LinkState;
  /** How many sources have come since the last block whose sources are others than they were. */
  private sourcesSince = Infinity;
  blocksRead = 0;
  blocksPassed = 0;

  constructor(
    private readonly blocks: readonly LinkableBlock[], private readonly oldBlocks: readonly LinkableBlock[], private readonly old: readonly BlockLinks[],
    { known, stride }: Beginnings, private readonly before: number, private readonly after: number,
  ) {
    const at = Math.min(Math.floor(before / stride), Math.max(0, known.length - 1));
    this.stride = stride;
    this.known = known.slice(0, Math.ceil(blocks.length / stride));
    this.state = new LinkState(old.slice(0, at * stride), known[at] ?? NOTHING_KNOWN);
  }

  run(): readonly BlockLinks[] {
    const behind = this.blocks.length - this.after;
    // Blocks that have come or gone between two sources change how far they are apart.
    const isOneToOne = this.blocks.length === this.oldBlocks.length;
    let lastChanged = isOneToOne ? -Infinity : behind - 1;
    for (let b = this.state.made.length; b < this.blocks.length; b++) {
      if (b % this.stride === 0) {
        if (isOneToOne && b >= behind + MENTION_REACH && this.isAllAsItWas(b)) return this.state.made.concat(this.old.slice(b));
        this.known[b / this.stride] = this.state.known();
      }
      const known = b < this.before || isOneToOne ? this.old[b] : this.old[b - this.blocks.length + this.old.length];
      if (b === behind && !isOneToOne) this.sourcesSince = 0;
      // What the model says of one paragraph can change a few others, far apart.
      const isSame = b < this.before || b >= behind || (isOneToOne && isSameBlock(this.oldBlocks[b], this.blocks[b]));
      if (!isSame && isOneToOne) lastChanged = b;
      const isKept = known !== undefined && isSame && (b < this.before || this.asksTheSame(known, b, lastChanged));
      this.pass(b, isKept ? known : this.read(b, b < behind && !isOneToOne ? undefined : known));
    }
    return this.state.made;
  }

  /** Whatever the blocks from here on ask, they are answered as they were. */
  private isAllAsItWas(b: number): boolean {
    const known = this.known[b / this.stride];
    return this.sourcesSince >= KEPT && known !== undefined && isSameKnown(known, this.state, b);
  }

  /** `known` is what was made of the block, or of the one in its place, before. */
  private read(b: number, known: BlockLinks | undefined): BlockLinks {
    const now = linksOf(this.blocks, b, this.state);
    this.blocksRead++;
    if (known === undefined) return now;
    if (!isSameSources(known.sources, now.sources)) this.sourcesSince = 0;
    return isSameMade(known, now) ? { ...known, reads: now.reads } : now;
  }

  private pass(b: number, links: BlockLinks): void {
    this.blocksPassed++;
    this.sourcesSince += links.sources.length;
    this.state.pass(this.blocks[b]?.claims.claims ?? [], links);
  }

  /** The block is the same one; are the answers to all that it asks the same, too? */
  private asksTheSame({ reads }: BlockLinks, b: number, lastChanged: number): boolean {
    if (reads.sources && this.sourcesSince < KEPT) return false;
    if (reads.mentions && b - lastChanged <= MENTION_REACH) return false;
    for (const [entity, gender] of reads.genders) if (this.state.genders.get(entity) !== gender) return false;
    for (const [word, holder] of reads.roles) if (!isSameHolder(holder, reads.block, this.state.roles.get(word), b)) return false;
    return reads.open === undefined || isSameOpenClaim(reads.open, reads.block, this.state.open, b);
  }
}

function linksOf(blocks: readonly LinkableBlock[], b: number, state: LinkState): BlockLinks {
  const block = blocks[b];
  if (block === undefined || block.analysis.tokenised.zone === 'boilerplate') return PASSED_OVER;
  const { claims, continues, openAtEnd } = block.claims;
  const before = continues === null ? null : state.open;
  const reader = new BlockReader(blocks, b, state);
  const links = claims.map((candidate) => {
    const link = reader.read(candidate);
    // What a person decided is not read otherwise.
    return candidate.mark === undefined ? link : { ...link, sourceKind: candidate.sourceKind };
  });
  settleFirstPersons(claims, links, reader, before, b);
  const opened = openAtEnd === null ? undefined : claims[openAtEnd];
  const goesOn = before !== null && runsOn(block, continues);
  return {
    links, unnamed: links.filter(({ sourceKind }) => sourceKind.startsWith('unnamed')).length,
    continued: before === null ? null : { back: b - before.block, claim: before.claim },
    open: openAtEnd !== null && opened !== undefined ? { claim: openAtEnd, atSource: reader.ownSpeaker(opened) } : goesOn ? 'same' : null,
    sources: reader.sources, genders: reader.genders, roles: reader.roles, reads: reader.reads(continues === null ? undefined : state.open),
  };
}

/** The continuing quotation has no closing mark in its block either. */
function runsOn(block: LinkableBlock, continues: Span | null): boolean {
  return continues !== null && block.analysis.tokenised.quotations.some((q) => q.start === continues.start && q.open);
}

/** "I" inside a quotation is the one who is quoted. */
function settleFirstPersons(claims: readonly ClaimCandidate[], links: Link[], reader: BlockReader, before: OpenClaim | null, b: number): void {
  for (const [i, { pronoun }] of claims.entries()) {
    const own = links[i];
    if (own === undefined || pronoun !== 'first') continue;
    const around = outerSpeaker(claims, links, i, reader) ?? (before === null ? undefined : { ...before, back: b - before.block });
    if (around === undefined || around.link.sourceKind === 'author') continue;
    const { link, candidate, back, atSource } = around;
    const source = candidate.source[0];
    const kindReason = `${own.kindReason} inside the words of another source: ${link.kindReason}`;
    if (source === undefined) links[i] = { ...own, sourceKind: link.sourceKind, kindReason };
    else if (link.antecedent !== undefined) links[i] = { sourceKind: link.sourceKind, kindReason, antecedent: { ...link.antecedent, back: link.antecedent.back + back }, speaker: link.speaker };
    else links[i] = { sourceKind: link.sourceKind, kindReason, antecedent: { back, span: source, why: 'the speaker of the quotation' }, speaker: atSource };
  }
}

/** The nearest claim around it whose source is not itself a first person. Parents are acyclic, so the walk ends. */
function outerSpeaker(claims: readonly ClaimCandidate[], links: readonly Link[], inner: number, reader: BlockReader): (Omit<OpenClaim, 'block' | 'claim'> & { readonly back: number }) | undefined {
  let parent = claims[inner]?.parent ?? null;
  while (parent !== null) {
    const candidate = claims[parent];
    const link = links[parent];
    if (candidate === undefined || link === undefined) return undefined;
    if (candidate.pronoun !== 'first') return candidate.source.length > 0 ? { candidate, link, back: 0, atSource: reader.ownSpeaker(candidate) } : undefined;
    parent = candidate.parent;
  }
  return undefined;
}

/** A block's claims in this list of blocks, in the order of `BlockClaims.claims`; none is dropped, so parents keep their indexes. */
export function linkedClaims(blocks: readonly LinkableBlock[], made: readonly BlockLinks[], b: number): LinkedClaim[] {
  const claims = blocks[b]?.claims;
  if (claims === undefined) return [];
  return (made[b]?.links ?? []).flatMap(({ sourceKind, kindReason, antecedent, owner, joint }, i): LinkedClaim[] => {
    const candidate = claims.claims[i];
    if (candidate === undefined) return [];
    const extraContent = claims.openAtEnd === i ? laterPieces(blocks, made, b, i) : [];
    return [{
      block: b, candidate, extraContent, sourceKind, kindReason, ...(antecedent === undefined ? {} : { antecedent: { block: b - antecedent.back, span: antecedent.span, why: antecedent.why } }),
      ...(owner === undefined ? {} : { owner: { block: b - owner.back, span: owner.span, why: owner.why, name: owner.name } }),
      ...(joint === undefined ? {} : { joint: joint.flatMap((one, k) => { const span = candidate.joint?.[k]?.span; return span === undefined ? [] : [{ ...one, span }]; }) }),
    }];
  });
}

/** Work: the blocks in which the quotation goes on, and boilerplate between them. */
export function laterPieces(blocks: readonly LinkableBlock[], made: readonly BlockLinks[], block: number, claim: number): { readonly block: number; readonly span: Span }[] {
  const pieces: { block: number; span: Span }[] = [];
  for (let b = block + 1; b < blocks.length; b++) {
    if (blocks[b]?.analysis.tokenised.zone === 'boilerplate') continue;
    const span = blocks[b]?.claims.continues ?? null;
    const continued = made[b]?.continued ?? null;
    if (span === null || continued === null || b - continued.back !== block || continued.claim !== claim) break;
    pieces.push({ block: b, span });
  }
  return pieces;
}

/** Every claim of every block, in order. */
export function linkClaims(blocks: readonly LinkableBlock[]): LinkedClaim[] {
  const made = new Linker().link(blocks);
  return blocks.flatMap((_, b) => linkedClaims(blocks, made, b));
}
