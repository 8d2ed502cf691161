/**
 * A sidecar file → what it holds, with its problems. Never throws, for any bytes. What cannot be read without loss makes the result
 * read-only; then nothing may be written over the file.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Annotation } from '../annotation.js';
import { foreignItems } from './foreign.js';
import { readItem } from './item.js';
import type { JsonObject } from './json.js';
import { isObject, listOf, sameJson, stringOf } from './json.js';
import { Lines, Scanner } from './scan.js';
import type { Value } from './scan.js';
import type { Problem, Sidecar, SidecarRead } from './sidecar.js';
import { FORMAT_VERSION, OUR_CONTEXT, SUFFIX } from './sidecar.js';

export interface ReadOptions {
  /** Name of the article's file, where it is known; else it is taken from the file itself. */
  readonly article?: string;
}

export function readSidecar(input: string | Uint8Array, options: ReadOptions = {}): SidecarRead {
  const reader = new Reader(options.article);
  return reader.read(input);
}

/** A member of the root, or an item. */
interface Part {
  readonly line: number;
  readonly text: string;
  readonly value: unknown;
}

class Reader {
  private readonly problems: Problem[] = [];
  private readOnly = false;

  constructor(private readonly article: string | undefined) {}

  read(input: string | Uint8Array): SidecarRead {
    const text = this.withoutConflicts(withLineFeeds(this.decoded(input)));
    if (text.trim() === '') {
      this.report('empty', 1, 'the file is empty');
      return this.result(new Map(), []);
    }
    const scanner = new Scanner(text);
    const lines = new Lines(text);
    return scanner.next === '{' ? this.readRoot(scanner, lines) : this.readForeign(text);
  }

  private report(rule: string, line: number, message: string): void {
    this.problems.push({ rule, line, message });
  }

  private refuse(rule: string, line: number, message: string): void {
    this.readOnly = true;
    this.report(rule, line, `${message}; the file is read, and nothing is written to it`);
  }

  private decoded(input: string | Uint8Array): string {
    if (typeof input === 'string') return input.startsWith('\ufeff') ? input.slice(1) : input;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(input);
    } catch {
      // Not UTF-8: the replacement character shows where.
      const text = new TextDecoder('utf-8').decode(input);
      this.refuse('not-utf8', new Lines(text).at(Math.max(0, text.indexOf('\ufffd'))), 'the file is not UTF-8 text');
      return text;
    }
  }

  /** Both sides are read; the marks, and what diff3 shows of the common base, are blanked so that lines keep their numbers. */
  private withoutConflicts(text: string): string {
    if (!/^(?:<{7}|>{7}|\|{7}|={7})(?:[ \n]|$)/m.test(text)) return text;
    let inBase = false;
    let first = 0;
    const lines = text.split('\n').map((line, i) => {
      const mark = /^(<{7}|>{7}|\|{7}|={7})(?: |$)/.exec(line)?.[1]?.charAt(0);
      if (mark === undefined) return inBase ? '' : line;
      if (first === 0) first = i + 1;
      inBase = mark === '|';
      return '';
    });
    this.refuse('conflict-markers', first, 'a merge has left its conflict markers');
    return lines.join('\n');
  }

  private readRoot(scanner: Scanner, lines: Lines): SidecarRead {
    const members = new Map<string, Part>();
    const items: Part[] = [];
    let itemsAt = 0;
    scanner.take('{');
    for (;;) {
      if (scanner.take(',')) continue;
      if (scanner.atEnd()) {
        this.refuse('truncated', lines.at(scanner.at), 'the file ends before its end');
        break;
      }
      if (scanner.take('}')) {
        if (!scanner.atEnd()) this.refuse('text-after-end', lines.at(scanner.at), 'something stands behind the end of the page');
        break;
      }
      const line = lines.at(scanner.at);
      const key = this.keyOf(scanner, line);
      if (key === undefined) break;
      if (key === 'items' && scanner.next === '[') {
        itemsAt = line;
        if (!this.readItems(scanner, lines, items)) break;
        continue;
      }
      const part = this.valueOf(scanner, lines, `the value of "${key.slice(0, 40)}"`);
      if (part === undefined) break;
      if (part !== 'broken') members.set(key, part);
    }
    if (itemsAt === 0) return this.readForeignRoot(members);
    return this.result(members, items);
  }

  private keyOf(scanner: Scanner, line: number): string | undefined {
    const skipped = scanner.value();
    const key = typeof skipped === 'string' ? undefined : parsed(scanner.text.slice(skipped.start, skipped.end));
    if (typeof key === 'string' && scanner.take(':')) return key;
    this.refuse(scanner.atEnd() || skipped === 'truncated' ? 'truncated' : 'not-json', line, scanner.atEnd() || skipped === 'truncated' ? 'the file ends before its end' : 'this is no JSON');
    return undefined;
  }

  /** `undefined`: nothing behind it can be read. */
  private valueOf(scanner: Scanner, lines: Lines, what: string): Part | 'broken' | undefined {
    const line = lines.at(scanner.at);
    const skipped = scanner.value();
    if (typeof skipped === 'string') {
      const truncated = skipped === 'truncated';
      this.refuse(truncated ? 'truncated' : skipped === 'too-deep' ? 'too-deep' : 'not-json', line, truncated ? `the file ends inside ${what}` : skipped === 'too-deep' ? `${what} is nested too deep` : `this is no JSON: ${what}`);
      return undefined;
    }
    return this.partOf(scanner.text, skipped, line, what);
  }

  private partOf(whole: string, { start, end }: Value, line: number, what: string): Part | 'broken' {
    const text = whole.slice(start, end);
    const value = parsed(text);
    if (value !== undefined) return { line, text, value };
    this.refuse('not-json', line + text.slice(0, faultIn(text)).split('\n').length - 1, `${what} is no JSON`);
    return 'broken';
  }

  /** False where nothing behind can be read. */
  private readItems(scanner: Scanner, lines: Lines, items: Part[]): boolean {
    scanner.take('[');
    let commas = 1;
    for (;;) {
      if (scanner.take(',')) {
        commas++;
        if (commas > 1) this.report('repaired-comma', lines.at(scanner.at), 'a comma stood where none belongs');
        continue;
      }
      if (scanner.next === ']') {
        if (commas === 1 && items.length > 0) this.report('repaired-comma', lines.at(scanner.at), 'a comma stood before the end of the list');
        scanner.take(']');
        return true;
      }
      const line = lines.at(scanner.at);
      if (scanner.atEnd()) {
        this.refuse('truncated', line, 'the file ends inside its list of annotations');
        return false;
      }
      if (commas === 0) this.report('repaired-comma', line, 'a comma was missing before this annotation');
      commas = 0;
      const part = this.valueOf(scanner, lines, `annotation ${items.length + 1}`);
      if (part === undefined) return false;
      if (part !== 'broken') items.push(part);
    }
  }

  /** An object without items: one annotation, a collection with its first page in it, rows of a service, or nothing that we know. */
  private readForeignRoot(members: ReadonlyMap<string, Part>): SidecarRead {
    const root = Object.fromEntries([...members].map(([key, { value }]) => [key, value]));
    return this.foreign(root);
  }

  private readForeign(text: string): SidecarRead {
    const scanner = new Scanner(text);
    const skipped = scanner.value();
    const value = typeof skipped === 'string' ? undefined : parsed(text.slice(skipped.start, skipped.end));
    if (value === undefined) {
      this.refuse(skipped === 'truncated' ? 'truncated' : 'not-json', 1, skipped === 'truncated' ? 'the file ends before its end' : 'this is no JSON');
      return this.result(new Map(), []);
    }
    return this.foreign(value);
  }

  private foreign(root: unknown): SidecarRead {
    const items = foreignItems(root);
    if (items === undefined) {
      if (!this.readOnly) this.refuse('no-annotations', 1, 'there are no annotations in this file');
      return this.result(new Map(), []);
    }
    this.refuse('foreign-file', 1, 'this file was made by another program');
    return this.result(new Map(), items.map((value) => ({ line: 1, text: '', value })));
  }

  private result(members: ReadonlyMap<string, Part>, items: readonly Part[]): SidecarRead {
    const value = (key: string): unknown => members.get(key)?.value;
    const id = stringOf(value('id'));
    const article = this.article ?? articleOf(id, items);
    const lines = new Map<string, number>();
    const annotations = this.annotationsOf(items, article, lines, members.has('aa:formatVersion') ? 1 : 0);
    return {
      value: {
        id: id ?? `${article}${SUFFIX}`,
        article,
        formatVersion: this.versionOf(members.get('aa:formatVersion')),
        textSha256: stringOf(value('aa:textSha256')),
        annotations,
        unknown: unknownOf(members),
      },
      problems: this.problems.sort((a, b) => a.line - b.line),
      readOnly: this.readOnly,
      lines,
    };
  }

  private versionOf(part: Part | undefined): number {
    if (part === undefined) return FORMAT_VERSION;
    const { value, line } = part;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1) {
      if (value > FORMAT_VERSION) this.refuse('newer-version', line, `the file has version ${value} of the format, and this program knows version ${FORMAT_VERSION}`);
      return value;
    }
    this.refuse('bad-version', line, 'the version of the format is not a number from 1');
    return FORMAT_VERSION;
  }

  private annotationsOf(items: readonly Part[], article: string, lines: Map<string, number>, countWhereNone: number): readonly Annotation[] {
    const byId = new Map<string, Annotation>();
    for (const part of items) {
      const annotation = this.annotationOf(part, article, countWhereNone);
      const other = byId.get(annotation.id);
      if (other !== undefined) {
        const first = lines.get(annotation.id) ?? part.line;
        const later = annotation.modified > other.modified;
        this.report('duplicate-id', part.line, `${annotation.id.slice(0, 80)} stands in line ${first} too; ${annotation.raw === other.raw ? 'they are the same' : `the one modified later is used, that of line ${later ? part.line : first}`}`);
        if (!later) continue;
      }
      byId.set(annotation.id, annotation);
      lines.set(annotation.id, part.line);
    }
    return [...byId.values()];
  }

  private annotationOf({ line, text, value }: Part, article: string, countWhereNone: number): Annotation {
    const raw = text === '' ? undefined : text;
    const item: JsonObject = isObject(value) ? value : {};
    let id = isObject(value) ? stringOf(value['id']) : stringOf(value);
    if (id === undefined || id === '') {
      id = idFrom(text === '' ? JSON.stringify(value) : text);
      this.report('no-id', line, `an annotation has no id; it is called ${id} here`);
    }
    // A target a line, as we write them: then the line of each is known.
    const ownLines = text.split('\n').length === listOf(item['target']).length + 2;
    return readItem(item, id, article, raw, (target, rule, message) => { this.report(rule, ownLines ? line + 1 + target : line, message); }, countWhereNone);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What is wrong is said by whoever knows the line.
    return undefined;
  }
}

/** Where a text ceases to be JSON, as far as the parser tells; else its beginning. */
function faultIn(text: string): number {
  try {
    JSON.parse(text);
    return 0;
  } catch (error) {
    return Number(/ position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 0);
  }
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Always the same for the same words, so that it stays from reading to reading. */
function idFrom(text: string): string {
  const hex = bytesToHex(sha256(new TextEncoder().encode(text)));
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The first name of a text that a target gives and the file's name begins with; else the file's name without its ending. */
function articleOf(id: string | undefined, items: readonly Part[]): string {
  for (const { value } of items) {
    for (const target of isObject(value) ? listOf(value['target']) : []) {
      const source = isObject(target) ? stringOf(target['source']) : undefined;
      if (source !== undefined && (id === undefined || id.startsWith(`${source}.`))) return source;
    }
  }
  return id?.endsWith(SUFFIX) === true ? id.slice(0, -SUFFIX.length) : id ?? '';
}

const ROOT = new Set(['id', 'aa:formatVersion', 'aa:textSha256']);

function unknownOf(members: ReadonlyMap<string, Part>): Sidecar['unknown'] {
  const entries = [...members].filter(([key, { value }]) =>
    !(ROOT.has(key) && (typeof value === 'string' || key === 'aa:formatVersion')) && !(key === 'type' && value === 'AnnotationPage') && !(key === '@context' && sameJson(value, OUR_CONTEXT)));
  return Object.fromEntries(entries.map(([key, { value }]) => [key, value]));
}
