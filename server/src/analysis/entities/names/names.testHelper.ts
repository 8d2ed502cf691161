/** Helpers of the tests here: texts with the expected names drawn into them. */
import { expect } from 'vitest';
import { loadGazetteer } from '../../../knowledge/index.js';
import { tokeniseBlock } from '../../structure/index.js';
import { findValues } from '../values/index.js';
import type { Zone } from '../../types.js';
import type { FoundName, NameDecision } from './index.js';
import { NameTable, findNames } from './index.js';

const MARK = /\[([^[\]]+)\]([A-Z_]+)/g;

/** The candidates of each paragraph. */
export function namesOf(text: string, zone: Zone = 'body'): { paragraph: string; names: FoundName[] }[] {
  return text.split('\n\n').map((paragraph) => {
    const block = tokeniseBlock(paragraph, zone);
    return { paragraph, names: findNames(block, findValues(block), loadGazetteer()) };
  });
}

export function tableOf(text: string, zone: Zone = 'body'): NameTable {
  const table = new NameTable(loadGazetteer());
  for (const { names } of namesOf(text, zone)) table.add(names);
  return table;
}

/** What the article makes of a name. */
export function decide(text: string, key: string): NameDecision {
  return tableOf(text).decide(key);
}

/** Checks that just the marked names are found, each with its type: `[Petra Osei]PERSON said …`. */
export function checkNames(marked: string, zone: Zone = 'body'): void {
  const text = marked.trim().replaceAll(MARK, '$1');
  const found = namesOf(text, zone);
  const table = tableOf(text, zone);
  const drawn = found.map(({ paragraph, names }) => draw(paragraph, names, table)).join('\n\n');
  expect(drawn).toBe(marked.trim());
}

function draw(paragraph: string, names: readonly FoundName[], table: NameTable): string {
  let out = '';
  let at = 0;
  for (const name of names) {
    const { type } = table.decide(name.key);
    if (type === null) continue;
    out += `${paragraph.slice(at, name.start)}[${name.text}]${type}`;
    at = name.end;
  }
  return out + paragraph.slice(at);
}

/** Checks the roles of one name, in the order of the text. */
export function checkRoles(text: string, key: string, roles: readonly string[]): void {
  const found = namesOf(text).flatMap(({ names }) => names).filter((n) => n.key === key).flatMap((n) => n.roles);
  expect(found.map((role) => role.text)).toEqual(roles);
}
