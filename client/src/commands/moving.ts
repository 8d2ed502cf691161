/** From one entity, claim or unnamed source to the next, and the editor's own ways of moving under the names that readers know. */
import { SymbolKind, commands, window } from 'vscode';
import type { CallHierarchyItem } from 'vscode';
import type { Direction, NeighbourKind } from '../../../server/src/protocol.js';
import type { Requests } from '../requests.js';
import type { Spotlight } from '../spotlight.js';

const NONE: Readonly<Record<NeighbourKind, string>> = {
  entity: 'No entity was found in this article.',
  claim: 'No claim was found in this article.',
  unnamedSource: 'Every claim in this article has a named source.',
};

export async function goToNeighbour(requests: Requests, spotlight: Spotlight, kind: NeighbourKind, direction: Direction): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document, selection } = editor;
  const { version } = document;
  const found = await requests.neighbour(document, selection.active, kind, direction);
  if (found === null) void window.showInformationMessage(NONE[kind]);
  // Typed on meanwhile: the place is not where it was, and the cursor is wanted where it is.
  else if (document.version === version) await spotlight.goTo(document, found);
}

export async function goToFullestMention(): Promise<void> {
  await commands.executeCommand('editor.action.revealDefinition');
}

export async function findAllMentions(): Promise<void> {
  await commands.executeCommand('editor.action.goToReferences');
}

export async function respell(): Promise<void> {
  await commands.executeCommand('editor.action.rename');
}

/**
 * The call hierarchy: of a person the claims they make, of a claim who makes it and who repeats it.
 * The editor opens it in the direction that was used last; the other one is a button in it.
 */
export async function whoSaysWhat(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const [item] = (await commands.executeCommand<CallHierarchyItem[] | undefined>('vscode.prepareCallHierarchy', editor.document.uri, editor.selection.active)) ?? [];
  await commands.executeCommand('editor.showCallHierarchy');
  // The server gives claims the kind of an event. Events that are entities say nothing, so they are looked at in the same direction.
  if (item !== undefined) await commands.executeCommand(item.kind === SymbolKind.Event ? 'editor.showIncomingCalls' : 'editor.showOutgoingCalls');
}
