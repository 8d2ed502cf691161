import { expect, test } from 'vitest';
import { dateFromFileName, datePhraseAt } from './calendar.js';

test.each([
  ['2025-03-24', '2025-03-24'],
  ['12 March 2026', '2026-03-12'],
  ['March 12th, 2026', '2026-03-12'],
  ['the', null],
  ['Friday, Jan. 4, 2019', '2019-01-04'],
  ['14:30 GMT, Friday, January 4, 2019', '2019-01-04'],
  ['24.03.2025', '2025-03-24'],
  ['24/03/2025', '2025-03-24'],
  ['03/24/2025', '2025-03-24'],
  ['03/04/2025', null],
  ['30 February 2025', null],
  ['29 February 2024', '2024-02-29'],
  ['2025-03-24T10:30:00Z', '2025-03-24'],
])('%s is %s', (phrase, iso) => {
  expect(datePhraseAt(phrase, 0)?.iso ?? null).toBe(iso);
});

test('the phrase takes its weekday and time of day with it', () => {
  const text = 'Friday, January 4, 2019 at 10:30 a.m. EST in Ashby';
  expect(text.slice(0, datePhraseAt(text, 0)?.end)).toBe('Friday, January 4, 2019 at 10:30 a.m. EST');
});

test.each([
  ['ashby-2025-03-24.txt', '2025-03-24'],
  ['20250324_talks.txt', '2025-03-24'],
  ['24 March 2025.txt', '2025-03-24'],
  ['talks-24-mar-2025.txt', '2025-03-24'],
  ['24.03.2025.txt', '2025-03-24'],
  ['03-04-2025.txt', null],
  ['talks.txt', null],
  ['99999999.txt', null],
])('a file named %s is of %s', (name, iso) => {
  expect(dateFromFileName(name)).toBe(iso);
});
