/**
 * The server is killed 200 times at random moments of a storm of decisions: what was decided more than a second before is in the
 * file, and the file is whole each time.
 */
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { annotationsRequest, decideRequest } from '../../server/src/annotatingProtocol.js';
import { readSidecar } from '../../server/src/annotations/index.js';
import { LspSession } from './harness.js';

const KILLS = 200;
/** What may be missing: decisions of the last second. */
const LATEST_MS = 1000;
/** A storm lasts so long at most, so that some kills come within the first second and some after it. */
const LONGEST_STORM_MS = 1500;
/**
 * Decisions that had to be in a file, at least, so that the test asks for something. How many there are depends on the machine:
 * several hundred on a quiet one, fewer where a decision takes its time.
 */
const ASKED_AT_LEAST = KILLS / 10;
/** Servers that get ready while others are in their storm. */
const AT_ONCE = 6;

const FOLDER = mkdtempSync(join(tmpdir(), 'killed-'));
const TEXT = `Harbour talks\n\n${Array.from({ length: 12 }, (_, i) => `Minister Ilze Kalna met Per Lund in Oslo on day ${i}, said Marta Ruusmann of the Port Workers Federation.`).join('\n\n')}\n`;

afterAll(() => rm(FOLDER, { recursive: true, force: true }));

/** Numbers from a seed that a failure names (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Made {
  readonly ids: readonly string[];
  readonly at: number;
  /** Taken back later, so that it need not be there. */
  gone: boolean;
}

async function storm(number: number, seed: number): Promise<void> {
  const chance = random(seed);
  const path = join(FOLDER, `storm-${number}.article`);
  await writeFile(path, TEXT);
  const uri = pathToFileURL(path).href;
  const session = await LspSession.start();
  session.settings = { annotating: { name: 'M. Kask', id: 'm@example.org' } };
  await session.open(uri, TEXT);
  const { items } = (await session.connection.sendRequest(annotationsRequest, { textDocument: { uri } }))!;
  const open = items.map(({ id }) => id);
  const made: Made[] = [];
  const end = performance.now() + chance() * LONGEST_STORM_MS;
  let killedAt = 0;
  const killed = new Promise<void>((resolve) => { session.process.once('exit', () => {
      // Ends the request that was under way: nobody will answer it.
      session.connection.dispose();
      resolve();
    }); });
  const timer = setTimeout(() => {
    killedAt = performance.now();
    session.process.kill('SIGKILL');
  }, end - performance.now());
  try {
    while (killedAt === 0) {
      const back = made.length > 3 && chance() < 0.2 ? made[Math.floor(chance() * made.length)] : undefined;
      if (back !== undefined && !back.gone) {
        back.gone = true;
        await session.connection.sendRequest(decideRequest, { textDocument: { uri }, version: 1, decisions: [{ do: 'reopen', ids: back.ids }] });
      } else if (open.length > 0) {
        const [id = ''] = open.splice(Math.floor(chance() * open.length), 1);
        const answer = await session.connection.sendRequest(decideRequest, { textDocument: { uri }, version: 1, decisions: [{ do: chance() < 0.5 ? 'accept' : 'reject', ids: [id] }] });
        if (answer?.outcome === 'done') made.push({ ids: answer.ids, at: performance.now(), gone: false });
      }
      await new Promise((resolve) => { setTimeout(resolve, chance() * 12); });
    }
  } catch (error) {
    if (killedAt === 0) throw error;
  } finally {
    clearTimeout(timer);
  }
  await killed;
  const needed = made.filter(({ at, gone }) => !gone && at < killedAt - LATEST_MS).flatMap(({ ids }) => ids);
  const content = await readFile(`${path}.annotations.jsonld`).catch((error: unknown) => {
    // Killed before the first decision was written: nothing may be needed then.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  });
  const read = content === null ? null : readSidecar(content);
  expect(read?.problems ?? [], `seed ${seed}`).toEqual([]);
  const there = new Set((read?.value.annotations ?? []).map(({ id }) => id));
  expect(needed.filter((id) => !there.has(id)), `seed ${seed}`).toEqual([]);
  counted += needed.length;
}

/** Decisions that had to be there, in all storms. */
let counted = 0;

it(`loses nothing that is a second old in ${KILLS} kills`, async () => {
  const first = Date.now() % 1_000_000;
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let number = next++; number < KILLS; number = next++) await storm(number, first + number);
  }));
  expect(counted).toBeGreaterThan(ASKED_AT_LEAST);
}, 600_000);
