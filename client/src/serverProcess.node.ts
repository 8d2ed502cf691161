/** The server as a process of its own, spoken to over Node's IPC. Loaded at activation, so it knows nothing of the language client. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { LogOutputChannel, TextDocument } from 'vscode';
import type { OPENING_METHOD } from '../../server/src/protocol.js';
import { LEAN_ARGUMENTS, LEAN_ENVIRONMENT } from './leanServer.js';

const OPENING: typeof OPENING_METHOD = 'articleAnnotator/opening';

/** Where a debugger may attach to the server while the extension is being debugged. */
const DEBUG_ARGUMENTS = ['--nolazy', '--inspect=6009'];

export class ServerProcess {
  private current: ChildProcess | undefined;
  private ahead: ChildProcess | undefined;

  /** `cache`: a folder of ours, in which the server keeps its compiled code. */
  constructor(private readonly script: string, private readonly cache: string, private readonly log: LogOutputChannel) {}

  /** Undefined while none runs. */
  get pid(): number | undefined {
    return this.current !== undefined && isAlive(this.current) ? this.current.pid : undefined;
  }

  /** Starts the process that `open` will give, so that it gets ready, and reads the document, while the language client is being loaded. */
  startAhead(document: TextDocument | undefined): void {
    this.ahead ??= this.start();
    if (document === undefined || !isAlive(this.ahead)) return;
    const params = { uri: document.uri.toString(), languageId: document.languageId, version: document.version, text: document.getText() };
    this.ahead.send({ jsonrpc: '2.0', method: OPENING, params }, (error) => {
      if (error !== null) this.log.warn('The server got no text ahead', error);
    });
  }

  /** A process that nobody has spoken to. Ends the one before: the client only stops speaking to it. */
  open(): ChildProcess {
    this.current?.kill();
    this.current = this.ahead !== undefined && isAlive(this.ahead) ? this.ahead : this.start();
    this.ahead = undefined;
    return this.current;
  }

  end(): void {
    this.ahead?.kill();
    this.current?.kill();
  }

  private start(): ChildProcess {
    const debugged = isDebugged();
    const child = fork(this.script, ['--node-ipc', `--clientProcessId=${process.pid}`, ...(debugged ? [] : [`--code-cache=${this.cache}`])], {
      // The editor's own program runs as plain Node if it is told so.
      env: { ...LEAN_ENVIRONMENT, ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
      execArgv: debugged ? DEBUG_ARGUMENTS : LEAN_ARGUMENTS,
      silent: true,
    });
    child.on('error', (error) => this.log.error('The server’s process', error));
    if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => this.log.info(line));
    if (child.stderr !== null) createInterface(child.stderr).on('line', (line) => this.log.error(line));
    return child;
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function isDebugged(): boolean {
  return process.execArgv.some((argument) => /^--(?:inspect|debug)(?:-brk)?(?:=|$)/.test(argument));
}
