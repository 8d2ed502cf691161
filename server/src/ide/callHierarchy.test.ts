import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import type { Article } from '../analysis/article.js';
import { callerAt, incomingCalls, outgoingCalls } from './callHierarchy.js';
import type { Call, CallerRow } from './callHierarchy.js';
import { articleOf, caretIn, readMarked } from './marked.testHelper.js';

function at(marked: string): { article: Article; caller: CallerRow | null } {
  const { article, caret } = readMarked(marked);
  return { article, caller: callerAt(article, caret) };
}

/** One line a call: the name, and the words that make the call. */
function lines(article: Article, calls: readonly Call[] | null): string[] | undefined {
  return calls?.map(({ row, spans }) => `${row.name} ← ${spans.map((s) => article.text.slice(s.start, s.end)).join(', ')}`);
}

const REPEATED = `Henrik Dahl said on Monday that the workers of Riga would not wait for the ferry operator.

The operator of the ferries is small. Dahl said that workers of Riga would not wait for the operator.

According to Marta Ruusmann, the workers in Riga would not wait for any ferry operator.

“The workers of Tallinn are content with the pay,” said Dahl.`;

describe('callerAt', () => {
  it('is the entity under the caret, by its fullest name and with its role', () => {
    const { article, caller } = at(caretIn(HARBOUR_TALKS, 'Ruusmann met'));
    expect(caller).toMatchObject({ name: 'Marta Ruusmann', detail: 'Estonian Transport Minister', type: 'PERSON' });
    expect(article.text.slice(caller?.selection.start, caller?.selection.end)).toBe('Marta Ruusmann');
  });

  it('is the claim elsewhere in one', () => {
    expect(at(caretIn(HARBOUR_TALKS, 'a source said', 12)).caller).toMatchObject({
      name: 'The Latvian side hopes the operator will accept the deal', detail: '“a source” · unnamed, not described', type: 'claim',
    });
  });

  it('is nothing elsewhere', () => {
    expect(at(caretIn(HARBOUR_TALKS, 'met union', 5)).caller).toBeNull();
    expect(at(caretIn(HARBOUR_TALKS, 'TELEGRAM')).caller).toBeNull();
  });
});

describe('outgoing calls', () => {
  it('of an entity are its claims, by their cues', () => {
    const { article, caller } = at(caretIn(HARBOUR_TALKS, 'Henrik Dahl'));
    expect(lines(article, outgoingCalls(article, caller?.key))).toEqual(['that 4,000 workers could strike within two weeks ← told', '“We will not wait,” ← added']);
  });

  it('of a claim are the entities that it speaks of', () => {
    const { article, caller } = at(caretIn(HARBOUR_TALKS, 'according to'));
    expect(lines(article, outgoingCalls(article, caller?.key))).toEqual(['Baltic ← Baltic', 'Tallinn ← Tallinn']);
  });
});

describe('incoming calls', () => {
  it('of an entity are the claims that speak of it', () => {
    const { article, caller } = at(caretIn(HARBOUR_TALKS, 'Port Workers'));
    expect(lines(article, incomingCalls(article, caller?.key))).toEqual(['that the PWF had asked for $3.5 million in back pay ← PWF']);
  });

  it('of a claim are who makes it and who repeats it, the same source first', () => {
    const { article, caller } = at(caretIn(REPEATED, 'said on Monday'));
    expect(lines(article, incomingCalls(article, caller?.key))).toEqual([
      'Henrik Dahl ← said', 'that workers of Riga would not wait for the operator ← said', 'the workers in Riga would not wait for any ferry operator ← According to',
    ]);
  });

  it('say how many are left out', () => {
    const { article, caller } = at(`Henrik Dahl sai$0d that the workers of Riga would not wait.${'\n\nDahl said that the workers of Riga would not wait.'.repeat(80)}`);
    const calls = incomingCalls(article, caller?.key) ?? [];
    expect(calls.length).toBe(40);
    expect(calls.at(-1)?.row.detail).toMatch(/ · and 41 more$/);
  });
});

describe('a key', () => {
  const { article, caller } = at(caretIn(HARBOUR_TALKS, 'a source said', 12));

  it('finds its claim again after an edit before it', () => {
    const edited = articleOf(HARBOUR_TALKS.replace('Advertisement', 'Officials in Riga said that ferries sailed.'));
    expect(edited.claims().length).toBeGreaterThan(article.claims().length);
    expect(lines(edited, outgoingCalls(edited, caller?.key))).toEqual(['Latvian ← Latvian']);
  });

  it('that is stale or not ours finds nothing', () => {
    const edited = articleOf(HARBOUR_TALKS.replace('The Latvian side hopes', 'Nobody hopes'));
    for (const key of [caller?.key, { entity: 'PERSON/Nobody' }, { claim: 0 }, { claim: '0', begins: 'x' }, { claim: -1, begins: '' }, {}, null, undefined, 7, 'claim']) {
      expect(outgoingCalls(edited, key)).toBeNull();
      expect(incomingCalls(edited, key)).toBeNull();
    }
  });
});
