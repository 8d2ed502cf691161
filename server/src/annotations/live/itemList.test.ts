import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS, longArticle } from '../../../../test/fixtures/articles.js';
import type { Article } from '../../analysis/article.js';
import { ArticleEngine } from '../../analysis/engine.js';
import type { Span } from '../../base/span.js';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import type { Decision } from './decide.js';
import { decide } from './decide.js';
import { ItemList } from './itemList.js';
import type { Item } from './items.js';
import { itemsOf } from './items.js';
import { LiveAnnotations } from './live.js';

const gazetteer = loadGazetteer();
const PERSON = { id: 'https://example.org/mk', type: 'Person' as const, name: 'M. Kask' };

function lineOf({ id, kind, review, anchoring, type, quote, confidence, proposals, check, comments }: Item): string {
  return [id, kind, review, anchoring, type, quote, confidence, proposals.length, check, comments].join(' | ');
}

/** An article that is read as people decide on it. */
class Reading {
  readonly engine = new ArticleEngine(gazetteer);
  readonly state: LiveAnnotations;
  readonly list = new ItemList(lineOf);
  article: Article;
  private ids = 0;

  constructor(public text: string) {
    this.state = new LiveAnnotations(text);
    this.engine.follow(this.state);
    this.article = this.engine.update(text);
  }

  decide(decision: Decision): void {
    const { step } = decide(this.state, [decision], { article: this.article, person: PERSON, now: '2026-11-29T10:00:00Z', modelVersion: undefined, newId: () => `${this.ids++}` });
    this.remark(this.state.perform(step));
  }

  undo(): void {
    const done = this.state.undo();
    if (done !== null) this.remark(done.where);
  }

  edit(start: number, oldEnd: number, words: string): void {
    this.text = this.text.slice(0, start) + words + this.text.slice(oldEnd);
    const edit = { start, oldEnd, newEnd: start + words.length };
    this.state.edit(edit, this.text);
    this.article = this.engine.update(this.text, edit);
  }

  lines(): string[] {
    return this.list.of(this.article, this.state);
  }

  anew(): string[] {
    return itemsOf(this.article, this.state, null).map(lineOf);
  }

  private remark(where: readonly Span[]): void {
    this.article = this.engine.remark(where);
  }
}

describe('the list of all', () => {
  it('is after any decisions and edits what making it anew gives', () => {
    const where = fc.double({ min: 0, max: 0.999, noNaN: true });
    const step = fc.oneof(
      fc.record({ on: where, as: fc.constantFrom('accept', 'reject', 'reopen', 'comment', 'check', 'ORG') }),
      fc.record({ at: where, remove: fc.nat(25), insert: fc.constantFrom('', 'x', '\n\n', ' said Ruusmann. ', 'Marta ') }),
      fc.constant('undo' as const),
    );
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const reading = new Reading(HARBOUR_TALKS);
      for (const one of steps) {
        if (one === 'undo') reading.undo();
        else if ('at' in one) {
          const start = Math.floor(one.at * reading.text.length);
          reading.edit(start, Math.min(reading.text.length, start + one.remove), one.insert);
        } else {
          const items = itemsOf(reading.article, reading.state, null).filter(({ span }) => span !== null);
          const id = items[Math.floor(one.on * items.length)]?.id;
          if (id === undefined) continue;
          switch (one.as) {
            case 'accept': case 'reject': case 'reopen': { reading.decide({ do: one.as, ids: [id] }); break; }
            case 'comment': { reading.decide({ do: 'comment', on: id, text: 'Ask again' }); break; }
            case 'check': { reading.decide({ do: 'check', id, state: 'asked', evidence: [] }); break; }
            default: reading.decide({ do: 'retype', ids: [id], type: one.as });
          }
        }
        expect(reading.lines()).toEqual(reading.anew());
      }
    }), { numRuns: 60 });
  });

  it('costs for a decision the lines around it, however long the article', () => {
    for (const words of [1_000, 8_000]) {
      const reading = new Reading(longArticle(words));
      const all = reading.lines();
      expect(reading.list.made).toBe(all.length);
      for (let i = 0; i < 10; i++) {
        const { made } = reading.list;
        const items = itemsOf(reading.article, reading.state, null);
        const value = items.slice(Math.floor((i * items.length) / 10)).find(({ review, type }) => review === 'undecided' && type === 'CARDINAL');
        if (value !== undefined) reading.decide({ do: 'accept', ids: [value.id] });
        expect(reading.lines()).toEqual(reading.anew());
        expect(reading.list.made - made).toBeLessThan(60);
      }
    }
  });
});
