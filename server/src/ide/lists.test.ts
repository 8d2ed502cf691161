import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { contains } from '../base/span.js';
import { claimJumps, placedClaims } from './claimList.js';
import { placeOf } from './claimPlaces.js';
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

describe('placedClaims', () => {
  it('gives who says what, and of what kind they are', () => {
    expect(placedClaims(article).map(({ words: c, paragraph }, i) => `${i} ¶${paragraph ?? '-'} ${c.name ?? c.source} (${c.kind}${c.unnamed ? ', !' : ''}) ${c.cue}: ${c.content}`)).toMatchInlineSnapshot(`
      [
        "0 ¶1 officials familiar with the plans (unnamed-described, !) according to: The Baltic ferry dispute will go to a second round of talks in Tallinn on Monday",
        "1 ¶2 Marta Ruusmann (named-person) said: that the talks were “slow but honest.”",
        "2 ¶3 a source (unnamed-bare, !) said: The Latvian side hopes the operator will accept the deal",
        "3 ¶3 The Latvian side (official-body) hopes: the operator will accept the deal",
        "4 ¶4 Henrik Dahl (named-person) told: that 4,000 workers could strike within two weeks",
        "5 ¶4 Henrik Dahl (named-person) added: “We will not wait,”",
        "6 ¶5 Reuters (named-organisation) reported: that the PWF had asked for $3.5 million in back pay",
        "7 ¶5 Port Workers Federation (named-organisation) had asked for: $3.5 million in back pay",
      ]
    `);
  });

  it('shows the cut in a long content', () => {
    const long = placedClaims(articleOf(`Marta Ruusmann said that ${'the talks in Riga were slow and honest and '.repeat(20)}long.`));
    expect(long[0]?.words.content).toMatch(/ …$/);
    expect(long[0]?.words.content.length).toBeLessThanOrEqual(302);
  });
});

describe('claimJumps', () => {
  it('leads to the cue, inside the claim', () => {
    const claims = article.claims();
    for (const [i, jump] of claimJumps(article, null).entries()) {
      const claim = claims[i];
      expect(claim === undefined || jump === undefined ? '' : words(jump)).toBe(placedClaims(article)[i]?.words.cue);
      expect(claim !== undefined && jump !== undefined && contains(placeOf(article, claim), jump)).toBe(true);
    }
  });

  it('gives of some claims what it gives of all', () => {
    const all = claimJumps(article, null);
    expect(claimJumps(article, [5, 0, all.length, -1])).toEqual([all[5], all[0], undefined, undefined]);
  });
});
