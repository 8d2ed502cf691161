/**
 * Who is mentioned where, for lists of blocks that come from one another by edits: a keystroke counts the mentions of one block
 * anew. Gives for each list what a fresh index would give.
 */
import { moved } from '../base/span.js';
import type { ArticleBlock, Entity, Mention, NamedEntity } from './article.js';
import type { Slot } from './slots.js';
import { Slots } from './slots.js';

interface MentionSlot extends Slot {
  readonly mentions: readonly Mention[];
  readonly byEntity: ReadonlyMap<string, readonly Mention[]>;
}

/** As many letters as names are found by. */
export const LETTERS = 2;

export interface NameWord {
  /** In small letters. */
  readonly word: string;
  /** False for "of" and "the", which begin no name, and for what is too short to be found. */
  readonly begins: boolean;
}

/** The words of a name. */
export function wordsOfName(name: string): NameWord[] {
  const words = name.split(' ');
  return words.map((written) => {
    const word = foldedCase(written);
    return { word, begins: word.length >= LETTERS && (written !== word || words.length === 1 || /^\d/.test(word)) };
  });
}

export function foldedCase(text: string): string {
  return text.replaceAll('’', "'").toLowerCase();
}

/** By the mentions of a block, which it keeps while nothing in it changes. */
const grouped = new WeakMap<readonly Mention[], ReadonlyMap<string, readonly Mention[]>>();

function groupsIn(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const known = grouped.get(mentions);
  if (known !== undefined) return known;
  const made = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.entity === '') continue;
    const list = made.get(mention.entity);
    if (list === undefined) made.set(mention.entity, [mention]);
    else list.push(mention);
  }
  grouped.set(mentions, made);
  return made;
}

/** Replaced, never changed, when its mentions are others. */
class Group implements NamedEntity {
  readonly type: NamedEntity['type'];
  readonly canonical: string;
  private all: readonly Mention[] | null = null;

  constructor(readonly id: string, first: Mention, readonly slots: readonly MentionSlot[], readonly count: number, readonly words: object) {
    this.type = first.type;
    this.canonical = first.canonical;
  }

  get forms(): readonly Mention[] {
    if (this.all !== null) return this.all;
    const all: Mention[] = [];
    for (const { byEntity } of this.slots) for (const mention of byEntity.get(this.id) ?? []) all.push(mention);
    this.all = all;
    return all;
  }
}

export class EntityIndex {
  private readonly slots = new Slots<MentionSlot>(({ mentions }, at) => ({ at, mentions, byEntity: groupsIn(mentions) }), (slot, { mentions }) => slot.mentions === mentions);
  private readonly groups = new Map<string, Group>();
  private order: readonly Group[] = [];
  private readonly byLetters = new Map<string, Set<string>>();

  /** All entities in order of first mention. */
  of(blocks: readonly ArticleBlock[]): readonly NamedEntity[] {
    this.follow(blocks);
    return this.order;
  }

  one(blocks: readonly ArticleBlock[], id: string): Entity | undefined {
    this.follow(blocks);
    const group = this.groups.get(id);
    return group === undefined ? undefined : new PlacedEntity(group, group.slots.map(({ at }) => blocks[at]?.start ?? 0));
  }

  /**
   * Of those with a word in their names that begins with the letters, of which there are `LETTERS`, the best so many: by `rate`, which gives
   * at most an entity's count and 0 for one that is not wanted, and the first mentioned of equal ones. Rates those alone that may be among them.
   */
  best(blocks: readonly ArticleBlock[], letters: string, limit: number, rate: (entity: NamedEntity) => number): readonly NamedEntity[] {
    this.follow(blocks);
    const best: { readonly group: Group; readonly rated: number }[] = [];
    for (const id of this.byLetters.get(letters) ?? []) {
      const group = this.groups.get(id);
      const last = best[limit - 1];
      if (group === undefined || (last !== undefined && (group.count < last.rated || (group.count === last.rated && byFirst(group, last.group) > 0)))) continue;
      const rated = rate(group);
      if (rated <= 0) continue;
      let at = best.length;
      for (; at > 0; at--) {
        const before = best[at - 1];
        if (before === undefined || before.rated > rated || (before.rated === rated && byFirst(before.group, group) < 0)) break;
      }
      best.splice(at, 0, { group, rated });
      if (best.length > limit) best.pop();
    }
    return best.map(({ group }) => group);
  }

  first(blocks: readonly ArticleBlock[], id: string): Mention | undefined {
    this.follow(blocks);
    const slot = this.groups.get(id)?.slots[0];
    const mention = slot?.byEntity.get(id)?.[0];
    return slot === undefined || mention === undefined ? undefined : moved(mention, blocks[slot.at]?.start ?? 0);
  }

  private follow(blocks: readonly ArticleBlock[]): void {
    const change = this.slots.follow(blocks);
    if (change !== null) this.regroup(new Set(change.removed), change.added, change.isOneToOne);
  }

  private forgetLetters({ id, canonical }: Group): void {
    for (const key of beginnings(canonical)) this.byLetters.get(key)?.delete(id);
  }

  private indexLetters({ id, canonical }: Group): void {
    for (const key of beginnings(canonical)) {
      const known = this.byLetters.get(key);
      if (known === undefined) this.byLetters.set(key, new Set([id]));
      else known.add(id);
    }
  }

  private regroup(removed: ReadonlySet<MentionSlot>, added: readonly MentionSlot[], isOneToOne: boolean): void {
    const come = new Map<string, MentionSlot[]>();
    for (const slot of removed) for (const id of slot.byEntity.keys()) if (!come.has(id)) come.set(id, []);
    for (const slot of added) {
      for (const id of slot.byEntity.keys()) {
        const list = come.get(id);
        if (list === undefined) come.set(id, [slot]);
        else list.push(slot);
      }
    }
    const changed: Group[] = [];
    for (const [id, slots] of come) {
      const stay = (this.groups.get(id)?.slots ?? []).filter((slot) => !removed.has(slot));
      const all = merged(stay, slots, (a, b) => a.at - b.at);
      const first = all[0]?.byEntity.get(id)?.[0];
      const known = this.groups.get(id);
      if (first === undefined) {
        this.groups.delete(id);
        if (known !== undefined) this.forgetLetters(known);
      } else {
        const left = known === undefined ? [] : known.slots.filter((slot) => removed.has(slot));
        const gone = mentionsIn(left, id);
        const come = mentionsIn(slots, id);
        const isNamedSo = known?.canonical === first.canonical;
        const isSame = isNamedSo && known.type === first.type && (!isOneToOne || haveSamePlaces(left, slots, id)) && haveSameWords(gone, come);
        const group = new Group(id, first, all, (known?.count ?? 0) - gone.length + come.length, isSame ? known.words : {});
        this.groups.set(id, group);
        if (!isNamedSo) {
          if (known !== undefined) this.forgetLetters(known);
          this.indexLetters(group);
        }
        changed.push(group);
      }
    }
    this.order = merged(this.order.filter(({ id }) => !come.has(id)), changed.sort(byFirst), byFirst);
  }
}

function mentionsIn(slots: readonly MentionSlot[], id: string): Mention[] {
  return slots.flatMap(({ byEntity }) => byEntity.get(id) ?? []);
}

/** As many mentions of it in each block: what reads the same then stands in the same order among those of other blocks. */
function haveSamePlaces(before: readonly MentionSlot[], after: readonly MentionSlot[], id: string): boolean {
  return before.length === after.length && before.every((slot, i) => slot.at === after[i]?.at && slot.byEntity.get(id)?.length === after[i].byEntity.get(id)?.length);
}

/** The mentions read the same. */
function haveSameWords(before: readonly Mention[], after: readonly Mention[]): boolean {
  return before.length === after.length && before.every((mention, i) => {
    const other = after[i];
    return other !== undefined && mention.text === other.text && haveSameRoles(mention, other);
  });
}

function haveSameRoles(a: Mention, b: Mention): boolean {
  const [before, after] = [a.name?.roles ?? [], b.name?.roles ?? []];
  return before.length === after.length && before.every(({ text }, i) => text === after[i]?.text);
}

/** First letters of the words of a name, in small letters; those of "of" and "the" do not count, since they begin no name. */
function beginnings(name: string): Set<string> {
  return new Set(wordsOfName(name).filter(({ begins }) => begins).map(({ word }) => word.slice(0, LETTERS)));
}

function byFirst(a: Group, b: Group): number {
  const [one, other] = [a.slots[0], b.slots[0]];
  if (one === undefined || other === undefined) return 0;
  return one.at - other.at || (one.byEntity.get(a.id)?.[0]?.start ?? 0) - (other.byEntity.get(b.id)?.[0]?.start ?? 0);
}

/** Both in order. */
function merged<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  if (b.length === 0) return a;
  const all: T[] = [];
  let from = 0;
  for (const one of b) {
    let low = from;
    let high = a.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = a[middle];
      if (other !== undefined && compare(other, one) < 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from++) {
      const other = a[from];
      if (other !== undefined) all.push(other);
    }
    all.push(one);
  }
  for (; from < a.length; from++) {
    const other = a[from];
    if (other !== undefined) all.push(other);
  }
  return all;
}

/** In one version. Its mentions get their places in the document when those are asked for. */
class PlacedEntity implements Entity {
  private placed: readonly Mention[] | null = null;

  constructor(private readonly group: Group, private readonly starts: readonly number[]) {}

  get id(): string { return this.group.id; }
  get type(): Entity['type'] { return this.group.type; }
  get canonical(): string { return this.group.canonical; }
  get forms(): readonly Mention[] { return this.group.forms; }
  get words(): object { return this.group.words; }
  get count(): number { return this.group.count; }

  get mentions(): readonly Mention[] {
    this.placed ??= this.group.slots.flatMap((slot, i) => (slot.byEntity.get(this.id) ?? []).map((mention) => moved(mention, this.starts[i] ?? 0)));
    return this.placed;
  }
}
