/**
 * What the link pass makes of one block, and what it knows when it comes to the next. Nothing here names a place in the article:
 * blocks are counted backwards, so that what was made of a block holds wherever the block moves.
 */
import type { Span } from '../../base/span.js';
import type { ClaimCandidate, SourceKind } from '../types.js';

export type Gender = 'he' | 'she';

/** What a pronoun or a definite role points back to. */
export interface BackReference {
  /** So many blocks before. */
  readonly back: number;
  /** Relative to that block. */
  readonly span: Span;
  /** A clause for the card. */
  readonly why: string;
}

/** One entity that answers for a claim. */
export interface Speaker {
  readonly entity: string;
  readonly canonical: string;
}

export interface Link {
  readonly sourceKind: SourceKind;
  readonly kindReason: string;
  readonly antecedent: BackReference | undefined;
  readonly speaker: Speaker | undefined;
  /** "Its sources", "his lawyer": whose. */
  readonly owner?: Owner;
  /** Each of several sources, in order, where "the mayor" among them may be somebody who was named before. */
  readonly joint?: readonly JointLink[];
}

export interface Owner extends BackReference {
  /** What the owner is called in full; as it stands there, where it has no name. */
  readonly name: string;
}

export interface JointLink {
  readonly sourceKind: SourceKind;
  readonly kindReason: string;
  readonly name: string | undefined;
}

/** A source that later pronouns may mean. */
export interface Source {
  readonly span: Span;
  readonly kind: SourceKind;
  readonly head: string;
  readonly text: string;
  readonly plural: boolean;
  /** Of the mention at its head. */
  readonly entity: string | null;
  readonly speaker: Speaker | undefined;
}

/** "Mayor Ruth Oduya": the word for the role, and who has it. */
export interface RoleFact {
  readonly word: string;
  readonly span: Span;
  readonly entity: string;
  readonly canonical: string;
}

/** The claim whose quotation is open. */
export interface OpenClaim {
  readonly block: number;
  readonly claim: number;
  readonly candidate: ClaimCandidate;
  readonly link: Link;
  /** Who is at the words of its source. */
  readonly atSource: Speaker | undefined;
}

export interface RoleHolder {
  readonly fact: RoleFact;
  readonly block: number;
  /** Somebody else is called so, too. */
  readonly several: boolean;
}

/** What a block asked of the blocks before it: as long as the answers are the same, so is what was made of it. */
export interface Reads {
  readonly sources: boolean;
  /** Mentions of the blocks within `MENTION_REACH`. */
  readonly mentions: boolean;
  readonly genders: ReadonlyMap<string, Gender | undefined>;
  /** Places as they were then, in an article where the block itself stood at `block`. */
  readonly roles: ReadonlyMap<string, RoleHolder | undefined>;
  /** Undefined: not asked. */
  readonly open: OpenClaim | null | undefined;
  readonly block: number;
}

export interface BlockLinks {
  /** One a claim, in their order. */
  readonly links: readonly Link[];
  /** Claims whose source has no name. */
  readonly unnamed: number;
  /** The claim of an earlier block whose quotation goes on here. */
  readonly continued: { readonly back: number; readonly claim: number } | null;
  /** The quotation that is open at its end is that of one of its claims, or the one that went on here, or none. */
  readonly open: { readonly claim: number; readonly atSource: Speaker | undefined } | 'same' | null;
  readonly sources: readonly Source[];
  readonly genders: readonly (readonly [entity: string, gender: Gender])[];
  readonly roles: readonly RoleFact[];
  readonly reads: Reads;
}

/** Sources kept at hand: more are never looked at. */
export const KEPT = 24;

/** What is known before a block, apart from what was made of the blocks before it. */
export interface KnownBefore {
  readonly genders: ReadonlyMap<string, Gender>;
  readonly roles: ReadonlyMap<string, RoleHolder>;
  readonly open: OpenClaim | null;
}

export class LinkState implements KnownBefore {
  readonly genders: Map<string, Gender>;
  readonly roles: Map<string, RoleHolder>;
  open: OpenClaim | null;

  /** `made`: what was made of all blocks before; goes on with the pass. */
  constructor(readonly made: BlockLinks[], { genders, roles, open }: KnownBefore) {
    this.genders = new Map(genders);
    this.roles = new Map(roles);
    this.open = open;
  }

  /** A copy that stays as it is. */
  known(): KnownBefore {
    return { genders: new Map(this.genders), roles: new Map(this.roles), open: this.open };
  }

  /** Goes on to the next block. */
  pass(candidates: readonly ClaimCandidate[], made: BlockLinks): void {
    const block = this.made.length;
    this.made.push(made);
    for (const [entity, gender] of made.genders) this.genders.set(entity, gender);
    for (const fact of made.roles) this.roles.set(fact.word, joinedHolder(this.roles.get(fact.word), fact, block));
    if (made.open === 'same') return;
    const candidate = made.open === null ? undefined : candidates[made.open.claim];
    const link = made.open === null ? undefined : made.links[made.open.claim];
    this.open = made.open === null || candidate === undefined || link === undefined ? null : { block, claim: made.open.claim, candidate, link, atSource: made.open.atSource };
  }
}

export function joinedHolder(known: RoleHolder | undefined, fact: RoleFact, block: number): RoleHolder {
  if (known === undefined) return { fact, block, several: false };
  return known.several || known.fact.entity === fact.entity ? known : { ...known, several: true };
}

export function isSameSpeaker(a: Speaker | undefined, b: Speaker | undefined): boolean {
  return a?.entity === b?.entity && a?.canonical === b?.canonical;
}

export function isSameFact(a: RoleFact, b: RoleFact): boolean {
  return a === b || (a.word === b.word && a.entity === b.entity && a.canonical === b.canonical && isSameSpan(a.span, b.span));
}

/** The same person for a block at `atB` as for one at `atA`. */
export function isSameHolder(a: RoleHolder | undefined, atA: number, b: RoleHolder | undefined, atB: number): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.several || b.several) return a.several === b.several;
  return atA - a.block === atB - b.block && isSameFact(a.fact, b.fact);
}

export function isSameOpenClaim(a: OpenClaim | null, atA: number, b: OpenClaim | null, atB: number): boolean {
  if (a === null || b === null) return a === b;
  return atA - a.block === atB - b.block && a.claim === b.claim && a.candidate === b.candidate && a.link === b.link && isSameSpeaker(a.atSource, b.atSource);
}

/** The same for blocks from `at` on, in two versions of an article. */
export function isSameKnown(a: KnownBefore, b: KnownBefore, at: number): boolean {
  if (a.genders.size !== b.genders.size || a.roles.size !== b.roles.size || !isSameOpenClaim(a.open, at, b.open, at)) return false;
  for (const [entity, gender] of a.genders) if (b.genders.get(entity) !== gender) return false;
  for (const [word, holder] of a.roles) if (!isSameHolder(holder, at, b.roles.get(word), at)) return false;
  return true;
}

/** All that is made of a block, apart from what it asked for. */
export function isSameMade(a: BlockLinks, b: BlockLinks): boolean {
  return isSameList(a.links, b.links, isSameLink) && isSameSources(a.sources, b.sources)
    && a.continued?.back === b.continued?.back && a.continued?.claim === b.continued?.claim && isSameOpen(a.open, b.open)
    && isSameList(a.genders, b.genders, (x, y) => x[0] === y[0] && x[1] === y[1]) && isSameList(a.roles, b.roles, isSameFact);
}

export function isSameSources(a: readonly Source[], b: readonly Source[]): boolean {
  return isSameList(a, b, (x, y) => x.text === y.text && x.kind === y.kind && x.head === y.head && x.plural === y.plural && x.entity === y.entity && isSameSpan(x.span, y.span) && isSameSpeaker(x.speaker, y.speaker));
}

function isSameOpen(a: BlockLinks['open'], b: BlockLinks['open']): boolean {
  if (a === null || b === null || a === 'same' || b === 'same') return a === b;
  return a.claim === b.claim && isSameSpeaker(a.atSource, b.atSource);
}

function isSameLink(a: Link, b: Link): boolean {
  return a.sourceKind === b.sourceKind && a.kindReason === b.kindReason && isSameSpeaker(a.speaker, b.speaker) && isSameReference(a.antecedent, b.antecedent)
    && isSameReference(a.owner, b.owner) && a.owner?.name === b.owner?.name && isSameList(a.joint ?? [], b.joint ?? [], (x, y) => x.sourceKind === y.sourceKind && x.kindReason === y.kindReason && x.name === y.name);
}

function isSameReference(a: BackReference | undefined, b: BackReference | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.back === b.back && a.why === b.why && isSameSpan(a.span, b.span);
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function isSameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((one, i) => {
    const other = b[i];
    return other !== undefined && same(one, other);
  });
}
