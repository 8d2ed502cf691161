/**
 * Runs a bundle from what V8 compiled of it in an earlier start: compiling is a third of the work of a first answer. V8 itself refuses
 * what another version of it made. A folder that cannot be read or written costs nothing but that time.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Module, createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

export interface Run {
  readonly exports: unknown;
  /** Whether it ran from the cache. */
  readonly cached: boolean;
  /** Puts what is compiled by now into the cache, if it was not there: the later, the more of what a start needs is in it. */
  keep(): void;
}

export function runWithCodeCache(file: string, folder: string): Run {
  const place = join(folder, cacheName(file));
  const cachedData = readIfThere(place);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  const cached = cachedData !== undefined && script.cachedDataRejected !== true;
  const module = { exports: {} as unknown };
  const run = script.runInThisContext() as (exports: unknown, require: NodeJS.Require, module: { exports: unknown }, file: string, folder: string) => void;
  run(module.exports, createRequire(file), module, file, dirname(file));
  return { exports: module.exports, cached, keep: () => { if (!cached) write(place, script.createCachedData()); } };
}

/** Of one build of the file: V8 compares no more than the length of the source. */
function cacheName(file: string): string {
  const { size, mtimeMs } = statSync(file);
  return `${basename(file)}-${size}-${Math.round(mtimeMs)}.v8`;
}

function readIfThere(place: string): Buffer | undefined {
  try {
    return readFileSync(place);
  } catch {
    // Nothing was kept yet, or it cannot be read: then everything is compiled.
    return undefined;
  }
}

/** Under another name first: a start at the same time must not read half of it. Caches of earlier builds go. */
function write(place: string, data: Buffer): void {
  const folder = dirname(place);
  const unfinished = `${place}.${process.pid}`;
  const [ofFile = ''] = basename(place).split(/-\d/, 1);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, data);
    renameSync(unfinished, place);
    for (const name of readdirSync(folder)) if (name.startsWith(`${ofFile}-`) && name !== basename(place)) rmSync(join(folder, name), { force: true });
  } catch {
    // A full disk, or a place where nothing may be written: the next start compiles again.
    if (existsSync(unfinished)) rmSync(unfinished, { force: true });
  }
}
