import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What belongs to the extension when it is installed; whatever of it exists is copied. */
const PARTS = ['package.json', 'package.nls.json', 'README.md', 'LICENSE', 'NOTICE', 'CHANGELOG.md', 'language-configuration.json', 'dist', 'syntaxes', 'media', 'data', 'models', 'walkthrough', 'schemas'];

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
  for (const part of PARTS) {
    if (existsSync(join(root, part))) await cp(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}
