import { workspace } from 'vscode';
import { ALOUD, TELLING_COMMANDS } from './commands/tellingCommands.js';

/** Whether a person hears the editor rather than sees it. An extension is told so by nothing but the conditions of its keys, and by the setting. */
export class Hearing {
  private isTold = false;

  get isOn(): boolean {
    return this.isTold || workspace.getConfiguration('editor').get('accessibilitySupport') === 'on';
  }

  /** What the command was called with tells how the editor is used by now. */
  learn(command: string, [first]: readonly unknown[]): void {
    if (TELLING_COMMANDS.has(command)) this.isTold = first === ALOUD;
  }
}
