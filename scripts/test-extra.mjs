/**
 * Checks that need programs a developer may not have: each test/extra/*.mjs is a program that ends with a line
 * "N passed, N failed". CI runs them after npm test.
 *
 * Usage: npm run test:extra [-- NAME …]     for example: npm run test:extra -- neovim
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, ensureBuild, ensureDependencies } from './bootstrap.mjs';
import { printSummary, readSummary, runMain, runProgram, runStep } from './steps.mjs';

const FOLDER = join(ROOT, 'test/extra');

await runMain(() => main(process.argv.slice(2)));

/**
 * @param {string[]} names
 * @returns {Promise<number>} the exit code
 */
async function main(names) {
  const all = readdirSync(FOLDER).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -'.mjs'.length)).sort();
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`No such check: ${unknown.join(', ')}. Checks are ${all.join(', ')}.`);
  ensureDependencies();
  ensureBuild();
  const results = [];
  for (const name of names.length > 0 ? names : all) results.push(await runStep(`Extra check: ${name}`, () => runExtra(name)));
  return printSummary(results);
}

/** @param {string} name */
async function runExtra(name) {
  const { status, output } = await runProgram(process.execPath, [join(FOLDER, `${name}.mjs`)], { cwd: ROOT });
  return readSummary(output, status);
}
