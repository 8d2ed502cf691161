import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tinyModel, writeModel } from '../fixtures/tinyModel.js';
import { LspSession } from './harness.js';

/** A second longer than the server waits before it keeps what is compiled. */
const KEPT_BY_MS = 4_000;
const URI = 'file:///work/harbour.article.txt';
const TEXT = 'OSLO, March 3 (Own) – "The harbour stays closed," Mayor Ida Holm said on Monday.\n';

let folder: string;
let cache: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-cache-'));
  cache = join(folder, 'code');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One life of the server as the extension starts it, with the model, whose thread changes how V8 is set up. */
async function live(): Promise<void> {
  const session = await LspSession.start({}, [resolve('dist/server.js'), '--stdio', `--code-cache=${cache}`]);
  session.settings = { model: { enabled: true, path: writeModel(join(folder, 'model'), tinyModel()) } };
  await session.open(URI, TEXT);
  await session.until(() => session.logs.some((line) => line.includes('the news model tiny is ready')));
  await pause(KEPT_BY_MS);
  await session.stop();
}

function kept(): { name: string; inode: number }[] {
  return readdirSync(cache).map((name) => ({ name, inode: statSync(join(cache, name)).ino }));
}

it('starts from what the start before has compiled: V8 does not refuse it, and it is not written again', async () => {
  await live();
  const first = kept();
  expect(first.map(({ name }) => name)).toEqual([expect.stringMatching(/^server\.main\.js-.*\.v8$/)]);
  await live();
  expect(kept()).toEqual(first);
}, 90_000);
