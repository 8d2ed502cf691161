/**
 * Features that an editor asks about by itself as soon as it knows of them, such as the outline. To a client that can be told later, they
 * are announced when the first highlights have gone out, so that nothing stands before those; to others in the answer to `initialize`.
 */
import type { ClientCapabilities, Connection, Registration, ServerCapabilities } from 'vscode-languageserver';
import { RegistrationRequest } from 'vscode-languageserver';

const LATER = [
  { method: 'textDocument/documentSymbol', feature: 'documentSymbol', provider: 'documentSymbolProvider' },
  { method: 'textDocument/documentHighlight', feature: 'documentHighlight', provider: 'documentHighlightProvider' },
  { method: 'textDocument/foldingRange', feature: 'foldingRange', provider: 'foldingRangeProvider' },
  { method: 'textDocument/inlayHint', feature: 'inlayHint', provider: 'inlayHintProvider' },
] as const;

export class LaterFeatures {
  private registrations: readonly Registration[] = [];

  constructor(private readonly connection: Connection) {}

  /** What is to be announced at once, of all that the server can do. */
  initialise(all: ServerCapabilities, { textDocument }: ClientCapabilities): ServerCapabilities {
    const now = { ...all };
    this.registrations = LATER.filter(({ feature }) => textDocument?.[feature]?.dynamicRegistration === true).flatMap(({ method, provider }) => {
      const options = all[provider];
      Reflect.deleteProperty(now, provider);
      // Without a selector it is the one that the client has for all of the server.
      return options === undefined || options === false ? [] : [{ id: method, method, registerOptions: { documentSelector: null, ...(options === true ? {} : options) } }];
    });
    return now;
  }

  async announce(): Promise<void> {
    const { registrations } = this;
    this.registrations = [];
    if (registrations.length > 0) await this.connection.sendRequest(RegistrationRequest.type, { registrations: [...registrations] });
  }
}
