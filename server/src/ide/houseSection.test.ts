import { describe, expect, it } from 'vitest';
import { ArticleEngine } from '../analysis/engine.js';
import { Facts, HouseList } from '../knowledge/index.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { readGlossary } from '../knowledge/glossary/read.js';
import { toMarkdown, toPlainText } from './card.js';
import { completeInGlossary, lineFor } from './glossaryFile.js';
import { hover } from './hover.js';
import { lookUp } from './lookUp.js';
import { newEntry } from './newEntry.js';

const HEADER = 'name,aliases,type,preferred spelling,note,link,valid from,valid to';

function readWith(csv: string, marked: string) {
  const house = new HouseList(readGlossary(csv).entries, '2026-01-15');
  const caret = marked.indexOf('$0');
  const gazetteer = house.over(loadGazetteer());
  return { article: new ArticleEngine(gazetteer).update(marked.replace('$0', '')), caret, gazetteer, source: { facts: new Facts([]), today: '2026-11-29', house } };
}

function cardAt(csv: string, marked: string, written = toPlainText): string {
  const { article, caret, source } = readWith(csv, marked);
  const found = hover(article, caret, { ownClaims: true, facts: source });
  return found === null ? '' : written(found.card);
}

describe('the newsroom’s own list', () => {
  const KELD = `${HEADER}\nKeld Ferries,KF Line;KF,ORG,,never KF Line,https://keld.example/press,,`;

  it('says its note on the card of every name that it gives, with the day it was edited', () => {
    for (const text of ['K$0eld Ferries stopped on Monday.', 'The boats of KF L$0ine stopped on Monday.']) {
      expect(cardAt(KELD, text)).toContain('House list, edited 2026-01-15: “Keld Ferries, never KF Line”\nhttps://keld.example/press');
    }
    expect(cardAt(KELD, 'The boats of KF L$0ine stopped on Monday.')).toMatch(/^Keld Ferries · organisation/);
  });

  it('wins over the built-in lists, the shape of a name and its titles', () => {
    expect(cardAt(`${HEADER}\nGeorgia,,PRODUCT`, 'Ministers of Geor$0gia met on Monday.')).toMatch(/^Georgia · product\n/);
    expect(cardAt(`${HEADER}\nMaria Novak,,ORG,,a shop`, 'Mrs Maria No$0vak spoke on Monday.')).toMatch(/· organisation\n[^]*House list, edited 2026-01-15: “Maria Novak, a shop”/);
    expect(cardAt(`${HEADER}\nFlux,,PRODUCT`, 'The crew switched on Fl$0ux at noon.')).toContain('listed as a product (house list, edited 2026-01-15)');
  });

  it('tells when a line does not hold at the time of the article', () => {
    const csv = `${HEADER}\nRuth Oduya,,PERSON,,interior minister,,2020,2024-06\nRuth Oduya,,PERSON,,mayor,,2024-07,`;
    expect(cardAt(csv, 'date 2026-03-12\n\nRuth Od$0uya spoke on Monday.')).toContain('House list, edited 2026-01-15: “Ruth Oduya, mayor” (valid from 2024-07)');
    expect(cardAt(csv, 'date 2019-03-12\n\nRuth Od$0uya spoke on Monday.')).toContain('“Ruth Oduya, interior minister” (valid from 2020 to 2024-06: not on 2019-03-12, the article’s date)');
  });

  it('is asked about selected words, too', () => {
    const { article, gazetteer, source } = readWith(`${HEADER}\nquay works,,,,say harbour works`, 'They spoke of the quay works on Monday.$0');
    const start = article.text.indexOf('quay');
    const found = lookUp(article, gazetteer, { start, end: start + 10 }, source);
    expect(found === null ? '' : toPlainText(found.card)).toContain('House list, edited 2026-01-15: “quay works, say harbour works”');
  });

  it('shows what it holds as characters', () => {
    const card = cardAt(`${HEADER}\nKeld,,ORG,,"![x](http://e.example/i.png) [go](command:x)"`, 'The ship of Ke$0ld left.', toMarkdown);
    expect(card).toContain('House list, edited 2026-01-15\\: “Keld, \\!\\[x\\](http\\://e.example/i.png) \\[go\\](command\\:x)”'.replace('15\\:', '15:'));
  });
});

describe('the file of the house list', () => {
  const at = (marked: string): string[] => completeInGlossary(marked.replace('|', ''), marked.indexOf('|')).map(({ label, replaces }) => `${label} ${replaces.end - replaces.start}`);

  it('suggests types in their column and headings in the first line', () => {
    expect(at('name,type\nKeld,O|').slice(0, 2)).toEqual(['PERSON 1', 'ORG 1']);
    expect(at('name,type\nKeld,|')).toHaveLength(11);
    expect([at('name,type\nKe|ld,ORG'), at('name\nKeld,|'), at('name,type\n|')]).toEqual([[], [], []]);
    expect(at('name,a|').slice(0, 2)).toEqual(['aliases 1', 'type 1']);
    expect(at('|')).toHaveLength(8);
  });

  it('gets a line for a name, in its own columns, once', () => {
    const entry = { name: 'Keld, Ltd', aliases: ['KL'], type: 'ORG' } as const;
    expect(lineFor(null, entry)).toEqual({ kind: 'new', append: `${HEADER}\n"Keld, Ltd",KL,ORG,,,,,\n`, line: 1 });
    expect(lineFor('type;name\r\nGPE;Riga', entry)).toEqual({ kind: 'new', append: '\r\nORG;Keld, Ltd\r\n', line: 2 });
    expect(lineFor('name\nRiga\n"keld, ltd"\n', entry)).toEqual({ kind: 'known', line: 2 });
    expect(lineFor('Riga\n', entry).kind).toBe('refused');
    expect(lineFor('', { name: '=cmd()', aliases: [], type: '' })).toMatchObject({ append: `${HEADER}\n"'=cmd()",,,,,,,\n` });
    const { append, line } = lineFor('name\nRiga', entry) as { append: string; line: number };
    expect(`name\nRiga${append}`.split('\n')[line]).toBe('"Keld, Ltd"');
  });

  it('takes the name, the other spellings and the type from the article', () => {
    const { article } = readWith(HEADER, 'The Port Workers Federation (PWF) met on Monday. Henrik Dahl spoke. Dahl and the PWF agreed.$0');
    const of = (words: string, length = 0) => newEntry(article, { start: article.text.indexOf(words), end: article.text.indexOf(words) + length });
    expect(of('PWF agreed')).toEqual({ name: 'Port Workers Federation', aliases: ['PWF'], type: 'ORG' });
    expect(of('Dahl and')).toEqual({ name: 'Henrik Dahl', aliases: [], type: 'PERSON' });
    expect(of('met on', 6)).toEqual({ name: 'met on', aliases: [], type: '' });
    expect(of('PWF', 3)).toEqual({ name: 'PWF', aliases: [], type: 'ORG' });
    expect(of('met on')).toBeNull();
  });
});
