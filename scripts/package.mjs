#!/usr/bin/env node
/**
 * Builds and packs the extension into article-annotator-VERSION.vsix, and fails if that is larger than it may be.
 * Everything is bundled, so no dependencies are packed.
 */
import { readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';

const LARGEST_BYTES = 40 * 1024 * 1024;

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packagePath = join(root, `${name}-${version}.vsix`);

const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const files = await listFiles({ cwd: root, dependencies: false });
const maps = files.filter((file) => file.endsWith('.map'));
if (maps.length > 0) throw new Error(`Source maps are not packed: ${maps.join(', ')}`);
for (const needed of ['dist/extension.js', 'dist/session.node.js', 'dist/reading.js', 'dist/annotating.js', 'dist/extension.web.js', 'dist/server.js', 'dist/server.main.js', 'dist/server.web.js', 'dist/articles.js', 'dist/node-sqlite3-wasm.wasm', 'dist/modelWorker.mjs', 'dist/modelWorker.web.js', 'dist/ort-wasm-simd-threaded.wasm', 'package.json']) {
  if (!files.includes(needed)) throw new Error(`${needed} is missing from the package.`);
}

await createVSIX({ cwd: root, packagePath, dependencies: false, skipLicense: false });
const { size } = statSync(packagePath);
const kilobytes = Math.ceil(size / 1024);
if (size > LARGEST_BYTES) throw new Error(`${packagePath} has ${kilobytes} KB; it may have ${LARGEST_BYTES / 1024} KB.`);
console.log(`${packagePath}  ${kilobytes} KB, ${files.length} files`);
