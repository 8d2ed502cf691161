/** Starts the built server as a process of its own and speaks LSP with it, as any editor would. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import type { Hover, InitializeResult, ProtocolConnection, Registration, SemanticTokens, WorkspaceEditClientCapabilities } from 'vscode-languageserver-protocol/node';
import {
  ConfigurationRequest, createProtocolConnection, DidChangeConfigurationNotification, DidChangeTextDocumentNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification,
  ExitNotification, HoverRequest, InitializedNotification, InitializeRequest, LogMessageNotification, RegistrationRequest, SemanticTokensRefreshRequest,
  SemanticTokensRequest, ShutdownRequest, WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import type { AnalysedParams } from '../../server/src/protocol.js';
import { INDEX_FOLDER, analysedNotification } from '../../server/src/protocol.js';

/** Relative to the project's root, where every runner starts. */
export const CLI = resolve('dist/cli.js');

export interface Edit {
  readonly line: number;
  readonly character: number;
  readonly endLine?: number;
  readonly endCharacter?: number;
  readonly text: string;
}

/** What a feature says of an article must not depend on which model lies there: a test that wants one names it. */
const RULES_ALONE = { model: { enabled: false } };

export class LspSession {
  readonly logs: string[] = [];
  readonly analysed: AnalysedParams[] = [];
  readonly registered: Registration[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly versions = new Map<string, number>();
  /** Laid over `RULES_ALONE`. */
  settings: unknown = null;
  /** How often the server has asked to draw tokens again. */
  refreshes = 0;

  private constructor(readonly process: ChildProcess, readonly connection: ProtocolConnection, readonly initialised: InitializeResult) {}

  /** `program`: Node's arguments for another server, or for ours started in another way. */
  static async start(capabilities: { markdown?: boolean; configuration?: boolean; definitionLinks?: boolean; workspaceEdit?: WorkspaceEditClientCapabilities; folders?: readonly string[]; watchesFiles?: boolean; /** Path in which the index may lie; in memory without one. */ storage?: string } = {}, program?: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<LspSession> {
    const child = spawn(process.execPath, program ?? [CLI, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
    const connection = createProtocolConnection(child.stdout, child.stdin);
    connection.listen();
    const initialised = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid, rootUri: null, initializationOptions: { ...RULES_ALONE, ...(capabilities.storage === undefined ? {} : { [INDEX_FOLDER]: capabilities.storage }) },
      ...(capabilities.folders === undefined ? {} : { workspaceFolders: capabilities.folders.map((uri) => ({ uri, name: uri })) }),
      capabilities: {
        textDocument: {
          hover: { contentFormat: capabilities.markdown === false ? ['plaintext'] : ['markdown', 'plaintext'] },
          definition: { linkSupport: capabilities.definitionLinks === true },
        },
        workspace: { workspaceEdit: capabilities.workspaceEdit ?? {}, configuration: capabilities.configuration !== false, semanticTokens: { refreshSupport: true }, didChangeConfiguration: { dynamicRegistration: true }, ...(capabilities.watchesFiles === true ? { didChangeWatchedFiles: { dynamicRegistration: true } } : {}), workspaceFolders: true },
        window: { workDoneProgress: true },
      },
    });
    const session = new LspSession(child, connection, initialised);
    connection.onRequest(ConfigurationRequest.type, (params) => params.items.map(() => ({ ...RULES_ALONE, ...(session.settings ?? {}) })));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => { session.registered.push(...registrations); });
    connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
    connection.onRequest(SemanticTokensRefreshRequest.type, () => {
      session.refreshes++;
      session.wake();
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => { session.logs.push(message); });
    connection.onNotification(analysedNotification, (params) => {
      session.analysed.push(params);
      session.wake();
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return session;
  }

  async open(uri: string, text: string, languageId = 'article'): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
  }

  async change(uri: string, ...edits: Edit[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: edits.map((e) => ({
        range: { start: { line: e.line, character: e.character }, end: { line: e.endLine ?? e.line, character: e.endCharacter ?? e.character } }, text: e.text,
      })),
    });
    return version;
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  tokens(uri: string): Promise<SemanticTokens | null> {
    return this.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  }

  /** Waits until the server reports this version (or a later one) of the document. */
  async whenAnalysed(uri: string, version = 1): Promise<AnalysedParams> {
    for (;;) {
      const found = this.analysed.find((a) => a.uri === uri && a.version >= version);
      if (found !== undefined) return found;
      await this.woken();
    }
  }

  /** Waits until the server has asked for highlights to be drawn anew more often than so. */
  async whenRefreshed(times: number): Promise<void> {
    while (this.refreshes <= times) await this.woken();
  }

  /** The next of what is waited for has come. */
  private woken(): Promise<void> {
    return new Promise((resolve) => { this.waiting.add(resolve); });
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  configurationChanged(): Promise<void> {
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** Asks again and again; the test's own time limit ends what never comes true. */
  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise((resolve) => { setTimeout(resolve, 20); });
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await ended;
    this.connection.dispose();
  }
}

export interface DecodedToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

export function decode(data: readonly number[]): DecodedToken[] {
  const tokens: DecodedToken[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [deltaLine = 0, deltaStart = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += deltaLine;
    character = deltaLine === 0 ? character + deltaStart : deltaStart;
    tokens.push({ line, character, length, type, modifiers });
  }
  return tokens;
}
