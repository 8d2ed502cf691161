/** Behind the links on cards. */
import { Location, Range, Uri, commands, workspace } from 'vscode';
import type { Spotlight } from '../spotlight.js';

/** `given` are the arguments of a link, `RevealArguments` if it is one of ours. One place is gone to, several are listed beside the text. */
export async function reveal(spotlight: Spotlight, given: readonly unknown[]): Promise<void> {
  const link = readLink(given);
  const [first] = link?.ranges ?? [];
  if (link === undefined || first === undefined) return;
  const { ranges } = link;
  const document = await workspace.openTextDocument(link.uri);
  await spotlight.goTo(document, first);
  if (ranges.length > 1) await commands.executeCommand('editor.action.goToLocations', document.uri, first.start, ranges.map((range) => new Location(document.uri, range)), 'peek', '');
}

/** The document and the places that a link names; undefined for what is no link of ours. */
export function readLink([uri, places]: readonly unknown[]): { readonly uri: Uri; readonly ranges: readonly Range[] } | undefined {
  if (typeof uri !== 'string' || !Array.isArray(places)) return undefined;
  return { uri: Uri.parse(uri), ranges: places.flatMap((place: unknown) => rangeOf(place) ?? []) };
}

function rangeOf(place: unknown): Range | undefined {
  if (!Array.isArray(place) || place.length !== 4 || !place.every((part): part is number => typeof part === 'number' && Number.isSafeInteger(part) && part >= 0)) return undefined;
  const [startLine = 0, startCharacter = 0, endLine = 0, endCharacter = 0] = place;
  return new Range(startLine, startCharacter, endLine, endCharacter);
}
