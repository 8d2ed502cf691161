import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../ide/index.js';
import { CARD_COMMANDS, CARD_LINKS } from '../protocol.js';
import { followsLinks, linkAddress } from './cardLinks.js';

const card = { title: 'Keld', subtitle: 'place', sections: [], links: [{ label: 'All [2] mentions](x)', places: [{ start: 0, end: 4 }, { start: 6, end: 10 }] }] };

describe('links on cards', () => {
  it('carry the document and the places, and nothing that ends them early', () => {
    const uri = 'file:///a%20(b)/it\'s "c".txt';
    const written = toMarkdown(card, linkAddress(uri, TextDocument.create(uri, 'article', 1, 'Keld\n\nKeld')));
    const [, label, given] = /\n\n\[(.*)\]\(command:articleAnnotator\.reveal\?([^()\s]*)\)$/.exec(written) ?? [];
    expect(label).toBe('All \\[2\\] mentions\\](x)');
    expect(JSON.parse(decodeURIComponent(given ?? ''))).toEqual([uri, [[0, 0, 0, 4], [2, 0, 2, 4]]]);
  });

  it.each([['lookUpOnline'], ['compareElsewhere'], ['saidElsewhere'], ['howToCheck'], ['addNote'], ['remindMe'], ['setArticleDate']] as const)('that ask or write (%s) name a command that cards may call', (asks) => {
    const address = linkAddress('file:///a', TextDocument.create('file:///a', 'article', 1, 'Keld'))({ label: 'x', places: [{ start: 0, end: 4 }], asks });
    const [, command, given] = /^command:([^?]*)\?(.*)$/.exec(address) ?? [];
    expect(CARD_COMMANDS).toContain(command);
    expect(command).toBe(`articleAnnotator.${asks}`);
    expect(JSON.parse(decodeURIComponent(given ?? ''))).toEqual(['file:///a', [[0, 0, 0, 4]]]);
  });

  it('are left out where the client cannot follow them', () => {
    expect(toMarkdown(card)).toBe('**Keld** · place');
    expect([undefined, null, 'x', {}, { [CARD_LINKS]: 'yes' }, { [CARD_LINKS]: true }].map(followsLinks)).toEqual([false, false, false, false, false, true]);
  });
});
