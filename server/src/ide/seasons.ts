/** The months of a season in both halves of the earth, as the weather services of both count them: the article seldom says which half is meant. */
import type { DateExpression } from '../analysis/types.js';

type Season = Extract<DateExpression, { kind: 'season' }>['season'];

const NORTH: Readonly<Record<Season, string>> = { spring: 'March to May', summer: 'June to August', autumn: 'September to November', winter: 'December to February' };
const SOUTH: Readonly<Record<Season, Season>> = { spring: 'autumn', summer: 'winter', autumn: 'spring', winter: 'summer' };

/** “June to August 2026 in the north, December 2026 to February 2027 in the south”; undefined for what is no season. */
export function seasonInWords(date: DateExpression | undefined): string | undefined {
  if (date?.kind !== 'season') return undefined;
  return `${months(date.season, date.year)} in the north, ${months(SOUTH[date.season], date.year)} in the south`;
}

function months(season: Season, year: number | undefined): string {
  const [from = '', to = ''] = NORTH[season].split(' to ');
  if (year === undefined) return `${from} to ${to}`;
  return season === 'winter' ? `${from} ${year} to ${to} ${year + 1}` : `${from} to ${to} ${year}`;
}
