import type { CommandParts } from './parts.js';

export async function restartServer({ session, openSession }: CommandParts): Promise<void> {
  const running = session();
  await (running === undefined ? openSession() : running.restart());
}

export function showLog({ log }: CommandParts): void {
  log.show(true);
}
