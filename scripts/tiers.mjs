/** `npm run tiers -- GOLD.jsonl…`: scores the first tier, the model and both on marked articles; see test/bench/tiers.ts. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
await build({
  entryPoints: [`${root}/test/bench/tiers.ts`], outfile: `${root}/dist-test/bench/tiers.mjs`, absWorkingDir: root,
  bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning',
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
});
execFileSync(process.execPath, [`${root}/dist-test/bench/tiers.mjs`, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
