/** Says whether a text is English prose that is worth analysing, by its first 8 KB. */
import type { Span } from '../../base/span.js';
import { isEnglishSmallWord, languageByScript, languageByWords } from './languages.js';
import { looseLayout, machineLayout } from './layouts.js';
import type { Lines } from './layouts.js';
import { linesOf, splitRaw } from './paragraphs.js';

export type Recognition =
  | { readonly kind: 'prose' }
  | { readonly kind: 'not-prose'; readonly reason: string }
  | { readonly kind: 'other-language'; readonly language: string; readonly reason: string };

const LOOKED_AT = 8192;

/** Share of a text's characters that stand in sentences; a headline, a byline and a list may take the rest. */
const PROSE_SHARE = 0.5;

/** Share of marks of code above which a text is no prose in any language. */
const MOST_MARKS = 0.025;

const PROSE: Recognition = { kind: 'prose' };

/** `reason` is a sentence without its stop, for the status bar. Reads the first 8 KB only. */
export function recogniseProse(text: string): Recognition {
  const head = headOf(text);
  if (head.trim() === '') return notProse('The text is empty');
  const words = wordsOf(head);
  if (words.length === 0) return notProse('There are no words in it');
  const lines = facts(head, words);
  const machine = machineLayout(lines, head);
  if (machine !== null) return notProse(`It looks like ${machine}`);
  const language = marksIn(head) > MOST_MARKS * head.length ? null : languageByScript(head) ?? languageByWords(words);
  if (language !== null) return otherLanguage(language);
  const loose = looseLayout(lines, head);
  if (loose !== null) return notProse(`It looks like ${loose}`);
  return proseShare(head) >= PROSE_SHARE ? PROSE : notProse('It has too few sentences');
}

function notProse(reason: string): Recognition {
  return { kind: 'not-prose', reason };
}

function otherLanguage(language: string): Recognition {
  return { kind: 'other-language', language, reason: `The text is in ${language}; only English is analysed` };
}

/** The part that is looked at, without a line cut in the middle. */
function headOf(text: string): string {
  if (text.length <= LOOKED_AT) return text;
  const cut = text.slice(0, LOOKED_AT);
  const lineEnd = cut.lastIndexOf('\n');
  return lineEnd > LOOKED_AT / 2 ? cut.slice(0, lineEnd) : cut;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

function facts(text: string, words: readonly string[]): Lines {
  const all = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  const small = words.filter(isEnglishSmallWord).length;
  return { all, full: all.filter((line) => line !== ''), smallWords: small / words.length };
}

function proseShare(text: string): number {
  const units = splitRaw(text).flatMap((paragraph) => unitsOf(text, paragraph));
  let prose = 0;
  let total = 0;
  for (const unit of units) {
    const words = text.slice(unit.start, unit.end);
    total += words.length;
    if (isProse(words, units.length === 1)) prose += words.length;
  }
  return total === 0 ? 0 : prose / total;
}

/** Marks that code and data are full of. */
function marksIn(text: string): number {
  return text.match(/[{}[\]<>=_|\\~^`+#*@]/g)?.length ?? 0;
}

/** A paragraph, or its lines where they are items. */
function unitsOf(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const lines = linesOf(words);
  const items = lines.filter((line) => /^(?:[-*•–]|\d{1,2}[.)]) /.test(words.slice(line.start, line.end)));
  if (items.length < 2) return [paragraph];
  return lines.map((line) => ({ start: paragraph.start + line.start, end: paragraph.start + line.end }));
}

/** Running words with their small ones, hardly any marks of code, and an end mark, which one lone line may still lack. */
function isProse(unit: string, alone: boolean): boolean {
  const words = wordsOf(unit);
  if (words.length < 5) return false;
  const small = words.filter(isEnglishSmallWord).length;
  if (small < (words.length >= 20 ? 0.14 : 0.12) * words.length || small === 0) return false;
  if (marksIn(unit) > MOST_MARKS * unit.length) return false;
  return /[.?!…]["”’»)\]]*(?:\s|$)/.test(unit) || /[:,;]["”’]*$/.test(unit) || (alone && words.length >= 8 && small >= 0.25 * words.length);
}
