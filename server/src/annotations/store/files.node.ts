/**
 * Sidecars on disk. A file is written beside itself, flushed, and renamed, under a lock that two servers respect: whoever is killed
 * meanwhile leaves the old file or the new one, never half of one. A lock whose holder is gone is broken at once.
 */
import type { FileHandle } from 'node:fs/promises';
import { link, mkdir, open, readFile, readdir, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from './content.js';
import { Comparison } from './content.js';
import type { Failure, ListAnswer, ReadAnswer, SidecarFiles, WriteAnswer } from './files.js';

/** Locks whose holder is not known, or another machine's, are broken after this. */
const LOCK_MS = 5_000;
/** A lock without its holder's number: the holder is about to write it, or was killed before. */
const NAMELESS_MS = 250;
const WAIT_MS = 15;

class FilesOnDisk implements SidecarFiles {
  async read(uri: string): Promise<ReadAnswer> {
    try {
      return { ok: true, content: await contentOf(fileURLToPath(uri)) };
    } catch (error) {
      return failure(error);
    }
  }

  async write(uri: string, content: Content, replaces: Content | null): Promise<WriteAnswer> {
    try {
      const path = await real(fileURLToPath(uri));
      await mkdir(dirname(path), { recursive: true });
      return await locked(path, async () => {
        if (!(replaces === null ? await isMissing(path) : await isAt(path, replaces))) return { ok: false, reason: 'changed', message: 'the file was changed by somebody else' };
        await replace(path, content);
        return { ok: true };
      });
    } catch (error) {
      return failure(error);
    }
  }

  async readUnless(uri: string, known: Content): Promise<ReadAnswer | null> {
    try {
      return (await isAt(fileURLToPath(uri), known)) ? null : await this.read(uri);
    } catch (error) {
      return failure(error);
    }
  }

  async rename(from: string, to: string): Promise<WriteAnswer> {
    try {
      const [source, target] = [fileURLToPath(from), fileURLToPath(to)];
      await mkdir(dirname(target), { recursive: true });
      if ((await stat(source)).isDirectory()) {
        // Over an empty folder it would succeed, which loses nothing; over any other it fails.
        await rename(source, target);
        return { ok: true };
      }
      // A link fails where the target is there already, and a rename does not.
      await link(source, target);
      await unlink(source);
      return { ok: true };
    } catch (error) {
      return failure(error);
    }
  }

  async list(folder: string): Promise<ListAnswer> {
    try {
      return { ok: true, names: await readdir(fileURLToPath(folder)) };
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? { ok: true, names: [] } : failure(error);
    }
  }
}

export const filesOnDisk: SidecarFiles = new FilesOnDisk();

/** Null where there is no file. Bytes where they are not UTF-8. */
async function contentOf(path: string): Promise<string | Uint8Array | null> {
  const bytes = await bytesAt(path);
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8: whoever reads it says so.
    return bytes;
  }
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
}

/** Bytes that are read at a time: to look whether a file is unchanged, no bytes of all of it are made. */
const READ_SIZE = 1 << 18;
/** Kept for the next file that is looked at; lent to one at a time. */
let spare: Buffer | null = null;

async function isAt(path: string, content: Content): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  const buffer = spare ?? Buffer.allocUnsafeSlow(READ_SIZE);
  spare = null;
  try {
    if ((await handle.stat()).size !== content.length) return false;
    const comparison = new Comparison(content, (piece, at, _, from, size) => buffer.compare(piece, at, at + size, from, from + size) === 0);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, length);
      if (bytesRead === 0) return length === content.length;
      length += bytesRead;
      // From the buffer's first byte on, as the comparison above counts.
      if (!comparison.goesOn(buffer.subarray(0, bytesRead))) return false;
    }
  } finally {
    spare = buffer;
    await handle.close();
  }
}

async function bytesAt(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function replace(path: string, { pieces }: Content): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  const mode = await modeOf(path);
  const handle = await open(temporary, 'w', mode);
  try {
    await writeAll(handle, pieces);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Pieces that are handed over at a time: systems take 1024. */
const AT_A_TIME = 512;

async function writeAll(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  for (let at = 0; at < pieces.length; at += AT_A_TIME) {
    let left = pieces.slice(at, at + AT_A_TIME).filter(({ length }) => length > 0);
    while (left.length > 0) {
      const { bytesWritten } = await handle.writev(left);
      left = behind(left, bytesWritten);
    }
  }
}

/** What is left of the pieces behind so many bytes: a disk may take fewer than it is given. */
function behind(pieces: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let skipped = 0;
  let whole = 0;
  while (whole < pieces.length && skipped + (pieces[whole]?.length ?? 0) <= bytes) skipped += pieces[whole++]?.length ?? 0;
  const [first, ...others] = pieces.slice(whole);
  return first === undefined ? [] : [first.subarray(bytes - skipped), ...others];
}

/** So that the new name outlives a loss of power, where the system can do that. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'].includes(codeOf(error))) throw error;
  }
}

/** Those of the file that is replaced; of a new one, what is usual. */
async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0o666;
    throw error;
  }
}

/** What a link points to is written, not the link. */
async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path;
    throw error;
  }
}

async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  while (!(await taken(lock))) await new Promise((resolve) => { setTimeout(resolve, WAIT_MS); });
  try {
    return await work();
  } finally {
    await removed(lock);
  }
}

async function taken(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  try {
    const [holder, { mtimeMs }] = await Promise.all([readFile(lock, 'utf8'), stat(lock)]);
    const age = Date.now() - mtimeMs;
    if (age > LOCK_MS || (holder === '' ? age > NAMELESS_MS : !isRunning(Number(holder)))) await removed(lock);
  } catch (error) {
    // Given back in the meantime.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return false;
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function removed(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function failure(error: unknown): Failure {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { ok: false, reason: 'read-only', message: 'the folder or the file may not be written to' };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, reason: 'full', message: 'the disk is full' };
  if (code === 'EEXIST' || code === 'ENOTEMPTY') return { ok: false, reason: 'failed', message: 'there is something of that name already' };
  return { ok: false, reason: 'failed', message };
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
