import { describe, expect, it } from 'vitest';
import { articleOf } from './marked.testHelper.js';
import { fitsRole, isAddress, roleOf } from './roleOf.js';

/** The role of the article's first person. */
function roleIn(text: string): string | undefined {
  const person = articleOf(text).entities().find(({ type }) => type === 'PERSON');
  return person === undefined ? undefined : roleOf(person);
}

describe('roleOf', () => {
  it('is the first role in the text that names an office', () => {
    expect(roleIn('The Minister of Transport, Dr. Omar Haddad, said the road would open.')).toBe('Minister of Transport');
    expect(roleIn('Dr. Omar Haddad spoke. Omar Haddad, the director of the clinic, said the road would open.')).toBe('director of the clinic');
    expect(roleIn('The mayor, Omar Haddad, who chairs the board, said so.')).toBe('mayor');
  });

  it('is the title of address where there is no office, and empty without either', () => {
    expect(roleIn('Dr. Omar Haddad spoke. Mr. Haddad left.')).toBe('Dr.');
    expect(roleIn('Omar Haddad spoke.')).toBe('');
  });
});

describe('isAddress', () => {
  it('knows titles of address from offices and ranks', () => {
    expect(['Dr.', 'Mr', 'Señora', 'Honourable'].every(isAddress)).toBe(true);
    expect(['Sen.', 'Bishop', 'Doctor of the team', 'Drummer'].some(isAddress)).toBe(false);
  });
});

describe('fitsRole', () => {
  it('gives the office of a person to nobody but a person', () => {
    expect(fitsRole('GPE', 'State Department spokesman')).toBe(false);
    expect(fitsRole('PERSON', 'State Department spokesman')).toBe(true);
    expect(fitsRole('ORG', 'regional carrier')).toBe(true);
  });
});
