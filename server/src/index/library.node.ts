/** The articles in folders of this machine. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';
import type { FileMark } from './articleIndex.js';
import type { Library } from './build.js';
import { uriOfPath } from './uris.js';

export interface Choice {
  /** Glob patterns of what counts; one without a slash is matched with the file's name. */
  readonly include: readonly string[];
  /** Glob patterns of files and folders that are left alone. */
  readonly exclude: readonly string[];
  readonly largestBytes: number;
  readonly mostFiles: number;
}

const OPTIONS = { dot: true, nocase: process.platform !== 'linux' };

export class FolderLibrary implements Library {
  private readonly included: (path: string) => boolean;
  private readonly excluded: (path: string) => boolean;

  constructor(private readonly folders: readonly string[], private readonly choice: Choice, private readonly report: (problem: string) => void) {
    this.included = picomatch(choice.include.map((pattern) => (pattern.includes('/') ? pattern : `**/${pattern}`)), OPTIONS);
    this.excluded = picomatch([...choice.exclude], OPTIONS);
  }

  async list(): Promise<FileMark[]> {
    const found: FileMark[] = [];
    for (const folder of this.folders) await this.walk(folder, folder, found);
    if (found.length >= this.choice.mostFiles) this.report(`Only ${this.choice.mostFiles} files of this workspace are indexed; there are more`);
    return found;
  }

  async mark(uri: string): Promise<FileMark | null> {
    const path = fileURLToPath(uri);
    const folder = this.folders.find((one) => path.startsWith(one.endsWith(sep) ? one : one + sep));
    if (folder === undefined || !this.counts(relativePath(folder, path))) return null;
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
      if (this.excluded(inFolder)) continue;
      // Links are not followed: what they lead to is there by itself, or does not belong to the workspace.
      if (entry.isDirectory()) await this.walk(folder, path, found);
      else if (entry.isFile() && this.included(inFolder)) {
        const mark = await this.markAt(path);
        if (mark !== null) found.push(mark);
      }
    }
  }

  /** By its name and the folders around it. */
  private counts(path: string): boolean {
    const parts = path.split('/');
    return this.included(path) && !parts.some((_, i) => this.excluded(parts.slice(0, i + 1).join('/')));
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
