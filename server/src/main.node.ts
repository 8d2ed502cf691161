/** Entry of the server for the desktop client: transport by the process's arguments (IPC or stdio). */
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { filesOnDisk } from './annotations/store/files.node.js';
import { whoIsHere } from './annotations/store/who.node.js';
import { loadGazetteer } from './knowledge/gazetteer.js';
import { serve } from './lsp/server.js';
import { ClientLibrary } from './lsp/clientLibrary.js';
import type { IndexHost } from './lsp/workspaceIndex.js';
import { modelOnDisk } from './modelHost.node.js';
import { indexOnDisk } from './indexHost.node.js';
import { packsOnDisk } from './packHost.node.js';
import { textFilesOnDisk } from './textFiles.node.js';

const connection = createConnection(ProposedFeatures.all);
// Into folders that are not on this machine only the editor looks.
const index: IndexHost = { ...indexOnDisk, library: (...given) => indexOnDisk.library(...given) ?? new ClientLibrary(connection, ...given) };
serve(connection, loadGazetteer, modelOnDisk, packsOnDisk, { eager: true, sidecars: { files: filesOnDisk, who: whoIsHere }, files: textFilesOnDisk, index });
connection.listen();
