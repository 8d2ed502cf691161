/** What runs at activation. Small on purpose: the language client and the server come with the first document that they serve, views and most commands when they are used. */
import { Disposable, window } from 'vscode';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { AnnotationsChangedParams } from '../../server/src/annotatingProtocol.js';
import { registerCommands } from './commands/index.js';
import type { Annotating } from './annotating.js';
import { AnnotationStates, CopyStates, DocumentStates } from './documentStates.js';
import { FileChoices } from './fileChoices.js';
import { Hearing } from './hearing.js';
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
  const annotations = new AnnotationStates();
  const copies = new CopyStates();
  const assigner = new LanguageAssigner(choices, report);
  const frames = createFrames(states, async (name) => (name === 'entities' || name === 'claims' ? (await openReading()).view(name) : (await openAnnotating()).view(name)));
  const hearing = new Hearing();
  let opening: Promise<Session> | undefined;
  let session: Session | undefined;
  let reading: Promise<Reading> | undefined;
  let annotating: Promise<Annotating> | undefined;

  async function open(): Promise<Session> {
    session = await load({ context, log, choices, states, annotations, copies });
    await session.start();
    return session;
  }
  async function loadReading(): Promise<Reading> {
    const { Reading } = await import('./reading.js');
    const loaded = new Reading({ context, states, frames, session: () => session, report, hearing });
    context.subscriptions.push(loaded);
    return loaded;
  }
  async function loadAnnotating(): Promise<Annotating> {
    const { Annotating } = await import('./annotating.js');
    const loaded = new Annotating({ context, states, annotations, copies, frames, session: () => session, report, hearing });
    context.subscriptions.push(loaded);
    return loaded;
  }
  const openSession = (): Promise<Session> => (opening ??= open());
  const openReading = (): Promise<Reading> => (reading ??= loadReading());
  const openAnnotating = (): Promise<Annotating> => (annotating ??= loadAnnotating());
  const openIfServed = (): void => {
    if (opening === undefined && servedInSight() !== undefined) openSession().catch(report);
  };

  context.subscriptions.push(
    log,
    states,
    annotations,
    copies,
    // Notes and warnings come with what is decided; a document without anything needs none of it.
    annotations.onDidChange((uri) => { if (hasSomething(annotations.get(uri))) openAnnotating().catch(report); }),
    copies.onDidChange((uri) => { if (copies.get(uri) !== undefined) openAnnotating().catch(report); }),
    assigner,
    frames,
    registerCommands({ log, hearing, choices, assigner, openSession, session: () => session, openReading, openAnnotating }),
    window.onDidChangeVisibleTextEditors(openIfServed),
    window.onDidChangeActiveTextEditor(openIfServed),
    new Disposable(() => session?.dispose()),
  );
  openIfServed();
  return {
    api: testApi(() => session, (uri) => annotations.get(uri), openReading, openAnnotating),
    stop: async () => session?.stop(),
  };
}

function hasSomething(changed: AnnotationsChangedParams | undefined): boolean {
  if (changed === undefined) return false;
  const { counts, problem, others } = changed;
  return problem !== null || others.length > 0 || counts.accepted + counts.rejected + counts.orphaned > 0;
}
