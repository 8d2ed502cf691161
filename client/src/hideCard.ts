import { commands } from 'vscode';

/** Not known to every editor that we run in. */
const HIDE_HOVER = 'editor.action.hideHover';

/** The card whose link was followed would stay over the text, and get the focus before anything else. */
export async function hideCard(): Promise<void> {
  if ((await commands.getCommands()).includes(HIDE_HOVER)) await commands.executeCommand(HIDE_HOVER);
}
