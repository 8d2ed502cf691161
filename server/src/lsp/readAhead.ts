/** The document that the client is going to open, read before it does: most of a first answer's work lies in the first reading of a text. */
import type { TextDocumentItem } from 'vscode-languageserver';
import type { Gazetteer } from '../analysis/gazetteer.js';
import { OpenDocument } from './openDocument.js';
import { readThrough } from './warmUp.js';

export class ReadAhead {
  private ahead: OpenDocument | undefined;

  read({ uri, languageId, version, text }: TextDocumentItem, gazetteer: () => Gazetteer): void {
    const open = OpenDocument.create(uri, languageId, version, text);
    readThrough(open, gazetteer);
    this.ahead = open;
  }

  /** The document as it is opened: the one that was read if it is that very text, else a new one. What was read is for the first one that is opened. */
  open(uri: string, languageId: string, version: number, text: string): OpenDocument {
    const { ahead } = this;
    this.ahead = undefined;
    const isSame = ahead?.uri === uri && ahead.languageId === languageId && ahead.version === version && ahead.positions.getText() === text;
    return isSame ? ahead : OpenDocument.create(uri, languageId, version, text);
  }
}
