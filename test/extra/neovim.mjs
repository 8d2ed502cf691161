/**
 * The language server in another editor: Neovim's own client, headless, against `article-annotator lsp`.
 * Ends with "N passed, N failed".
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSystemPackages } from '../../scripts/host/system-packages.mjs';
import { runMain } from '../../scripts/steps.mjs';
import { runChecks } from './support/checks.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');
const EDITOR_TIMEOUT_MS = 120_000;
const NUMBERS_PER_TOKEN = 5;

const NAME = 'Rustem Umerov';
const ARTICLE = `Talks in Riyadh

Ukrainian Defense Minister ${NAME} said on Monday that the meeting with the American delegation was productive.
“We discussed the protection of energy facilities,” Umerov said in Riyadh, Saudi Arabia.

The two delegations will meet again on Tuesday, according to officials who were not named. The weather stayed dry.
`;
const PLAIN_WORD = 'weather';

await runMain(main);

/** @returns {Promise<number>} the exit code */
async function main() {
  const server = join(ROOT, 'dist/cli.js');
  if (!existsSync(server)) throw new Error(`There is no ${server}: run npm run build.`);
  ensureSystemPackages(['neovim']);
  const folder = await mkdtemp(join(tmpdir(), 'article-annotator-neovim-'));
  try {
    return await runChecks(checksOf(await askNeovim(folder, [process.execPath, server, 'lsp'])));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string[]} server
 */
async function askNeovim(folder, server) {
  const article = join(folder, 'talks.article.txt');
  const task = join(folder, 'task.json');
  const answers = join(folder, 'answers.json');
  await writeFile(article, ARTICLE);
  await writeFile(task, JSON.stringify({ server, root: folder, article, name: NAME, word: PLAIN_WORD, answers, samples: [article, ...sampleArticles()] }));
  const output = await runNeovim(folder, task);
  if (!existsSync(answers)) throw new Error(`Neovim ended without an answer:\n${output}`);
  const result = JSON.parse(readFileSync(answers, 'utf8'));
  if (result.problem) throw new Error(`In Neovim: ${result.problem}\n${output}`);
  return result;
}

/** @returns {string[]} */
function sampleArticles() {
  const folder = join(ROOT, 'samples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.article.txt')).map((name) => join(folder, name));
}

/**
 * @param {string} folder
 * @param {string} task
 * @returns {Promise<string>} what it printed
 */
async function runNeovim(folder, task) {
  const child = spawn('nvim', ['--headless', '--clean', '-n', '-i', 'NONE', '-S', join(HERE, 'neovim/check.lua')], {
    cwd: folder,
    env: { ...process.env, ARTICLE_ANNOTATOR_TASK: task, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: EDITOR_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const signal = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, ended) => resolve(ended));
  });
  if (signal) throw new Error(`Waited ${EDITOR_TIMEOUT_MS / 1000} s for Neovim to end.\n${output}`);
  return output;
}

/**
 * @param {{ hover: any, hoverElsewhere: any, hoverAfterEdit: any, articles: { path: string, numbers: number }[] }} answers
 * @returns {Record<string, () => void>}
 */
function checksOf(answers) {
  const ofTokens = answers.articles.map(({ path, numbers }) => [
    `semantic tokens of ${basename(path)}`,
    () => {
      assert.ok(numbers > 0, 'no tokens came back');
      assert.equal(numbers % NUMBERS_PER_TOKEN, 0);
    },
  ]);
  return {
    'hover on a name shows a card about it': () => assert.match(hoverText(answers.hover), /Umerov/),
    'hover on an ordinary word shows nothing': () => assert.equal(hoverText(answers.hoverElsewhere), ''),
    'hover finds the name after an edit above it': () => assert.match(hoverText(answers.hoverAfterEdit), /Umerov/),
    ...Object.fromEntries(ofTokens),
  };
}

/**
 * @param {any} hover LSP's three forms of contents, or null
 * @returns {string}
 */
function hoverText(hover) {
  const contents = hover?.contents ?? '';
  const parts = Array.isArray(contents) ? contents : [contents];
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}
