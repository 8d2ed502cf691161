/** Which names of an article mean the same person: full names, surnames, nicknames. */
import type { Gazetteer } from '../../gazetteer.js';
import { isParticle, nameWords } from './keys.js';

export interface FullName {
  readonly key: string;
  readonly count: number;
  /** Points for PERSON: a weak full name lends its type to a bare surname, but not to its first word. */
  readonly strength: number;
  readonly words: readonly string[];
  readonly suffix: string;
}

export function fullName(key: string, count: number, strength: number): FullName {
  return { key, count, strength, ...nameWords(key) };
}

const STRONG_NAME = 20;

/** Persons made of full names. Built once for a state of the article; deterministic whatever the order of its input. */
export class People {
  private readonly byWord = new Map<string, FullName[]>();
  private readonly personOf = new Map<string, string>();

  constructor(names: readonly FullName[], private readonly gazetteer: Gazetteer) {
    const ordered = [...names].sort((a, b) => b.words.length - a.words.length || b.count - a.count || (a.key < b.key ? -1 : 1));
    for (const name of ordered) this.place(name);
  }

  /** Name of the person that a full name belongs to. */
  canonical(key: string): string | undefined {
    return this.personOf.get(key);
  }

  /** Joins a full name to an earlier, at least as long one of the same person, if just one fits. */
  private place(name: FullName): void {
    const surname = lastOf(name.words);
    const fits = new Set<string>();
    for (const other of (this.byWord.get(surname) ?? []).slice(0, 40)) {
      if (samePerson(name, other, this.gazetteer)) fits.add(this.personOf.get(other.key) ?? other.key);
    }
    const [only] = fits;
    this.personOf.set(name.key, fits.size === 1 && only !== undefined ? only : name.key);
    for (const word of new Set(name.words)) {
      const list = this.byWord.get(word);
      if (list === undefined) this.byWord.set(word, [name]);
      else list.push(name);
    }
  }

  /** The persons whom a shorter name may mean: by surname first, else by any other part. */
  matching(key: string): { persons: string[]; by: 'surname' | 'part' } {
    const { words, suffix } = nameWords(key);
    const bare = words.filter((w) => !isParticle(w));
    const last = lastOf(bare.length > 0 ? bare : words);
    const surname = new Set<string>();
    const part = new Set<string>();
    for (const full of this.byWord.get(last) ?? []) {
      if (full.words.length <= words.length && full.key !== key || suffix !== '' && suffix !== full.suffix) continue;
      const at = indexOfRun(full.words, words);
      if (at < 0) continue;
      const person = this.personOf.get(full.key) ?? full.key;
      if (at + words.length === full.words.length || familyFirst(full) && at === 0) surname.add(person);
      else if (full.strength >= STRONG_NAME) part.add(person);
    }
    return surname.size > 0 ? { persons: [...surname].sort(), by: 'surname' } : { persons: [...part].sort(), by: 'part' };
  }
}

function lastOf(words: readonly string[]): string {
  return words[words.length - 1] ?? '';
}

function indexOfRun(words: readonly string[], run: readonly string[]): number {
  for (let i = 0; i + run.length <= words.length; i++) {
    if (run.every((w, k) => words[i + k] === w)) return i;
  }
  return -1;
}

const EAST_ASIAN_SURNAMES = new Set(`kim lee park choi jung jeong chung kang cho jo yoon yun jang chang lim im han oh seo shin kwon hwang ahn song yoo ryu hong moon ko roh son bae baek
xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie tang deng feng song cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren
shen yao lu jiang cui zhong tan lu wen mao wong chan cheung lam leung ho ng cheng lau tsai tsang yeung tam kwok chow fung hsu hsieh
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly aung tun`.split(/\s+/));

/** Chinese, Korean and Vietnamese order: the family name comes first. */
function familyFirst(full: FullName): boolean {
  const [first, second] = full.words;
  if (first === undefined || second === undefined || full.words.length > 4) return false;
  return EAST_ASIAN_SURNAMES.has(first) && !EAST_ASIAN_SURNAMES.has(lastOf(full.words)) || second.includes('-') && EAST_ASIAN_SURNAMES.has(first);
}

/** Equal surnames and given names that can be one: equal, an initial, a nickname, or one of them left out. */
function samePerson(shorter: FullName, longer: FullName, gazetteer: Gazetteer): boolean {
  if (lastOf(shorter.words) !== lastOf(longer.words) || shorter.suffix !== longer.suffix) return false;
  const a = shorter.words.slice(0, -1);
  const b = longer.words.slice(0, -1);
  const [given] = a;
  const [other] = b;
  if (given === undefined || other === undefined) return false;
  if (!sameGiven(given, other, gazetteer) && !b.includes(given)) return false;
  let at = 0;
  for (const word of a.slice(1)) {
    const found = b.slice(at).findIndex((w) => w === word || isInitialOf(w, word) || isInitialOf(word, w));
    if (found < 0) return b.length === 1;
    at += found + 1;
  }
  return true;
}

function sameGiven(a: string, b: string, gazetteer: Gazetteer): boolean {
  return a === b || isInitialOf(a, b) || isInitialOf(b, a) || gazetteer.nicknamesOf(a).includes(b) || gazetteer.nicknamesOf(b).includes(a);
}

function isInitialOf(a: string, b: string): boolean {
  return a.length === 1 && b.startsWith(a);
}
