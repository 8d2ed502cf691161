import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOnPath } from './find-program.mjs';

/**
 * The desktop VS Code of this machine: VSCODE_EXECUTABLE if set, else the program behind `code` on PATH.
 * @returns {string | undefined} the program itself, not its command line wrapper, which returns before the
 *   editor has ended; undefined where there is none or no desktop to show it on
 * @throws {Error} if VSCODE_EXECUTABLE names no file
 */
export function findDesktopVSCode() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) {
    if (!existsSync(named)) throw new Error(`VSCODE_EXECUTABLE is set to ${named}, but there is no such file.`);
    return named;
  }
  const command = findOnPath('code');
  if (!command || !hasDesktop()) return undefined;
  return programBehind(realpathSync(command));
}

/** @returns {boolean} whether windows can be opened */
export function hasDesktop() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A terminal inside another VS Code has a `code` too, which only talks to that window: it finds no program here.
 * @param {string} command the wrapper, links resolved
 */
function programBehind(command) {
  const folder = dirname(command);
  const candidates = {
    linux: [join(folder, '../code')],
    darwin: [join(folder, '../../../MacOS/Code'), join(folder, '../../../MacOS/Electron')],
    win32: [join(folder, '../Code.exe')],
  };
  const here = candidates[/** @type {'linux' | 'darwin' | 'win32'} */ (process.platform)] ?? [];
  return here.find((path) => existsSync(path));
}
