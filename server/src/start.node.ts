/** What the desktop client forks: runs the server's bundle, from the code cache in the folder that `--code-cache=FOLDER` names. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runWithCodeCache } from './base/codeCache.node.js';
import { keepHeapSmall, keepNewObjectsFew } from './base/leanHeap.node.js';

const BUNDLE = join(__dirname, 'server.main.js');
const OPTION = '--code-cache=';
/** By then the first article has been read, and what that took is compiled. */
const KEEP_AFTER_MS = 3_000;

// Before anything is compiled: V8 refuses a cache that was made under other flags.
keepHeapSmall();
const folder = process.argv.find((argument) => argument.startsWith(OPTION))?.slice(OPTION.length);
if (folder === undefined) createRequire(__filename)(BUNDLE);
else {
  const run = runWithCodeCache(BUNDLE, folder);
  setTimeout(() => {
    // A thread may just have started, and what is kept under other flags than now is refused at the next start.
    keepNewObjectsFew();
    run.keep();
  }, KEEP_AFTER_MS).unref();
}
