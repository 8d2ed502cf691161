import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files and folders at the top of the project that belong to the installed extension: those of which `.vscodeignore` lets something into the package.
 * @param {string} root the project
 * @returns {string[]}
 */
export function installedParts(root) {
  const lines = readFileSync(join(root, '.vscodeignore'), 'utf8').split(/\r?\n/);
  const parts = new Set(lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1).split('/')[0] ?? ''));
  return [...parts];
}

/**
 * Lays the built extension into an extensions folder, as if it had been installed there.
 * @param {string} root the project
 * @param {string} extensionsDir
 * @returns {Promise<string>} the folder of the extension
 * @throws {Error} if it has not been built
 */
export async function installExtension(root, extensionsDir) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!existsSync(join(root, manifest.main))) {
    throw new Error(`The extension has not been built: there is no ${manifest.main}. Run npm run build.`);
  }
  const folder = join(extensionsDir, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
  await mkdir(folder, { recursive: true });
  for (const part of installedParts(root)) {
    if (existsSync(join(root, part))) await cp(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}
