import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseProse } from './prose.js';
import { checkReadable } from './readable.js';

const FIXTURES = join(import.meta.dirname, '../../../../test/fixtures/prose');

function samples(folder: string): [string, string][] {
  return readdirSync(join(FIXTURES, folder)).map((name) => [name, readFileSync(join(FIXTURES, folder, name), 'utf8')]);
}

describe('recogniseProse', () => {
  test.each(samples('articles'))('article %s', (_name, text) => {
    expect(recogniseProse(text)).toEqual({ kind: 'prose' });
  });

  test.each(samples('others'))('no article: %s', (_name, text) => {
    expect(recogniseProse(text).kind).toBe('not-prose');
  });

  test.each(samples('languages'))('another language: %s', (name, text) => {
    expect(recogniseProse(text)).toMatchObject({ kind: 'other-language', language: name.replace('.txt', '') });
  });

  test('line ends, a byte order mark and one sentence make no difference', () => {
    expect(recogniseProse('\ufeffThe mayor resigned.\r\n\r\nHe said that he was tired.\r\n').kind).toBe('prose');
    expect(recogniseProse('Police arrested a man on Friday.').kind).toBe('prose');
  });

  test('reasons are words for the status bar', () => {
    expect(recogniseProse('')).toEqual({ kind: 'not-prose', reason: 'The text is empty' });
    expect(recogniseProse('a = 1;\nb = 2;\n')).toEqual({ kind: 'not-prose', reason: 'It looks like source code' });
  });

  test('any text has an answer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(['prose', 'not-prose', 'other-language']).toContain(recogniseProse(text).kind);
      const unreadable = checkReadable(text);
      expect(unreadable === null || unreadable.length > 0).toBe(true);
    }));
  });
});

describe('checkReadable', () => {
  test('an article is readable, emoji and all', () => {
    expect(checkReadable('The mayor 👍 resigned.\r\n\tHe left.\f')).toBeNull();
  });

  test('what is wrong and where', () => {
    expect(checkReadable('a\nb\0c')).toBe('It is a binary file: there is a NUL character at offset 3 (line 2)');
    expect(checkReadable('ab\ud800c')).toBe('It is not valid Unicode: there is half a character at offset 2 (line 1)');
    expect(checkReadable('\udc00')).toContain('offset 0');
    expect(checkReadable('\x01\x02\x03\x04 text')).toContain('unknown encoding');
    expect(checkReadable('x'.repeat(20 * 1024 * 1024 + 1))).toContain('at most');
  });
});
