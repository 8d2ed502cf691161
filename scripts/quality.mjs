/**
 * `npm run quality`: scores the built command line on the development sets of the shared folder and writes the tables of
 * docs/measurements.md. Needs python3 and ../shared; no text of these sets enters the project.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
const folder = mkdtempSync(join(tmpdir(), 'article-annotator-'));

/** @typedef {Record<string, { p: number; r: number; f1: number }>} Scores */

/** The file of what the command line says of a gold file; each is annotated once, however it is scored. @type {(gold: string, options: string[]) => string} */
function annotated(gold, options) {
  const output = join(folder, [basename(gold), ...options].join(''));
  if (!existsSync(output)) writeFileSync(output, execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'annotate', '--jsonl', ...options], { input: readFileSync(gold), maxBuffer: 2 ** 28 }));
  return output;
}

/** @type {(gold: string, options: string[], flags: string[]) => Scores} */
function scored(gold, options, flags) {
  const output = annotated(gold, options);
  return JSON.parse(execFileSync('python3', [join(shared, 'tools/score.py'), gold, output, '--json', ...flags], { encoding: 'utf8' }));
}

/** Expected calibration error of the entities' confidences. @type {(gold: string, options: string[]) => string} */
function calibration(gold, options) {
  const said = execFileSync('python3', [join(root, 'training/annotator_training/calibration.py'), gold, annotated(gold, options)], { encoding: 'utf8' });
  return /calibration error ([\d.]+)/.exec(said)?.[1] ?? '–';
}

/** The first tier alone, and both tiers. @type {(gold: string, ...flags: string[]) => { rules: Scores; both: Scores }} */
function score(gold, ...flags) {
  return { rules: scored(gold, ['--no-model'], flags), both: scored(gold, [], flags) };
}

/** @type {(what: string, of: { rules: Scores; both: Scores }, measure: string, target: string) => string} */
function row(what, { rules, both }, measure, target) {
  const { p, r, f1 } = both[measure];
  return `| ${what} | ${rules[measure].f1} | ${p} | ${r} | **${f1}** | ${target} |`;
}

/** Puts the text between the markers of that name. @type {(page: string, name: string, text: string) => string} */
function between(page, name, text) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [a, b] = [page.indexOf(start), page.indexOf(end)];
  if (a < 0 || b < a) throw new Error(`docs/measurements.md has no ${start} … ${end}`);
  return `${page.slice(0, a + start.length)}\n${text}\n${page.slice(b)}`;
}

const dev = (name) => join(shared, 'data/dev', `${name}.jsonl`);
const worldwide = score(dev('worldwide'));
const pud = score(dev('uner-pud'));
const wikinews = score(dev('wikinews'), '--types18', '--outermost');
const nested = score(dev('wikinews'), '--types18');
const polnear = score(dev('polnear'), '--outermost');
const own = score(join(shared, 'articles/kyivpost-2025-03-24.jsonl'), '--types18');
const errors = [['--no-model'], []].map((options) => calibration(dev('wikinews'), options));
rmSync(folder, { recursive: true });

const head = '| set, measure | rules alone, F1 | both tiers, P | R | F1 | asked for |\n|---|---|---|---|---|---|\n';
const quality = head + [
  row('the user’s article, all types that are marked there', own, 'ALL18', '98'),
  row('the user’s article, claims content + source', own, 'content+source', 'all ten'),
  row('worldwide, PER+ORG+LOC', worldwide, 'PER+ORG+LOC', '86'),
  row('worldwide, NORP', worldwide, 'NORP', '89'),
  row('worldwide, DATE', worldwide, 'DATE', '–'),
  row('worldwide, MONEY', worldwide, 'MONEY', '–'),
  row('uner-pud, PER+ORG+LOC', pud, 'PER+ORG+LOC', '84'),
  row('wikinews, all 18 types', wikinews, 'ALL18', '91'),
  row('wikinews, claims content + source, nested ones too', nested, 'content+source', '72'),
  row('wikinews, claims content + source, outermost', wikinews, 'content+source', '35'),
  row('wikinews, DATE', wikinews, 'DATE', '80'),
  row('wikinews, MONEY (two in the set)', wikinews, 'MONEY', '80'),
  row('polnear, claims content + source, outermost', polnear, 'content+source', '60'),
].join('\n');
const names = Object.keys(wikinews.both).filter((key) => key !== 'ALL18' && key === key.toUpperCase());
const types = `| type | rules alone, F1 | both tiers, P | R | F1 |\n|---|---|---|---|---|\n${names.map((key) => `| ${key} | ${wikinews.rules[key]?.f1 ?? 0} | ${wikinews.both[key].p} | ${wikinews.both[key].r} | ${wikinews.both[key].f1} |`).join('\n')}`;

const calibrated = `| set | rules alone | both tiers | asked for |\n|---|---|---|---|\n| wikinews | ${errors[0]} | ${errors[1]} | 0.05 |`;

const page = join(root, 'docs/measurements.md');
writeFileSync(page, between(between(between(readFileSync(page, 'utf8'), 'quality', quality), 'types', types), 'calibration', calibrated));
process.stdout.write(`${quality}\n\n${types}\n\n${calibrated}\n`);
