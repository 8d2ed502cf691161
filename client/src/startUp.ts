/** What runs at activation. Small on purpose: the language client and the server come with the first document that they serve. */
import { Disposable, window } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/index.js';
import { FileChoices } from './fileChoices.js';
import { LanguageAssigner } from './languageAssigner.js';
import { isServed } from './languages.js';
import type { Session, SessionParts } from './session.js';
import { testApi } from './testApi.js';
import type { TestApi } from './testApi.js';

export interface Started {
  readonly api: TestApi;
  stop(): Promise<void>;
}

export function startUp(context: ExtensionContext, load: (parts: SessionParts) => Promise<Session>): Started {
  const log = window.createOutputChannel('Article Annotator', { log: true });
  const report = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const choices = new FileChoices(context);
  const assigner = new LanguageAssigner(choices, report);
  let opening: Promise<Session> | undefined;
  let session: Session | undefined;

  async function open(): Promise<Session> {
    session = await load({ context, log, choices });
    await session.start();
    return session;
  }
  const openSession = (): Promise<Session> => (opening ??= open());
  const openIfServed = (): void => {
    if (opening === undefined && window.visibleTextEditors.some(({ document }) => isServed(document))) openSession().catch(report);
  };

  context.subscriptions.push(
    log,
    assigner,
    registerCommands({ log, choices, assigner, openSession, session: () => session }),
    window.onDidChangeVisibleTextEditors(openIfServed),
    window.onDidChangeActiveTextEditor(openIfServed),
    new Disposable(() => session?.dispose()),
  );
  openIfServed();
  return {
    api: testApi(() => session),
    stop: async () => session?.stop(),
  };
}
