import { mkdtempSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileMark, IndexedArticle } from './articleIndex.js';
import { bringUpToDate, update } from './build.js';
import type { BuildParts } from './build.js';
import { FolderLibrary } from './library.node.js';
import { MemoryIndex } from './memoryIndex.js';
import { sameSpelling, uriOfPath } from './uris.js';

const EMPTY: IndexedArticle = { day: null, names: [], claims: [] };

class Shelf {
  readonly files = new Map<string, { mark: FileMark; text: string }>();
  readonly read: string[] = [];

  set(uri: string, text: string, modified = 1): void {
    this.files.set(uri, { mark: { uri, modified, size: text.length }, text });
  }

  parts(index: MemoryIndex, isCancelled = (): boolean => false): BuildParts {
    return {
      index, isCancelled, pause: () => Promise.resolve(),
      library: { list: () => Promise.resolve([...this.files.values()].map(({ mark }) => mark)), mark: (uri) => Promise.resolve(this.files.get(uri)?.mark ?? null), read: (uri) => Promise.resolve(this.files.get(uri)?.text ?? null) },
      read: (uri, text) => {
        this.read.push(uri);
        return text === 'code' ? null : EMPTY;
      },
    };
  }
}

describe('bringing an index up to date', () => {
  it('reads what is new or changed, takes out what is gone, and leaves the rest', async () => {
    const shelf = new Shelf();
    const index = new MemoryIndex();
    for (const uri of ['a', 'b', 'c']) shelf.set(uri, 'text');
    shelf.set('d', 'code');
    expect(await bringUpToDate(shelf.parts(index))).toBe(4);
    expect([...index.files().keys()]).toEqual(['a', 'b', 'c', 'd']);
    shelf.read.length = 0;
    shelf.set('b', 'text', 2);
    shelf.set('c', 'longer text');
    shelf.set('e', 'text');
    shelf.files.delete('a');
    expect(await bringUpToDate(shelf.parts(index))).toBe(3);
    expect(shelf.read).toEqual(['b', 'c', 'e']);
    expect([...index.files().keys()].sort()).toEqual(['b', 'c', 'd', 'e']);
    shelf.read.length = 0;
    shelf.files.delete('b');
    shelf.set('c', 'text', 9);
    await update(['b', 'c', 'd', 'unknown'], shelf.parts(index));
    expect(shelf.read).toEqual(['c']);
    expect([...index.files().keys()].sort()).toEqual(['c', 'd', 'e']);
  });

  it('stops when it is cancelled, keeps what it has read, and goes on from there', async () => {
    const shelf = new Shelf();
    const index = new MemoryIndex();
    for (let i = 0; i < 9; i++) shelf.set(`a${i}`, 'text');
    const told: string[] = [];
    const parts = shelf.parts(index, () => index.files().size >= 4);
    expect(await bringUpToDate({ ...parts, progress: (done, total) => { told.push(`${done}/${total}`); } })).toBe(4);
    expect(told).toEqual(['0/9', '1/9', '2/9', '3/9', '4/9']);
    expect(await bringUpToDate(shelf.parts(index))).toBe(5);
    expect(shelf.read).toHaveLength(9);
  });
});

describe('the articles in folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'library (1) é-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are those that the patterns take and none leaves out, not too large, without links', async () => {
    for (const name of ['a.article', 'b.txt', 'c.md', 'd.story', 'big.txt', 'node_modules/x.txt', 'old/deep/x.txt', 'copy/e.txt', 'copy/out/x.txt']) {
      await mkdir(join(folder, name, '..'), { recursive: true });
      await writeFile(join(folder, name), name === 'big.txt' ? 'x'.repeat(200) : 'text');
    }
    await symlink(join(folder, 'old'), join(folder, 'link'));
    const problems: string[] = [];
    const choice = { include: ['*.article', '*.txt', 'copy/*.md', '*.story'], exclude: ['**/node_modules', '**/deep/**', 'copy/out'], largestBytes: 100, mostFiles: 99 };
    const library = new FolderLibrary([folder], choice, (problem) => { problems.push(problem); });
    const uris = (await library.list()).map(({ uri }) => uri).sort();
    expect(uris).toEqual(['a.article', 'b.txt', 'copy/e.txt', 'd.story'].map((name) => uriOfPath(join(folder, name))));
    for (const uri of uris) expect((await library.mark(uri))?.size).toBe(4);
    for (const name of ['big.txt', 'c.md', 'node_modules/x.txt', 'old/deep/x.txt', 'copy/out/x.txt', 'gone.txt']) expect(await library.mark(uriOfPath(join(folder, name))), name).toBeNull();
    expect(await library.mark(uriOfPath('/somewhere/else.txt'))).toBeNull();
    expect(await library.read(uris[0] ?? '')).toBe('text');
    expect(await library.read(uriOfPath(join(folder, 'gone.txt')))).toBeNull();
    expect(problems).toEqual([]);
    expect(await new FolderLibrary([folder], { ...choice, mostFiles: 2 }, (problem) => { problems.push(problem); }).list()).toHaveLength(2);
    expect(problems).toHaveLength(1);
  });

  it('have one spelling of their URIs, whoever wrote them', () => {
    expect(uriOfPath('/news (1)/é & b.txt')).toBe('file:///news%20%281%29/%C3%A9%20%26%20b.txt');
    expect(uriOfPath('C:\\news\\a.txt')).toBe('file:///c%3A/news/a.txt');
    for (const uri of ['file:///news%20(1)/a.txt', 'file:///news%20%281%29/a.txt', 'file:///news (1)/a.txt']) expect(sameSpelling(uri)).toBe('file:///news%20%281%29/a.txt');
    expect(sameSpelling('file:///C:/news/a.txt')).toBe('file:///c%3A/news/a.txt');
    for (const uri of ['untitled:Untitled-1', 'file:///100%.txt']) expect(sameSpelling(uri)).toBe(uri);
  });
});
