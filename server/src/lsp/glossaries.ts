/**
 * The newsroom's own lists, one for each workspace folder that has the file: read after the first highlights, laid over the built-in lists
 * for the articles of the folder, and read again when the file changes. The file itself is served here, too: its problems, and what may stand in it.
 */
import type { CompletionItem, Connection, Diagnostic, InitializeParams, Position } from 'vscode-languageserver';
import { CompletionItemKind, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article } from '../analysis/article.js';
import type { Gazetteer } from '../analysis/gazetteer.js';
import type { Span } from '../base/span.js';
import { fileRequest } from '../annotatingProtocol.js';
import type * as Reader from '../ide/glossaryFile.js';
import { newEntry } from '../ide/index.js';
import { GLOSSARY_PATH, HouseList, isGlossary } from '../knowledge/index.js';
import type { HouseLineResult } from '../protocol.js';
import type { OpenDocument } from './openDocument.js';
import type { Positions } from './translate.js';
import { offsetOf, rangeOf } from './translate.js';
import type { WatchedFiles } from './watchedFiles.js';

export interface TextFile {
  readonly content: string;
  /** ISO day on which it was last written; empty where that is not known. */
  readonly edited: string;
}

/** How the place that we run in reads files; what it does not serve is asked of the editor. */
export interface TextFiles {
  serves(uri: string): boolean;
  /** Null where there is no such file. */
  read(uri: string): Promise<TextFile | null>;
}

export const NO_FILES: TextFiles = { serves: () => false, read: () => Promise.resolve(null) };

interface Folder {
  house: HouseList | null;
  gazetteer: Gazetteer | null;
  /** Counts readings, so that of two under way the later one holds. */
  reading: number;
}

const ENDING = `/${GLOSSARY_PATH}`;

/** Loaded with the first file: it reads CSV, which nothing else here does. */
const loadReader = (): Promise<typeof Reader> => import('../ide/glossaryFile.js');

export class Glossaries {
  private readonly folders = new Map<string, Folder>();
  private readonly wanted = new Set<string>();
  /** Files whose problems the client shows. */
  private readonly troubled = new Set<string>();
  private workspaceFolders: string[] = [];
  private started = false;
  private watches = false;
  private hearsOfFolders = false;
  private changed: (folder: string) => void = () => undefined;

  constructor(
    private readonly connection: Connection,
    private readonly files: TextFiles,
    private readonly watched: WatchedFiles,
    private readonly openDocument: (uri: string) => OpenDocument | undefined,
    private readonly report: (error: unknown) => void,
  ) {
    watched.onChanges((changes) => {
      for (const { uri } of changes) if (isGlossary(uri) && this.folders.has(folderOfGlossary(uri))) this.readSoon(folderOfGlossary(uri));
    });
  }

  initialise({ workspaceFolders, capabilities: { workspace } }: InitializeParams): void {
    this.workspaceFolders = workspaceFolders?.map(({ uri }) => withoutSlash(uri)) ?? [];
    this.hearsOfFolders = workspace?.workspaceFolders === true;
  }

  /** What is to happen when the list of a folder is another now. */
  onChanged(changed: (folder: string) => void): void {
    this.changed = changed;
  }

  /** From now on lists are read; before, articles are only noted. */
  start(): void {
    this.started = true;
    this.watches = this.watched.watch(`**${ENDING}`);
    if (this.hearsOfFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => withoutSlash(uri)));
        this.workspaceFolders = [...this.workspaceFolders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => withoutSlash(uri))];
      });
    }
    for (const uri of this.wanted) this.look(uri);
    this.wanted.clear();
  }

  /** An article is there: the list of its folder is read if that has not been done. */
  look(uri: string): void {
    if (!this.started) {
      this.wanted.add(uri);
      return;
    }
    const folder = this.folderOf(uri);
    // Without a watch an article that is opened is the occasion to look.
    if (folder !== undefined && (!this.folders.has(folder) || !this.watches)) this.readSoon(folder);
  }

  houseOf(uri: string): HouseList | undefined {
    const folder = this.folderOf(uri);
    return folder === undefined ? undefined : this.folders.get(folder)?.house ?? undefined;
  }

  /** The lists by which names of the document are recognised. */
  gazetteerFor(uri: string, base: Gazetteer): Gazetteer {
    const folder = this.folders.get(this.folderOf(uri) ?? '');
    if (!folder?.house) return base;
    folder.gazetteer ??= folder.house.over(base);
    return folder.gazetteer;
  }

  folderOf(uri: string): string | undefined {
    const inside = this.workspaceFolders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
    // What has no place yet is being written for the first folder.
    return inside ?? (uri.startsWith('untitled:') ? this.workspaceFolders[0] : undefined);
  }

  /* ---------- the file itself ---------- */

  /** Its text in an editor is another now, or is there for the first time. */
  edited(open: OpenDocument): void {
    loadReader().then(({ readGlossary }) => {
      const text = open.positions.getText();
      return this.tell(open.uri, open.positions, readGlossary(text).problems, open.version);
    }).catch(this.report);
  }

  /** Closed without being saved, perhaps: what is on disk counts. */
  closed(uri: string): void {
    const folder = folderOfGlossary(uri);
    if (this.folders.has(folder)) this.readSoon(folder);
    else this.tell(uri, TextDocument.create(uri, 'csv', 0, ''), []).catch(this.report);
  }

  saved(uri: string): void {
    if (!this.watches && this.folders.has(folderOfGlossary(uri))) this.readSoon(folderOfGlossary(uri));
  }

  async complete(uri: string, position: Position): Promise<CompletionItem[] | null> {
    const open = this.openDocument(uri);
    const offset = open === undefined ? null : offsetOf(open.positions, position);
    if (open === undefined || offset === null) return null;
    const { completeInGlossary } = await loadReader();
    return completeInGlossary(open.positions.getText(), offset).map(({ label, detail, replaces }, i) => ({
      label, detail, kind: CompletionItemKind.EnumMember, sortText: String(i).padStart(3, '0'), textEdit: { range: rangeOf(open.positions, replaces), newText: label },
    }));
  }

  /** The line for a name of an article. */
  async lineFor(uri: string, article: Article, asked: Span): Promise<HouseLineResult | null> {
    const entry = newEntry(article, asked);
    if (entry === null) return null;
    const folder = this.folderOf(uri);
    if (folder === undefined) return { outcome: 'refused', message: 'The house list is kept in the folder of the article: open that folder first.', uri: '', line: 0 };
    const file = glossaryOf(folder);
    const text = this.openDocument(file)?.positions.getText() ?? (await this.readFile(file))?.content ?? null;
    const { lineFor } = await loadReader();
    const line = lineFor(text, entry);
    if (line.kind === 'refused') return { outcome: 'refused', message: line.message, uri: file, line: 0 };
    return { outcome: line.kind, uri: file, line: line.line, ...(line.kind === 'new' ? { append: line.append, creates: text === null } : {}) };
  }

  private readSoon(folder: string): void {
    this.read(folder).catch(this.report);
  }

  private async read(folder: string): Promise<void> {
    const state = this.folders.get(folder) ?? { house: null, gazetteer: null, reading: 0 };
    this.folders.set(folder, state);
    const reading = ++state.reading;
    const uri = glossaryOf(folder);
    const file = await this.readFile(uri);
    if (reading !== state.reading) return;
    const had = state.house !== null;
    if (file === null) {
      state.house = null;
      if (this.openDocument(uri) === undefined) await this.tell(uri, TextDocument.create(uri, 'csv', 0, ''), []);
    } else {
      const { readGlossary } = await loadReader();
      const { entries, problems } = readGlossary(file.content);
      state.house = entries.length === 0 ? null : new HouseList(entries, file.edited);
      if (this.openDocument(uri) === undefined) await this.tell(uri, TextDocument.create(uri, 'csv', 0, file.content), problems);
    }
    state.gazetteer = null;
    if (had || state.house !== null) this.changed(folder);
  }

  private async readFile(uri: string): Promise<TextFile | null> {
    if (this.files.serves(uri)) return this.files.read(uri);
    const answer = await this.connection.sendRequest(fileRequest, { do: 'read', uri });
    if (!answer.ok) throw new Error(`${uri}: ${answer.message}`);
    return answer.content === undefined || answer.content === null ? null : { content: answer.content, edited: answer.edited ?? '' };
  }

  private async tell(uri: string, positions: Positions, problems: readonly (Span & { readonly message: string; readonly skipped: boolean })[], version?: number): Promise<void> {
    if (problems.length === 0 && !this.troubled.has(uri)) return;
    if (problems.length === 0) this.troubled.delete(uri);
    else this.troubled.add(uri);
    const diagnostics = problems.map((problem): Diagnostic => ({
      range: rangeOf(positions, problem), message: problem.message, source: 'Article Annotator', severity: problem.skipped ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
    }));
    await this.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }
}

function glossaryOf(folder: string): string {
  return `${folder}${ENDING}`;
}

function folderOfGlossary(uri: string): string {
  return uri.slice(0, -ENDING.length);
}

function withoutSlash(uri: string): string {
  return uri.endsWith('/') ? uri.slice(0, -1) : uri;
}
