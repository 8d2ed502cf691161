/** A connection on standard streams that a malformed message does not stop. */
import type { Readable, Writable } from 'node:stream';
import type { Connection } from 'vscode-languageserver/node';
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

export function stdioConnection(input: Readable, output: Writable): Connection {
  const reader = new StreamMessageReader(input);
  // After a header without a length the library leaves what follows in its buffer until more bytes come;
  // a client that waits for an answer sends none, so the reader is woken with an empty piece.
  reader.onError(() => setImmediate(() => { input.emit('data', Buffer.alloc(0)); }));
  return createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(output));
}
