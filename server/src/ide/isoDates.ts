/** Dates as cards write them: "Monday, March 24, 2025". Pure arithmetic in UTC on ISO values. */
import { dayNumber } from '../base/day.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day, month, year or inclusive interval `A/B` in words; the value itself if it is none of these. */
export function inWords(iso: string): string {
  const slash = iso.indexOf('/');
  if (slash >= 0) return `${inWords(iso.slice(0, slash))} to ${inWords(iso.slice(slash + 1))}`;
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (day !== null) {
    const date = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
    return `${WEEKDAYS[date.getUTCDay()] ?? ''}, ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
  }
  const month = /^(\d{4})-(\d\d)$/.exec(iso);
  return month === null ? iso : `${MONTHS[Number(month[2]) - 1] ?? ''} ${month[1] ?? ''}`;
}

/** "the article's own day", "3 days before the article's date"; undefined unless both are days. */
export function distance(iso: string, articleDate: string): string | undefined {
  const a = dayNumber(iso);
  const b = dayNumber(articleDate);
  if (a === undefined || b === undefined) return undefined;
  const days = a - b;
  if (days === 0) return "the article's own day";
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} the article's date`;
}
