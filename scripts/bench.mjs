/**
 * `npm run bench [-- --write]`: builds everything, starts the extension in the real editor, runs test/bench and, with --write, puts the
 * table into docs/measurements.md.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ensureDependencies } from './bootstrap.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await ensureDependencies();
execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
for (const entry of ['bench', 'emptyServer']) {
  await build({
    entryPoints: [`${root}/test/bench/${entry}.ts`], outfile: `${root}/dist-test/bench/${entry}.mjs`,
    bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning',
    // Libraries of the server are CommonJS and ask for `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}
execFileSync(process.execPath, ['test/bench/activation/run.mjs', 'dist-test/bench/activations.jsonl'], {
  cwd: root, stdio: 'inherit', env: { ARTICLE_ANNOTATOR_E2E_LOGS: `${root}/dist-test/bench/logs`, ...process.env },
});
execFileSync(process.execPath, ['dist-test/bench/bench.mjs', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
