import fc from 'fast-check';
import { lexer } from 'marked';
import type { Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { ArticleEngine } from '../analysis/engine.js';
import { Facts, HouseList } from '../knowledge/index.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { readGlossary } from '../knowledge/glossary/read.js';
import { toMarkdown, toPlainText } from './card.js';
import { hover } from './hover.js';
import { webLink, webLinks } from './webLink.js';

const written = (address: string): string => {
  const link = webLink(address);
  return toMarkdown({ title: 'Keld', subtitle: '', sections: [], ...(link === undefined ? {} : { links: [link] }) }, ({ web }) => web ?? 'none');
};

describe('a link to a page of the web', () => {
  it('says where it goes, and goes there', () => {
    expect(written('https://www.wikidata.org/wiki/Q42')).toBe('**Keld**\n\n[Open wikidata.org](https://www.wikidata.org/wiki/Q42)');
    expect(written('HTTP://Register.Example:8080/a b?x=1#y')).toContain('[Open register.example](http://register.example:8080/a%20b?x=1#y)');
  });

  it('shows a host in letters of other scripts as what it is', () => {
    expect(webLink('https://wikipediа.org/x')?.label).toMatch(/^Open xn--/);
  });

  it.each(['javascript:alert(1)', 'command:x', 'data:text/html,x', 'file:///etc/passwd', 'vscode://x/y', 'ftp://x.example/', 'no address', '//x.example', 'https://', 'https://you@x.example/', 'https://1.2.3.4/', 'https://[::1]/', 'https://2130706433/', ''])('is not made of %s', (address) => {
    expect(webLink(address)).toBeUndefined();
  });

  it('is one link and nothing else, for any address', () => {
    const part = fc.constantFrom(')', '(', ']', '[', '![i](http://x/y.png)', '<b>', '\\', '`', '*', '_', '|', ' ', '\n', '"', "'", '](command:x)', 'a', '%', '#', '?', '&amp;', 'é', '\u202e', '/');
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }).map((parts) => `https://x.example/${parts.join('')}`), (address) => {
      const [, last, ...more] = lexer(written(address)).filter(({ type }) => type !== 'space');
      expect(more).toEqual([]);
      const tokens = (last as Tokens.Paragraph).tokens;
      expect(tokens.map(({ type }) => type)).toEqual(['link']);
      expect((tokens[0] as Tokens.Link).href).toMatch(/^https:\/\/x\.example\/[^()[\]<>\s]*$/);
    }), { numRuns: 2000 });
  });

  it('is there once for each page', () => {
    expect(webLinks(['https://a.example/1', 'no', 'https://a.example/1', 'https://b.example/2']).map(({ web }) => web)).toEqual(['https://a.example/1', 'https://b.example/2']);
  });

  it('leads from the card of a name to what was confirmed of it, and to the page of the house list', () => {
    const article = new ArticleEngine(loadGazetteer()).update('Marta Ruusmann spoke on Monday. Keld Ferries stopped.');
    const house = new HouseList(readGlossary('name,type,link\nKeld Ferries,ORG,https://keld.example/press').entries, '2026-01-15');
    const one = { label: 'Ruusmann, M.', service: 'Register', retrieved: '2026-11-28', by: 'M. Kask', article: undefined };
    const identities = () => [{ ...one, iri: 'https://register.example/id/K1' }, { ...one, iri: 'javascript:alert(1)' }];
    const facts = { facts: new Facts([]), today: '2026-11-29', house, identities: (_: unknown, { canonical }: { canonical: string }) => (canonical === 'Marta Ruusmann' ? identities() : []) };
    const cardOf = (words: string) => hover(article, article.text.indexOf(words) + 1, { ownClaims: true, facts })?.card;
    expect(cardOf('Marta')?.links?.flatMap(({ web }) => web ?? [])).toEqual(['https://register.example/id/K1']);
    expect(toPlainText(cardOf('Marta') ?? { title: '', subtitle: '', sections: [] })).toContain('Confirmed as “Ruusmann, M.”, https://register.example/id/K1');
    expect(cardOf('Keld')?.links?.flatMap(({ label, web }) => (web === undefined ? [] : [`${label}: ${web}`]))).toEqual(['Open keld.example: https://keld.example/press']);
  });
});
