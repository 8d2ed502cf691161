/** JSON values, compared and written as the sidecar asks. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return isList(value) ? value : value === undefined || value === null ? [] : [value];
}

/** False for half a character. */
export function isWhole(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}

/** Without spaces; only what must be escaped is, and the two line separators that editors take for line ends. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, (c) => (c === '\u2028' ? '\\u2028' : '\\u2029'));
}

/** Equal but for the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}

/** The object with the known keys first, in the order given, then the others by code unit. `undefined` values are left out. */
export function inOrder(object: JsonObject, known: readonly string[]): JsonObject {
  const first = known.filter((key) => Object.hasOwn(object, key));
  const rest = Object.keys(object).filter((key) => !known.includes(key)).sort();
  return Object.fromEntries([...first, ...rest].filter((key) => object[key] !== undefined).map((key) => [key, object[key]]));
}

/** `Array.isArray` makes lists of `any`. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
