import { describe, expect, it } from 'vitest';
import { finalDay, firstDay } from '../analysis/entities/values/index.js';
import { readMarked } from './marked.testHelper.js';
import { remindableAt } from './remindable.js';

function at(marked: string): { words: string; day: string | undefined } | undefined {
  const { article, caret } = readMarked(`date 2026-03-12\n\n${marked}`);
  const found = remindableAt(article, caret);
  return found === undefined ? undefined : { words: found.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … '), day: found.day };
}

describe('what a reminder may be set of', () => {
  it('is the claim at the place, with the last day it speaks of', () => {
    expect(at('Ruth Oduya sa$0id that the bridge will reopen on Monday.')).toEqual({ words: 'that the bridge will reopen on Monday', day: '2026-03-16' });
    expect(at('Ruth Oduya said that the bridge will re$0open in May.')).toEqual({ words: 'that the bridge will reopen in May', day: '2026-05-31' });
    expect(at('Ruth Oduya sa$0id that the bridge will reopen.')).toEqual({ words: 'that the bridge will reopen', day: undefined });
    expect(at('The bridge was bu$0ilt.')).toBeUndefined();
  });

  it('reckons the first and the last day of months, years and intervals', () => {
    const times = ['2026-03-16', '2026-02', '2028-02', '2027', '2026-04/2026-06', '2026-03-09/2026-03-15'];
    expect(times.map(finalDay)).toEqual(['2026-03-16', '2026-02-28', '2028-02-29', '2027-12-31', '2026-06-30', '2026-03-15']);
    expect(times.map(firstDay)).toEqual(['2026-03-16', '2026-02-01', '2028-02-01', '2027-01-01', '2026-04-01', '2026-03-09']);
  });
});
