/**
 * The smallest language server there is: it keeps documents in step and answers every request for tokens with none. The baseline of start-up.
 * It also gives back answers that it was handed before: what a request costs whose answer is there already.
 */
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { echoRequest, keepRequest } from './echo.js';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const kept = new Map<string, unknown>();
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: ['variable'], tokenModifiers: [] }, full: { delta: true } },
  },
}));
connection.languages.semanticTokens.on(() => ({ data: [] }));
connection.languages.semanticTokens.onDelta(() => ({ data: [] }));
connection.onHover(() => null);
connection.onRequest(keepRequest, ({ name, answer }) => {
  kept.set(name, answer);
  return null;
});
connection.onRequest(echoRequest, ({ name }) => kept.get(name) ?? null);
documents.listen(connection);
connection.listen();
