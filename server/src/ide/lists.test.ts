import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { contains } from '../base/span.js';
import { claimList } from './claimList.js';
import { entityList, mentionsOfEntity } from './entityList.js';
import { articleOf } from './marked.testHelper.js';

const article = articleOf(HARBOUR_TALKS);
const words = ({ start, end }: { start: number; end: number }): string => article.text.slice(start, end);

describe('entityList', () => {
  it('gives every named entity, in order of first mention', () => {
    expect(entityList(article).map((e) => `${e.type} ${e.canonical} ×${e.count}`)).toMatchInlineSnapshot(`
      [
        "NORP Baltic ×1",
        "GPE Tallinn ×1",
        "NORP Estonian ×1",
        "PERSON Marta Ruusmann ×2",
        "GPE Riga ×1",
        "NORP Latvian ×1",
        "PERSON Henrik Dahl ×1",
        "ORG Port Workers Federation ×3",
        "ORG Reuters ×1",
      ]
    `);
  });

  it('gives role, other spellings and the first place', () => {
    const rows = entityList(article);
    expect(rows.find((e) => e.canonical === 'Marta Ruusmann')).toMatchObject({ role: 'Estonian Transport Minister', aliases: ['Ruusmann'], count: 2 });
    const federation = rows.find((e) => e.canonical === 'Port Workers Federation');
    expect(federation).toMatchObject({ role: '', aliases: ['PWF'] });
    expect(federation === undefined ? '' : words(federation.first)).toBe('Port Workers Federation');
  });

  it('leads to all mentions by the id', () => {
    for (const row of entityList(article)) expect(mentionsOfEntity(article, row.id)?.length).toBe(row.count);
    expect(mentionsOfEntity(article, 'PERSON/Nobody')).toBeNull();
    expect(mentionsOfEntity(article, '')).toBeNull();
  });
});

describe('claimList', () => {
  it('gives who says what, and of what kind they are', () => {
    expect(claimList(article).map((c) => `${c.index} ¶${c.paragraph ?? '-'} ${c.name ?? c.source} (${c.kindWords}${c.unnamed ? ', !' : ''}) ${c.cue}: ${c.content}${c.parent === null ? '' : ` < ${c.parent}`}`)).toMatchInlineSnapshot(`
      [
        "0 ¶1 officials familiar with the plans (unnamed, described, !) according to: The Baltic ferry dispute will go to a second round of talks in Tallinn on Monday",
        "1 ¶2 Marta Ruusmann (named person) said: that the talks were “slow but honest.”",
        "2 ¶3 a source (unnamed, not described, !) said: The Latvian side hopes the operator will accept the deal",
        "3 ¶3 The Latvian side (official body) hopes: the operator will accept the deal < 2",
        "4 ¶4 Henrik Dahl (named person) told: that 4,000 workers could strike within two weeks",
        "5 ¶4 Henrik Dahl (named person) added: “We will not wait,”",
        "6 ¶5 Reuters (named organisation) reported: that the PWF had asked for $3.5 million in back pay",
        "7 ¶5 Port Workers Federation (named organisation) had asked for: $3.5 million in back pay < 6",
      ]
    `);
  });

  it('leads to the cue, inside the place of the claim', () => {
    for (const claim of claimList(article)) {
      expect(contains(claim.span, claim.selection)).toBe(true);
      expect(words(claim.selection)).toBe(claim.cue);
    }
  });

  it('shows the cut in a long content', () => {
    const long = articleOf(`Marta Ruusmann said that ${'the talks in Riga were slow and honest and '.repeat(20)}long.`);
    expect(claimList(long)[0]?.content).toMatch(/ …$/);
    expect(claimList(long)[0]?.content.length).toBeLessThanOrEqual(302);
  });
});
