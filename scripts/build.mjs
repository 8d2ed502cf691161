#!/usr/bin/env node
/**
 * Bundles what VS Code and the command line load into dist/.
 *
 *   node scripts/build.mjs           for people: minified, no source maps
 *   node scripts/build.mjs --dev     for debugging: readable, with source maps
 *   node scripts/build.mjs --watch   the same, rebuilt at every change
 *
 * An entry whose source file does not exist is left out, and so is its output.
 */
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { writeNotices } from './third-party-notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The WebAssembly that runs the model, as it comes. */
const RUNTIME = 'ort-wasm-simd-threaded.wasm';

/** The same of SQLite. */
const SQLITE = 'node-sqlite3-wasm.wasm';

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"', __VERSION__: JSON.stringify(version) },
};

/** Node 20.0 knows fewer of Unicode's properties than 20.12, none of them ours: without this every such expression is made anew where it is used, at each use. */
const ourProperties = { 'regexp-unicode-property-escapes': true };

/** Node's loader: oldest Node of VS Code 1.91. A dynamic import stays a `require`, so that `vscode` resolves in what it loads. */
const node = { platform: 'node', format: 'cjs', target: 'node20', supported: { ...ourProperties, 'dynamic-import': false }, mainFields: ['module', 'main'] };
const web = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** @type {{ entry: string; out: string; options: esbuild.BuildOptions }[]} */
const bundles = [
  // What runs at activation is small; the language client beside it is loaded with the first article.
  { entry: 'client/src/extension.node.ts', out: 'dist/extension.js', options: { ...node, external: ['vscode', './reading.js', './annotating.js'] } },
  { entry: 'client/src/session.node.ts', out: 'dist/session.node.js', options: { ...node, external: ['vscode'] } },
  { entry: 'client/src/reading.ts', out: 'dist/reading.js', options: { ...node, external: ['vscode', './lookUps.js'] } },
  { entry: 'client/src/lookUps.ts', out: 'dist/lookUps.js', options: { ...node, external: ['vscode'] } },
  { entry: 'client/src/annotating.ts', out: 'dist/annotating.js', options: { ...node, external: ['vscode'] } },
  // A web extension is one file: its host loads nothing beside it.
  { entry: 'client/src/extension.browser.ts', out: 'dist/extension.web.js', options: { ...web, format: 'cjs', external: ['vscode'] } },
  // What is forked is small: it runs the bundle beside it from V8's code cache.
  { entry: 'server/src/start.node.ts', out: 'dist/server.js', options: node },
  { entry: 'server/src/main.node.ts', out: 'dist/server.main.js', options: node },
  // The index of a workspace with its SQLite, loaded after the first highlights.
  { entry: 'server/src/index/articles.node.ts', out: 'dist/articles.js', options: node },
  { entry: 'server/src/main.browser.ts', out: 'dist/server.web.js', options: { ...web, format: 'iife' } },
  // An ES module, since the runtime that it holds asks where it lies. Loaded when an article has its first highlights.
  { entry: 'server/src/modelWorker.node.ts', out: 'dist/modelWorker.mjs', options: { ...node, format: 'esm', supported: ourProperties, mainFields: ['module', 'main'] } },
  { entry: 'server/src/modelWorker.browser.ts', out: 'dist/modelWorker.web.js', options: { ...web, format: 'iife' } },
  { entry: 'server/src/cli.ts', out: 'dist/cli.js', options: { ...node, banner: { js: '#!/usr/bin/env node' } } },
];

if (!watch) await rm(join(root, 'dist'), { recursive: true, force: true });
await mkdir(join(root, 'dist'), { recursive: true });
await copyFile(join(root, 'node_modules/onnxruntime-web/dist', RUNTIME), join(root, 'dist', RUNTIME));
await copyFile(join(root, 'node_modules/node-sqlite3-wasm/dist', SQLITE), join(root, 'dist', SQLITE));
// Facts for cards, read after the first highlights.
await cp(join(root, 'server/src/knowledge/packs'), join(root, 'dist/packs'), { recursive: true });
const present = bundles.filter(({ entry }) => existsSync(join(root, entry)));
const builds = present.map(({ entry, out, options }) => ({ ...shared, ...options, entryPoints: [entry], outfile: out }));

if (watch) {
  for (const options of builds) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  // Each for itself: one that does not build must not keep the others from being used.
  const built = await Promise.allSettled(builds.map((options) => esbuild.build(options)));
  const metafiles = built.flatMap((result) => (result.status === 'fulfilled' ? [result.value.metafile] : []));
  writeNotices(root, metafiles);
  for (const { outputs } of metafiles) {
    for (const [out, { bytes }] of Object.entries(outputs)) {
      if (out.endsWith('.js')) console.log(`${out}  ${Math.ceil(bytes / 1024)} KB`);
    }
  }
  if (metafiles.length < built.length) process.exitCode = 1;
}
