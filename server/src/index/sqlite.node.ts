/** SQLite for the index on Node. In a bundle of its own, loaded when the first highlights of all have gone out. */
import { existsSync, mkdirSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import type { ArticleIndex } from './articleIndex.js';
import { SqlIndex } from './sqlIndex.js';
import type { SqlDatabase, SqlRow } from './sqlIndex.js';

export interface Opened {
  readonly index: ArticleIndex;
  /** One line for the log. */
  readonly problem?: string;
}

/** `path` undefined: in memory, as for a file that another window has open. A damaged file gives way to a new one. */
export function openIndex(path: string | undefined, made: string, fresh = false): Opened {
  if (path === undefined) return { index: new SqlIndex(databaseAt(undefined), made) };
  mkdirSync(dirname(path), { recursive: true });
  if (!claimed(path)) return { index: new SqlIndex(databaseAt(undefined), made), problem: 'Another window has this workspace open: its articles are indexed in memory' };
  if (fresh) deleteFile(path);
  try {
    return { index: opened(path, made) };
  } catch (error) {
    deleteFile(path);
    claimed(path);
    return { index: opened(path, made), problem: `The index of articles was damaged and is made anew (${error instanceof Error ? error.message : String(error)})` };
  }
}

function deleteFile(path: string): void {
  for (const file of [path, `${path}-journal`]) rmSync(file, { force: true });
}

function opened(path: string, made: string): ArticleIndex {
  const database = databaseAt(path);
  try {
    const [result] = database.prepare('PRAGMA quick_check(1)').all([]);
    const said = result === undefined ? 'nothing' : String(Object.values(result)[0]);
    if (said !== 'ok') throw new Error(said);
    // Locked as long as it is open: nobody has to ask the file system at each query.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    return new SqlIndex(database, made);
  } catch (error) {
    database.close();
    throw error;
  }
}

function databaseAt(path: string | undefined): SqlDatabase {
  const database = new Database(path);
  const finalizers: (() => void)[] = [];
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      finalizers.push(() => statement.finalize());
      return { run: (values) => void statement.run(values), all: (values) => statement.all(values) as SqlRow[] };
    },
    close: () => {
      for (const finalize of finalizers) finalize();
      database.close();
      if (path !== undefined) release(path);
    },
  };
}

/** The binding's lock is a folder, which a process that is killed leaves behind: who holds it stands beside. */
function claimed(path: string): boolean {
  const holder = existsSync(`${path}.pid`) ? Number(readFileSync(`${path}.pid`, 'utf8')) : 0;
  if (holder !== process.pid && isAlive(holder)) return false;
  release(path);
  writeFileSync(`${path}.pid`, String(process.pid));
  return true;
}

function release(path: string): void {
  if (existsSync(`${path}.lock`)) rmdirSync(`${path}.lock`);
  rmSync(`${path}.pid`, { force: true });
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
