/**
 * `npm run bench [-- --write]`: builds everything, starts the extension in the real editor, runs test/bench and, with --write, puts the
 * tables into docs/measurements.md. `npm run bench -- requests [--write]`: only the requests and the views; `npm run bench -- model
 * [--write]`: only the second tier; `npm run bench -- anchors [--write] [--show]`: only how often annotations find their words again;
 * `npm run bench -- parts [--write] [--show] [--train]`: only how often the right source is offered first;
 * `npm run bench -- annotating [--write]`: only what 5,000 annotations cost;
 * `npm run bench -- index [--articles=2000] [--write]`: only the index of a workspace; the written figures are of 10,000 articles;
 * `npm run bench -- peers --python=PYTHON [--write]`: only the second tier beside spaCy, which has to be installed for it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ensureDependencies } from './bootstrap.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await ensureDependencies();
execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
for (const entry of ['bench', 'answers', 'model', 'anchors', 'parts', 'annotating', 'index', 'peers', 'emptyServer']) {
  await build({
    entryPoints: [`${root}/test/bench/${entry}.ts`], outfile: `${root}/dist-test/bench/${entry}.mjs`,
    bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning',
    // As the product is built.
    supported: { 'regexp-unicode-property-escapes': true },
    // Views are measured without an editor.
    alias: { vscode: `${root}/test/bench/vscode.ts` },
    // Libraries of the server are CommonJS and ask for `require`.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  });
}
const options = process.argv.slice(2);
const only = ['requests', 'model', 'anchors', 'parts', 'annotating', 'index', 'peers'].find((name) => options.includes(name));
if (only === undefined) {
  execFileSync(process.execPath, ['test/bench/activation/run.mjs', 'dist-test/bench/activations.jsonl', 'dist-test/bench/busy.json'], {
    cwd: root, stdio: 'inherit', env: { ARTICLE_ANNOTATOR_E2E_LOGS: `${root}/dist-test/bench/logs`, ...process.env },
  });
}
/** For new objects of the process that measures requests, MB: what it collects would count as time of theirs. */
const ROOM = '--min-semi-space-size=16';
// All are run whatever one finds, and each can fail.
const programs = { requests: ['answers'], model: ['model'], anchors: ['anchors'], parts: ['parts'], annotating: ['annotating'], index: ['index'], peers: ['peers'] }[only ?? ''] ?? ['bench', 'answers', 'model', 'anchors', 'parts', 'annotating', 'index'];
const codes = programs.map((program) => spawnSync(process.execPath, [...(['answers', 'index', 'annotating'].includes(program) ? [ROOM] : []), `dist-test/bench/${program}.mjs`, ...options], { cwd: root, stdio: 'inherit' }).status);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
