import { describe, expect, it } from 'vitest';
import type { ListChanges } from '../../../server/src/protocol.js';
import { HeldList } from './heldList.js';

interface Line {
  readonly words: string;
  readonly paragraph: number;
}

const a = { words: 'a', paragraph: 1 };
const b = { words: 'b', paragraph: 2 };
const c = { words: 'c', paragraph: 3 };
const ALL: ListChanges<Line> = { version: 1, id: '1', start: 0, deleteCount: null, rows: [a, b, c], shift: 0 };
const changed = { words: 'x', paragraph: 2 };
const ONE: ListChanges<Line> = { version: 2, id: '2', start: 1, deleteCount: 1, rows: [changed], shift: 0 };
const document = {};

const list = (): HeldList<Line> => new HeldList((line, by) => ({ ...line, paragraph: line.paragraph + by }));

/** Gives the answers one after the other, and tells what they were asked with. */
function server(...answers: (ListChanges<Line> | null)[]): { asked: (string | null)[]; ask: (since: string | null) => Promise<ListChanges<Line> | null> } {
  const asked: (string | null)[] = [];
  return { asked, ask: (since) => Promise.resolve(answers[asked.push(since) - 1] ?? null) };
}

describe('a list that is kept up', () => {
  it('asks for all of another document, and for changes of the one it holds', async () => {
    const held = list();
    const { asked, ask } = server(ALL, ONE, ALL);
    await held.follow(document, ask);
    await held.follow(document, ask);
    await held.follow({}, ask);
    expect(asked).toEqual([null, '1', null]);
  });

  it('keeps the objects of what has not changed', async () => {
    const held = list();
    const { ask } = server(ALL, ONE);
    await held.follow(document, ask);
    const now = await held.follow(document, ask);
    expect(now).toEqual({ version: 2, id: '2', rows: [a, changed, c] });
    expect(now?.rows[0]).toBe(a);
    expect(now?.rows[2]).toBe(c);
  });

  it('moves what stands after a new paragraph', async () => {
    const held = list();
    const { ask } = server(ALL, { ...ONE, deleteCount: 0, rows: [], shift: 1 });
    await held.follow(document, ask);
    expect((await held.follow(document, ask))?.rows).toEqual([a, { ...b, paragraph: 3 }, { ...c, paragraph: 4 }]);
  });

  it('is none where there is no answer', async () => {
    expect(await list().follow(document, server(null).ask)).toBeNull();
  });

  it('asks again if another document was taken while it waited', async () => {
    const held = list();
    await held.follow(document, server(ALL).ask);
    const { asked, ask } = server(ONE, ALL);
    const waiting = held.follow(document, async (since) => {
      if (since !== null) await held.follow({}, server({ ...ALL, id: '7' }).ask);
      return ask(since);
    });
    expect(await waiting).toEqual({ version: 1, id: '1', rows: [a, b, c] });
    expect(asked).toEqual(['1', null]);
  });
});
