import { describe, expect, it } from 'vitest';
import { KeptAnswers } from './keptAnswers.js';
import type { Files } from './keptAnswers.js';

function memory(): Files & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: (name) => Promise.resolve(texts.get(name)),
    write: (name, text) => { texts.delete(name); texts.set(name, text); return Promise.resolve(); },
    remove: (name) => { texts.delete(name); return Promise.resolve(); },
    list: () => Promise.resolve([...texts].map(([name, text], written) => ({ name, bytes: text.length, written })).reverse()),
  };
}

describe('kept answers', () => {
  it('are not more, and not larger, than there is room for: the oldest give way', async () => {
    const files = memory();
    const kept = new KeptAnswers(files, { files: 3, bytes: 100 });
    for (const key of ['a', 'b', 'c', 'a', 'd']) await kept.write(key, key);
    expect([...files.texts.keys()]).toEqual(['c.json', 'a.json', 'd.json']);
    await kept.write('e', 'x'.repeat(99));
    expect([...files.texts.keys()]).toEqual(['d.json', 'e.json']);
    await kept.write('f', 'x'.repeat(500));
    expect(await kept.read('f')).toHaveLength(500);
    expect(await kept.read('e')).toBeUndefined();
  });

  it('are deleted all together', async () => {
    const files = memory();
    const kept = new KeptAnswers(files);
    expect(await kept.clear()).toBe(0);
    await kept.write('a', '1');
    await kept.write('b', '2');
    expect(await kept.clear()).toBe(2);
    expect(files.texts.size).toBe(0);
  });
});
