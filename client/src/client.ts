import type { LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction } from 'vscode-languageclient';
import type { ConfigurationParams, LanguageClientOptions } from 'vscode-languageclient';
import { Uri } from 'vscode';
import { CARD_COMMANDS, CARD_LINKS, SERVED_LANGUAGES } from '../../server/src/protocol.js';
import { SECTION } from '../../server/src/settings.js';
import type { Calls } from './calls.js';
import type { Cards } from './cards.js';
import type { FileChoices } from './fileChoices.js';
import type { RestartPolicy } from './restartPolicy.js';

export interface ClientParts {
  readonly log: LogOutputChannel;
  readonly choices: FileChoices;
  readonly restarts: RestartPolicy;
  readonly cards: Cards;
  readonly calls: Calls;
}

/** How the language client is set up, on the desktop and on the web alike. No scheme is named: untitled and virtual documents count. */
export function clientOptions({ log, choices, restarts, cards, calls }: ClientParts): LanguageClientOptions {
  return {
    // The newsroom's own list is served too, whatever language the editor takes it for.
    documentSelector: [...SERVED_LANGUAGES.map((language) => ({ language })), { pattern: '**/.article-annotator/glossary.csv' }],
    outputChannel: log,
    // To go to a place in the text, to ask the sources that are turned on about the name there, to show what other articles say and how a claim could be checked, to write a note, to say of what day the article is.
    markdown: { isTrusted: { enabledCommands: CARD_COMMANDS }, supportHtml: false },
    initializationOptions: { [CARD_LINKS]: true },
    initializationFailedHandler: (error: unknown) => {
      log.error('The server did not start', error);
      return false;
    },
    errorHandler: {
      error: (error) => ({ action: ErrorAction.Continue, message: `Connection to the server: ${error.message}`, handled: true }),
      closed: async () => {
        if (!(await restarts.mayRestart())) return { action: CloseAction.DoNotRestart, message: 'The server has ended.', handled: true };
        return { action: CloseAction.Restart, message: 'The server ended unexpectedly and is started again.', handled: true };
      },
    },
    middleware: {
      ...cards.middleware,
      ...calls.middleware,
      workspace: {
        configuration: async (params, token, next) => {
          const answer = await next(params, token);
          return Array.isArray(answer) ? withChoices(params, answer, choices) : answer;
        },
      },
    },
  };
}

/** For a file that a person does not want annotated, plain text is switched off in what the server gets as its settings. */
function withChoices(params: ConfigurationParams, values: readonly unknown[], choices: FileChoices): unknown[] {
  return values.map((value, i) => {
    const { scopeUri, section } = params.items[i] ?? {};
    if (section !== SECTION || scopeUri === undefined || choices.get(Uri.parse(scopeUri)) !== 'never') return value;
    return { ...(typeof value === 'object' ? value : {}), plainText: { annotate: 'never' } };
  });
}
