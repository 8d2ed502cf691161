/** The smallest extension with a language server: a client, started at activation, for the language and over the transport that ours uses. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('server.js');
  client = new LanguageClient('minimal', 'Minimal', { module, transport: TransportKind.ipc }, { documentSelector: [{ language: 'article' }] });
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
