/**
 * The language server: the only folder that knows LSP. Each handler looks the document up, calls a feature and translates.
 * A handler that fails logs once and answers `null`; no exception leaves a request.
 */
import type { CancellationToken, Connection, Hover, InitializeParams, InitializeResult, Position, Range, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { DidChangeConfigurationNotification, LSPErrorCodes, ResponseError, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import type { Article } from '../analysis/article.js';
import type { Gazetteer } from '../analysis/gazetteer.js';
import { boilerplateIn, claimsIn, hover, summarise, toMarkdown, toPlainText } from '../ide/index.js';
import type { DecorationsResult, DocumentState } from '../protocol.js';
import { analysedNotification, decorationsRequest, workRequest } from '../protocol.js';
import type { Settings } from '../settings.js';
import { OpenDocument } from './openDocument.js';
import { SettingsReader } from './settingsReader.js';
import { TokenStore, tokenLegend } from './tokenStore.js';
import { rangeOf, rangesOf, spanOf } from './translate.js';

/** A pause in typing, well under what a person notices as one. */
const REPORT_DELAY_MS = 40;

interface Ready {
  readonly open: OpenDocument;
  readonly article: Article;
  readonly settings: Settings;
}

/** Registers everything on the connection; the caller starts listening. The gazetteer is loaded with the first article. */
export function serve(connection: Connection, loadGazetteer: () => Gazetteer): void {
  const documents = new TextDocuments(OpenDocument);
  const settings = new SettingsReader(connection);
  const tokens = new TokenStore();
  const scheduled = new Map<string, ReturnType<typeof setTimeout>>();
  const logged = new Set<string>();
  let markdown = true;
  let refreshes = false;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const formats = params.capabilities.textDocument?.hover?.contentFormat;
    markdown = formats === undefined || formats.includes('markdown');
    refreshes = params.capabilities.workspace?.semanticTokens?.refreshSupport === true;
    settings.initialise(params);
    return {
      serverInfo: { name: 'Article Annotator' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        semanticTokensProvider: { legend: tokenLegend, range: true, full: { delta: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (settings.canRegister) void connection.client.register(DidChangeConfigurationNotification.type).catch(logError('register'));
  });

  connection.onDidChangeConfiguration((params) => {
    settings.changed(params.settings);
    if (refreshes) void connection.languages.semanticTokens.refresh().catch(logError('refresh'));
    for (const open of documents.all()) schedule(open.uri, 0);
  });

  documents.onDidChangeContent(({ document }) => { schedule(document.uri, scheduled.has(document.uri) || document.wasChanged ? REPORT_DELAY_MS : 0); });
  documents.onDidClose(({ document }) => {
    clearTimeout(scheduled.get(document.uri));
    scheduled.delete(document.uri);
    tokens.forget(document.uri);
    settings.forget(document.uri);
  });

  connection.onHover((params, cancel) => answer('hover', params.textDocument.uri, cancel, ({ open, article, settings: { hover: { enabled } } }) =>
    enabled ? hoverAt(open, article, params.position) : null));

  connection.languages.semanticTokens.on((params, cancel) =>
    answer<SemanticTokens>('tokens', params.textDocument.uri, cancel, (ready) => tokens.full(ready)).then((result) => result ?? { data: [] }));
  connection.languages.semanticTokens.onDelta((params, cancel) =>
    answer<SemanticTokens | SemanticTokensDelta>('token edits', params.textDocument.uri, cancel, (ready) => tokens.delta(ready, params.previousResultId))
      .then((result) => result ?? { data: [] }));
  connection.languages.semanticTokens.onRange((params, cancel) =>
    answer<SemanticTokens>('tokens in range', params.textDocument.uri, cancel, (ready) => tokens.range(ready, params.range)).then((result) => result ?? { data: [] }));

  connection.onRequest(decorationsRequest, (params, cancel) =>
    answer('decorations', params.textDocument.uri, cancel, (ready) => decorationsFor(ready, params.ranges)));
  connection.onRequest(workRequest, ({ textDocument }) => documents.get(textDocument.uri)?.work ?? null);

  documents.listen(connection);

  function hoverAt(open: OpenDocument, article: Article, position: Position): Hover | null {
    const found = hover(article, open.positions.offsetAt(position));
    if (found === null) return null;
    const contents = markdown ? { kind: 'markdown' as const, value: toMarkdown(found.card) } : { kind: 'plaintext' as const, value: toPlainText(found.card) };
    return { contents, range: rangeOf(open.positions, found.span) };
  }

  function decorationsFor({ open, article, settings: { claims, boilerplate } }: Ready, ranges: readonly Range[]): DecorationsResult {
    const visible = ranges.map((range) => spanOf(open.positions, range));
    const part = (spans: readonly { start: number; end: number }[]): Range[] => spans.flatMap((s) => rangesOf(open.positions, article.text, s));
    return {
      version: open.version,
      claims: claims.enabled
        ? claimsIn(article, visible).map((claim) => ({ style: claim.style, source: part(claim.source), cue: part(claim.cue), content: part(claim.content) }))
        : [],
      boilerplate: boilerplate.dim ? part(boilerplateIn(article, visible)) : [],
    };
  }

  /** Reports once the typing pauses: what the editor shows meanwhile moves with the text, and tokens are asked for by the editor itself. */
  function schedule(uri: string, delay: number): void {
    clearTimeout(scheduled.get(uri));
    scheduled.set(uri, setTimeout(() => {
      scheduled.delete(uri);
      void report(uri).catch(logError('analysis'));
    }, delay));
  }

  async function report(uri: string): Promise<void> {
    const current = await settings.of(uri);
    const open = documents.get(uri);
    if (open === undefined) return;
    const result = open.read(current, loadGazetteer);
    const state: DocumentState = 'kind' in result ? result : { kind: 'article', ...summarise(result) };
    await connection.sendNotification(analysedNotification, { uri, version: open.version, state });
  }

  async function answer<T>(name: string, uri: string, cancel: CancellationToken, feature: (ready: Ready) => T | null): Promise<T | null> {
    try {
      const current = await settings.of(uri);
      // Read after the wait: the document may have changed or closed in it.
      const open = documents.get(uri);
      if (open === undefined) return null;
      if (cancel.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const result = open.read(current, loadGazetteer);
      return 'kind' in result ? null : feature({ open, article: result, settings: current });
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      logError(name)(error);
      return null;
    }
  }

  function logError(name: string): (error: unknown) => void {
    return (error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const key = `${name}: ${text}`;
      if (logged.has(key)) return;
      logged.add(key);
      connection.console.error(`Article Annotator, ${key}`);
    };
  }
}
