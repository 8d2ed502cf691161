/** Figures beside what is measured in the same run, as a table. */
import { measuredWith, writeTable } from './document.js';

export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly baseline: string;
  readonly ratio: number;
  /** Without one, the row only informs. */
  readonly limit?: number;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

/** @throws for an answer that is not what was asked for, so that nothing fast and wrong is counted */
export function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(`The benchmark's answer is wrong: ${what}`);
}

/** Prints the rows and, with --write, puts them into the measurements; the program fails where a row is over its limit. */
export function report(name: 'bench' | 'annotating', command: string, rows: readonly Row[]): void {
  const text = [
    measuredWith(command), '',
    '| what | ours | baseline, same run | ratio | limit | within |', '|---|---|---|---|---|---|', ...rows.map(lineOf),
  ].join('\n');
  process.stdout.write(`${text}\n`);
  if (process.argv.includes('--write')) writeTable(name, text);
  process.exitCode = rows.every(isWithin) ? 0 : 1;
}

function isWithin({ ratio, limit }: Row): boolean {
  return limit === undefined || ratio <= limit;
}

function lineOf(row: Row): string {
  const { what, ours, baseline, ratio, limit } = row;
  return `| ${what} | ${ours} | ${baseline} | ${ratio.toFixed(2)} | ${limit ?? '–'} | ${limit === undefined ? '–' : isWithin(row) ? 'yes' : '**no**'} |`;
}
