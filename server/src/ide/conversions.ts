/**
 * Amounts in the other usual unit. Factors are exact by definition: the international yard and pound of 1959, the US gallon of 231 cubic
 * inches, the imperial gallon of 4.54609 L, the nautical mile of 1,852 m; all as in NIST Special Publication 811 (2008), appendix B.
 * No currencies: their rates change by the day.
 */
import { numberText } from './numbers.js';

interface Conversion {
  /** Unit to convert to, as it is printed. */
  readonly to: string;
  readonly factor: number;
  /** Which of two units of one name it would be. */
  readonly as?: string;
}

const MILE = 1.609344;
const FOOT = 0.3048;
const ACRE = 0.40468564224;
const SQUARE_MILE = MILE * MILE;
const POUND = 0.45359237;
const US_GALLON = 3.785411784;
const IMPERIAL_GALLON = 4.54609;
const KNOT = 1.852;

const CONVERSIONS: ReadonlyMap<string, readonly Conversion[]> = new Map<string, readonly Conversion[]>([
  ['mi', [{ to: 'km', factor: MILE }]], ['km', [{ to: 'mi', factor: 1 / MILE }]],
  ['ft', [{ to: 'm', factor: FOOT }]], ['m', [{ to: 'ft', factor: 1 / FOOT }]], ['yd', [{ to: 'm', factor: 3 * FOOT }]],
  ['in', [{ to: 'cm', factor: 2.54 }]], ['cm', [{ to: 'in', factor: 1 / 2.54 }]], ['mm', [{ to: 'in', factor: 1 / 25.4 }]],
  ['acre', [{ to: 'ha', factor: ACRE }]], ['ha', [{ to: 'acres', factor: 1 / ACRE }]],
  ['mi²', [{ to: 'km²', factor: SQUARE_MILE }]], ['km²', [{ to: 'mi²', factor: 1 / SQUARE_MILE }]],
  ['ft²', [{ to: 'm²', factor: FOOT * FOOT }]], ['m²', [{ to: 'ft²', factor: 1 / (FOOT * FOOT) }]],
  ['lb', [{ to: 'kg', factor: POUND }]], ['kg', [{ to: 'lb', factor: 1 / POUND }]], ['oz', [{ to: 'g', factor: (POUND / 16) * 1000 }]], ['st', [{ to: 'kg', factor: 14 * POUND }]],
  ['t', [{ to: 'US tons', factor: 1 / (2 * POUND) }]],
  ['ton', [{ to: 't', factor: 2 * POUND, as: 'US tons' }, { to: 't', factor: 2.24 * POUND, as: 'long tons' }]],
  ['gal', [{ to: 'L', factor: US_GALLON, as: 'US gallons' }, { to: 'L', factor: IMPERIAL_GALLON, as: 'imperial gallons' }]],
  ['L', [{ to: 'US gal', factor: 1 / US_GALLON }, { to: 'imperial gal', factor: 1 / IMPERIAL_GALLON }]],
  ['bbl', [{ to: 'L', factor: 42 * US_GALLON, as: 'barrels of oil' }]],
  ['mph', [{ to: 'km/h', factor: MILE }]], ['km/h', [{ to: 'mph', factor: 1 / MILE }]], ['kn', [{ to: 'km/h', factor: KNOT }, { to: 'mph', factor: KNOT / MILE }]],
]);

/** One line for each reading of the unit; none for a unit without a counterpart. `low` and `high` are equal for a single figure. */
export function conversionsOf(low: number, high: number, unit: string): string[] {
  if (unit === '°C') return [`${interval(low * 1.8 + 32, high * 1.8 + 32, degrees)} °F`];
  if (unit === '°F') return [`${interval((low - 32) / 1.8, (high - 32) / 1.8, degrees)} °C`];
  return (CONVERSIONS.get(unit) ?? []).map(({ to, factor, as }) => `${as === undefined ? '' : `In ${as}: `}${interval(low * factor, high * factor, threeFigures)} ${to}`);
}

function interval(low: number, high: number, rounded: (value: number) => number): string {
  const [a, b] = [numberText(rounded(low)), numberText(rounded(high))];
  return a === b ? a : `${a} to ${b}`;
}

/** As many figures as a reader can use. */
function threeFigures(value: number): number {
  return Number(value.toPrecision(3));
}

function degrees(value: number): number {
  return Math.round(value * 10) / 10;
}
