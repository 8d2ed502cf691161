/** From one entity, claim or unnamed source to the next, and the editor's own ways of moving under the names that readers know. */
import { SymbolKind, commands, window } from 'vscode';
import type { CallHierarchyItem, Event, TextEditor } from 'vscode';
import type { Direction, NeighbourKind } from '../../../server/src/protocol.js';
import type { CallDirection, Calls } from '../calls.js';
import type { Neighbour, Requests } from '../requests.js';
import type { Spotlight } from '../spotlight.js';
import { show } from '../telling.js';

/** How long a call hierarchy is waited for. */
const FILLING_MS = 3_000;

const NONE: Readonly<Record<NeighbourKind, string>> = {
  entity: 'No entity was found in this article.',
  claim: 'No claim was found in this article.',
  unnamedSource: 'Every claim in this article has a named source.',
};

const COUNTED: Readonly<Partial<Record<NeighbourKind, string>>> = { claim: 'Claim', unnamedSource: 'Unnamed' };

/** Shows which one it is of how many; null if it went nowhere. */
export async function goToNeighbour(requests: Requests, spotlight: Spotlight, { document, selection }: TextEditor, kind: NeighbourKind, direction: Direction): Promise<Neighbour | null> {
  const { version } = document;
  const found = await requests.neighbour(document, selection.active, kind, direction);
  if (found === null) void window.showInformationMessage(NONE[kind]);
  // Typed on meanwhile: the place is not where it was, and the cursor is wanted where it is.
  if (found === null || document.version !== version) return null;
  await spotlight.goTo(document, found.range);
  const counted = COUNTED[kind];
  if (counted !== undefined && found.count !== null) show(`${counted} ${countWords(found.count)}`);
  return found;
}

export function countWords({ nth, of }: NonNullable<Neighbour['count']>): string {
  return `${nth} of ${of}`;
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

/** The call hierarchy: of a person the claims they make, of a claim who makes it and who repeats it. The other direction is a button in it. */
export async function whoSaysWhat(calls: Calls, { document, selection }: TextEditor): Promise<void> {
  const [item] = (await commands.executeCommand<CallHierarchyItem[] | undefined>('vscode.prepareCallHierarchy', document.uri, selection.active)) ?? [];
  // The server gives claims the kind of an event. Events that are entities say nothing, so they are looked at in the same direction.
  const wanted: CallDirection = item === undefined || item.kind === SymbolKind.Event ? 'incoming' : 'outgoing';
  const filling = once(calls.onDidAsk, FILLING_MS);
  await commands.executeCommand('editor.showCallHierarchy');
  // It opens in the direction that was used last.
  const shown = await filling;
  if (shown !== undefined && shown !== wanted) await commands.executeCommand(wanted === 'incoming' ? 'editor.showIncomingCalls' : 'editor.showOutgoingCalls');
}

/** Undefined if it does not come in time, as when there is nothing to show. */
function once<T>(event: Event<T>, timeoutMs: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const end = (value?: T): void => {
      listening.dispose();
      clearTimeout(timer);
      resolve(value);
    };
    const listening = event(end);
    const timer = setTimeout(end, timeoutMs);
  });
}
