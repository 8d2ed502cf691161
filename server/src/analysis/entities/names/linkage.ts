/**
 * Which names of an article may bear on each other's decision. Every rule of `decide.ts` that looks from one name at another
 * looks along one of the hubs here, so a closed group can be decided by itself: what makes a keystroke cheap in a long article.
 */
import { fold, initials, isParticle, nameWords, singular } from './keys.js';
import type { Tally } from './ledger.js';

/** Where a key hangs: `short` at a hub that it may be a short form of, `long` at one that it may be the long form of. */
interface Hooks {
  readonly severalWords: boolean;
  readonly folded: string;
  readonly short: readonly string[];
  readonly long: readonly string[];
}

interface Hub {
  readonly short: Set<string>;
  readonly long: Set<string>;
}

export class Linkage {
  private readonly hooks = new Map<string, Hooks>();
  private readonly hubs = new Map<string, Hub>();
  private readonly byFold = new Map<string, Set<string>>();
  /** From an acronym to the long forms that the text gives for it, and back. */
  private readonly expansions = new Map<string, Map<string, number>>();

  constructor(private readonly tallies: ReadonlyMap<string, Tally>) {}

  open(key: string): void {
    const hooks = hooksOf(key);
    this.hooks.set(key, hooks);
    addTo(this.byFold, hooks.folded, key);
    for (const hub of hooks.short) this.hub(hub).short.add(key);
    for (const hub of hooks.long) this.hub(hub).long.add(key);
  }

  close(key: string): void {
    const hooks = this.hooks.get(key);
    if (hooks === undefined) return;
    this.hooks.delete(key);
    removeFrom(this.byFold, hooks.folded, key);
    for (const hub of hooks.short) this.unhook(hub, 'short', key);
    for (const hub of hooks.long) this.unhook(hub, 'long', key);
  }

  /** A bracket in the text joins the two: counted, since several may. */
  expand(key: string, long: string, by: 1 | -1): void {
    countIn(this.expansions, key, long, by);
    countIn(this.expansions, long, key, by);
  }

  /** Adds to `group` every name that may bear on those in it, directly or over others. */
  closeOver(group: Set<string>): void {
    const waiting = [...group];
    const seen = new Set<string>();
    const take = (key: string): void => {
      if (group.has(key)) return;
      group.add(key);
      waiting.push(key);
    };
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      for (const other of this.expansions.get(key)?.keys() ?? []) take(other);
      const hooks = this.hooks.get(key);
      if (hooks === undefined) continue;
      for (const other of this.byFold.get(hooks.folded) ?? []) take(other);
      for (const hub of hooks.short) this.takeHub(hub, key, seen, take);
      for (const hub of hooks.long) this.takeHub(hub, key, seen, take);
    }
  }

  private takeHub(name: string, from: string, seen: Set<string>, take: (key: string) => void): void {
    const hub = this.hubs.get(name);
    if (hub === undefined || hub.short.size === 0 || seen.has(name)) return;
    const people = name.startsWith('person:');
    if (people && !hub.short.has(from) && !this.mayBePerson(from)) return;
    const long = people ? [...hub.long].filter((key) => this.mayBePerson(key)) : [...hub.long];
    if (long.length === 0) return;
    seen.add(name);
    for (const key of hub.short) take(key);
    for (const key of long) take(key);
  }

  /** Only what may end as a full name lends itself to a surname. */
  private mayBePerson(key: string): boolean {
    const hooks = this.hooks.get(key);
    if (hooks === undefined || !hooks.severalWords) return false;
    if (this.tallies.has(key.slice(key.lastIndexOf(' ') + 1))) return true;
    for (const variant of this.byFold.get(hooks.folded) ?? []) if ((this.tallies.get(variant)?.scores.PERSON ?? 0) > 0) return true;
    return false;
  }

  private hub(name: string): Hub {
    const known = this.hubs.get(name);
    if (known !== undefined) return known;
    const made: Hub = { short: new Set(), long: new Set() };
    this.hubs.set(name, made);
    return made;
  }

  private unhook(name: string, side: 'short' | 'long', key: string): void {
    const hub = this.hubs.get(name);
    hub?.[side].delete(key);
    if (hub !== undefined && hub.short.size + hub.long.size === 0) this.hubs.delete(name);
  }
}

function hooksOf(key: string): Hooks {
  const severalWords = key.includes(' ');
  const { words } = nameWords(key);
  const bare = words.filter((word) => !isParticle(word));
  const named = bare.length > 0 ? bare : words;
  const short = [`person:${named[named.length - 1] ?? ''}`, `tail:${key}`];
  const long: string[] = [];
  if (severalWords) {
    long.push(`word:${key.slice(0, key.indexOf(' '))}`, `word:${key.slice(key.lastIndexOf(' ') + 1)}`, `initials:${initials(key)}`, `tail:${key.slice(key.indexOf(' ') + 1)}`);
    for (const word of words) long.push(`person:${word}`);
  } else {
    short.push(`word:${key}`, `initials:${key.replace(/\./g, '')}`);
    if (key.endsWith('s')) short.push(`person:${lastBare(key.slice(0, -1))}`);
    // "PPP" and "PPPs" stand for one thing.
    const letters = singular(key);
    if (letters !== undefined) (letters === key ? short : long).push(`plural:${letters}`);
  }
  return { severalWords, folded: fold(key), short: unique(short), long: unique(long) };
}

function lastBare(key: string): string {
  const { words } = nameWords(key);
  return words[words.length - 1] ?? '';
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}

function addTo(map: Map<string, Set<string>>, at: string, key: string): void {
  const known = map.get(at);
  if (known === undefined) map.set(at, new Set([key]));
  else known.add(key);
}

function removeFrom(map: Map<string, Set<string>>, at: string, key: string): void {
  const known = map.get(at);
  known?.delete(key);
  if (known?.size === 0) map.delete(at);
}

function countIn(map: Map<string, Map<string, number>>, at: string, key: string, by: 1 | -1): void {
  const known = map.get(at) ?? new Map<string, number>();
  const count = (known.get(key) ?? 0) + by;
  if (count === 0) known.delete(key);
  else known.set(key, count);
  if (known.size === 0) map.delete(at);
  else map.set(at, known);
}
