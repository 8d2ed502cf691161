/** The index of a workspace on the web: in memory, of the files that the editor reads for us. */
import type { Connection } from 'vscode-languageserver';
import { MemoryIndex } from './index/memoryIndex.js';
import { ClientLibrary } from './lsp/clientLibrary.js';
import type { IndexHost } from './lsp/workspaceIndex.js';

/** Each may be a request to a server behind the editor, at each start anew. */
const MOST_FILES = 2_000;

export function indexOnTheWeb(connection: Connection): IndexHost {
  return {
    open: () => Promise.resolve({ index: new MemoryIndex() }),
    library: (folders, choice, report) => new ClientLibrary(connection, folders, { ...choice, mostFiles: Math.min(choice.mostFiles, MOST_FILES) }, report),
  };
}
