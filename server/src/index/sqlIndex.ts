/**
 * The index in SQLite. A name has one row for each article that it stands in, the newest article first, with its places packed in it;
 * what it says stands in the same order. An article knows the names it has, so no table needs a second order to be found by.
 */
import type { EntityType } from '../analysis/types.js';
import { ENTITY_TYPES } from '../analysis/types.js';
import type { ArticleIndex, FileMark, FoundClaim, FoundMentions, FoundSymbol, IndexedArticle, IndexedName, NameKey } from './articleIndex.js';
import { MOST_LOOKED_AT, searchOf, searchWords } from './articleIndex.js';
import { dayOf, isoOf } from './days.js';
import { packClaims, packNumbers, packPlaces, unpackClaims, unpackNumbers, unpackPlaces } from './packing.js';
import type { PackedClaim } from './packing.js';

export type SqlValue = number | bigint | string | Uint8Array | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface SqlStatement {
  run(values: SqlValue[]): void;
  all(values: SqlValue[]): SqlRow[];
}

/** What the index needs of a binding of SQLite. Everything throws for a file that is damaged. */
export interface SqlDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqlStatement;
  close(): void;
}

/** To be raised with each change of the tables, and of what is kept in them. */
export const SCHEMA_VERSION = 2;

const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
  CREATE TABLE file (id INTEGER PRIMARY KEY, uri TEXT, modified INTEGER, size INTEGER, day INTEGER, names BLOB, speakers BLOB);
  CREATE TABLE name (id INTEGER PRIMARY KEY, key TEXT, type INTEGER, canonical TEXT, articles INTEGER);
  CREATE UNIQUE INDEX name_key ON name (key, type);
  CREATE TABLE word (word TEXT, name INTEGER, PRIMARY KEY (word, name)) WITHOUT ROWID;
  CREATE TABLE mention (name INTEGER, day INTEGER, file INTEGER, places BLOB, PRIMARY KEY (name, day DESC, file)) WITHOUT ROWID;
  CREATE TABLE claim (speaker INTEGER, day INTEGER, file INTEGER, claims BLOB, PRIMARY KEY (speaker, day DESC, file)) WITHOUT ROWID;
`;

/** Each at most as many claims as are asked for, which is a thousand. */
const SOURCES_KEPT = 8;

interface FoundName {
  readonly id: number;
  readonly articles: number;
}

interface Kept extends FileMark {
  readonly id: number;
  readonly day: number;
}

export class SqlIndex implements ArticleIndex {
  private readonly known = new Map<string, Kept>();
  private readonly byId = new Map<number, Kept>();
  /** Of the sources that were asked for last: the cards of an article come back to the same few. */
  private readonly said = new Map<string, readonly FoundClaim[]>();
  private readonly statements = new Map<string, SqlStatement>();
  private last: (NameKey & { readonly found: FoundName | undefined }) | undefined;
  private nextFile = 1;
  private nextName = 1;
  private isWriting = false;

  /** `made`: by what program; what another has made is thrown away, since it may have read the same article otherwise. Throws for a damaged database. */
  constructor(private readonly database: SqlDatabase, made: string) {
    // What is lost when the power goes is made again.
    database.exec('PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;');
    this.open(`${SCHEMA_VERSION} ${made}`);
    for (const row of this.all('SELECT id, uri, modified, size, day FROM file')) {
      const kept = { id: numberOf(row['id']), uri: textOf(row['uri']), modified: numberOf(row['modified']), size: numberOf(row['size']), day: numberOf(row['day']) };
      this.keep(kept);
      this.nextFile = Math.max(this.nextFile, kept.id + 1);
    }
    this.nextName = numberOf(this.one('SELECT max(id) AS id FROM name')?.['id']) + 1;
  }

  files(): ReadonlyMap<string, FileMark> {
    return this.known;
  }

  put(file: FileMark, article: IndexedArticle | null): void {
    this.begin();
    this.takeOut(file.uri);
    const kept: Kept = { ...file, id: this.nextFile++, day: dayOf(article?.day ?? null) };
    const ids = (article?.names ?? []).map((name) => this.addName(kept, name));
    const bySpeaker = new Map<number, PackedClaim[]>();
    for (const { speaker, place, facts } of article?.claims ?? []) {
      const id = ids[speaker];
      if (id === undefined) continue;
      const known = bySpeaker.get(id);
      if (known === undefined) bySpeaker.set(id, [{ place, facts }]);
      else known.push({ place, facts });
    }
    for (const [id, claims] of bySpeaker) this.run('INSERT INTO claim VALUES (?, ?, ?, ?)', [id, kept.day, kept.id, packClaims(claims)]);
    this.run('INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?)', [kept.id, kept.uri, kept.modified, kept.size, kept.day, packed(ids), packed(bySpeaker.keys())]);
    this.keep(kept);
  }

  remove(uri: string): void {
    if (!this.known.has(uri)) return;
    this.begin();
    this.takeOut(uri);
  }

  commit(): void {
    if (!this.isWriting) return;
    this.database.exec('COMMIT');
    this.isWriting = false;
  }

  symbols(query: string, limit: number): FoundSymbol[] {
    const search = searchOf(query);
    if (search === undefined) return [];
    // What is not shown stays in SQLite, as far as it can tell: each row that comes out of it costs more than to sort it there.
    const rows = this.all(
      'SELECT id, key, type, canonical, articles FROM (SELECT DISTINCT name FROM word WHERE word >= ? AND word < ? LIMIT ?) JOIN name ON id = name ORDER BY articles DESC, key LIMIT ?',
      [search.longest, `${search.longest}\u{10ffff}`, MOST_LOOKED_AT, search.isOneWord ? limit : MOST_LOOKED_AT],
    );
    const fitting = search.isOneWord ? rows : rows.filter((row) => search.fits(searchWords(textOf(row['canonical']))));
    const shown = fitting.slice(0, limit);
    // One statement for all: each costs as much as some of its rows.
    const newestOfEach = this.all(
      'SELECT (SELECT file FROM mention WHERE name = value LIMIT 1) AS file, (SELECT places FROM mention WHERE name = value LIMIT 1) AS places FROM json_each(?)',
      [JSON.stringify(shown.map((row) => numberOf(row['id'])))],
    );
    return shown.flatMap((row, i) => {
      const newest = newestOfEach[i];
      const uri = this.byId.get(numberOf(newest?.['file']))?.uri;
      const [place] = unpackPlaces(bytesOf(newest?.['places']));
      if (uri === undefined || place === undefined) return [];
      return [{ type: typeAt(row['type']), key: textOf(row['key']), canonical: textOf(row['canonical']), articles: numberOf(row['articles']), uri, place }];
    });
  }

  count(name: NameKey, without: readonly string[]): number {
    const found = this.findAgain(name);
    if (found === undefined) return 0;
    const left = without.filter((uri) => {
      const kept = this.known.get(uri);
      return kept !== undefined && this.one('SELECT 1 AS there FROM mention WHERE name = ? AND day = ? AND file = ?', [found.id, kept.day, kept.id]) !== undefined;
    });
    return found.articles - left.length;
  }

  mentions(name: NameKey, limit: number, without: readonly string[] = [], enough = Infinity): FoundMentions[] {
    const found = this.findAgain(name);
    if (found === undefined) return [];
    const mentions: FoundMentions[] = [];
    let places = 0;
    // Each article has one place at least: mostly the first turn gives enough.
    const atOnce = Math.min(limit, enough);
    for (let from = 0; from < limit; from += atOnce) {
      const rows = this.all('SELECT file, places FROM mention WHERE name = ? LIMIT ? OFFSET ?', [found.id, Math.min(atOnce, limit - from), from]);
      for (const row of rows) {
        const kept = this.byId.get(numberOf(row['file']));
        if (kept === undefined || without.includes(kept.uri)) continue;
        const there = unpackPlaces(bytesOf(row['places']));
        mentions.push({ uri: kept.uri, day: isoOf(kept.day), places: there });
        places += there.length;
        if (places >= enough) return mentions;
      }
      if (rows.length < atOnce) break;
    }
    return mentions;
  }

  claims(name: NameKey, limit: number): readonly FoundClaim[] {
    const asked = `${limit} ${name.type} ${name.key}`;
    const known = this.said.get(asked);
    if (known !== undefined) return known;
    const claims = this.readClaims(name, limit);
    if (this.said.size >= SOURCES_KEPT) this.said.clear();
    this.said.set(asked, claims);
    return claims;
  }

  close(): void {
    this.commit();
    this.database.close();
  }

  private readClaims(name: NameKey, limit: number): readonly FoundClaim[] {
    const found = this.findAgain(name);
    if (found === undefined) return [];
    const claims: FoundClaim[] = [];
    // A row holds one claim at least.
    for (const row of this.all('SELECT file, claims FROM claim WHERE speaker = ? LIMIT ?', [found.id, limit])) {
      const kept = this.byId.get(numberOf(row['file']));
      if (kept !== undefined) for (const { place, facts } of unpackClaims(bytesOf(row['claims']))) claims.push({ uri: kept.uri, day: isoOf(kept.day), place, facts });
      if (claims.length >= limit) break;
    }
    return claims.slice(0, limit);
  }

  private open(made: string): void {
    const isNew = numberOf(this.one("SELECT count(*) AS tables FROM sqlite_master WHERE name = 'meta'")?.['tables']) === 0;
    if (!isNew && textOf(this.one("SELECT value FROM meta WHERE key = 'made'")?.['value']) === made) return;
    this.database.exec('BEGIN');
    for (const row of this.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) this.database.exec(`DROP TABLE "${textOf(row['name']).replaceAll('"', '""')}"`);
    this.database.exec(TABLES);
    this.database.prepare("INSERT INTO meta VALUES ('made', ?)").run([made]);
    this.database.exec('COMMIT');
    // Prepared for tables that are gone.
    this.statements.clear();
  }

  private keep(kept: Kept): void {
    this.known.set(kept.uri, kept);
    this.byId.set(kept.id, kept);
  }

  private takeOut(uri: string): void {
    const kept = this.known.get(uri);
    if (kept === undefined) return;
    const row = this.one('SELECT names, speakers FROM file WHERE id = ?', [kept.id]);
    for (const id of unpackNumbers(bytesOf(row?.['speakers']))) this.run('DELETE FROM claim WHERE speaker = ? AND day = ? AND file = ?', [id, kept.day, kept.id]);
    for (const id of unpackNumbers(bytesOf(row?.['names']))) {
      this.run('DELETE FROM mention WHERE name = ? AND day = ? AND file = ?', [id, kept.day, kept.id]);
      this.takeOutName(id);
    }
    this.run('DELETE FROM file WHERE id = ?', [kept.id]);
    this.known.delete(uri);
    this.byId.delete(kept.id);
  }

  private takeOutName(id: number): void {
    const name = this.one('SELECT canonical, articles FROM name WHERE id = ?', [id]);
    if (numberOf(name?.['articles']) > 1) {
      this.run('UPDATE name SET articles = articles - 1 WHERE id = ?', [id]);
      return;
    }
    for (const word of searchWords(textOf(name?.['canonical']))) this.run('DELETE FROM word WHERE word = ? AND name = ?', [word, id]);
    this.run('DELETE FROM name WHERE id = ?', [id]);
  }

  private addName(file: Kept, { type, key, canonical, places }: IndexedName): number {
    const known = this.find({ type, key });
    const id = known?.id ?? this.newName(type, key, canonical);
    this.run('INSERT OR REPLACE INTO mention VALUES (?, ?, ?, ?)', [id, file.day, file.id, packPlaces(places)]);
    this.run('UPDATE name SET articles = articles + 1 WHERE id = ?', [id]);
    return id;
  }

  private newName(type: EntityType, key: string, canonical: string): number {
    const id = this.nextName++;
    this.run('INSERT INTO name VALUES (?, ?, ?, ?, 0)', [id, key, ENTITY_TYPES.indexOf(type), canonical]);
    for (const word of searchWords(canonical)) this.run('INSERT OR IGNORE INTO word VALUES (?, ?)', [word, id]);
    return id;
  }

  private find({ type, key }: NameKey): FoundName | undefined {
    const row = this.one('SELECT id, articles FROM name WHERE key = ? AND type = ?', [key, ENTITY_TYPES.indexOf(type)]);
    return row === undefined ? undefined : { id: numberOf(row['id']), articles: numberOf(row['articles']) };
  }

  /** Of the name that was asked for last, too: several questions of it follow each other. */
  private findAgain(name: NameKey): FoundName | undefined {
    if (this.last?.type !== name.type || this.last.key !== name.key) this.last = { type: name.type, key: name.key, found: this.find(name) };
    return this.last.found;
  }

  /** Whatever changes anything begins here. */
  private begin(): void {
    this.said.clear();
    this.last = undefined;
    if (this.isWriting) return;
    this.database.exec('BEGIN');
    this.isWriting = true;
  }

  private run(sql: string, values: SqlValue[]): void {
    this.prepared(sql).run(values);
  }

  private all(sql: string, values: SqlValue[] = []): SqlRow[] {
    return this.prepared(sql).all(values);
  }

  private one(sql: string, values: SqlValue[] = []): SqlRow | undefined {
    return this.all(sql, values)[0];
  }

  private prepared(sql: string): SqlStatement {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const made = this.database.prepare(sql);
    this.statements.set(sql, made);
    return made;
  }
}

function packed(ids: Iterable<number>): Uint8Array {
  return packNumbers([...new Set(ids)].sort((a, b) => a - b));
}

function numberOf(value: SqlValue | undefined): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0;
}

function textOf(value: SqlValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function bytesOf(value: SqlValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

function typeAt(value: SqlValue | undefined): EntityType {
  return ENTITY_TYPES[numberOf(value)] ?? 'ORG';
}
