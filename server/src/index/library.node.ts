/** The articles in folders of this machine. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileMark } from './articleIndex.js';
import type { Library } from './build.js';
import { Choosing, tooMany } from './choosing.js';
import type { Choice } from './choosing.js';
import { uriOfPath } from './uris.js';

export class FolderLibrary implements Library {
  private readonly choosing: Choosing;

  constructor(private readonly folders: readonly string[], private readonly choice: Choice, private readonly report: (problem: string) => void) {
    this.choosing = new Choosing(choice, process.platform !== 'linux');
  }

  async list(): Promise<FileMark[]> {
    const found: FileMark[] = [];
    for (const folder of this.folders) await this.walk(folder, folder, found);
    if (found.length >= this.choice.mostFiles) this.report(tooMany(this.choice));
    return found;
  }

  async mark(uri: string): Promise<FileMark | null> {
    const path = fileURLToPath(uri);
    const folder = this.folders.find((one) => path.startsWith(one.endsWith(sep) ? one : one + sep));
    if (folder === undefined || !this.choosing.counts(relativePath(folder, path))) return null;
    return this.markAt(path);
  }

  async read(uri: string): Promise<string | null> {
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      return this.missing(error, uri);
    }
  }

  private async walk(folder: string, place: string, found: FileMark[]): Promise<void> {
    const entries = await readdir(place, { withFileTypes: true }).catch((error: unknown) => this.missing(error, place));
    for (const entry of entries ?? []) {
      if (found.length >= this.choice.mostFiles) return;
      const path = join(place, entry.name);
      const inFolder = relativePath(folder, path);
      if (this.choosing.excluded(inFolder)) continue;
      // Links are not followed: what they lead to is there by itself, or does not belong to the workspace.
      if (entry.isDirectory()) await this.walk(folder, path, found);
      else if (entry.isFile() && this.choosing.included(inFolder)) {
        const mark = await this.markAt(path);
        if (mark !== null) found.push(mark);
      }
    }
  }

  private async markAt(path: string): Promise<FileMark | null> {
    try {
      const found = await stat(path);
      return found.isFile() && found.size <= this.choice.largestBytes ? { uri: uriOfPath(path), modified: Math.floor(found.mtimeMs), size: found.size } : null;
    } catch (error) {
      return this.missing(error, path);
    }
  }

  /** A file that has gone meanwhile is nothing to tell of. */
  private missing(error: unknown, place: string): null {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) this.report(`${place} cannot be read: ${String(error)}`);
    return null;
  }
}

function relativePath(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}
