/** `npm run bench -- anchors [--write] [--show]`: how often an annotation finds its words again after an edit of known effect. */
import { samples } from './anchors/corpus.js';
import type { Failure, Tally } from './anchors/measure.js';
import { measure, total } from './anchors/measure.js';
import { writeTable } from './document.js';

const ROUNDS = Number(process.argv.find((argument) => argument.startsWith('--rounds='))?.slice('--rounds='.length) ?? 4);
const failures: Failure[] = [];
const all = samples();
const tallies = measure(all, ROUNDS, (failure) => failures.push(failure));
const percent = (part: number, { all: whole }: Tally, digits = 1): string => `${((100 * part) / Math.max(1, whole)).toFixed(digits)} %`;
const row = (name: string, tally: Tally): string => `| ${name} | ${tally.all} | ${percent(tally.right, tally)} | ${percent(tally.wrong, tally, 2)} | ${percent(tally.orphaned, tally)} |`;
const sum = total(tallies.values());
const table = [
  `Measured ${new Date().toISOString().slice(0, 10)} with \`npm run bench -- anchors --write\`: ${all.length} own articles, ${all.reduce((n, { marked }) => n + marked.length, 0)} annotations, ${ROUNDS} rounds of each edit.`, '',
  '| edit | annotations | right | wrong | orphaned without need |', '|---|---|---|---|---|',
  ...[...tallies].map(([name, tally]) => row(name, tally)), row('**all**', sum),
].join('\n');
process.stdout.write(`${table}\n`);
if (process.argv.includes('--show')) for (const failure of failures) process.stdout.write(`${JSON.stringify(failure)}\n`);
if (process.argv.includes('--write')) writeTable('anchors', table);
process.exitCode = sum.right >= 0.98 * sum.all && sum.wrong <= 0.002 * sum.all ? 0 : 1;
