import { commands } from 'vscode';

const REACHED = 'articleAnnotator.articleReached';

/**
 * Completes the first step of the walkthrough, if the editor has read the walkthrough by now. That an article is open does not do so by
 * itself: a condition which holds when the editor reads a walkthrough counts as met before, and completes nothing for the rest of the
 * session. Hence one that holds for a moment only.
 */
export async function articleReached(): Promise<void> {
  await commands.executeCommand('setContext', REACHED, true);
  await commands.executeCommand('setContext', REACHED, false);
}
