import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startThread } from './worker.node.js';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'article-annotator-worker-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

function endOf(script: string): Promise<string> {
  const file = join(folder, `${String(Math.abs(script.length))}.mjs`);
  writeFileSync(file, script);
  return new Promise((resolve) => { startThread(pathToFileURL(file)).onEnd(resolve); });
}

describe('a worker thread', () => {
  it('says why it ended', async () => {
    expect(await endOf('throw new Error("no luck today");')).toBe('no luck today');
    expect(await endOf('process.exit(3);')).toBe('exit code 3');
  });

  it('may not take more memory than a model needs', async () => {
    expect(await endOf('const all = []; for (;;) all.push(new Array(100_000).fill({}).map(() => ({ a: 1 })));')).toMatch(/memory/);
  });
});
