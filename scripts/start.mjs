/**
 * Opens an article in VS Code with the extension running: in the desktop's VS Code where there is one,
 * else in a VS Code that runs in the browser.
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ROOT, ensureBuild, ensureDependencies } from './bootstrap.mjs';
import { chooseArticle } from './host/article-argument.mjs';
import { findDesktopVSCode } from './host/desktop-vscode.mjs';
import { startInBrowser } from './host/start-in-browser.mjs';

const USAGE = `Usage: npm start [-- [OPTIONS] [FILE]]

Opens FILE (a text file, or a folder with articles; default: the first of samples/) with the extension running.

  --browser           use the VS Code in the browser even if there is a desktop one
  --no-open           print the address, but do not open a browser
  --exit-after-ready  start, check that the editor answers, and stop again
  --help              print this

VSCODE_EXECUTABLE names the VS Code to use.`;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns {Promise<number>} the exit code */
async function main() {
  const { options, article: named } = parseArguments();
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const article = chooseArticle(ROOT, named);
  const desktop = options.browser ? undefined : findDesktopVSCode();
  ensureDependencies();
  ensureBuild();
  if (desktop) return startOnDesktop(desktop, article, Boolean(options['exit-after-ready']));
  return startInBrowser(ROOT, article, { open: !options['no-open'], exitAfterReady: Boolean(options['exit-after-ready']) });
}

function parseArguments() {
  const { values, positionals } = readArguments();
  if (positionals.length > 1) throw new Error(`One file at a time, please: ${positionals.join(', ')}\n\n${USAGE}`);
  return { options: values, article: positionals[0] };
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        'exit-after-ready': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/**
 * @param {string} program
 * @param {import('./host/article-argument.mjs').Article} article
 * @param {boolean} exitAfterReady
 * @returns {Promise<number>}
 */
async function startOnDesktop(program, article, exitAfterReady) {
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', article.folder, article.file];
  console.log(`Opening ${article.file} in ${program}`);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
  });
  if (exitAfterReady) child.kill();
  child.unref();
  return 0;
}
