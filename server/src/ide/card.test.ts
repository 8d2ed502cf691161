import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../test/fixtures/markdownTokens.js';
import { escapeMarkdown, oneLine, shortened, toMarkdown, toPlainText } from './card.js';

/** What a reader sees of a text without markup. */
function shown(markdown: string): string {
  return tokensOf(markdown).filter((t) => t.type === 'text' || t.type === 'escape')
    .filter((t) => !('tokens' in t) || t.tokens === undefined).map((t) => (t.type === 'escape' ? String(t.text) : decoded(t.raw))).join('');
}

/** An entity in running text is shown as its character, so one that slipped through would change what is read. */
function decoded(raw: string): string {
  return raw.replace(/&#?\w+;/g, '?');
}

const HARMLESS = new Set(['paragraph', 'text', 'escape', 'space']);

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('[', ']', '(', ')', '!', '<', '>', '`', '*', '_', '~', '#', '|', '\\', '&', '\n', '\r', '\t', ' ', 'a', '1', '.', '-', '+', '=', ':', '/', '@', 'http://x.y', 'https://a.b/c',
    'www.x.y', 'a@b.c', 'command:x', '[a](command:x)', '![i](http://x/y.png)', '<img src=x>', '&lt;', '$(gear)', '```', '---', '===', '> q', '1. ', '- [ ] ', '\u2028', '\u0000', '🚢', 'é')).map((parts) => parts.join('')),
);

describe('no input reaches a card unescaped', () => {
  it('for any text, Markdown shows plain text only', () => {
    fc.assert(fc.property(hostile, (text) => {
      const kinds = tokensOf(escapeMarkdown(text)).map((t) => t.type);
      expect(kinds.filter((kind) => !HARMLESS.has(kind))).toEqual([]);
    }), { numRuns: 3000 });
  });

  it('for any text, what is shown is the text', () => {
    fc.assert(fc.property(hostile, (text) => {
      const flat = oneLine(text).replaceAll('\u0000', '');
      expect(oneLine(shown(escapeMarkdown(text))).replace(/ /g, '')).toBe(flat.replace(/ /g, ''));
    }), { numRuns: 3000 });
  });

  it('for the start of a numbered list', () => {
    for (const text of ['1)', '1) one', '12. two', '- three', '+ four']) {
      expect(tokensOf(escapeMarkdown(text)).filter((t) => t.type === 'list')).toEqual([]);
      expect(shown(escapeMarkdown(text))).toBe(text);
    }
  });

  it('in every part of a card', () => {
    const evil = '[x](command:evil) ![i](http://h/p.png) <b>**_`';
    const card = { title: evil, subtitle: evil, sections: [{ lines: [evil, evil], items: [evil] }] };
    const kinds = new Set(tokensOf(toMarkdown(card)).map((t) => t.type));
    for (const kind of ['link', 'image', 'html', 'codespan', 'em', 'code']) expect(kinds).not.toContain(kind);
    expect(toPlainText(card)).toContain(evil);
  });
});

describe('shortened', () => {
  it('shows the cut and never splits a character', () => {
    expect(shortened('one two three', 9)).toBe('one two …');
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 12 }), (text, limit) => {
      expect(shortened(`${text}x`, limit)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }));
  });
});
