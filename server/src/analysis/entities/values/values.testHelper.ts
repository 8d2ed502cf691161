/** Marked texts for amounts and times: "on [Monday]DATE" draws the expectation into the sentence. */
import { expect } from 'vitest';
import { tokeniseBlock } from '../../structure/index.js';
import type { Zone } from '../../types.js';
import { findValues, resolveDate } from './index.js';

const TYPES = 'DATE|TIME|PERCENT|MONEY|QUANTITY|ORDINAL|CARDINAL';
const MARK = new RegExp(`\\[([^\\[\\]]*)\\](${TYPES})`, 'g');

function unmarked(marked: string): string {
  return marked.replace(MARK, '$1');
}

/** The text with the marks that the finder draws must be the text as written in the test. */
export function checkValues(marked: string, zone: Zone = 'body'): void {
  const text = unmarked(marked);
  let drawn = '';
  let from = 0;
  for (const mention of findValues(tokeniseBlock(text, zone))) {
    drawn += `${text.slice(from, mention.start)}[${mention.text}]${mention.type}`;
    from = mention.end;
  }
  expect(drawn + text.slice(from)).toBe(marked);
}

/** ISO values of the dates in the text, for an article of Thursday, March 12, 2026, or of another day. */
export function datesOf(text: string, articleDate: string | null = '2026-03-12', zone: Zone = 'body'): (string | undefined)[] {
  return findValues(tokeniseBlock(text, zone)).flatMap((m) => (m.date === undefined ? [] : [resolveDate(m.date, articleDate)]));
}

/** The one amount of the text as `low..high unit ~hedge`. */
export function amountIn(text: string): string {
  const found = findValues(tokeniseBlock(text, 'body')).flatMap((m) => (m.amount === undefined ? [] : [m.amount]));
  expect(found.length, `amounts in “${text}”`).toBe(1);
  const [amount] = found;
  if (amount === undefined) return '';
  const round = (value: number): number => Number(value.toPrecision(8));
  const unit = amount.unit === undefined ? '' : ` ${amount.unit}`;
  return `${round(amount.low)}..${round(amount.high)}${unit}${amount.hedge === undefined ? '' : ` ~${amount.hedge}`}`;
}
