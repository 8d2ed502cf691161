/**
 * Every check of the project, one after the other, with one closing line "N passed, N failed".
 *
 * Usage: npm test [-- STEP …]     only these steps, for example: npm test -- unit
 */
import { ROOT, ensureBuild, ensureDependencies } from './bootstrap.mjs';
import { printSummary, readSummary, runMain, runProgram, runStep } from './steps.mjs';
import { runVitest } from './vitest-step.mjs';

/** @type {{ name: string, title: string, run: () => Promise<import('./steps.mjs').Counts> }[]} */
const STEPS = [
  { name: 'typecheck', title: 'Types (tsc)', run: () => oneCheck('npm', ['run', '--silent', 'typecheck']) },
  { name: 'lint', title: 'Lint (eslint)', run: () => oneCheck('npm', ['run', '--silent', 'lint']) },
  { name: 'build', title: 'Build (esbuild)', run: buildStep },
  { name: 'unit', title: 'Unit and protocol tests (vitest)', run: () => runVitest(ROOT) },
  { name: 'e2e', title: 'End-to-end tests in a real VS Code', run: endToEndStep },
];

await runMain(() => main(process.argv.slice(2)));

/**
 * @param {string[]} names
 * @returns {Promise<number>} the exit code
 */
async function main(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`No such step: ${unknown.join(', ')}. Steps are ${STEPS.map((step) => step.name).join(', ')}.`);
  ensureDependencies();
  const chosen = STEPS.filter((step) => names.length === 0 || names.includes(step.name));
  const results = [];
  for (const [index, step] of chosen.entries()) results.push(await runStep(`${index + 1}/${chosen.length} ${step.title}`, step.run));
  return printSummary(results);
}

/**
 * A program that passes or fails as a whole.
 * @param {string} program
 * @param {string[]} args
 */
async function oneCheck(program, args) {
  const { status } = await runProgram(program, args, { cwd: ROOT });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function buildStep() {
  ensureBuild({ force: true });
  return { passed: 1, failed: 0 };
}

async function endToEndStep() {
  ensureBuild();
  const { status, output } = await runProgram(process.execPath, ['test/e2e/run.mjs'], { cwd: ROOT });
  return readSummary(output, status);
}
