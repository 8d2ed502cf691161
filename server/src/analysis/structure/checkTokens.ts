/** Test helpers: what is expected is drawn into the text. */
import { expect } from 'vitest';
import { tokenise } from './tokenise.js';
import { tokeniseBlock } from './tokeniseBlock.js';

/** A bar ends a token where no white space does: `Roe|'s plan|.` */
export function checkTokens(marked: string): void {
  const text = marked.replaceAll('|', '');
  const expected = marked.split(/[\s|]+/u).filter((part) => part !== '');
  expect(tokenise(text).map((token) => token.text)).toEqual(expected);
}

/** A bar stands where one sentence ends and the next begins. */
export function checkSentences(marked: string): void {
  const text = marked.replaceAll('|', '');
  const { sentences } = tokeniseBlock(text, 'body');
  expect(sentences.map((s) => text.slice(s.start, s.end))).toEqual(marked.split('|').map((part) => part.trim()));
}

/** Square brackets stand around what is quoted, marks excluded; `>` in place of the closing one says that the quotation stays open. */
export function checkQuotations(marked: string): void {
  const text = marked.replace(/[[\]>]/g, '');
  const expected: { inner: string; open: boolean }[] = [];
  const stack: { at: number; index: number }[] = [];
  let length = 0;
  for (const c of marked) {
    if (c === '[') {
      stack.push({ at: length, index: expected.length });
      expected.push({ inner: '', open: false });
    } else if (c === ']' || c === '>') {
      const last = stack.pop();
      if (last !== undefined) expected[last.index] = { inner: text.slice(last.at, length), open: c === '>' };
    } else length += c.length;
  }
  const found = tokeniseBlock(text, 'body').quotations;
  expect(found.map((q) => ({ inner: text.slice(q.inner.start, q.inner.end), open: q.open }))).toEqual(expected);
}
