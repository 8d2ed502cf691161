/** Where the index of a workspace lies on Node, and the bundle with SQLite, which is loaded when it is opened. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Articles from './index/articles.node.js';
import type { IndexHost } from './lsp/workspaceIndex.js';

declare const __dirname: string;
declare const __VERSION__: string;

export const indexOnDisk: IndexHost = {
  open: (folder, fresh) => Promise.resolve(bundle().openIndex(folder === undefined ? undefined : join(folder, 'articles.sqlite'), __VERSION__, fresh)),
  library: (folders, choice, report) => (folders.every((uri) => uri.startsWith('file:')) ? new (bundle().FolderLibrary)(folders.map((uri) => fileURLToPath(uri)), choice, report) : null),
};

function bundle(): typeof Articles {
  return createRequire(join(__dirname, 'server.js'))('./articles.js') as typeof Articles;
}
