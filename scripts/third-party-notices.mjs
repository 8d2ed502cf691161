/** The licences of the packages that were bundled, as they ask to be passed on with their code. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes dist/THIRD-PARTY-NOTICES.txt from what the bundler says it read.
 * @param {string} root
 * @param {import('esbuild').Metafile[]} metafiles
 */
export function writeNotices(root, metafiles) {
  const folders = new Set(metafiles.flatMap((file) => Object.keys(file.inputs).map(packageFolder)));
  const notices = [...folders].filter((folder) => folder !== null).sort().map((folder) => notice(root, folder));
  if (notices.length > 0) writeFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`));
}

/**
 * @param {string} input path relative to the root
 * @returns {string | null} the package's folder, or null for our own code
 */
function packageFolder(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? null;
}

/**
 * @param {string} root
 * @param {string} folder
 */
function notice(root, folder) {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const license = readdirSync(join(root, folder)).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  const text = license !== undefined && existsSync(join(root, folder, license)) ? readFileSync(join(root, folder, license), 'utf8') : `Licence: ${manifest.license}\n`;
  return `${manifest.name} ${manifest.version}\n\n${text}`;
}
