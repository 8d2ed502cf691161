import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { describe as described } from './describe.js';
import { caretIn, readMarked } from './marked.testHelper.js';
import { PORT_CLOSES } from './storyForTests.testHelper.js';

function spoken(text: string, words: string, inside = 1): string | null {
  const { article, caret } = readMarked(caretIn(text, words, inside));
  return described(article, caret);
}

describe('a place in spoken words', () => {
  it('is the entity first, then the claim around it', () => {
    expect(spoken(HARBOUR_TALKS, 'Marta')).toBe('Marta Ruusmann, person, Estonian Transport Minister, 2 mentions. In a claim by Marta Ruusmann, named person.');
  });

  it('gives the full name for a short one', () => {
    expect(spoken(HARBOUR_TALKS, 'Ruusmann met')).toBe('Marta Ruusmann, person, Estonian Transport Minister, here Ruusmann, 2 mentions.');
  });

  it('resolves a date', () => {
    expect(spoken(HARBOUR_TALKS, 'Sunday')).toBe('Sunday, date, Sunday, March 8, 2026.');
  });

  it('is the claim outside an entity, without marks that a reader spells out', () => {
    expect(spoken(HARBOUR_TALKS, 'slow but')).toBe('Claim by Marta Ruusmann, named person, mixed quotation, says: that the talks were slow but honest.');
    expect(spoken(HARBOUR_TALKS, 'a source', 3)).toBe('Claim by a source, unnamed, not described, indirect, says: The Latvian side hopes the operator will accept the deal.');
  });

  it('strings the pieces of a quotation together', () => {
    expect(spoken(PORT_CLOSES, 'Nobody came')).toBe('Claim by Ilze Kalna, named person, direct quotation, says: I told the board that we needed help, Nobody came, And nobody will come, as the bank knew all along.');
  });

  it('says where the story is left', () => {
    expect(spoken(HARBOUR_TALKS, 'TELEGRAM')).toBe('Boilerplate, not part of the story.');
  });

  it('is nothing where nothing is known', () => {
    expect(spoken(PORT_CLOSES, 'council met')).toBeNull();
    expect(spoken(PORT_CLOSES, '\n\nMoney')).toBeNull();
  });
});
