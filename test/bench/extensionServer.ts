import { LEAN_ARGUMENTS, LEAN_ENVIRONMENT } from '../../client/src/leanServer.js';
import { LspSession } from '../lsp/harness.js';

/** The server started as the extension does it (client/src/serverProcess.node.ts), but spoken to over stdio. `more`: arguments of ours. */
export function startAsExtension(...more: readonly string[]): Promise<LspSession> {
  return LspSession.start({}, [...LEAN_ARGUMENTS, 'dist/server.js', '--stdio', ...more], LEAN_ENVIRONMENT);
}
