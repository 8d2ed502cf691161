import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS, longArticle } from '../../../test/fixtures/articles.js';
import { recordOf } from '../cli/record.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import type { Span } from '../base/span.js';
import { mentionsOf } from './article.js';
import { ArticleEngine } from './engine.js';
import type { BlockMarks, ClaimMark, EntityMark, Marks } from './marks.js';
import type { EntityType } from './types.js';

const gazetteer = loadGazetteer();

/** Marks of a whole text in document offsets, asked for block by block as the engine does it. */
class MarksForTests implements Marks {
  constructor(readonly entities: readonly EntityMark[], readonly claims: readonly ClaimMark[] = []) {}

  places(): Span[] {
    return [...this.entities, ...this.claims.flatMap(({ source, cue, content }) => [...source, ...cue, ...content])];
  }

  in(block: Span): BlockMarks | null {
    const shift = (s: Span): Span => ({ start: s.start - block.start, end: s.end - block.start });
    const inside = (s: Span): boolean => s.start >= block.start && s.end <= block.end;
    const entities = this.entities.filter(inside).map((mark) => ({ ...mark, ...shift(mark) }));
    const claims = this.claims.filter((claim) => [...claim.cue, ...claim.content].slice(0, 1).some(inside));
    const placed = claims.map((claim) => ({ ...claim, source: claim.source.map(shift), cue: claim.cue.map(shift), content: claim.content.map(shift) }));
    const wide = claims.some((claim) => [...claim.source, ...claim.cue, ...claim.content].some((s) => !inside(s)));
    const reached = this.claims.some((claim) => !claims.includes(claim) && [...claim.source, ...claim.cue, ...claim.content].some(inside));
    return entities.length + claims.length === 0 && !reached ? null : { signature: JSON.stringify([entities, placed, reached]), entities, claims: placed, wide, reached };
  }
}

const BY = 'M. Kask, 2026-11-29';

function at(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

function entity(span: Span, type: EntityType, review: EntityMark['review'] = 'accepted'): EntityMark {
  return { id: `${review} ${type} ${span.start}`, type, review, by: BY, ...span };
}

function typesOf(text: string, marks: Marks | null): string[] {
  const engine = new ArticleEngine(gazetteer);
  engine.follow(marks);
  return [...mentionsOf(engine.update(text))].map((m) => `${m.text} ${m.type}`);
}

describe('marks of people', () => {
  const text = 'Talks resume\n\nHarbour minister Ilze Kalna met Lund in Oslo on Friday. The grey quay stayed shut.\n\nKalna said the port would open.\n';

  it('add what the machine does not see, and take away what it sees', () => {
    expect(typesOf(text, null)).toContain('Ilze Kalna PERSON');
    const marks = new MarksForTests([entity(at(text, 'grey quay'), 'FAC'), entity(at(text, 'Ilze Kalna'), 'PERSON', 'rejected'), entity(at(text, 'Friday'), 'DATE', 'rejected')]);
    const types = typesOf(text, marks);
    expect(types).toContain('grey quay FAC');
    expect(types).not.toContain('Ilze Kalna PERSON');
    expect(types).not.toContain('Friday DATE');
  });

  it('stand against other bounds and types of the machine', () => {
    const types = typesOf(text, new MarksForTests([entity(at(text, 'Harbour minister Ilze'), 'PRODUCT'), entity(at(text, 'Oslo'), 'ORG')]));
    expect(types).toContain('Harbour minister Ilze PRODUCT');
    expect(types.filter((t) => t.includes('Ilze'))).toHaveLength(1);
    expect(types).toContain('Oslo ORG');
  });

  it('speak for the same name elsewhere', () => {
    const story = 'Talks\n\nZembla sailed on. Later Zembla came back.\n';
    const found = typesOf(story, new MarksForTests([entity(at(story, 'Zembla'), 'PRODUCT')]));
    expect(found.filter((t) => t === 'Zembla PRODUCT')).toHaveLength(2);
  });

  it('make claims, also such whose parts lie in two paragraphs', () => {
    const claim: ClaimMark = { id: 'c', review: 'accepted', by: BY, source: [at(text, 'Ilze Kalna')], cue: [], content: [at(text, 'The grey quay stayed shut.'), at(text, 'the port would open')] };
    const engine = new ArticleEngine(gazetteer);
    engine.follow(new MarksForTests([], [claim]));
    const [made] = engine.update(text).claims().filter((c) => c.linked.candidate.mark !== undefined);
    expect(made?.content).toEqual(claim.content);
    expect(made?.linked.sourceKind).toBe('named-person');
  });

  it('take a rejected claim away', () => {
    const claims = (marks: Marks | null): number => {
      const engine = new ArticleEngine(gazetteer);
      engine.follow(marks);
      return engine.update(text).claims().length;
    };
    const rejected: ClaimMark = { id: 'c', review: 'rejected', by: BY, source: [], cue: [at(text, 'said')], content: [at(text, 'the port would open')] };
    expect(claims(new MarksForTests([], [rejected]))).toBe(claims(null) - 1);
  });

  it('ask about the blocks that a decision touches, however long the article', () => {
    const asked = (words: number): number => {
      const long = longArticle(words);
      const engine = new ArticleEngine(gazetteer);
      let marks = new MarksForTests([]);
      engine.follow({ in: (block) => marks.in(block) });
      engine.update(long);
      const mark = entity(at(long, 'Riga', 9), 'ORG');
      marks = new MarksForTests([mark]);
      const article = engine.remark([mark]);
      expect([...mentionsOf(article)].filter((m) => m.start === mark.start).map(({ type }) => type)).toEqual(['ORG']);
      return engine.work.blocksAsked;
    };
    expect(asked(600)).toBeLessThanOrEqual(3);
    expect(asked(6000)).toBe(asked(600));
  });

  it('give after any edits and decisions what a fresh engine gives', () => {
    const spans = fc.record({ at: fc.double({ min: 0, max: 0.99, noNaN: true }), length: fc.integer({ min: 1, max: 30 }), type: fc.constantFrom<EntityType>('PERSON', 'ORG', 'DATE', 'GPE', 'FAC'), review: fc.constantFrom('accepted' as const, 'rejected' as const) });
    const step = fc.oneof(
      fc.record({ edit: fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(20), insert: fc.constantFrom('', 'x', '\n\n', ' said Ruusmann. ', '“', 'Marta ') }) }),
      fc.record({ marks: fc.array(spans, { maxLength: 6 }), claims: fc.array(fc.tuple(spans, spans, spans), { maxLength: 2 }), whereIsKnown: fc.boolean() }),
    );
    const seen = (article: ReturnType<ArticleEngine['update']>): unknown => ({ ...recordOf('x', article), mentions: [...mentionsOf(article)].map((m) => [m.start, m.end, m.type, m.entity, m.canonical, m.uncertain]) });
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      let text = HARBOUR_TALKS;
      let marks = new MarksForTests([]);
      const source: Marks = { in: (block) => marks.in(block) };
      const engine = new ArticleEngine(gazetteer);
      engine.follow(source);
      let article = engine.update(text);
      const place = ({ at: where, length }: { at: number; length: number }): Span => {
        const start = Math.floor(where * text.length);
        return { start, end: Math.min(text.length, start + length) };
      };
      for (const one of steps) {
        if ('marks' in one) {
          const before = marks;
          marks = new MarksForTests(
            one.marks.map((m) => entity(place(m), m.type, m.review)),
            one.claims.map(([a, b, c], i) => ({ id: `c${i}`, review: b.review, by: BY, source: [place(a)], cue: i === 0 ? [place(b)] : [], content: [place(c)] })),
          );
          article = engine.remark(one.whereIsKnown ? [...before.places(), ...marks.places()] : null);
        } else {
          const start = Math.floor(one.edit.at * text.length);
          const oldEnd = Math.min(text.length, start + one.edit.remove);
          const { insert } = one.edit;
          text = text.slice(0, start) + insert + text.slice(oldEnd);
          const delta = insert.length - (oldEnd - start);
          const keep = (s: Span): boolean => s.end < start || s.start > oldEnd;
          const move = (s: Span): Span => (s.start > oldEnd ? { start: s.start + delta, end: s.end + delta } : { start: s.start, end: s.end });
          marks = new MarksForTests(
            marks.entities.filter(keep).map((m) => ({ ...m, ...move(m) })),
            marks.claims.filter((c) => [...c.source, ...c.cue, ...c.content].every(keep)).map((c) => ({ ...c, source: c.source.map(move), cue: c.cue.map(move), content: c.content.map(move) })),
          );
          article = engine.update(text, { start, oldEnd, newEnd: start + insert.length });
        }
        const fresh = new ArticleEngine(gazetteer);
        fresh.follow(marks);
        expect(seen(article)).toEqual(seen(fresh.update(text)));
      }
    }), { numRuns: 80 });
  });
});
