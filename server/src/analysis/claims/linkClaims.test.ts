import { describe, expect, it } from 'vitest';
import type { Names } from './checkClaims.js';
import { linkedLines, linkedSpeakers } from './checkClaims.js';

const NAMES: Names = { 'Ruth Oduya': 'PERSON', 'Nils Brandt': 'PERSON', 'Keld Ferries': 'ORG' };

describe('quotations over paragraphs', () => {
  it('adds each later paragraph to the claim it continues', () => {
    expect(linkedLines(['Ruth Oduya said: “We waited for the boats.', '“Nobody came that night.', '“So we walked.”', '“Not ours,” said Nils Brandt.'], NAMES)).toEqual([
      'Ruth Oduya: named-person + “Nobody came that night. + “So we walked.”',
      'Nils Brandt: named-person',
    ]);
  });

  it('joins nothing to a quotation that was closed', () => {
    expect(linkedLines(['Ruth Oduya said: “We waited for the boats.”', '“Nobody came that night.”'], NAMES)).toEqual(['Ruth Oduya: named-person']);
  });
});

describe('pronouns', () => {
  it('finds the nearest earlier source that agrees', () => {
    expect(linkedLines(['Ruth Oduya said that boats were late.', 'She added that nobody came.'], NAMES)).toEqual([
      'Ruth Oduya: named-person', 'She: named-person = Ruth Oduya',
    ]);
  });

  it('keeps people apart once a pronoun has told them', () => {
    const lines = linkedLines(['Ruth Oduya left. She said that boats were late.', 'Nils Brandt said that one was not. He added that it sank.', 'She denied that.'], NAMES);
    expect(lines.at(-1)).toBe('She: named-person = Ruth Oduya');
  });

  it('takes “it” to a body and “I” in a quotation to the speaker', () => {
    expect(linkedLines(['Keld Ferries said that boats were late. It denied that any sank.', '“I believe nobody came,” said Ruth Oduya.'], NAMES)).toEqual([
      'Keld Ferries: named-organisation', 'It: named-organisation = Keld Ferries', 'Ruth Oduya: named-person', 'I: named-person = Ruth Oduya',
    ]);
  });
});

describe('names that stand in a source’s own words', () => {
  it('are not the source', () => {
    expect(linkedLines(['A senior official in Ruth Oduya’s office conceded that boats were late.', 'He denied that any sank.'], NAMES)).toEqual([
      'A senior official in Ruth Oduya’s office: unnamed-described', 'He: unnamed-described = A senior official in Ruth Oduya’s office',
    ]);
  });
});

describe('who answers for a claim', () => {
  it.each([
    ['“We see that boats were late,” a former Estonian minister wrote.', 'a former Estonian minister'],
    ['“I know that boats were late,” said an aide to Ruth Oduya.', 'an aide to Ruth Oduya'],
  ])('is nobody who is only named in the source’s words: %s', (text, source) => {
    const made = linkedSpeakers([text], { ...NAMES, Estonian: 'NORP' });
    expect(made).toEqual([`${source}: nobody by name`, expect.stringMatching(/^(?:We|I): nobody by name$/)]);
  });

  it('is the one who is named', () => {
    expect(linkedSpeakers(['“I know that boats were late,” said Ruth Oduya, a former minister.'], NAMES)).toEqual(['Ruth Oduya, a former minister: Ruth Oduya', 'I: Ruth Oduya']);
  });
});

describe('definite roles', () => {
  it('are the only person who was called so', () => {
    expect(linkedLines(['Mayor Ruth Oduya said that boats were late.', 'The mayor denied that any sank.'], NAMES)).toEqual([
      'Mayor Ruth Oduya: named-person', 'The mayor: named-person = Ruth Oduya',
    ]);
  });

  it('stay open where two were', () => {
    expect(linkedLines(['Mayor Ruth Oduya said that boats were late.', 'Mayor Nils Brandt said that none was.', 'The mayor denied that any sank.'], NAMES).at(-1)).toBe('The mayor: unnamed-described');
  });

  it('lead back to a nearer unnamed source that is called so', () => {
    expect(linkedLines(['Diplomat Ruth Oduya said that boats were late.', 'According to one EU diplomat, boats were late.', '“It is over,” the diplomat said.'], NAMES)).toEqual([
      'Diplomat Ruth Oduya: named-person', 'one EU diplomat: unnamed-described', 'the diplomat: unnamed-described = one EU diplomat',
    ]);
    expect(linkedLines(['According to one EU diplomat, boats were late.', 'Diplomat Ruth Oduya said that none sank.', '“It is over,” the diplomat said.'], NAMES).at(-1)).toBe('the diplomat: named-person = Ruth Oduya');
  });

  it('name nobody who asks not to be named', () => {
    expect(linkedLines(['Mayor Ruth Oduya said that boats were late.', 'The mayor, who asked not to be named, denied that any sank.'], NAMES).at(-1)).toBe('The mayor, who asked not to be named,: unnamed-described');
  });

  it('lead back to an unnamed source without naming it', () => {
    expect(linkedLines(['A source at the port said that boats were late.', 'The source added that none sank.'])).toEqual([
      'A source at the port: unnamed-described', 'The source: unnamed-bare = A source at the port',
    ]);
  });
});
