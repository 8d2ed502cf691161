/** All sidecars of the workspace: read once, some time after the first highlights, and again as they change, for everybody who wants to know what stands in them. */
import type { InitializeParams } from 'vscode-languageserver';
import { SUFFIX } from '../annotations/sidecar/sidecar.js';
import type { Library } from '../index/build.js';
import { sameSpelling } from '../index/uris.js';
import type { Desk } from './desk.js';
import type { WatchedFiles } from './watchedFiles.js';
import type { IndexHost } from './workspaceIndex.js';

/** `text` is empty for a file that is gone or cannot be read. */
export type SidecarReader = (uri: string, text: string) => void | Promise<void>;

const CHOICE = { include: [`*${SUFFIX}`], exclude: ['**/node_modules', '**/.git'], largestBytes: 20_000_000, mostFiles: 50_000 };
/** After the first highlights, and after the index of articles has begun. */
const START_AFTER_MS = 1_500;

export class WorkspaceSidecars {
  private folders: readonly string[] = [];
  private library: Library | null = null;
  private readonly readers: SidecarReader[] = [];
  private begin: () => void = () => undefined;
  private readonly begun = new Promise<void>((resolve) => { this.begin = resolve; });
  private work = this.begun;

  constructor(private readonly desk: Desk, private readonly host: IndexHost | null, watched: WatchedFiles) {
    watched.onChanges((changes) => {
      const sidecars = changes.map(({ uri }) => sameSpelling(uri)).filter((uri) => uri.endsWith(SUFFIX));
      if (sidecars.length > 0 && this.library !== null) this.enqueue(() => this.readAll(sidecars));
    });
  }

  initialise({ workspaceFolders }: InitializeParams): void {
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  }

  onRead(reader: SidecarReader): void {
    this.readers.push(reader);
  }

  /** Called once, when the first highlights have gone out. */
  start(): void {
    const { host, folders } = this;
    if (host === null || folders.length === 0) {
      this.begin();
      return;
    }
    this.enqueue(async () => {
      this.library = host.library(folders, CHOICE, (problem) => { this.desk.log('sidecars', problem); });
      await this.readAll((await this.library?.list() ?? []).map(({ uri }) => uri));
    });
    setTimeout(this.begin, START_AFTER_MS);
  }

  /** All that is known of by then has been read, which is long after the start. */
  async whenRead(): Promise<void> {
    await this.begun;
    await this.work;
  }

  private async readAll(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const text = await this.library?.read(uri) ?? '';
      for (const reader of this.readers) await reader(uri, text);
    }
  }

  private enqueue(job: () => Promise<void>): void {
    this.work = this.work.then(job).catch((error: unknown) => { this.desk.log('sidecars', error); });
  }
}
