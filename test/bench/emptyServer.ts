/** The smallest language server there is: it keeps documents in step and answers every request for tokens with none. The baseline of start-up. */
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
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
documents.listen(connection);
connection.listen();
