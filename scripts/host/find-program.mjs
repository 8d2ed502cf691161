import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {string} name
 * @returns {string | undefined} the first executable of that name on PATH
 */
export function findOnPath(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '') continue;
    for (const suffix of suffixes) {
      const candidate = join(folder, name + suffix);
      if (isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

/**
 * Chromium or Chrome as the system has it; ARTICLE_ANNOTATOR_CHROMIUM names another one.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.ARTICLE_ANNOTATOR_CHROMIUM;
  if (named) return named;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = findOnPath(name);
    if (found) return found;
  }
  const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return isExecutable(onMac) ? onMac : undefined;
}

/**
 * @param {string} path
 * @returns {boolean}
 */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Whatever the reason (absent, forbidden, a broken link), it cannot be run.
    return false;
  }
}
