import { describe, expect, it } from 'vitest';
import { toMarkdown } from './card.js';
import { hover } from './hover.js';
import { canAsk, mapLinks } from './mapLink.js';
import type { OnlineSource } from './mapLink.js';
import { readMarked } from './marked.testHelper.js';

const MAP: OnlineSource = { kind: 'map', address: 'https://www.map.example/search?query={name}' };
const REGISTER: OnlineSource = { kind: 'reconciliation', address: 'https://register.example/api' };

function linksAt(marked: string, online: readonly OnlineSource[]): string {
  const { article, caret } = readMarked(marked);
  const found = hover(article, caret, { ownClaims: true, online });
  return found === null ? '' : toMarkdown(found.card, ({ asks, web }) => web ?? asks ?? 'places').split('\n').at(-1) ?? '';
}

describe('a map that is turned on', () => {
  it('is linked on the card of a place, with its host in the words and the name alone in the address', () => {
    expect(linksAt('The mayor of Ne$0w York spoke on Monday.', [MAP])).toBe('[Look up…](lookUpOnline) · [Show on map of map.example…](https://www.map.example/search?query=New%20York) · [Add note](addNote)');
  });

  it('has nothing to do with people and bodies', () => {
    expect(linksAt('President Claudia Shein$0baum spoke on Monday.', [MAP])).toBe('[Add note](addNote)');
    expect(linksAt('President Claudia Shein$0baum spoke on Monday.', [MAP, REGISTER])).toBe('[Look up…](lookUpOnline) · [Add note](addNote)');
    expect([canAsk('PERSON', [MAP]), canAsk('FAC', [MAP]), canAsk('FAC', [])]).toEqual([false, true, false]);
  });

  it('is left out while it is off, and where its address is none that we would open', () => {
    expect(linksAt('The mayor of Ne$0w York spoke on Monday.', [REGISTER])).toBe('[Look up…](lookUpOnline) · [Add note](addNote)');
    for (const address of ['https://map.example/', 'command:x?{name}', 'https://a@map.example/{name}', 'file:///{name}', '{name}']) expect(mapLinks('GPE', 'Riga', [{ kind: 'map', address }])).toEqual([]);
  });

  it('gets a name that nothing breaks out of', () => {
    const [link] = mapLinks('GPE', 'A) [x](command:y)&b=c#d', [MAP]);
    expect(link?.web).toMatch(/^https:\/\/www\.map\.example\/search\?query=[A-Za-z0-9%.-]*$/);
  });
});
