/** Places of claims as the server sends them, four numbers each. No VS Code in here. */
import type { Range } from 'vscode-languageserver-protocol';
import type { ClaimPlaces } from '../../server/src/protocol.js';

/** The place of this number. */
export function placeAt(places: ClaimPlaces, number: number): Range {
  const [line = 0, character = 0, endLine = line, endCharacter = character] = places.slice(4 * number, 4 * number + 4);
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
