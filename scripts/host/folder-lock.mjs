import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './processes.mjs';

const HEARTBEAT_MS = 5_000;
/** A lock whose owner has not touched it for this long belongs to a machine or container that is gone. */
const ABANDONED_MS = 60_000;

/**
 * Runs `work` while holding a lock file, so that two starts at once do not install into the same folder.
 * Waits for another holder as long as it lives; a lock whose holder died is taken over.
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @param {(holder: string) => void} onWait called once if somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withFolderLock(lockFile, work, onWait) {
  await mkdir(dirname(lockFile), { recursive: true });
  await acquire(lockFile, onWait);
  const heartbeat = setInterval(() => touch(lockFile), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lockFile, { force: true });
  }
}

/**
 * @param {string} lockFile
 * @param {(holder: string) => void} onWait
 */
async function acquire(lockFile, onWait) {
  let announced = false;
  while (!(await createExclusively(lockFile))) {
    const holder = await readHolder(lockFile);
    if (holder === undefined) continue;
    if (await isAbandoned(lockFile, holder)) {
      await removeAbandoned(lockFile);
      continue;
    }
    if (!announced) onWait(holder);
    announced = true;
    await pause(1_000);
  }
}

/** @param {string} lockFile */
async function createExclusively(lockFile) {
  try {
    await writeFile(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} lockFile
 * @returns {Promise<string | undefined>} the holder's process id, or undefined if the lock has just been released
 */
async function readHolder(lockFile) {
  try {
    return (await readFile(lockFile, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * @param {string} lockFile
 * @param {string} holder
 */
async function isAbandoned(lockFile, holder) {
  if (/^\d+$/.test(holder) && !isAlive(Number(holder))) return true;
  try {
    return Date.now() - (await stat(lockFile)).mtimeMs > ABANDONED_MS;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Renaming first lets only one of several waiting processes remove the file.
 * @param {string} lockFile
 */
async function removeAbandoned(lockFile) {
  const aside = `${lockFile}.abandoned-${process.pid}`;
  try {
    await rename(lockFile, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  await rm(aside, { force: true });
}

/** @param {string} lockFile */
async function touch(lockFile) {
  const now = new Date();
  try {
    await utimes(lockFile, now, now);
  } catch (error) {
    // The lock may be released between the timer's tick and this call.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
