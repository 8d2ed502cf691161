/** ISO days as small numbers that keep their order: the days since 1970; 0 where there is none. */

const DAY_MS = 86_400_000;
/** The end of the year 9999: what lies behind was not written by us. */
const LAST = 2_932_896;

/** Of a month or an interval its first day. */
export function dayOf(iso: string | null): number {
  if (iso === null) return 0;
  const [year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso)?.slice(1) ?? [];
  return year === undefined ? 0 : Math.max(0, Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS);
}

export function isoOf(day: number): string | null {
  if (day <= 0 || day > LAST) return null;
  const known = written.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (written.size >= MOST_KEPT) written.clear();
  written.set(day, iso);
  return iso;
}

/** Thousands of articles are of the same few hundred days. */
const written = new Map<number, string>();
const MOST_KEPT = 10_000;
