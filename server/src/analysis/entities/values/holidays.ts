/** Festivals and named days: "Christmas Eve", "Labour Day", "Martin Luther King Jr. Day". */
import type { CalendarRead } from './calendar.js';
import { HOLIDAYS, W } from './lexicon.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';

const LONGEST = 7;

export function holidayAt(pieces: Pieces, i: number): CalendarRead | null {
  if (!at(pieces, i).capital) return null;
  let name = '';
  let best: CalendarRead | null = null;
  for (let k = i; k < i + LONGEST; k++) {
    const p = at(pieces, k);
    if (p.kind !== 'word' && p.lower !== "'s" && p.lower !== '’s' && p.lower !== "'" && p.lower !== '’') break;
    name += (p.space && k > i ? ' ' : '') + p.lower.replace('’', "'");
    const day = HOLIDAYS.get(name);
    if (day === undefined) continue;
    best = { next: k + 1, date: day === null ? { kind: 'span' } : { kind: 'monthDay', month: day[0], day: day[1], tense: 'unknown', which: 'plain' }, grain: 'other', confidence: 0.85 };
  }
  return best !== null && !at(pieces, best.next - 1).lower.endsWith('day') && isLongerName(pieces, best.next) ? null : best;
}

/** "Easter Island". */
function isLongerName(pieces: Pieces, i: number): boolean {
  const p = at(pieces, i);
  return p.kind === 'word' && p.capital && p.space && (p.classes & (W.month | W.weekday)) === 0;
}
