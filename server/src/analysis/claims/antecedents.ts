/** How the link pass reads the sources of one block by what came before: who a pronoun or a definite role stands for. */
import { overlaps } from '../../base/span.js';
import type { Span } from '../../base/span.js';
import type { ClaimCandidate, SourceKind } from '../types.js';
import type { LinkableBlock, LinkableMention } from './linkClaims.js';
import type { BackReference, Gender, JointLink, Link, LinkState, Owner, Reads, RoleFact, RoleHolder, Source, Speaker } from './linkState.js';
import { KEPT, joinedHolder } from './linkState.js';
import { isKeptUnnamed } from './anonymity.js';
import { isOfficialName } from './sourceKind.js';
import { BARE_HEADS, OFFICIAL_HEADS, ORGANISATION_HEADS, ROLE_HEADS } from './sourceWords.js';

type Pronoun = NonNullable<ClaimCandidate['pronoun']>;

/** Something earlier that is meant, with the block it stands in. */
interface Found {
  readonly block: number;
  readonly span: Span;
  readonly speaker: Speaker | undefined;
}

/** Whom a pronoun stands for, and what shows it. */
interface Meant {
  readonly to: Found;
  readonly kind: SourceKind;
  readonly why: string;
  readonly entity: string | null;
}

const OWNERS: ReadonlyMap<string, Exclude<Pronoun, 'first'>> = new Map([['his', 'he'], ['her', 'she'], ['its', 'it'], ['their', 'they']]);

/** They have no more to say than what they stand for, which is a source before them. */
const RELATIVES = new Set(['who', 'which', 'whom', 'that']);

type FoundSource = Source & { readonly block: number };

/** Sources further back than this many blocks are out of a pronoun's reach. */
const PRONOUN_REACH = 4;
export const MENTION_REACH = 2;

const madeFacts = new WeakMap<readonly LinkableMention[], readonly RoleFact[]>();

/** The roles that the block gives to people beside their names. */
function rolesIn(mentions: readonly LinkableMention[]): readonly RoleFact[] {
  const known = madeFacts.get(mentions);
  if (known !== undefined) return known;
  const made = mentions.filter(({ type }) => type === 'PERSON').flatMap((mention) => {
    const roles = mention.name?.roles.filter(({ place }) => place !== 'within') ?? [];
    return roles.flatMap(({ text }) => factsFrom(text, mention));
  });
  madeFacts.set(mentions, made);
  return made;
}

function factsFrom(text: string, { start, end, entity, canonical }: LinkableMention): RoleFact[] {
  return text.toLowerCase().split(/[^\p{L}-]+/u).filter((word) => ROLE_HEADS.has(word)).map((word) => ({ word, span: { start, end }, entity, canonical }));
}

/** Reads the claims of one block in order. Changes nothing of what is known from before. */
export class BlockReader {
  readonly sources: Source[] = [];
  readonly genders: [string, Gender][] = [];
  readonly roles: RoleFact[];
  private readonly ownGenders = new Map<string, Gender>();
  private readonly gendersRead = new Map<string, Gender | undefined>();
  private readonly rolesRead = new Map<string, RoleHolder | undefined>();
  private readsSources = false;
  private readsMentions = false;

  constructor(private readonly blocks: readonly LinkableBlock[], private readonly block: number, private readonly state: LinkState) {
    this.roles = [...rolesIn(blocks[block]?.mentions ?? [])];
  }

  reads(open: Reads['open']): Reads {
    return { sources: this.readsSources, mentions: this.readsMentions, genders: this.gendersRead, roles: this.rolesRead, open, block: this.block };
  }

  /** The kind of the claim's source in the light of what came before; remembers the source for what comes after. */
  read(candidate: ClaimCandidate): Link {
    const plain = { sourceKind: candidate.sourceKind, kindReason: candidate.kindReason, antecedent: undefined };
    const source = candidate.source[0];
    if (source === undefined) return { ...plain, speaker: this.ownSpeaker(candidate) };
    if (candidate.pronoun !== undefined) {
      const meant = candidate.pronoun === 'first' ? undefined : this.pronoun(candidate, source, candidate.pronoun);
      return meant ?? { ...plain, speaker: this.ownSpeaker(candidate) };
    }
    const reading = this.definite(candidate, source) ?? { ...plain, speaker: this.ownSpeaker(candidate) };
    const owner = this.owner(candidate, source);
    const joint = this.joint(candidate);
    this.remember(candidate, source, reading.sourceKind);
    return { ...reading, ...(owner === undefined ? {} : { owner }), ...(joint === undefined ? {} : { joint }) };
  }

  /** "Its sources", "his lawyer", "their spokesman": the one for whom the pronoun would stand. */
  private owner(candidate: ClaimCandidate, source: Span): Owner | undefined {
    const pronoun = OWNERS.get(/^\p{L}+(?= )/u.exec(this.textOf(this.block, source))?.[0].toLowerCase() ?? '');
    const meant = pronoun === undefined ? undefined : this.meant(candidate, source, pronoun);
    return meant === undefined ? undefined : { ...this.reference(meant.to, meant.why), name: meant.to.speaker?.canonical ?? this.textOf(meant.to.block, meant.to.span) };
  }

  private joint(candidate: ClaimCandidate): readonly JointLink[] | undefined {
    return candidate.joint?.map(({ span, head, sourceKind, kindReason }): JointLink => {
      const link = head === undefined ? undefined : this.definite({ ...candidate, head, sourceKind, kindReason }, span);
      const speaker = link?.speaker ?? this.speakerAt(head === undefined ? [span] : [head]);
      return { sourceKind: link?.sourceKind ?? sourceKind, kindReason: link?.kindReason ?? kindReason, name: speaker?.canonical };
    });
  }

  /** The one entity at these words. */
  private speakerAt(spans: readonly Span[]): Speaker | undefined {
    const named = this.mentions().filter((mention) => mention.entity !== '' && spans.some((s) => overlaps(s, mention)));
    return onlyEntity(named) ?? onlyEntity(named.filter((mention) => mention.type === 'PERSON'));
  }

  /**
   * The entity that answers for the claim: that of the mention at the source's head. Of several names the one person is meant
   * ("Henrik Dahl, director of the Port Workers"); without one they are joint sources, or a body and its place.
   */
  ownSpeaker({ source, head }: ClaimCandidate): Speaker | undefined {
    return this.joinsPersons(source) ? undefined : this.speakerAt(head === undefined ? source : [head]);
  }

  /** "Ana Ruiz and Milo Kant said": both, so neither alone. */
  private joinsPersons(source: readonly Span[]): boolean {
    const persons = this.mentions().filter((mention) => mention.type === 'PERSON' && source.some((s) => overlaps(s, mention)));
    return persons.some((person, i) => {
      const next = persons[i + 1];
      return next !== undefined && next.entity !== person.entity && / (?:and|or) /.test(this.textOf(this.block, { start: person.end, end: next.start }));
    });
  }

  private mentions(): readonly LinkableMention[] {
    return this.blocks[this.block]?.mentions ?? [];
  }

  private textOf(block: number, span: Span): string {
    return this.blocks[block]?.analysis.tokenised.text.slice(span.start, span.end) ?? '';
  }

  private remember(candidate: ClaimCandidate, source: Span, kind: SourceKind): void {
    const text = this.textOf(this.block, source);
    const head = candidate.head === undefined ? '' : this.textOf(this.block, candidate.head).toLowerCase();
    const mention = candidate.head === undefined ? undefined : this.mentionAt(candidate.head);
    const plural = / and /.test(text) || (mention === undefined && /[^s]s$/.test(head)) || head === 'police' || head === 'people';
    this.sources.push({ span: source, kind, head, text, plural, entity: mention?.entity ?? null, speaker: this.ownSpeaker(candidate) });
    if (mention !== undefined && mention.type === 'PERSON') this.roles.push(...factsFrom(text, mention));
  }

  private mentionAt(span: Span): LinkableMention | undefined {
    return this.mentions().find((m) => m.start < span.end && span.start < m.end);
  }

  /** The nearest of the last sources before that fits, no more than so many blocks back. */
  private nearest(reach: number, fits: (source: Source, block: number) => boolean): FoundSource | undefined {
    this.readsSources = true;
    let left = KEPT;
    for (let b = this.block; b >= 0 && left > 0 && this.block - b <= reach; b--) {
      const sources = b === this.block ? this.sources : (this.state.made[b]?.sources ?? []);
      for (let k = sources.length - 1; k >= 0 && left > 0; k--, left--) {
        const source = sources[k];
        if (source !== undefined && fits(source, b)) return { ...source, block: b };
      }
    }
    return undefined;
  }

  private genderOf(entity: string): Gender | undefined {
    const own = this.ownGenders.get(entity);
    if (own !== undefined) return own;
    const known = this.state.genders.get(entity);
    this.gendersRead.set(entity, known);
    return known;
  }

  /* ---------- pronouns ---------- */

  private pronoun(candidate: ClaimCandidate, source: Span, pronoun: Exclude<Pronoun, 'first'>): Link | undefined {
    const meant = this.meant(candidate, source, pronoun);
    return meant === undefined ? undefined : this.resolved(candidate, meant.kind, source, meant.to, meant.why, meant.entity, pronoun);
  }

  private meant(candidate: ClaimCandidate, source: Span, pronoun: Exclude<Pronoun, 'first'>): Meant | undefined {
    const found = this.earlierSource(candidate, pronoun, source);
    if (pronoun === 'he' || pronoun === 'she') {
      const person = found?.kind === 'named-person' ? undefined : this.earlierPerson(source, pronoun, found);
      if (person !== undefined) return { to: person, kind: 'named-person', why: 'the nearest person before it', entity: person.entity };
    }
    const body = pronoun === 'it' && (found === undefined || found.block !== this.block) ? this.earlierBody(source) : undefined;
    if (body !== undefined) return { to: body, kind: body.kind, why: 'the nearest organisation before it', entity: body.entity };
    return found === undefined ? undefined : { to: found, kind: found.kind, why: 'the nearest earlier source that agrees', entity: found.entity };
  }

  private resolved(candidate: ClaimCandidate, kind: SourceKind, source: Span, to: Found, why: string, entity: string | null, pronoun: Pronoun): Link {
    if (entity !== null && (pronoun === 'he' || pronoun === 'she')) {
      this.genders.push([entity, pronoun]);
      this.ownGenders.set(entity, pronoun);
    }
    const reason = `${candidate.kindReason}: “${this.textOf(this.block, source)}” stands for “${this.textOf(to.block, to.span)}”`;
    return { sourceKind: kind, kindReason: reason, antecedent: this.reference(to, why), speaker: to.speaker };
  }

  private reference(to: Pick<Found, 'block' | 'span'>, why: string): BackReference {
    return { back: this.block - to.block, span: to.span, why };
  }

  private earlierSource(candidate: ClaimCandidate, pronoun: Exclude<Pronoun, 'first'>, before: Span): FoundSource | undefined {
    return this.nearest(PRONOUN_REACH, (source, block) => {
      const isHere = block === this.block;
      return !(isHere && source.span.start >= before.start) && this.agrees(source, pronoun) && !(isHere && isOwnContent(candidate, source));
    });
  }

  private agrees(source: Source, pronoun: Exclude<Pronoun, 'first'>): boolean {
    if (RELATIVES.has(source.text.toLowerCase())) return false;
    switch (pronoun) {
      case 'he':
      case 'she': {
        if (source.plural || (source.entity !== null && (this.genderOf(source.entity) ?? pronoun) !== pronoun)) return false;
        return source.kind === 'named-person' || (source.kind === 'unnamed-described' && ROLE_HEADS.has(source.head));
      }
      case 'it': return !source.plural && (source.kind === 'named-organisation' || source.kind === 'official-body' || source.kind === 'document');
      case 'they': return source.kind !== 'document' && source.kind !== 'author' && (source.plural || source.kind !== 'named-person');
    }
  }

  /** A person named after the last fitting source, or with no such source in reach. */
  private earlierPerson(before: Span, pronoun: Gender, found: FoundSource | undefined): (Found & { readonly entity: string }) | undefined {
    this.readsMentions = true;
    for (let b = this.block; b >= 0 && b >= this.block - MENTION_REACH; b--) {
      const mentions = this.blocks[b]?.mentions ?? [];
      for (let k = mentions.length - 1; k >= 0; k--) {
        const mention = mentions[k];
        if (mention === undefined || mention.type !== 'PERSON' || (b === this.block && mention.end > before.start)) continue;
        if (found !== undefined && b === found.block && overlaps(mention, found.span)) continue;
        if (found !== undefined && (b < found.block || (b === found.block && mention.start < found.span.start))) return undefined;
        if ((this.genderOf(mention.entity) ?? pronoun) === pronoun) return { block: b, span: spanOf(mention), speaker: speakerOf(mention), entity: mention.entity };
      }
    }
    return undefined;
  }

  /** An organisation or a place named earlier in the same block. */
  private earlierBody(before: Span): (Found & { readonly entity: string; readonly kind: SourceKind }) | undefined {
    let best: LinkableMention | undefined;
    for (const mention of this.mentions()) if (mention.end <= before.start && mention.type === 'ORG') best = mention;
    if (best === undefined) return undefined;
    const kind = isOfficialName(best.canonical) ? 'official-body' : 'named-organisation';
    return { block: this.block, span: spanOf(best), speaker: speakerOf(best), entity: best.entity, kind };
  }

  /* ---------- definite roles ---------- */

  /** "the mayor" → Ruth Oduya, "the company" → Keld Ferries, "the source" → a source before. */
  private definite(candidate: ClaimCandidate, source: Span): Link | undefined {
    if (candidate.head === undefined) return undefined;
    const text = this.textOf(this.block, source);
    if (!/^(?:the|that|this) /i.test(text) || isKeptUnnamed(text) || this.mentionAt(candidate.head) !== undefined) return undefined;
    const head = this.textOf(this.block, candidate.head).toLowerCase();
    if (ROLE_HEADS.has(head)) {
      const person = this.roleHolder(head);
      const unnamed = this.nearest(PRONOUN_REACH, (one) => one.head === head && one.kind === 'unnamed-described');
      if (unnamed !== undefined && (person === undefined || isAfter(unnamed, person))) return this.linkToUnnamed(candidate, unnamed);
      if (person !== undefined) return this.personLink(text, head, person);
    }
    if (ORGANISATION_HEADS.has(head)) return this.earlierOrganisation(candidate, text);
    if (BARE_HEADS.has(head)) return this.sameUnnamed(candidate, head);
    if (OFFICIAL_HEADS.has(head)) return this.sameWord(candidate, text, head);
    return undefined;
  }

  private roleHolder(head: string): RoleHolder | undefined {
    const known = this.state.roles.get(head);
    this.rolesRead.set(head, known);
    let holder = known;
    for (const fact of this.roles) if (fact.word === head) holder = joinedHolder(holder, fact, this.block);
    return holder === undefined || holder.several ? undefined : holder;
  }

  private personLink(text: string, head: string, { fact, block }: RoleHolder): Link {
    return {
      sourceKind: 'named-person', kindReason: `“${text}” is ${fact.canonical}: the only “${head}” named before`,
      antecedent: this.reference({ block, span: fact.span }, `the only person called “${head}” before`), speaker: speakerOf(fact),
    };
  }

  private earlierOrganisation(candidate: ClaimCandidate, text: string): Link | undefined {
    const source = this.nearest(PRONOUN_REACH, ({ kind, entity }) => kind === 'named-organisation' && entity !== null);
    if (source === undefined) return undefined;
    // "the dockers' union" is described here, so it need not be the one that spoke before.
    if (isDescribed(text)) return { sourceKind: source.kind, kindReason: `“${text}” stands for an organisation`, antecedent: undefined, speaker: undefined };
    return this.linkTo(source, source.kind, `${candidate.kindReason}: “${text}”, after “${source.text}”`, 'the nearest organisation that spoke before');
  }

  /** "the agency", after "Keld News Agency": the kind of the one whose name has the word. */
  private sameWord(candidate: ClaimCandidate, text: string, head: string): Link | undefined {
    const source = this.nearest(PRONOUN_REACH, (one) => one.kind === 'named-organisation' && one.text.toLowerCase().includes(head));
    return source === undefined ? undefined : this.linkTo(source, source.kind, `${candidate.kindReason}: “${text}”, after “${source.text}”`, `the name before it with “${head}” in it`);
  }

  /** "the source" goes back to the nearest source that is called so; that does not name it. */
  private sameUnnamed(candidate: ClaimCandidate, head: string): Link | undefined {
    const singular = head.replace(/s$/, '');
    const source = this.nearest(Infinity, (one) => one.head.replace(/s$/, '') === singular);
    return source === undefined ? undefined : this.linkToUnnamed(candidate, source);
  }

  private linkToUnnamed(candidate: ClaimCandidate, source: FoundSource): Link {
    return this.linkTo(source, candidate.sourceKind, candidate.kindReason, `the nearest earlier “${source.head}”`);
  }

  private linkTo(source: FoundSource, sourceKind: SourceKind, kindReason: string, why: string): Link {
    return { sourceKind, kindReason, antecedent: this.reference(source, why), speaker: source.speaker };
  }
}

function speakerOf({ entity, canonical }: Speaker): Speaker | undefined {
  return entity === '' ? undefined : { entity, canonical };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function onlyEntity(mentions: readonly LinkableMention[]): Speaker | undefined {
  const [first] = mentions;
  return first !== undefined && mentions.every((mention) => mention.entity === first.entity) ? speakerOf(first) : undefined;
}

/** The source stands behind the words that give the role to a person. */
function isAfter({ block, span }: Found, { block: roleBlock, fact }: RoleHolder): boolean {
  return block > roleBlock || (block === roleBlock && span.start > fact.span.start);
}

/** A pronoun is not the source of a claim that lies inside what it says. */
function isOwnContent(candidate: ClaimCandidate, source: Source): boolean {
  return candidate.content.some((c) => c.start <= source.span.start && source.span.end <= c.end);
}

/** More than an article and a noun. */
function isDescribed(text: string): boolean {
  return text.trim().split(/\s+/).length > 2;
}
