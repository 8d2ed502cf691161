import type { LogOutputChannel } from 'vscode';
import type { Annotating } from '../annotating.js';
import type { FileChoices } from '../fileChoices.js';
import type { Hearing } from '../hearing.js';
import type { LanguageAssigner } from '../languageAssigner.js';
import type { Reading } from '../reading.js';
import type { Session } from '../session.js';

/** What commands work with. */
export interface CommandParts {
  readonly log: LogOutputChannel;
  readonly hearing: Hearing;
  readonly choices: FileChoices;
  readonly assigner: LanguageAssigner;
  /** The running session; starts one if there is none. */
  readonly openSession: () => Promise<Session>;
  /** The session, if one has been started. */
  readonly session: () => Session | undefined;
  /** Views and further commands; loads them if that has not been done. */
  readonly openReading: () => Promise<Reading>;
  /** What decides on suggestions; loads it if that has not been done. */
  readonly openAnnotating: () => Promise<Annotating>;
}
