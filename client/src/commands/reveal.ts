/** Behind the links on cards. */
import { Location, Range, Uri, commands, workspace } from 'vscode';
import type { Spotlight } from '../spotlight.js';

/** `given` are the arguments of a link, `RevealArguments` if it is one of ours. One place is gone to, several are listed beside the text. */
export async function reveal(spotlight: Spotlight, given: readonly unknown[]): Promise<void> {
  const [uri, places] = given;
  if (typeof uri !== 'string' || !Array.isArray(places)) return;
  const ranges = places.flatMap((place: unknown) => rangeOf(place) ?? []);
  const [first] = ranges;
  if (first === undefined) return;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await spotlight.goTo(document, first);
  if (ranges.length > 1) await commands.executeCommand('editor.action.goToLocations', document.uri, first.start, ranges.map((range) => new Location(document.uri, range)), 'peek', '');
}

function rangeOf(place: unknown): Range | undefined {
  if (!Array.isArray(place) || place.length !== 4 || !place.every((part): part is number => typeof part === 'number' && Number.isSafeInteger(part) && part >= 0)) return undefined;
  const [startLine = 0, startCharacter = 0, endLine = 0, endCharacter = 0] = place;
  return new Range(startLine, startCharacter, endLine, endCharacter);
}
