/** The smallest language server with highlights: it keeps documents in step and answers every request for tokens with the same one. */
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const ONE_TOKEN = [0, 0, 4, 0, 0];

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    semanticTokensProvider: { legend: { tokenTypes: ['variable'], tokenModifiers: [] }, range: true, full: true },
  },
}));
connection.languages.semanticTokens.on(() => ({ data: ONE_TOKEN }));
connection.languages.semanticTokens.onRange(() => ({ data: ONE_TOKEN }));
documents.listen(connection);
connection.listen();
