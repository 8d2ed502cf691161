/** What runs at activation. Small on purpose: the language client and the server come with the first document that they serve, views and most commands when they are used. */
import { Disposable, window } from 'vscode';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { registerCommands } from './commands/index.js';
import { DocumentStates } from './documentStates.js';
import { FileChoices } from './fileChoices.js';
import { LanguageAssigner } from './languageAssigner.js';
import { servedInSight } from './languages.js';
import type { Reading } from './reading.js';
import type { Session, SessionParts } from './session.js';
import { testApi } from './testApi.js';
import type { TestApi } from './testApi.js';
import { createFrames } from './views/frames.js';

export interface Started {
  readonly api: TestApi;
  stop(): Promise<void>;
}

export function createLog(): LogOutputChannel {
  return window.createOutputChannel('Article Annotator', { log: true });
}

/** The log is disposed of with the rest. */
export function startUp(context: ExtensionContext, log: LogOutputChannel, load: (parts: SessionParts) => Promise<Session>): Started {
  const report = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const choices = new FileChoices(context);
  const states = new DocumentStates();
  const assigner = new LanguageAssigner(choices, report);
  const frames = createFrames(async (name) => (await openReading()).view(name));
  let opening: Promise<Session> | undefined;
  let session: Session | undefined;
  let reading: Promise<Reading> | undefined;

  async function open(): Promise<Session> {
    session = await load({ context, log, choices, states });
    await session.start();
    return session;
  }
  async function loadReading(): Promise<Reading> {
    const { Reading } = await import('./reading.js');
    const loaded = new Reading({ context, states, frames, session: () => session, report });
    context.subscriptions.push(loaded);
    return loaded;
  }
  const openSession = (): Promise<Session> => (opening ??= open());
  const openReading = (): Promise<Reading> => (reading ??= loadReading());
  const openIfServed = (): void => {
    if (opening === undefined && servedInSight() !== undefined) openSession().catch(report);
  };

  context.subscriptions.push(
    log,
    states,
    assigner,
    frames,
    registerCommands({ log, choices, assigner, openSession, session: () => session, openReading }),
    window.onDidChangeVisibleTextEditors(openIfServed),
    window.onDidChangeActiveTextEditor(openIfServed),
    new Disposable(() => session?.dispose()),
  );
  openIfServed();
  return {
    api: testApi(() => session, openReading),
    stop: async () => session?.stop(),
  };
}
