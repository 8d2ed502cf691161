/**
 * The index of all articles of the workspace: opened and brought up to date after the first highlights, kept so as files change, and
 * given to those that ask. What the rules find is in it; the model reads open articles only.
 */
import type { Connection, InitializeParams, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { FileChangeType, WatchKind } from 'vscode-languageserver';
import { entryOf } from '../index/entries.js';
import type { ArticleIndex, IndexedArticle } from '../index/articleIndex.js';
import { bringUpToDate, update } from '../index/build.js';
import type { BuildParts, Library } from '../index/build.js';
import type { Choice } from '../index/choosing.js';
import { sameSpelling } from '../index/uris.js';
import { ARTICLE_LANGUAGE, INDEX_FOLDER } from '../protocol.js';
import type { Settings } from '../settings.js';
import type { Desk } from './desk.js';
import { OpenDocument } from './openDocument.js';
import type { WatchedFiles } from './watchedFiles.js';

/** What the place that we run in has for an index. */
export interface IndexHost {
  /** In a file of this folder, or in memory. A damaged file gives way to a new one; `fresh`: any file does. */
  open(folder: string | undefined, fresh: boolean): Promise<{ readonly index: ArticleIndex; readonly problem?: string }>;
  /** Null where it cannot look into these folders. */
  library(folders: readonly string[], choice: Choice, report: (problem: string) => void): Library | null;
}

const ARTICLE_PATTERNS = ['*.article', '*.article.txt'];
const PLAIN_TEXT_PATTERN = '*.txt';
const ALWAYS_EXCLUDED = ['**/node_modules', '**/.git'];
/** Half a million characters: a longer text is a book or a log. */
const LARGEST_BYTES = 500_000;
const MOST_FILES = 50_000;
/** Files to read from which on the build is shown, and can be cancelled: fewer are done before anybody has read the message. */
const SHOWN_FROM = 100;
/** After the first highlights: what else an article needs goes before. */
const START_AFTER_MS = 1_000;
/** Files that change together are read together. */
const GATHER_MS = 200;
/** Of each time that an article takes as much is left to others. */
const SHARE_LEFT = 1;

interface Opened {
  readonly index: ArticleIndex;
  readonly library: Library;
  readonly settings: Settings;
  /** By which one sees that other files count. */
  readonly choice: string;
}

export class WorkspaceIndex {
  private folders: string[] = [];
  private storage: string | undefined;
  private canShowProgress = false;
  private canAsk = false;
  private hasFolders = false;
  private isStarted = false;
  private isStopped = false;
  private opened: Opened | null = null;
  private readonly watchedPatterns = new Set<string>();
  private readonly changed = new Set<string>();
  private gathering: ReturnType<typeof setTimeout> | undefined;
  /** One piece of work after the other. */
  private work: Promise<void> = Promise.resolve();
  private hasFailed = false;

  constructor(private readonly connection: Connection, private readonly desk: Desk, private readonly host: IndexHost | null, private readonly watched: WatchedFiles) {
    watched.onChanges((changes) => {
      for (const { uri, type } of changes) this.fileChanged(sameSpelling(uri), type === FileChangeType.Deleted);
    });
  }

  /** Null while there is none: no folder, switched off, or not yet read. */
  get index(): ArticleIndex | null {
    return this.opened?.index ?? null;
  }

  /** Where the indexed texts are read again for what is shown of them. */
  get library(): Library | null {
    return this.opened?.library ?? null;
  }

  initialise(params: InitializeParams): void {
    const { workspace, window } = params.capabilities;
    // The root alone comes from clients that know no folders.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const root = params.rootUri;
    this.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (root === null ? [] : [root]);
    this.canShowProgress = window?.workDoneProgress === true;
    this.canAsk = workspace?.configuration === true;
    this.hasFolders = workspace?.workspaceFolders === true;
    this.storage = storageIn(params.initializationOptions);
  }

  initialised(): void {
    if (this.hasFolders) this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => { this.foldersChanged(added.map(({ uri }) => uri), removed.map(({ uri }) => uri)); });
  }

  /** Called once, when the first highlights have gone out. */
  start(): void {
    if (this.host === null || this.folders.length === 0) return;
    setTimeout(() => {
      this.isStarted = true;
      this.enqueue(() => this.adjust());
    }, START_AFTER_MS);
  }

  settingsChanged(): void {
    if (this.isStarted) this.enqueue(() => this.adjust());
  }

  /** Reads what is new or changed, also after a build that was cancelled. Ends when that is done. */
  again(): Promise<void> {
    if (this.isStarted) this.enqueue(() => (this.opened === null ? this.adjust() : this.build(this.opened)));
    return this.work;
  }

  /** For a query that failed: the file is damaged. Made anew once; what fails twice stays away. */
  failed(error: unknown): void {
    this.desk.log('index of articles', error);
    const isSecond = this.hasFailed;
    this.hasFailed = true;
    this.close();
    if (!isSecond) this.enqueue(() => this.adjust(true));
  }

  stop(): void {
    this.isStopped = true;
    this.close();
  }

  private foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((uri) => !removed.includes(uri)), ...added];
    if (this.isStarted) this.enqueue(() => this.adjust());
  }

  private fileChanged(uri: string, isDeleted: boolean): void {
    const { opened } = this;
    if (opened === null) return;
    // The files of a folder that goes are not told of one by one.
    if (isDeleted) for (const known of opened.index.files().keys()) if (known.startsWith(`${uri}/`)) this.changed.add(known);
    this.changed.add(uri);
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => { this.enqueue(() => this.takeChanges()); }, GATHER_MS);
  }

  private async takeChanges(): Promise<void> {
    const { opened } = this;
    const uris = [...this.changed];
    this.changed.clear();
    if (opened !== null) await update(uris, this.parts(opened, () => this.opened !== opened));
  }

  /** Opens, closes or looks again, as the settings say. */
  private async adjust(fresh = false): Promise<void> {
    const [folder] = this.folders;
    const { host } = this;
    if (host === null || this.isStopped) return;
    const settings = folder === undefined ? undefined : await this.desk.settingsOf(folder);
    if (folder === undefined || settings?.workspaceIndex.enabled !== true) {
      this.close();
      return;
    }
    const choice = await this.choiceFor(folder, settings);
    const key = JSON.stringify([this.folders, settings.plainText.annotate, choice]);
    if (this.opened?.choice === key) return;
    const library = host.library(this.folders, choice, (problem) => { this.connection.console.warn(`Article Annotator: ${problem}`); });
    if (library === null) return;
    const index = this.opened?.index ?? await this.open(host, fresh);
    this.opened = { index, library, settings, choice: key };
    this.watch(choice);
    await this.build(this.opened);
  }

  private async open(host: IndexHost, fresh: boolean): Promise<ArticleIndex> {
    const { index, problem } = await host.open(this.storage, fresh);
    if (problem !== undefined) this.connection.console.warn(`Article Annotator: ${problem}`);
    return index;
  }

  private async build(opened: Opened): Promise<void> {
    let progress: Promise<WorkDoneProgressServerReporter> | undefined;
    let shown: WorkDoneProgressServerReporter | undefined;
    const cancelling = new AbortController();
    const isOver = (): boolean => cancelling.signal.aborted || this.opened !== opened;
    try {
      const done = await bringUpToDate({
        ...this.parts(opened, isOver),
        progress: (done, total) => {
          if (total < SHOWN_FROM || !this.canShowProgress) return;
          progress ??= this.connection.window.createWorkDoneProgress().then((reporter) => {
            reporter.begin('Indexing articles', 0, undefined, true);
            reporter.token.onCancellationRequested(() => { cancelling.abort(); });
            shown = reporter;
            return reporter;
          });
          progress.catch((error: unknown) => { this.desk.log('progress', error); });
          shown?.report(Math.floor((100 * done) / total), `${done} of ${total}`);
        },
      });
      const said = cancelling.signal.aborted ? 'Indexing was cancelled; what was read stays' : 'The articles of the workspace are indexed';
      if (this.opened === opened) this.connection.console.info(`Article Annotator: ${said} (${done} read, ${opened.index.files().size} known)`);
    } finally {
      (await progress)?.done();
    }
  }

  private parts({ index, library, settings }: Opened, isCancelled: () => boolean): BuildParts {
    let since = performance.now();
    return {
      index, library, isCancelled,
      read: (uri, text) => {
        since = performance.now();
        return this.read(uri, text, settings);
      },
      pause: () => new Promise((resolve) => { setTimeout(resolve, SHARE_LEFT * (performance.now() - since)); }),
    };
  }

  /** As the editor would open it. */
  private read(uri: string, text: string, settings: Settings): IndexedArticle | null {
    const isPlain = settings.plainText.annotate !== 'never' && uri.endsWith('.txt') && !uri.endsWith('.article.txt');
    try {
      const article = OpenDocument.create(uri, isPlain ? 'plaintext' : ARTICLE_LANGUAGE, 0, text).read(settings, () => this.desk.gazetteerFor(uri));
      return 'kind' in article ? null : entryOf(article);
    } catch (error) {
      this.desk.log(`indexing ${uri}`, error);
      return null;
    }
  }

  private async choiceFor(folder: string, { plainText, filePatterns }: Settings): Promise<Choice> {
    const include = [...ARTICLE_PATTERNS, ...(plainText.annotate === 'never' ? [] : [PLAIN_TEXT_PATTERN]), ...filePatterns];
    const sections = this.canAsk ? await this.connection.workspace.getConfiguration(['files.exclude', 'search.exclude'].map((section) => ({ scopeUri: folder, section }))) : [];
    return { include, exclude: [...ALWAYS_EXCLUDED, ...(sections as unknown[]).flatMap(patternsIn)], largestBytes: LARGEST_BYTES, mostFiles: MOST_FILES };
  }

  private watch({ include }: Choice): void {
    for (const pattern of include) this.watchOnce(pattern.includes('/') ? pattern : `**/${pattern}`);
    // Folders, too: the files of one that goes are not told of one by one.
    this.watchOnce('**/*', WatchKind.Delete);
  }

  private watchOnce(pattern: string, kind?: WatchKind): void {
    if (this.watchedPatterns.has(pattern)) return;
    this.watchedPatterns.add(pattern);
    this.watched.watch(pattern, kind);
  }

  private close(): void {
    clearTimeout(this.gathering);
    this.changed.clear();
    const { opened } = this;
    this.opened = null;
    try {
      opened?.index.close();
    } catch (error) {
      this.desk.log('closing the index of articles', error);
    }
  }

  /** What goes wrong in it is dealt with here. */
  private enqueue(job: () => Promise<void>): void {
    this.work = this.work.then(job).catch((error: unknown) => {
      // What is closed under a running build has no more to say.
      if (!this.isStopped) this.failed(error);
    });
  }
}

/** Globs that are on: a value may also be `false`, or a condition on files beside, which is left out. */
function patternsIn(section: unknown): string[] {
  return typeof section === 'object' && section !== null ? Object.entries(section).flatMap(([pattern, value]: [string, unknown]) => (value === true ? [pattern] : [])) : [];
}

function storageIn(options: unknown): string | undefined {
  const value: unknown = typeof options === 'object' && options !== null && INDEX_FOLDER in options ? options[INDEX_FOLDER] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
