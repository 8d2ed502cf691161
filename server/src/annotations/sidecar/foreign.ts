/** Annotations in files of other programs: a list, a collection, one alone, or rows of the Hypothesis service. */
import type { JsonObject } from './json.js';
import { isObject, listOf, stringOf } from './json.js';

/** Their annotations as items of a page; `undefined` for what holds none. */
export function foreignItems(root: unknown): readonly unknown[] | undefined {
  if (Array.isArray(root)) return root.every((item) => isObject(item) || typeof item === 'string') ? root.map(asItem) : undefined;
  if (!isObject(root)) return undefined;
  for (const list of [root['items'], root['rows'], isObject(root['first']) ? root['first']['items'] : undefined]) {
    if (Array.isArray(list)) return list.map(asItem);
  }
  return root['target'] !== undefined && (listOf(root['type']).includes('Annotation') || isRow(root)) ? [asItem(root)] : undefined;
}

function isRow(item: JsonObject): boolean {
  return typeof item['uri'] === 'string' && typeof item['user'] === 'string' && item['type'] === undefined;
}

function asItem(item: unknown): unknown {
  return isObject(item) && isRow(item) ? commentOf(item) : item;
}

/** A row as a comment. Its positions count the text of a web page, in UTF-16: only the quotation is of use. */
function commentOf(row: JsonObject): JsonObject {
  const user = stringOf(row['user']) ?? '';
  const id = stringOf(row['id']);
  const tags = listOf(row['tags']).filter((tag) => typeof tag === 'string');
  return {
    ...(id === undefined ? {} : { id: `https://hypothes.is/a/${id}` }),
    type: 'Annotation',
    motivation: 'commenting',
    ...time('created', row['created']),
    ...time('modified', row['updated'] ?? row['created']),
    creator: { id: user, type: 'Person', name: user.replace(/^acct:/, '').replace(/@.*$/, '') },
    body: { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: stringOf(row['text']) ?? '' },
    target: listOf(row['target']).map(targetOf),
    ...(tags.length === 0 ? {} : { 'aa:tags': tags }),
  };
}

/** Whole seconds of UTC, as we write them. */
function time(key: string, value: unknown): JsonObject {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|[+-]00:?00)$/.exec(stringOf(value) ?? '');
  return match === null ? {} : { [key]: `${match[1] ?? ''}Z` };
}

function targetOf(target: unknown): JsonObject {
  const raw = isObject(target) ? target : {};
  const quote = listOf(raw['selector']).find((selector) => isObject(selector) && selector['type'] === 'TextQuoteSelector');
  return { type: 'SpecificResource', ...(stringOf(raw['source']) === undefined ? {} : { source: raw['source'] }), selector: quote === undefined ? null : [quote] };
}
