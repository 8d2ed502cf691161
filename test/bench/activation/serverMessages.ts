/** What an extension's server says, as the extension host hears it. Nothing in it knows which extension it looks at. */
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';

export interface ServerMessage {
  readonly method?: string;
  readonly params?: { readonly message?: string };
  readonly result?: { readonly data?: unknown } | null;
}

/** Of each server's process that is started from now on. */
export function onServerMessage(hear: (message: ServerMessage) => void): void {
  const shared = createRequire(__filename)('node:child_process') as { fork: (...given: unknown[]) => ChildProcess };
  const { fork } = shared;
  shared.fork = (...given) => {
    const child = fork(...given);
    child.on('message', (message: ServerMessage) => { hear(message); });
    return child;
  };
}
