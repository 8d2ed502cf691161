/** Where the packs of facts lie beside a bundle on Node. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackHost } from './lsp/factsShelf.js';

declare const __dirname: string;

export const packsOnDisk: PackHost = { read: (name) => readFile(join(__dirname, 'packs', `${name}.json`), 'utf8') };
