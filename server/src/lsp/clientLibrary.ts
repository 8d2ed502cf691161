/** The articles in folders that only the editor can look into: on the web, and in virtual workspaces. A client that knows no such request has none. */
import type { Connection } from 'vscode-languageserver';
import { fileRequest } from '../annotatingProtocol.js';
import type { FileAnswer, FileRequest } from '../annotatingProtocol.js';
import type { FileMark } from '../index/articleIndex.js';
import type { Library } from '../index/build.js';
import { Choosing, tooMany } from '../index/choosing.js';
import type { Choice } from '../index/choosing.js';
import { sameSpelling } from '../index/uris.js';

/** Files whose size and time are asked for at once. */
const AT_A_TIME = 200;

export class ClientLibrary implements Library {
  private readonly folders: readonly string[];
  private readonly choosing: Choosing;

  constructor(private readonly connection: Connection, folders: readonly string[], private readonly choice: Choice, private readonly report: (problem: string) => void) {
    this.folders = folders.map((uri) => sameSpelling(uri).replace(/\/$/, ''));
    // What the letters mean is the file system's to know: as on Linux, they are taken as they are.
    this.choosing = new Choosing(choice, false);
  }

  async list(): Promise<FileMark[]> {
    const found: string[] = [];
    for (const folder of this.folders) await this.walk(folder, folder, found);
    if (found.length >= this.choice.mostFiles) this.report(tooMany(this.choice));
    const marks: FileMark[] = [];
    for (let i = 0; i < found.length; i += AT_A_TIME) marks.push(...await this.marksOf(found.slice(i, i + AT_A_TIME)));
    return marks;
  }

  async mark(uri: string): Promise<FileMark | null> {
    const folder = this.folders.find((one) => uri.startsWith(`${one}/`));
    const path = folder === undefined ? undefined : pathIn(folder, uri);
    if (path === undefined || !this.choosing.counts(path)) return null;
    return (await this.marksOf([uri]))[0] ?? null;
  }

  async read(uri: string): Promise<string | null> {
    const answer = await this.ask({ do: 'read', uri });
    return answer?.content ?? null;
  }

  private async walk(root: string, folder: string, found: string[]): Promise<void> {
    for (const { uri, isFolder } of (await this.ask({ do: 'entries', folder }))?.entries ?? []) {
      if (found.length >= this.choice.mostFiles) return;
      const path = pathIn(root, sameSpelling(uri));
      if (path === undefined || this.choosing.excluded(path)) continue;
      if (isFolder) await this.walk(root, uri, found);
      else if (this.choosing.included(path)) found.push(sameSpelling(uri));
    }
  }

  private async marksOf(uris: readonly string[]): Promise<FileMark[]> {
    const marks = (await this.ask({ do: 'marks', uris }))?.marks ?? [];
    return uris.flatMap((uri, i) => {
      const mark = marks[i] ?? null;
      return mark === null || mark.size > this.choice.largestBytes ? [] : [{ uri, ...mark }];
    });
  }

  /** Null, and one line, where the editor has no answer. */
  private async ask(request: FileRequest): Promise<Extract<FileAnswer, { ok: true }> | null> {
    try {
      const answer = await this.connection.sendRequest(fileRequest, request);
      if (answer.ok) return answer;
      this.report(`${placeOf(request)} cannot be read: ${answer.message}`);
    } catch (error) {
      this.report(`${placeOf(request)} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
    return null;
  }
}

function placeOf(request: FileRequest): string {
  if (request.do === 'entries' || request.do === 'list') return request.folder;
  if (request.do === 'marks') return request.uris[0] ?? '';
  return request.do === 'rename' ? request.from : request.uri;
}

/** Undefined for what does not lie in it, and for what is no spelling of a path. */
function pathIn(folder: string, uri: string): string | undefined {
  if (!uri.startsWith(`${folder}/`)) return undefined;
  try {
    return decodeURIComponent(uri.slice(folder.length + 1));
  } catch {
    // A lone percent sign: no editor writes a file so.
    return undefined;
  }
}
