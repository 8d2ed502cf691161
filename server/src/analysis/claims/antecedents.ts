/** What the link pass remembers of earlier sources, and how it reads a pronoun or a definite role by it. */
import type { Span } from '../../base/span.js';
import type { ClaimCandidate, SourceKind } from '../types.js';
import type { LinkableBlock, LinkableMention } from './linkClaims.js';
import { isKeptUnnamed } from './anonymity.js';
import { isOfficialName } from './sourceKind.js';
import { BARE_HEADS, OFFICIAL_HEADS, ORGANISATION_HEADS, ROLE_HEADS } from './sourceWords.js';

export interface Antecedent {
  readonly block: number;
  readonly span: Span;
  /** A clause for the card. */
  readonly why: string;
}

export interface LinkedReading {
  readonly kind: SourceKind;
  readonly reason: string;
  readonly antecedent?: Antecedent;
}

type Pronoun = NonNullable<ClaimCandidate['pronoun']>;
type Gender = 'he' | 'she';

interface Remembered {
  readonly block: number;
  readonly span: Span;
  readonly kind: SourceKind;
  readonly head: string;
  readonly text: string;
  readonly plural: boolean;
  readonly entity: string | null;
}

/** Sources further back than this many blocks are out of a pronoun's reach. */
const PRONOUN_REACH = 4;
const MENTION_REACH = 2;
/** Sources kept at hand: more are never looked at. */
const KEPT = 24;

export class SourceMemory {
  private readonly sources: Remembered[] = [];
  private readonly genders = new Map<string, Gender>();
  private readonly roles = new Map<string, { block: number; span: Span; entity: string; canonical: string; several: boolean }>();
  private rolesRead = 0;

  constructor(private readonly blocks: readonly LinkableBlock[]) {}

  /** The kind of the claim's source in the light of what came before; remembers the source for what comes after. */
  read(candidate: ClaimCandidate, block: number): LinkedReading {
    const plain = { kind: candidate.sourceKind, reason: candidate.kindReason };
    const source = candidate.source[0];
    if (source === undefined) return plain;
    if (candidate.pronoun !== undefined) return candidate.pronoun === 'first' ? plain : this.pronoun(candidate, block, source, candidate.pronoun, plain);
    const reading = this.definite(candidate, block, source) ?? plain;
    this.remember(candidate, block, source, reading.kind);
    return reading;
  }

  private textOf(block: number, span: Span): string {
    return this.blocks[block]?.analysis.tokenised.text.slice(span.start, span.end) ?? '';
  }

  private remember(candidate: ClaimCandidate, block: number, source: Span, kind: SourceKind): void {
    const text = this.textOf(block, source);
    const head = candidate.head === undefined ? '' : this.textOf(block, candidate.head).toLowerCase();
    const mention = candidate.head === undefined ? undefined : this.mentionAt(block, candidate.head);
    const plural = / and /.test(text) || (mention === undefined && /[^s]s$/.test(head)) || head === 'police' || head === 'people';
    this.sources.push({ block, span: source, kind, head, text, plural, entity: mention?.entity ?? null });
    if (this.sources.length > KEPT) this.sources.shift();
    if (mention !== undefined && mention.type === 'PERSON') this.learnRoles(text, block, mention);
  }

  private mentionAt(block: number, span: Span): LinkableMention | undefined {
    return this.blocks[block]?.mentions.find((m) => m.start < span.end && span.start < m.end);
  }

  /* ---------- pronouns ---------- */

  private pronoun(candidate: ClaimCandidate, block: number, source: Span, pronoun: Exclude<Pronoun, 'first'>, plain: LinkedReading): LinkedReading {
    const word = this.textOf(block, source);
    const found = this.earlierSource(candidate, block, pronoun, source);
    if (pronoun === 'he' || pronoun === 'she') {
      const person = found?.kind === 'named-person' ? undefined : this.earlierPerson(block, source, pronoun, found);
      if (person !== undefined) return this.resolved(plain, 'named-person', word, person, 'the nearest person before it', person.entity, pronoun);
    }
    const body = pronoun === 'it' && (found === undefined || found.block !== block) ? this.earlierBody(block, source) : undefined;
    if (body !== undefined) return this.resolved(plain, body.kind, word, body, 'the nearest organisation before it', body.entity, pronoun);
    if (found === undefined) return plain;
    return this.resolved(plain, found.kind, word, found, 'the nearest earlier source that agrees', found.entity, pronoun);
  }

  private resolved(plain: LinkedReading, kind: SourceKind, word: string, to: { block: number; span: Span }, why: string, entity: string | null, pronoun: Pronoun): LinkedReading {
    if (entity !== null && (pronoun === 'he' || pronoun === 'she')) this.genders.set(entity, pronoun);
    return { kind, reason: `${plain.reason}: “${word}” stands for “${this.textOf(to.block, to.span)}”`, antecedent: { block: to.block, span: to.span, why } };
  }

  private earlierSource(candidate: ClaimCandidate, block: number, pronoun: Exclude<Pronoun, 'first'>, before: Span): Remembered | undefined {
    for (let k = this.sources.length - 1; k >= 0; k--) {
      const source = this.sources[k];
      if (source === undefined || block - source.block > PRONOUN_REACH) return undefined;
      if (source.block === block && source.span.start >= before.start) continue;
      if (this.agrees(source, pronoun) && !isOwnContent(candidate, source, block)) return source;
    }
    return undefined;
  }

  private agrees(source: Remembered, pronoun: Exclude<Pronoun, 'first'>): boolean {
    switch (pronoun) {
      case 'he':
      case 'she': {
        if (source.plural || (source.entity !== null && (this.genders.get(source.entity) ?? pronoun) !== pronoun)) return false;
        return source.kind === 'named-person' || (source.kind === 'unnamed-described' && ROLE_HEADS.has(source.head));
      }
      case 'it': return !source.plural && (source.kind === 'named-organisation' || source.kind === 'official-body' || source.kind === 'document');
      case 'they': return source.kind !== 'document' && source.kind !== 'author' && (source.plural || source.kind !== 'named-person');
    }
  }

  /** A person named after the last fitting source, or with no such source in reach. */
  private earlierPerson(block: number, before: Span, pronoun: Gender, found: Remembered | undefined): { block: number; span: Span; entity: string } | undefined {
    for (let b = block; b >= 0 && b >= block - MENTION_REACH; b--) {
      const mentions = this.blocks[b]?.mentions ?? [];
      for (let k = mentions.length - 1; k >= 0; k--) {
        const mention = mentions[k];
        if (mention === undefined || mention.type !== 'PERSON' || (b === block && mention.end > before.start)) continue;
        if (found !== undefined && (b < found.block || (b === found.block && mention.start < found.span.start))) return undefined;
        if ((this.genders.get(mention.entity) ?? pronoun) === pronoun) return { block: b, span: { start: mention.start, end: mention.end }, entity: mention.entity };
      }
    }
    return undefined;
  }

  /** An organisation or a place named earlier in the same block. */
  private earlierBody(block: number, before: Span): { block: number; span: Span; entity: string; kind: SourceKind } | undefined {
    let best: LinkableMention | undefined;
    for (const mention of this.blocks[block]?.mentions ?? []) if (mention.end <= before.start && mention.type === 'ORG') best = mention;
    if (best === undefined) return undefined;
    const kind = isOfficialName(best.canonical) ? 'official-body' : 'named-organisation';
    return { block, span: { start: best.start, end: best.end }, entity: best.entity, kind };
  }

  /* ---------- definite roles ---------- */

  /** "the mayor" → Ruth Oduya, "the company" → Keld Ferries, "the source" → a source before. */
  private definite(candidate: ClaimCandidate, block: number, source: Span): LinkedReading | undefined {
    if (candidate.head === undefined) return undefined;
    const text = this.textOf(block, source);
    if (!/^(?:the|that|this) /i.test(text) || isKeptUnnamed(text) || this.mentionAt(block, candidate.head) !== undefined) return undefined;
    const head = this.textOf(block, candidate.head).toLowerCase();
    if (ROLE_HEADS.has(head)) {
      const person = this.roleHolder(head, block);
      if (person !== undefined) return personReading(text, head, person);
    }
    if (ORGANISATION_HEADS.has(head)) return this.earlierOrganisation(candidate, block, text);
    if (BARE_HEADS.has(head)) return this.sameUnnamed(candidate, head);
    if (OFFICIAL_HEADS.has(head)) return this.sameWord(candidate, block, text, head);
    return undefined;
  }

  private roleHolder(head: string, block: number): { block: number; span: Span; canonical: string } | undefined {
    for (; this.rolesRead <= block && this.rolesRead < this.blocks.length; this.rolesRead++) {
      for (const mention of this.blocks[this.rolesRead]?.mentions ?? []) {
        if (mention.type !== 'PERSON' || mention.name === undefined) continue;
        for (const role of mention.name.roles) this.learnRoles(role.text, this.rolesRead, mention);
      }
    }
    const holder = this.roles.get(head);
    return holder === undefined || holder.several || holder.block > block ? undefined : holder;
  }

  private learnRoles(text: string, block: number, mention: LinkableMention): void {
    for (const word of text.toLowerCase().split(/[^\p{L}-]+/u)) {
      if (!ROLE_HEADS.has(word)) continue;
      const known = this.roles.get(word);
      if (known === undefined) this.roles.set(word, { block, span: { start: mention.start, end: mention.end }, entity: mention.entity, canonical: mention.canonical, several: false });
      else if (known.entity !== mention.entity) known.several = true;
    }
  }

  private earlierOrganisation(candidate: ClaimCandidate, block: number, text: string): LinkedReading | undefined {
    for (let k = this.sources.length - 1; k >= 0; k--) {
      const source = this.sources[k];
      if (source === undefined || block - source.block > PRONOUN_REACH) return undefined;
      if (source.kind !== 'named-organisation' || source.entity === null) continue;
      return { kind: source.kind, reason: `${candidate.kindReason}: “${text}”, after “${source.text}”`, antecedent: { block: source.block, span: source.span, why: 'the nearest organisation that spoke before' } };
    }
    return undefined;
  }

  /** "the agency", after "Keld News Agency": the kind of the one whose name has the word. */
  private sameWord(candidate: ClaimCandidate, block: number, text: string, head: string): LinkedReading | undefined {
    for (let k = this.sources.length - 1; k >= 0; k--) {
      const source = this.sources[k];
      if (source === undefined || block - source.block > PRONOUN_REACH) return undefined;
      if (source.kind !== 'named-organisation' || !source.text.toLowerCase().includes(head)) continue;
      return { kind: source.kind, reason: `${candidate.kindReason}: “${text}”, after “${source.text}”`, antecedent: { block: source.block, span: source.span, why: `the name before it with “${head}” in it` } };
    }
    return undefined;
  }

  /** "the source" goes back to the nearest source that is called so; that does not name it. */
  private sameUnnamed(candidate: ClaimCandidate, head: string): LinkedReading | undefined {
    const singular = head.replace(/s$/, '');
    for (let k = this.sources.length - 1; k >= 0; k--) {
      const source = this.sources[k];
      if (source === undefined || source.head.replace(/s$/, '') !== singular) continue;
      return {
        kind: candidate.sourceKind, reason: candidate.kindReason,
        antecedent: { block: source.block, span: source.span, why: `the nearest earlier “${source.head}”` },
      };
    }
    return undefined;
  }
}

function personReading(text: string, head: string, person: { block: number; span: Span; canonical: string }): LinkedReading {
  return {
    kind: 'named-person', reason: `“${text}” is ${person.canonical}: the only “${head}” named before`,
    antecedent: { block: person.block, span: person.span, why: `the only person called “${head}” before` },
  };
}

/** A pronoun is not the source of a claim that lies inside what it says. */
function isOwnContent(candidate: ClaimCandidate, source: Remembered, block: number): boolean {
  return source.block === block && candidate.content.some((c) => c.start <= source.span.start && source.span.end <= c.end);
}
