import { commands } from 'vscode';

/**
 * Completes the first step of the walkthrough. That an article was open before the editor knew the walkthrough does not: a condition which
 * holds by then counts as met before, and completes nothing for the rest of the session.
 */
export function articleReached(): void {
  void commands.executeCommand('setContext', 'articleAnnotator.articleReached', true);
}
