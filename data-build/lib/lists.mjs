/**
 * Reads the hand lists in lists/. Format, one thing a line:
 *
 *   # comment
 *   [TYPE subtype]             the type and subtype of what follows
 *   @Country                   the country of what follows, up to the next section
 *   Canonical; alias; alias    forms of one thing
 *   A // B // C                three things on one line
 *
 * A form may begin with `~` (ambiguous, whatever the word lists say) or `!` (not ambiguous, whatever they say).
 * `x+s` stands for the two forms `x` and `xs`.
 */
import { readFileSync } from 'node:fs';
import { cleanForm } from './forms.mjs';

/**
 * @typedef {{ text: string, flag: '~' | '!' | '' }} Form
 * @typedef {{ type: string, subtype: string, country: string, source: string, forms: Form[] }} Entry
 */

/** @returns {string[]} the lines of a list without comments and blanks */
export function listLines(name) {
  const text = readFileSync(new URL(`../lists/${name}`, import.meta.url), 'utf8');
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** @returns {Entry[]} */
export function readList(name, { semicolonSeparates = false } = {}) {
  const entries = [];
  let type = '';
  let subtype = '';
  let country = '';
  for (const line of listLines(name)) {
    const section = /^\[(\w+) ([\w-]+)\]$/.exec(line);
    if (section !== null) {
      [, type, subtype] = section;
      country = '';
    } else if (line.startsWith('@')) {
      country = line.slice(1);
    } else {
      if (type === '') throw new Error(`${name}: "${line}" stands before any [TYPE subtype] line`);
      const parts = semicolonSeparates && !line.includes('=') ? line.split(';') : line.split(' // ');
      for (const part of parts) entries.push({ type, subtype, country, source: 'own', forms: parseForms(part) });
    }
  }
  return entries;
}

/** @returns {Form[]} */
export function parseForms(text) {
  return text.split(';').map((item) => item.trim()).filter((item) => item !== '').flatMap((item) => {
    const flag = item.startsWith('~') || item.startsWith('!') ? item[0] : '';
    const body = cleanForm(item.slice(flag.length));
    return body.endsWith('+s') ? [{ text: body.slice(0, -2), flag }, { text: `${body.slice(0, -2)}s`, flag }] : [{ text: body, flag }];
  });
}
