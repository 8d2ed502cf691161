/** Places and what claims are compared by, as few bytes. Reading what was written gives the same; never throws for any bytes. */
import type { Comparable } from '../analysis/reading/index.js';
import type { Place } from './articleIndex.js';
import { dayOf, isoOf } from './days.js';

export interface PackedClaim {
  readonly place: Place;
  readonly facts: Uint8Array;
}

class Writer {
  private readonly bytes: number[] = [];

  /** A whole number from 0, seven bits a byte. */
  number(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.bytes.push(rest);
  }

  word(text: string): void {
    const hash = hashOf(text);
    this.bytes.push(hash & 255, (hash >> 8) & 255, (hash >> 16) & 255);
  }

  words(texts: Iterable<string>): void {
    const all = [...texts].slice(0, MOST_WORDS);
    this.number(all.length);
    for (const text of all) this.word(text);
  }

  /** To about seven figures: rounding keeps the order of two numbers, so that none become apart which touch. */
  figure(value: number): void {
    this.bytes.push(...new Uint8Array(new Float32Array([value]).buffer));
  }

  text(value: string): void {
    this.bytesOf(new TextEncoder().encode(value));
  }

  /** With their number before them. */
  bytesOf(bytes: Uint8Array): void {
    this.number(bytes.length);
    this.bytes.push(...bytes);
  }

  get done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    let value = 0;
    let factor = 1;
    for (let byte = this.byte(); ; byte = this.byte()) {
      value += (byte % 128) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  word(): string {
    return String(this.hash());
  }

  /** A word as a number. */
  hash(): number {
    return this.byte() + 256 * this.byte() + 65536 * this.byte();
  }

  words(): Set<string> {
    const words = new Set<string>();
    for (let count = Math.min(this.number(), MOST_WORDS); count > 0; count--) words.add(this.word());
    return words;
  }

  figure(): number {
    const [value = 0] = new Float32Array(Uint8Array.from([this.byte(), this.byte(), this.byte(), this.byte()]).buffer);
    return value;
  }

  text(): string {
    return new TextDecoder().decode(this.bytesOf());
  }

  bytesOf(): Uint8Array {
    const length = Math.min(this.number(), Math.max(0, this.bytes.length - this.at));
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Words of one claim that are kept. */
const MOST_WORDS = 60;

/** FNV-1a, folded to 24 bits: among the words of two claims no two different ones meet in practice. Never 0. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return ((hash >>> 8) ^ (hash & 255)) & 0xffffff || 1;
}

/** In order of the text; each counts from the one before it. */
export function packPlaces(places: readonly Place[]): Uint8Array {
  const writer = new Writer();
  let line = 0;
  for (const place of places) {
    const lines = place.endLine - place.line;
    writer.number(place.line - line);
    writer.number(place.character);
    // Nearly every place ends on its own line.
    writer.number(lines === 0 ? 2 * (place.endCharacter - place.character) : 2 * lines + 1);
    if (lines !== 0) writer.number(place.endCharacter);
    ({ line } = place);
  }
  return writer.done;
}

export function unpackPlaces(bytes: Uint8Array): Place[] {
  const reader = new Reader(bytes);
  const places: Place[] = [];
  let line = 0;
  while (!reader.isAtEnd) {
    const place = readPlace(reader, line);
    places.push(place);
    ({ line } = place);
  }
  return places;
}

/** `from`: the line of the place before it. */
function readPlace(reader: Reader, from: number): Place {
  const line = from + reader.number();
  const character = reader.number();
  const extent = reader.number();
  const isOneLine = extent % 2 === 0;
  return { line, character, endLine: isOneLine ? line : line + (extent - 1) / 2, endCharacter: isOneLine ? character + extent / 2 : reader.number() };
}

const NO_FIGURES = 1;
const UNIT = 2;
const NOUN = 4;
const EXACT = 8;
/** As many as a number holds safely. */
const MOST_BITS = 45;

/** What a claim commits to (certainty.ts), as numbers; any other value is written out. Never reordered without another SCHEMA_VERSION. */
const VALUES = ['Uu', 'CT+', 'CT-', 'CTu', 'PR+', 'PR-', 'PRu', 'PS+', 'PS-', 'PSu'];

export function packFacts({ lemmas, subject, entities, predicate, value, quantities, days }: Comparable): Uint8Array {
  const writer = new Writer();
  const words = [...lemmas].slice(0, MOST_WORDS);
  writer.words(words);
  writeSubset(writer, words, subject);
  writer.words(entities);
  writePredicate(writer, words, predicate);
  writer.number(VALUES.indexOf(value) + 1);
  if (!VALUES.includes(value)) writer.text(value);
  writer.number(Math.min(quantities.length, MOST_WORDS));
  for (const { unit, countedNoun, low, high } of quantities.slice(0, MOST_WORDS)) {
    const isOpen = low === undefined || high === undefined;
    const isExact = !isOpen && low === high;
    writer.number((isOpen ? NO_FIGURES : 0) + (unit === undefined ? 0 : UNIT) + (countedNoun === undefined ? 0 : NOUN) + (isExact ? EXACT : 0));
    if (unit !== undefined) writer.word(unit);
    if (countedNoun !== undefined) writer.word(countedNoun);
    if (!isOpen) writer.figure(low);
    if (!isOpen && !isExact) writer.figure(high);
  }
  for (const day of days) {
    const number = dayOf(day);
    const isDay = number > 0 && isoOf(number) === day;
    writer.number(isDay ? number : 0);
    if (!isDay) writer.text(day);
  }
  return writer.done;
}

/** The words of a claim as numbers, for `countWords`. */
export function wordNumbers(bytes: Uint8Array): ReadonlySet<number> {
  const reader = new Reader(bytes);
  const words = new Set<number>();
  for (let count = Math.min(reader.number(), MOST_WORDS); count > 0; count--) words.add(reader.hash());
  return words;
}

/** How many words a claim has, and how many of them are among these: nothing is made of it, and the rest is not read. */
export function countWords(bytes: Uint8Array, among: ReadonlySet<number>): { readonly words: number; readonly shared: number } {
  const reader = new Reader(bytes);
  const words = Math.min(reader.number(), MOST_WORDS);
  let shared = 0;
  for (let i = 0; i < words; i++) if (among.has(reader.hash())) shared++;
  return { words, shared };
}

/** Undefined for a claim that is not compared. Words come back as others that are equal for equal words. */
export function unpackFacts(bytes: Uint8Array): Comparable | undefined {
  if (bytes.length === 0) return undefined;
  const reader = new Reader(bytes);
  const lemmas = reader.words();
  const words = [...lemmas];
  const subject = readSubset(reader, words);
  const entities = reader.words();
  const predicate = readPredicate(reader, words);
  const known = reader.number();
  const value = known === 0 ? reader.text() : VALUES[known - 1] ?? '';
  const quantities: Comparable['quantities'][number][] = [];
  for (let count = Math.min(reader.number(), MOST_WORDS); count > 0; count--) {
    const flags = reader.number();
    const unit = (flags & UNIT) === 0 ? undefined : reader.word();
    const countedNoun = (flags & NOUN) === 0 ? undefined : reader.word();
    const isOpen = (flags & NO_FIGURES) !== 0;
    const low = isOpen ? undefined : reader.figure();
    quantities.push({ unit, countedNoun, low, high: isOpen || (flags & EXACT) !== 0 ? low : reader.figure() });
  }
  const days: string[] = [];
  while (!reader.isAtEnd) {
    const number = reader.number();
    days.push(number === 0 ? reader.text() : isoOf(number) ?? '');
  }
  return { lemmas, subject, entities, predicate, value, quantities, days };
}

/** Those that stand among the words, a bit for each of these, and then the others. */
function writeSubset(writer: Writer, words: readonly string[], some: ReadonlySet<string>): void {
  let bits = 0;
  for (const [i, word] of words.slice(0, MOST_BITS).entries()) if (some.has(word)) bits += 2 ** i;
  const others = [...some].filter((word) => !words.slice(0, MOST_BITS).includes(word));
  writer.number(2 * bits + (others.length > 0 ? 1 : 0));
  if (others.length > 0) writer.words(others);
}

function readSubset(reader: Reader, words: readonly string[]): Set<string> {
  const read = reader.number();
  const bits = Math.floor(read / 2);
  const among = words.slice(0, MOST_BITS).filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1);
  return new Set([...among, ...(read % 2 === 1 ? reader.words() : [])]);
}

/** 0: none; 1: another word; else its place among the words. */
function writePredicate(writer: Writer, words: readonly string[], predicate: string | undefined): void {
  const at = predicate === undefined ? -2 : words.indexOf(predicate);
  writer.number(at + 2);
  if (predicate !== undefined && at < 0) writer.word(predicate);
}

function readPredicate(reader: Reader, words: readonly string[]): string | undefined {
  const at = reader.number();
  return at === 0 ? undefined : at === 1 ? reader.word() : words[at - 2];
}

/** The claims of one source in one article, in order. */
export function packClaims(claims: readonly PackedClaim[]): Uint8Array {
  const writer = new Writer();
  for (const { place, facts } of claims) {
    writer.bytesOf(packPlaces([place]));
    writer.bytesOf(facts);
  }
  return writer.done;
}

export function unpackClaims(bytes: Uint8Array): PackedClaim[] {
  const reader = new Reader(bytes);
  const claims: PackedClaim[] = [];
  while (!reader.isAtEnd) {
    const bytes = reader.bytesOf();
    const facts = reader.bytesOf();
    if (bytes.length > 0) claims.push({ place: readPlace(new Reader(bytes), 0), facts });
  }
  return claims;
}

/** Whole numbers in order, each as what it is more than the one before. */
export function packNumbers(sorted: readonly number[]): Uint8Array {
  const writer = new Writer();
  let last = 0;
  for (const value of sorted) {
    writer.number(value - last);
    last = value;
  }
  return writer.done;
}

export function unpackNumbers(bytes: Uint8Array): number[] {
  const reader = new Reader(bytes);
  const numbers: number[] = [];
  for (let last = 0; !reader.isAtEnd; numbers.push(last)) last += reader.number();
  return numbers;
}
