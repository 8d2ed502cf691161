import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runWithCodeCache } from './codeCache.node.js';

const SOURCE = "module.exports = { here: __filename, beside: require('./beside.js'), sum: (a, b) => a + b };";

let folder: string;
let bundle: string;
let cache: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-cache-'));
  bundle = join(folder, 'bundle.js');
  cache = join(folder, 'cache', 'code');
  writeBundle(SOURCE);
  writeFileSync(join(folder, 'beside.js'), 'module.exports = 7;');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Always of the same time. */
function writeBundle(source: string): void {
  writeFileSync(bundle, source);
  utimesSync(bundle, 1_700_000_000, 1_700_000_000);
}

function run(): { here: string; beside: number; sum: number; cached: boolean } {
  const started = runWithCodeCache(bundle, cache);
  const { exports, cached } = started;
  const { here, beside, sum } = exports as { here: string; beside: number; sum: (a: number, b: number) => number };
  const result = { here, beside, sum: sum(2, 3), cached };
  started.keep();
  return result;
}

it('runs a bundle as `require` does, from the second time on from the cache', () => {
  expect(run()).toEqual({ here: bundle, beside: 7, sum: 5, cached: false });
  expect(run()).toEqual({ here: bundle, beside: 7, sum: 5, cached: true });
});

it('compiles another build of the bundle anew and keeps only that', () => {
  run();
  const [old] = readdirSync(cache);
  writeBundle('module.exports = { here: "new", beside: 1, sum: (a, b) => a * b };');
  expect(run()).toEqual({ here: 'new', beside: 1, sum: 6, cached: false });
  expect(readdirSync(cache)).toHaveLength(1);
  expect(readdirSync(cache)).not.toContain(old);
});

it('replaces a cache that V8 refuses', () => {
  run();
  const [name = ''] = readdirSync(cache);
  writeFileSync(join(cache, name), 'no code at all, but of some length');
  // Another text of the same length and time, because V8 remembers what it compiled in this process.
  writeBundle(SOURCE.replace('a + b', 'a * b'));
  expect(run()).toEqual({ here: bundle, beside: 7, sum: 6, cached: false });
  expect(statSync(join(cache, name)).size).toBeGreaterThan(100);
});

it('needs no place to write', () => {
  const blocked = join(folder, 'file');
  writeFileSync(blocked, '');
  cache = join(blocked, 'code');
  expect(run()).toEqual({ here: bundle, beside: 7, sum: 5, cached: false });
  expect(existsSync(cache)).toBe(false);
});
