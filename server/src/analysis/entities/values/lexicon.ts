/**
 * The closed word classes that amounts and times are written with. Values follow plain English and SI definitions;
 * every table is keyed by lower-case words with straight apostrophes.
 */
import type { CalendarUnit } from '../../types.js';

/** One bit a class, so that one look-up tells all classes of a word. */
export const W = {
  digitWord: 1 << 0,
  magnitude: 1 << 1,
  ordinal: 1 << 2,
  vague: 1 << 3,
  month: 1 << 4,
  weekday: 1 << 5,
  dayUnit: 1 << 6,
  hourUnit: 1 << 7,
  relativeDay: 1 << 8,
  season: 1 << 9,
  partOfDay: 1 << 10,
  clockWord: 1 << 11,
  modifier: 1 << 12,
  fraction: 1 << 13,
  decade: 1 << 14,
  age: 1 << 15,
  holiday: 1 << 16,
  /** Fiscal years and quarters, and "day" of "the day before yesterday". */
  quarterOrFiscal: 1 << 17,
  /** "every", "each": they make a day unit a repeated date. */
  repeat: 1 << 18,
  /** "same", "that", "following" before a day unit. */
  pointer: 1 << 19,
  measure: 1 << 21,
  geologic: 1 << 22,
} as const;

export const DIGIT_WORDS: ReadonlyMap<string, number> = new Map(Object.entries({
  zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30,
  forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}));

export const MAGNITUDES: ReadonlyMap<string, number> = new Map(Object.entries({
  hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, lakh: 1e5, crore: 1e7,
}));

/** Magnitudes written against the figure or as a separate abbreviation: "$3bn", "5k", "40 mln". */
export const SHORT_MAGNITUDES: ReadonlyMap<string, number> = new Map(Object.entries({
  k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, mil: 1e6, b: 1e9, bn: 1e9, bln: 1e9, t: 1e12, tn: 1e12, trn: 1e12, cr: 1e7,
}));

/** Amounts that are words and no number: marked, without an interval. "dozen" and "million" count as numbers after one. */
export const VAGUE: ReadonlySet<string> = new Set(['dozens', 'scores', 'hundreds', 'thousands', 'millions', 'billions', 'trillions', 'tens', 'dozen', 'lakhs', 'crores']);

export const FRACTIONS: ReadonlyMap<string, number> = new Map(Object.entries({
  half: 1 / 2, halves: 1 / 2, third: 1 / 3, thirds: 1 / 3, quarter: 1 / 4, quarters: 1 / 4, fifth: 1 / 5, fifths: 1 / 5, sixth: 1 / 6, sixths: 1 / 6,
  seventh: 1 / 7, sevenths: 1 / 7, eighth: 1 / 8, eighths: 1 / 8, ninth: 1 / 9, ninths: 1 / 9, tenth: 1 / 10, tenths: 1 / 10,
}));

export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map(Object.entries({
  '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8,
}));

export const ORDINALS: ReadonlyMap<string, number> = new Map(Object.entries({
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12,
  thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20,
  thirtieth: 30, fortieth: 40, fiftieth: 50, sixtieth: 60, seventieth: 70, eightieth: 80, ninetieth: 90, hundredth: 100, thousandth: 1000,
}));

export const MONTHS: ReadonlyMap<string, number> = new Map(Object.entries({
  january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9, october: 10, november: 11, december: 12,
  jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12,
  'jan.': 1, 'feb.': 2, 'mar.': 3, 'apr.': 4, 'jun.': 6, 'jul.': 7, 'aug.': 8, 'sep.': 9, 'sept.': 9, 'oct.': 10, 'nov.': 11, 'dec.': 12,
}));

/** Month words that are also given names, verbs or other words: alone, they need a preposition, a day or a year. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set(['may', 'march', 'april', 'june', 'august', 'jan', 'mar', 'jun', 'sep', 'dec', 'apr', 'feb', 'jul', 'aug', 'oct', 'nov', 'sept']);

/** Sunday is 0, as in the calendar arithmetic of the language. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(Object.entries({
  sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6,
  sundays: 0, mondays: 1, tuesdays: 2, wednesdays: 3, thursdays: 4, fridays: 5, saturdays: 6,
  'mon.': 1, 'tue.': 2, 'tues.': 2, 'wed.': 3, 'weds.': 3, 'thu.': 4, 'thur.': 4, 'thurs.': 4, 'fri.': 5, 'sat.': 6, 'sun.': 0,
}));

export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map(Object.entries({
  sun: 0, mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6,
}));

const dayUnits: Record<string, CalendarUnit> = {
  day: 'day', days: 'day', week: 'week', weeks: 'week', weekend: 'weekend', weekends: 'weekend', month: 'month', months: 'month', year: 'year', years: 'year',
  decade: 'decade', decades: 'decade', century: 'century', centuries: 'century', fortnight: 'week', yr: 'year', yrs: 'year', nights: 'day',
};
export const DAY_UNITS: ReadonlyMap<string, CalendarUnit> = new Map(Object.entries(dayUnits));

export const HOUR_UNITS: ReadonlyMap<string, string> = new Map(Object.entries({
  hour: 'hour', hours: 'hour', minute: 'minute', minutes: 'minute', second: 'second', seconds: 'second', hr: 'hour', hrs: 'hour', min: 'minute', mins: 'minute', sec: 'second', secs: 'second',
}));

export const RELATIVE_DAYS: ReadonlyMap<string, number> = new Map(Object.entries({ today: 0, yesterday: -1, tomorrow: 1 }));

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
const seasons: Record<string, Season> = { spring: 'spring', summer: 'summer', autumn: 'autumn', fall: 'autumn', winter: 'winter' };
export const SEASONS: ReadonlyMap<string, Season> = new Map(Object.entries(seasons));

export const PARTS_OF_DAY: ReadonlySet<string> = new Set(['morning', 'afternoon', 'evening', 'night']);

export const CLOCK_WORDS: ReadonlySet<string> = new Set(['noon', 'midnight', 'midday', 'tonight']);

export const DECADE_WORDS: ReadonlyMap<string, number> = new Map(Object.entries({
  twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90,
}));

/** Zones after a clock time. */
export const TIME_ZONES: ReadonlySet<string> = new Set([
  'gmt', 'utc', 'bst', 'cet', 'cest', 'eet', 'eest', 'msk', 'est', 'edt', 'et', 'cst', 'cdt', 'ct', 'mst', 'mdt', 'mt', 'pst', 'pdt', 'pt', 'ast', 'adt', 'nst',
  'ist', 'jst', 'kst', 'hkt', 'sgt', 'aest', 'aedt', 'acst', 'awst', 'nzst', 'nzdt', 'wat', 'eat', 'cat', 'sast', 'pkt', 'z', 'zulu', 'wib', 'brt', 'art', 'hst', 'akst', 'akdt',
]);

/** Words that stand before a part of a date inside the mention. */
export const MODIFIERS: ReadonlySet<string> = new Set(['early', 'late', 'mid', 'earlier', 'later', 'last', 'next', 'this', 'past', 'coming', 'previous', 'recent', 'upcoming']);

/** Festivals and named days; a fixed month and day where the calendar gives one. */
export const HOLIDAYS: ReadonlyMap<string, readonly [month: number, day: number] | null> = new Map<string, readonly [number, number] | null>([
  ['christmas eve', [12, 24]], ['christmas day', [12, 25]], ['christmas', [12, 25]], ['boxing day', [12, 26]], ["new year's eve", [12, 31]],
  ["new year's day", [1, 1]], ["new year's", [1, 1]], ['halloween', [10, 31]], ['fourth of july', [7, 4]], ["valentine's day", [2, 14]], ['may day', [5, 1]], ["st patrick's day", [3, 17]], ["st. patrick's day", [3, 17]],
  ["international women's day", [3, 8]], ['juneteenth', [6, 19]], ['bastille day', [7, 14]], ['earth day', [4, 22]], ['human rights day', [12, 10]],
  ['labour day', null], ['labor day', null], ['national day', null], ["women's day", null], ['martin luther king jr. day', null], ['martin luther king day', null],
  ['easter', null], ['easter sunday', null], ['easter monday', null], ['good friday', null], ['black friday', null], ['palm sunday', null], ['ash wednesday', null],
  ['thanksgiving', null], ['thanksgiving day', null], ['memorial day', null], ['veterans day', null], ['independence day', null], ['election day', null],
  ["presidents' day", null], ['columbus day', null], ['armistice day', null], ['remembrance day', null], ['remembrance sunday', null], ['anzac day', null], ['australia day', null], ['canada day', null], ['republic day', null],
  ['victory day', null], ["mother's day", null], ["father's day", null], ['ramadan', null], ['eid al-fitr', null], ['eid al-adha', null], ['eid', null], ['diwali', null], ['hanukkah', null], ['yom kippur', null],
  ['rosh hashanah', null], ['passover', null], ['lent', null], ['groundhog day', null], ['inauguration day', null], ["groundhog's day", null], ['lunar new year', null], ['chinese new year', null], ['cyber monday', null],
]);

/** Eras of the earth's history, which news articles use as dates. */
export const GEOLOGIC: ReadonlySet<string> = new Set(['jurassic', 'triassic', 'cretaceous', 'cambrian', 'devonian', 'permian', 'pleistocene', 'holocene', 'eocene', 'miocene', 'pliocene', 'paleocene', 'oligocene', 'carboniferous', 'ordovician', 'silurian']);
