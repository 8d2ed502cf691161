/** The commands of package.json, one file a group. */
import { Disposable, commands } from 'vscode';
import type { REVEAL_COMMAND } from '../../../server/src/protocol.js';
import type { CommandParts } from './parts.js';
import { ANNOTATING_COMMANDS, SILENT_COMMANDS } from './annotatingCommands.js';
import { annotateThisFile, stopAnnotatingThisFile } from './annotateFile.js';
import { READING_COMMANDS } from './readingCommands.js';
import { restartServer, showLog } from './server.js';

/** Only its type is taken from the protocol: the module itself would bring the whole protocol library to the activation. */
const REVEAL: typeof REVEAL_COMMAND = 'articleAnnotator.reveal';

export function registerCommands(parts: CommandParts): Disposable {
  return Disposable.from(
    commands.registerCommand('articleAnnotator.annotateThisFile', (uri?: unknown) => annotateThisFile(parts, uri)),
    commands.registerCommand('articleAnnotator.stopAnnotatingThisFile', (uri?: unknown) => stopAnnotatingThisFile(parts, uri)),
    commands.registerCommand('articleAnnotator.restartServer', () => restartServer(parts)),
    commands.registerCommand('articleAnnotator.showLog', () => showLog(parts)),
    commands.registerCommand(REVEAL, async (...given: unknown[]) => (await parts.openReading()).reveal(given)),
    ...READING_COMMANDS.map((command) => register(command, async (args) => (await parts.openReading()).run(command, args))),
    ...[...ANNOTATING_COMMANDS, ...SILENT_COMMANDS].map((command) => register(command, async (args) => (await parts.openAnnotating()).run(command, args))),
  );

  function register(command: string, run: (args: readonly unknown[]) => Promise<void>): Disposable {
    return commands.registerCommand(`articleAnnotator.${command}`, async (...args: unknown[]) => {
      parts.hearing.learn(command, args);
      await run(args);
    });
  }
}
