/**
 * Which document is kept in which sidecar: looked for once an article has its first highlights, written after decisions, watched, and taken
 * along when the article is renamed. What needs no file (an untitled document) is kept in memory.
 */
import type { Connection, FileEvent, FileRename, InitializeParams } from 'vscode-languageserver';
import type { CopySource, DecideResult } from '../annotatingProtocol.js';
import { copyFoundNotification } from '../annotatingProtocol.js';
import type { Agent } from '../annotations/annotation.js';
import type { Pace } from '../annotations/reanchor/index.js';
import { SUFFIX } from '../annotations/sidecar/sidecar.js';
import type { Home, SidecarFiles } from '../annotations/store/files.js';
import { decoded, folderOf, isOfOthers, nameOf, pathOf } from '../annotations/store/files.js';
import type { Other, OthersFiles } from '../annotations/store/others.js';
import type { DocumentStore, StoreHost } from '../annotations/store/store.js';
import { personOf, slugOf } from '../annotations/store/who.js';
import { LiveAnnotations } from '../annotations/live/live.js';
import { nextTurn } from '../base/turn.js';
import { sameSpelling } from '../index/uris.js';
import type { Settings } from '../settings.js';
import { ClientFiles } from './clientFiles.js';
import { Copies } from './copies.js';
import type { Desk } from './desk.js';
import type { OpenDocument } from './openDocument.js';
import type { WatchedFiles } from './watchedFiles.js';
import type { WorkspaceSidecars } from './workspaceSidecars.js';

/** What the place that we run in offers. */
export interface SidecarHost {
  /** Null where only the editor can reach files. */
  readonly files: SidecarFiles | null;
  /** The person at the keyboard, as far as the system knows. */
  who(folder: string): Promise<Agent>;
}

export const NO_HOST: SidecarHost = { files: null, who: () => Promise.resolve(personOf('', '')) };

/** Long work lets requests in between. */
export const PACE: Pace = { now: () => performance.now(), rest: nextTurn };

/** Documents that are no files of their own: other versions of one, or what has no name yet. */
const WITHOUT_SIDECAR = ['untitled', 'git', 'gitfs', 'gitlens', 'vscode-local-history', 'search-editor', 'vscode-scm'];
/** Decisions on closed untitled documents that wait for the document to come back under a name. */
const LEAVING = 5;
const OFFER_AFTER_MS = 500;

interface Entry {
  store: DocumentStore | null;
  /** Null until it is known, and where there is none. */
  home: Home | null;
  /** Read and placed, or known not to be there. */
  ready: Promise<void>;
}

export class Sidecars {
  private readonly entries = new Map<string, Entry>();
  private readonly inEditor: SidecarFiles;
  private readonly copies: Copies;
  private readonly others = new Map<string, OthersFiles>();
  /** Articles of which it was said that their text is that of others. */
  private readonly offered = new Set<string>();
  private folders: readonly string[] = [];
  private readonly persons = new Map<string, Promise<Agent>>();
  private leaving: { readonly text: string; readonly live: LiveAnnotations }[] = [];
  private renaming: Promise<void> = Promise.resolve();
  /** Of closed documents, until what was decided is written. */
  private readonly closing = new Map<DocumentStore, Promise<void>>();

  constructor(private readonly connection: Connection, private readonly desk: Desk, private readonly host: SidecarHost, private readonly watched: WatchedFiles, workspace: WorkspaceSidecars, private readonly changed: (uri: string, decided: boolean) => void) {
    this.inEditor = new ClientFiles(connection);
    this.copies = new Copies(workspace, (uri) => this.filesFor(uri));
    watched.onChanges((changes) => { this.filesChanged(changes); });
    connection.workspace.onDidRenameFiles(({ files }) => { this.renamed(files); });
  }

  initialise({ workspaceFolders }: InitializeParams): void {
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  }

  /** Once the client is there. */
  watch(): void {
    this.watched.watch(`**/*${SUFFIX}`);
  }

  storeOf(uri: string): DocumentStore | null {
    return this.entries.get(uri)?.store ?? null;
  }

  /** What other people have decided of the document, in files of their own. */
  othersOf(uri: string): readonly Other[] {
    return this.others.get(uri)?.all ?? [];
  }

  /** What is kept of the document is read, if there is anything. */
  ready(uri: string): Promise<void> {
    const known = this.entries.get(uri);
    if (known !== undefined) return known.ready;
    const entry: Entry = { store: null, home: null, ready: Promise.resolve() };
    entry.ready = this.look(uri, entry).catch((error: unknown) => { this.desk.log('sidecar', error); });
    this.entries.set(uri, entry);
    return entry.ready;
  }

  /** The person whose decisions these are. */
  async person(uri: string): Promise<Agent> {
    const { annotating } = await this.desk.settingsOf(uri);
    if (annotating.name !== '' || annotating.id !== '') return personOf(annotating.name, annotating.id);
    const folder = folderOf(uri);
    const known = this.persons.get(folder);
    if (known !== undefined) return known;
    const asked = this.host.who(folder);
    this.persons.set(folder, asked);
    return asked;
  }

  /** The article of that name whose decisions are kept in the sidecar; null where those of the person at the keyboard are kept in another. */
  async articleOf(sidecar: string, name: string): Promise<string | null> {
    for (const folder of [folderOf(sidecar), ...await this.mirroredIn(folderOf(sidecar))]) {
      const uri = sameSpelling(`${folder}/${encodeURIComponent(name)}`);
      const settings = await this.desk.settingsOf(uri);
      const home = this.homeOf(uri, settings, settings.annotating.filePerPerson ? await this.person(uri) : null);
      if (home !== null && sameSpelling(home.uri) === sameSpelling(sidecar)) return uri;
    }
    return null;
  }

  /** Folders of the workspace whose sidecars lie in this one. */
  private async mirroredIn(folder: string): Promise<string[]> {
    const found: string[] = [];
    for (const root of this.folders.map((one) => one.replace(/\/$/, ''))) {
      const { annotating } = await this.desk.settingsOf(root);
      const base = annotating.folder === '' ? undefined : sameSpelling(this.mirrored(`${root}/`, annotating.folder).replace(/\/$/, ''));
      if (base !== undefined && `${sameSpelling(folder)}/`.startsWith(`${base}/`)) found.push(`${root}${sameSpelling(folder).slice(base.length)}`);
    }
    return found;
  }

  /** Null where there is no such file, and for one that cannot be read. */
  async textOf(uri: string): Promise<string | null> {
    const read = await this.filesFor(uri).read(uri);
    return read.ok && typeof read.content === 'string' ? read.content : null;
  }

  async isThere(uri: string): Promise<boolean> {
    const read = await this.filesFor(uri).read(uri);
    return read.ok && read.content !== null;
  }

  /** For the first decision on a document: where it is to be kept. */
  async keep(open: OpenDocument, live: LiveAnnotations): Promise<DocumentStore | null> {
    const entry = this.entries.get(open.uri);
    if (entry === undefined || entry.store !== null) return entry?.store ?? null;
    const home = this.homeOf(open.uri, await this.desk.settingsOf(open.uri), await this.person(open.uri));
    if (home === null) return null;
    // Another request may have been quicker.
    entry.store ??= await this.makeStore(open.uri, home, live);
    return entry.store;
  }

  saved(uri: string): void {
    this.storeOf(uri)?.articleSaved().catch((error: unknown) => { this.desk.log('sidecar', error); });
  }

  closed(open: OpenDocument): void {
    const entry = this.entries.get(open.uri);
    this.entries.delete(open.uri);
    this.offered.delete(open.uri);
    this.others.delete(open.uri);
    if (entry?.store?.hasFile === true) this.copies.noteClosed({ text: open.positions.getText(), sidecar: entry.store.uri });
    if (entry?.store) this.close(entry.store);
    const live = open.annotations;
    if (live !== null && live.all.size > 0 && open.uri.startsWith('untitled:')) this.handOver(live);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.entries.values()].map(async ({ store }) => { await store?.flush(); }));
  }

  /* ---------- reading ---------- */

  private close(store: DocumentStore): void {
    this.closing.set(store, store.close().catch((error: unknown) => { this.desk.log('sidecar', error); }).finally(() => { this.closing.delete(store); }));
  }

  /** What was decided of a closed document is in that sidecar; other documents are not waited for. */
  private async written(sidecar: string): Promise<void> {
    await Promise.all([...this.closing].flatMap(([store, closed]) => (store.uri === sidecar ? [closed] : [])));
  }

  private async look(uri: string, entry: Entry): Promise<void> {
    await this.renaming;
    const settings = await this.desk.settingsOf(uri);
    const home = this.homeOf(uri, settings, settings.annotating.filePerPerson ? await this.person(uri) : null);
    if (home === null) return;
    entry.home = home;
    await this.written(home.uri);
    this.lookForOthers(uri, home).catch((error: unknown) => { this.desk.log('sidecars of others', error); });
    const read = await this.filesFor(uri).read(home.uri);
    const open = this.desk.documents.get(uri);
    if (open === undefined) {
      if (this.entries.get(uri) === entry) this.entries.delete(uri);
      return;
    }
    if (!read.ok || read.content === null) {
      if (!this.takeOver(open)) this.offer(uri).catch((error: unknown) => { this.desk.log('copies', error); });
      return;
    }
    const live = open.annotations ?? new LiveAnnotations(open.positions.getText());
    if (open.annotations === null) open.annotate(live);
    const store = await this.makeStore(uri, home, live);
    entry.store = store;
    await store.load(read.content);
  }

  /** Only where there are such files is anything loaded for them. */
  private async lookForOthers(uri: string, home: Home): Promise<void> {
    const files = this.filesFor(uri);
    if (!this.others.has(uri) && !(await this.hasOthers(home, files))) return;
    const { OthersFiles: Made } = await import('../annotations/store/others.js');
    const open = this.desk.documents.get(uri);
    if (open === undefined) return;
    const others = this.others.get(uri) ?? new Made(home, folderOf(uri), {
      files, pace: PACE, text: () => open.positions.getText(), follow: (live, isFollowing) => { if (isFollowing) open.others.add(live); else open.others.delete(live); },
    });
    this.others.set(uri, others);
    if (!(await others.look()) || this.desk.documents.get(uri) !== open) return;
    // So that there is a state to be told of.
    if (open.annotations === null) open.annotate(new LiveAnnotations(open.positions.getText()));
    this.changed(uri, false);
  }

  private async hasOthers(home: Home, files: SidecarFiles): Promise<boolean> {
    const listed = await files.list(folderOf(home.uri));
    return listed.ok && listed.names.some((name) => isOfOthers(`${folderOf(home.uri)}/${encodeURIComponent(name)}`, home));
  }

  private async makeStore(uri: string, home: Home, live: LiveAnnotations): Promise<DocumentStore> {
    // What reads, places and writes is loaded with the first document that needs it.
    const { DocumentStore: Made } = await import('../annotations/store/store.js');
    return new Made(home, live, this.storeHost(uri));
  }

  private storeHost(uri: string): StoreHost {
    return {
      files: this.filesFor(uri),
      pace: PACE,
      after: (milliseconds, act) => {
        const timer = setTimeout(act, milliseconds);
        return () => { clearTimeout(timer); };
      },
      changed: (decided) => { this.changed(uri, decided); },
      log: (error) => { this.desk.log('sidecar', error); },
    };
  }

  private filesFor(uri: string): SidecarFiles {
    return uri.startsWith('file:') && this.host.files !== null ? this.host.files : this.inEditor;
  }

  /** Null for a document that has no file. */
  private homeOf(uri: string, { annotating }: Settings, person: Agent | null): Home | null {
    if (WITHOUT_SIDECAR.some((scheme) => uri.startsWith(`${scheme}:`))) return null;
    const article = nameOf(uri);
    const who = annotating.filePerPerson && person !== null ? slugOf(person.name) : undefined;
    const path = annotating.folder === '' ? pathOf(uri) : this.mirrored(uri, annotating.folder);
    return { uri: `${path}${who === undefined ? '' : `.${who}`}${SUFFIX}`, article, who };
  }

  /** The article's path under the mirror folder: from the workspace's folder, or, outside of all, from the root. */
  private mirrored(uri: string, folder: string): string {
    const path = pathOf(uri);
    const root = this.folders.find((one) => path.startsWith(`${one.replace(/\/$/, '')}/`))?.replace(/\/$/, '');
    const place = folder.split('\\').join('/').replace(/\/$/, '');
    const isAbsolute = place.startsWith('/') || /^[A-Za-z]:\//.test(place);
    const encoded = place.split('/').map(encodeURIComponent).join('/').replace(/^([A-Za-z])%3A/, '$1:');
    const base = isAbsolute ? `file://${encoded.startsWith('/') ? '' : '/'}${encoded}` : `${root ?? folderOf(uri)}/${encoded}`;
    const inside = root === undefined ? path.replace(/^[a-z+-]+:\/\/[^/]*/i, '') : path.slice(root.length);
    return `${base}${inside}`;
  }

  /* ---------- changes from outside ---------- */

  private filesChanged(changes: readonly FileEvent[]): void {
    for (const { uri } of changes) {
      const same = decoded(uri);
      for (const [document, { store, home }] of [...this.entries]) {
        if (home !== null && isOfOthers(uri, home)) {
          this.lookForOthers(document, home).catch((error: unknown) => { this.desk.log('sidecars of others', error); });
          continue;
        }
        if (store !== null ? decoded(store.uri) !== same : !same.startsWith(decoded(pathOf(document)))) continue;
        if (store === null) this.lookAgain(document);
        else store.fileChanged().catch((error: unknown) => { this.desk.log('sidecar', error); });
      }
    }
  }

  private lookAgain(uri: string): void {
    this.entries.delete(uri);
    this.ready(uri).catch((error: unknown) => { this.desk.log('sidecar', error); });
  }

  /** Files and folders have other names. */
  private renamed(files: readonly FileRename[]): void {
    this.renaming = this.renaming.then(async () => {
      for (const { oldUri, newUri } of files) if (!oldUri.endsWith(SUFFIX)) await this.renamedOne(oldUri, newUri);
    }).catch((error: unknown) => { this.desk.log('renaming', error); });
  }

  private async renamedOne(oldUri: string, newUri: string): Promise<void> {
    const settings = await this.desk.settingsOf(newUri);
    const person = settings.annotating.filePerPerson ? await this.person(newUri) : null;
    const [from, to] = [this.homeOf(oldUri, settings, person), this.homeOf(newUri, settings, person)];
    if (from === null || to === null) return;
    const store = this.storeOf(oldUri);
    if (store !== null) {
      await store.flush();
      await store.moved(to);
    } else {
      await this.written(from.uri);
      await this.renameIfThere(from.uri, to.uri);
    }
    await this.takeOthersAlong(from, to, newUri);
    await this.takeFolderAlong(oldUri, newUri, settings, person);
    for (const uri of [...this.entries.keys()]) {
      if (uri !== newUri && !uri.startsWith(`${newUri}/`)) continue;
      if (this.storeOf(uri) === null) this.lookAgain(uri);
    }
  }

  /** Of what nobody has annotated there is none. */
  private async renameIfThere(from: string, to: string): Promise<void> {
    const files = this.filesFor(to);
    const there = await files.read(from);
    if (!there.ok || there.content === null) return;
    const moved = await files.rename(from, to);
    if (!moved.ok) this.connection.console.warn(`Article Annotator: ${nameOf(from)} could not be renamed with its article: ${moved.message}`);
  }

  /** Nothing in them is changed. */
  private async takeOthersAlong(from: Home, to: Home, newUri: string): Promise<void> {
    const files = this.filesFor(newUri);
    if (!(await this.hasOthers(from, files))) return;
    const { othersThere } = await import('../annotations/store/others.js');
    for (const { uri } of await othersThere(files, from, folderOf(newUri))) await this.renameIfThere(uri, `${folderOf(to.uri)}/${encodeURIComponent(to.article + nameOf(uri).slice(from.article.length))}`);
  }

  /** Sidecars beside the articles of a renamed folder have come along with it; those of a mirror folder are renamed now. */
  private async takeFolderAlong(oldUri: string, newUri: string, settings: Settings, person: Agent | null): Promise<void> {
    let finish = (): void => undefined;
    const renamed = new Promise<void>((resolve) => { finish = resolve; });
    // What is decided meanwhile waits, so that it is not written where the folder was.
    await Promise.all([...this.entries].map(([uri, { store }]) => new Promise<void>((resolve) => {
      const home = uri.startsWith(`${oldUri}/`) ? this.homeOf(`${newUri}${uri.slice(oldUri.length)}`, settings, person) : null;
      if (store === null || home === null) {
        resolve();
        return;
      }
      store.movedWithFolder(home, () => {
        resolve();
        return renamed;
      }).catch((error: unknown) => { this.desk.log('renaming', error); });
    })));
    try {
      const { folder } = settings.annotating;
      if (folder !== '') await this.renameMirror(this.mirrored(oldUri, folder), this.mirrored(newUri, folder));
    } finally {
      finish();
    }
  }

  private async renameMirror(from: string, to: string): Promise<void> {
    const files = this.filesFor(to);
    const listed = await files.list(from);
    if (!listed.ok || listed.names.length === 0) return;
    const moved = await files.rename(from, to);
    if (!moved.ok) this.connection.console.warn(`Article Annotator: the annotations in ${decoded(from)} could not be renamed with their folder: ${moved.message}`);
  }

  /* ---------- copies ---------- */

  /** Where annotations of the very same text are kept. */
  async copiesOf(uri: string): Promise<CopySource[]> {
    const open = this.desk.documents.get(uri);
    const settings = await this.desk.settingsOf(uri);
    const home = this.homeOf(uri, settings, settings.annotating.filePerPerson ? await this.person(uri) : null);
    if (open === undefined || home === null) return [];
    const others = [...this.entries].flatMap(([other, { store }]) => (
      store?.hasFile === true && other !== uri ? [{ text: this.desk.documents.get(other)?.positions.getText() ?? '', sidecar: store.uri }] : []));
    return this.copies.of(uri, open.positions.getText(), home, others);
  }

  async takeAlong(uri: string, from: string): Promise<DecideResult | null> {
    await this.ready(uri);
    for (const { store } of this.entries.values()) if (store?.uri === from) await store.flush();
    const read = await this.filesFor(from).read(from);
    const open = this.desk.documents.get(uri);
    if (open === undefined) return null;
    if (!read.ok || read.content === null) return { outcome: 'refused', message: `${nameOf(from)} ${read.ok ? 'is not there any more' : `cannot be read: ${read.message}`}`, ids: [] };
    if (open.annotations === null) open.annotate(new LiveAnnotations(open.positions.getText()));
    const store = open.annotations === null ? null : await this.keep(open, open.annotations);
    if (store === null) return { outcome: 'refused', message: 'This document has no file beside which annotations could be kept.', ids: [] };
    const taken = await store.takeAlong(read.content, nameOf(from));
    return typeof taken === 'string' ? { outcome: 'refused', message: taken, ids: [] } : { outcome: 'done', ids: taken };
  }

  /** Once for each opening: whose decisions they are is for a person to say. */
  private async offer(uri: string): Promise<void> {
    if (this.offered.has(uri)) return;
    this.offered.add(uri);
    // What was renamed comes with its sidecar a moment later.
    await new Promise((resolve) => { setTimeout(resolve, OFFER_AFTER_MS); });
    const read = await this.desk.read(uri);
    if (read === undefined || 'kind' in read.result) return;
    const from = await this.copiesOf(uri);
    if (from.length > 0 && this.desk.documents.get(uri) === read.open && this.storeOf(uri)?.hasFile !== true) await this.connection.sendNotification(copyFoundNotification, { uri, from });
  }

  /* ---------- documents that get a name ---------- */

  /** An untitled document was closed: saved under a name, it is there already or comes soon, with the same text. */
  private handOver(live: LiveAnnotations): void {
    const text = live.textNow;
    for (const open of this.desk.documents.all()) {
      if (open.annotations === null && open.positions.getText() === text && this.entries.has(open.uri)) {
        this.adopt(open, live);
        return;
      }
    }
    this.leaving = [...this.leaving, { text, live }].slice(-LEAVING);
  }

  private takeOver(open: OpenDocument): boolean {
    const text = open.positions.getText();
    const found = open.uri.startsWith('untitled:') ? undefined : this.leaving.find((one) => one.text === text);
    if (found === undefined) return false;
    this.leaving = this.leaving.filter((one) => one !== found);
    this.adopt(open, found.live);
    return true;
  }

  private adopt(open: OpenDocument, live: LiveAnnotations): void {
    const copy = live.copyFor(open.positions.getText());
    open.annotate(copy);
    this.keep(open, copy).then((store) => { store?.decided(); }).catch((error: unknown) => { this.desk.log('sidecar', error); });
    this.changed(open.uri, true);
  }
}
