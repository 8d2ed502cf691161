/**
 * Holds back text that comes without keys while review mode has them: from input methods, dictation and symbol pickers. (Keys that write are
 * bound, see `keys.ts`.) The editor's commands for it are taken over while the mode is on and given back when it ends, so that nothing stands
 * between a person and the text outside of it. What is chosen from a menu, such as Paste, does what it says.
 */
import { Disposable, commands, window } from 'vscode';
import type { TextDocument } from 'vscode';
import { say } from './deciding.js';

/** The editor calls them for every text editor that has the focus; `default:` before the name is what it would do itself. */
const WRITING = ['type', 'replacePreviousChar', 'compositionType'] as const;
export const NOTHING_IS_WRITTEN = 'Review mode writes nothing into the text. Escape leaves it.';

export class TextGuard implements Disposable {
  private held: Disposable | undefined;

  constructor(private readonly isGuarded: (document: TextDocument) => boolean) {}

  hold(isHeld: boolean): void {
    if (isHeld === (this.held !== undefined)) return;
    this.held?.dispose();
    this.held = isHeld ? Disposable.from(...WRITING.flatMap((command) => this.take(command))) : undefined;
  }

  dispose(): void {
    this.hold(false);
  }

  /** Nothing where another extension has it, one that gives keys a meaning of their own: what it makes of them is the person's choice. */
  private take(command: (typeof WRITING)[number]): Disposable[] {
    try {
      return [commands.registerCommand(command, (argument: unknown) => this.write(command, argument))];
    } catch {
      say('Another extension reads what is typed, so review mode cannot hold back text that comes without keys.');
      return [];
    }
  }

  private async write(command: (typeof WRITING)[number], argument: unknown): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document !== undefined && this.isGuarded(document)) say(NOTHING_IS_WRITTEN);
    else await commands.executeCommand(`default:${command}`, argument);
  }
}
