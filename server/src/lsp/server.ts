/** The language server: the only folder that knows LSP. Puts the parts together; each group of features has a file of its own. */
import type { Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Gazetteer } from '../analysis/gazetteer.js';
import { isGlossary } from '../knowledge/index.js';
import { openingNotification, workRequest } from '../protocol.js';
import { Across } from './across.js';
import { Annotating } from './annotating.js';
import { Desk } from './desk.js';
import { FactsShelf } from './factsShelf.js';
import type { PackHost } from './factsShelf.js';
import { FirstHighlights } from './firstHighlights.js';
import { Glossaries, NO_FILES } from './glossaries.js';
import type { TextFiles } from './glossaries.js';
import { Identities } from './identities.js';
import { Highlighting, highlightingCapabilities } from './highlighting.js';
import { LaterFeatures } from './laterFeatures.js';
import { Lists } from './lists.js';
import { Navigation, navigationCapabilities } from './navigation.js';
import { Reports } from './reports.js';
import { SecondTier } from './secondTier.js';
import type { ModelHost } from './secondTier.js';
import { SettingsReader } from './settingsReader.js';
import type { SidecarHost } from './sidecars.js';
import { NO_HOST } from './sidecars.js';
import { WatchedFiles } from './watchedFiles.js';
import { warmUp, warmUpCards } from './warmUp.js';
import type { IndexHost } from './workspaceIndex.js';
import { WorkspaceIndex } from './workspaceIndex.js';
import { WorkspaceSidecars } from './workspaceSidecars.js';
import { Writing, writingCapabilities } from './writing.js';

/** Registers everything on the connection; the caller starts listening. The gazetteer is loaded with the first article, the model
 * after the first highlights; an eager server reads the gazetteer, and some text, at once: it is started before the client is there. */
export function serve(
  connection: Connection, loadGazetteer: () => Gazetteer, modelHost: ModelHost | null, packHost: PackHost | null, { eager = false, sidecars = NO_HOST, files = NO_FILES, index = null }: { eager?: boolean; sidecars?: SidecarHost; files?: TextFiles; index?: IndexHost | null } = {},
): void {
  const settings = new SettingsReader(connection);
  const shelf: FactsShelf = new FactsShelf(packHost, (error) => { desk.log('facts', error); });
  const watched = new WatchedFiles(connection, (error) => { desk.log('watching files', error); });
  const glossaries: Glossaries = new Glossaries(connection, files, watched, (uri) => desk.documents.get(uri), (error) => { desk.log('house list', error); });
  const desk: Desk = new Desk(connection, settings, loadGazetteer, shelf, glossaries);
  const secondTier = new SecondTier(connection, desk, modelHost);
  const first = new FirstHighlights();
  const workspaceIndex = new WorkspaceIndex(connection, desk, index, watched);
  const across = new Across(connection, desk, workspaceIndex, watched);
  const laterFeatures = new LaterFeatures(connection);
  const highlighting = new Highlighting(connection, desk, secondTier, first, across);
  const navigation = new Navigation(connection, desk, across);
  const workspaceSidecars = new WorkspaceSidecars(desk, index, watched);
  const identities = new Identities(desk, workspaceSidecars);
  const writing = new Writing(connection, desk, glossaries, identities);
  const lists = new Lists(connection, desk);
  const reports = new Reports(connection, desk, secondTier);
  let refreshes = false;
  let stopWarmingUp = (): void => undefined;
  const refreshTokens = (): void => {
    if (refreshes) connection.languages.semanticTokens.refresh().catch((error: unknown) => { desk.log('refresh', error); });
  };
  const drawAgain = (uri: string): void => {
    refreshTokens();
    reports.again(uri);
  };
  secondTier.onNews(drawAgain);
  const annotating = new Annotating(connection, desk, drawAgain, (uri) => secondTier.versionFor(uri), sidecars, watched, workspaceSidecars);
  glossaries.onChanged((folder) => {
    for (const open of desk.documents.all()) {
      if (glossaries.folderOf(open.uri) !== folder || isGlossary(open.uri)) continue;
      open.startAnew();
      drawAgain(open.uri);
    }
  });
  reports.onReported((uri) => {
    annotating.analysed(uri);
    glossaries.look(uri);
    first.reported();
  });
  first.then(() => { warmUpCards(desk.gazetteer).catch((error: unknown) => { desk.log('warm-up', error); }); });
  first.then(() => { secondTier.start(); });
  first.then(() => { void shelf.read(); });
  first.then(() => { glossaries.start(); });
  first.then(() => { workspaceIndex.start(); });
  first.then(() => { workspaceSidecars.start(); });
  first.then(() => { laterFeatures.announce().catch((error: unknown) => { desk.log('register', error); }); });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    refreshes = params.capabilities.workspace?.semanticTokens?.refreshSupport === true;
    settings.initialise(params);
    modelHost?.initialise?.(params.initializationOptions);
    shelf.initialise(params.initializationOptions);
    highlighting.initialise(params);
    navigation.initialise(params);
    writing.initialise(params);
    watched.initialise(params);
    glossaries.initialise(params);
    annotating.initialise(params);
    workspaceIndex.initialise(params);
    workspaceSidecars.initialise(params);
    const all: ServerCapabilities = {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true }, workspaceSymbolProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations: { didRename: { filters: [{ pattern: { glob: '**' } }] } } },
      ...highlightingCapabilities, ...navigationCapabilities, ...writingCapabilities(params.capabilities),
    };
    return { serverInfo: { name: 'Article Annotator' }, capabilities: laterFeatures.initialise(all, params.capabilities) };
  });

  connection.onInitialized(() => {
    annotating.initialised();
    workspaceIndex.initialised();
    if (!settings.canRegister) return;
    connection.client.register(DidChangeConfigurationNotification.type).catch((error: unknown) => { desk.log('register', error); });
  });

  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings);
    secondTier.settingsChanged();
    workspaceIndex.settingsChanged();
    refreshTokens();
    writing.refresh();
    reports.all();
  });

  connection.onNotification(openingNotification, (document) => {
    stopWarmingUp();
    try {
      desk.ahead.read(document, desk.gazetteer);
    } catch (error) {
      desk.log('reading ahead', error);
    }
  });
  desk.documents.onDidOpen(({ document }) => {
    stopWarmingUp();
    // Asked at once: while the answer is on its way, the server can go on.
    desk.settingsOf(document.uri).catch((error: unknown) => { desk.log('settings', error); });
  });
  desk.documents.onDidChangeContent(({ document }) => {
    reports.changed(document.uri);
    if (isGlossary(document.uri)) glossaries.edited(document);
    secondTier.edited(document.uri);
  });
  desk.documents.onDidClose(({ document }) => {
    reports.forget(document.uri);
    if (isGlossary(document.uri)) glossaries.closed(document.uri);
    secondTier.forget(document.uri);
    highlighting.forget(document.uri);
    lists.forget(document.uri);
    settings.forget(document.uri);
  });

  desk.documents.onDidSave(({ document }) => { if (isGlossary(document.uri)) glossaries.saved(document.uri); });

  connection.onShutdown(async () => {
    secondTier.stop();
    workspaceIndex.stop();
    await annotating.stop();
  });
  connection.onRequest(workRequest, ({ textDocument }) => desk.documents.get(textDocument.uri)?.work ?? null);
  desk.documents.listen(connection);
  if (eager) stopWarmingUp = warmUp(desk.gazetteer, (error) => { desk.log('warm-up', error); });
}
