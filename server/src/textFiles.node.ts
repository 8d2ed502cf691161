/** Small text files of a workspace, where they lie on disk. */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TextFile, TextFiles } from './lsp/glossaries.js';

/** Bytes beyond which a file is not read: no list of names is that long. */
const LARGEST = 8 * 1024 * 1024;

export const textFilesOnDisk: TextFiles = {
  serves: (uri) => uri.startsWith('file:'),
  async read(uri): Promise<TextFile | null> {
    const path = fileURLToPath(uri);
    try {
      const { mtime, size } = await stat(path);
      if (size > LARGEST) throw new Error(`${path} has more than ${LARGEST / 1024 / 1024} MB and is not read`);
      return { content: await readFile(path, 'utf8'), edited: mtime.toISOString().slice(0, 10) };
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
      throw error;
    }
  },
};
