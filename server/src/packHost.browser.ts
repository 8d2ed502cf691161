/** Where the packs of facts lie on the web: beside the extension, which its own host serves. */
import { ExtensionAddress } from './extensionAddress.browser.js';
import type { PackHost } from './lsp/factsShelf.js';

export function packsOnTheWeb(): PackHost {
  const extension = new ExtensionAddress();
  return {
    initialise: (options) => { extension.hear(options); },
    read: async (name) => {
      const response = await fetch(extension.of(`dist/packs/${name}.json`));
      if (!response.ok) throw new Error(`${name}.json: ${response.status} ${response.statusText}`);
      return response.text();
    },
  };
}
