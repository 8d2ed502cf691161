/** The hand-written tables: a line a record, fields separated by ` | `, several values of a field by `; `. */
import { readFileSync } from 'node:fs';

/** @returns {string[][][]} record → field → values */
export function tableOf(name) {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split(' | ').map((field) => field.split('; ').map((value) => value.trim())));
}
