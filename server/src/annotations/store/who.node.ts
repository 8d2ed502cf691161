/** The name under which a person's decisions are kept where no setting gives one: git's, else the system's. It stays in the sidecar. */
import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Agent } from '../annotation.js';
import { personOf } from './who.js';

/** A configuration that hangs must not keep a decision waiting. */
const GIT_MS = 1_000;

/** `folder` is a file URI, or anything else for no folder. */
export async function whoIsHere(folder: string): Promise<Agent> {
  const at = folder.startsWith('file:') ? fileURLToPath(folder) : undefined;
  const [name, email] = await Promise.all([gitConfig('user.name', at), gitConfig('user.email', at)]);
  return personOf(name === '' ? systemName() : name, email);
}

function gitConfig(key: string, cwd: string | undefined): Promise<string> {
  return new Promise((resolve) => {
    // Without git, or without a folder, there is no answer, which is no error.
    execFile('git', ['config', '--get', key], { cwd, timeout: GIT_MS, windowsHide: true }, (error, stdout) => { resolve(error === null ? stdout.trim() : ''); });
  });
}

function systemName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container's user may have no name.
    return '';
  }
}
