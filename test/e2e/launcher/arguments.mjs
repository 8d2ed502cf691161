import { resolve } from 'node:path';

/**
 * @typedef {object} LaunchArguments what of VS Code's command line the browser VS Code can honour
 * @property {string} extensionDevelopmentPath
 * @property {string} extensionTestsPath
 * @property {string | undefined} userDataDir `User/settings.json` under it holds the settings, as on the desktop
 * @property {string | undefined} extensionsDir
 * @property {string | undefined} target the folder or file to open
 */

const FLAGS_WITH_VALUE = new Set(['extensionDevelopmentPath', 'extensionTestsPath', 'user-data-dir', 'extensions-dir']);

/**
 * Reads VS Code's command line. Other flags (`--no-sandbox`, `--disable-updates` …) are passed by
 * @vscode/test-electron and mean nothing to a browser, so they are skipped.
 * @param {string[]} args
 * @returns {LaunchArguments}
 * @throws {Error} if there is no test suite to run
 */
export function parseLaunchArguments(args) {
  /** @type {Map<string, string>} */
  const values = new Map();
  /** @type {string[]} */
  const targets = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    const match = /^--([\w-]+)(?:=(.*))?$/s.exec(argument);
    if (!match) targets.push(argument);
    else if (FLAGS_WITH_VALUE.has(match[1] ?? '')) values.set(match[1] ?? '', match[2] ?? args[++index] ?? '');
  }
  const required = (/** @type {string} */ flag) => {
    const value = values.get(flag);
    if (!value) throw new Error(`The launcher needs --${flag}=PATH; it only runs test suites (npm start opens an editor).`);
    return resolve(value);
  };
  if (targets.length > 1) throw new Error(`The launcher opens one folder or file, not ${targets.length}: ${targets.join(', ')}`);
  const optional = (/** @type {string | undefined} */ value) => (value ? resolve(value) : undefined);
  return {
    extensionDevelopmentPath: required('extensionDevelopmentPath'),
    extensionTestsPath: required('extensionTestsPath'),
    userDataDir: optional(values.get('user-data-dir')),
    extensionsDir: optional(values.get('extensions-dir')),
    target: optional(targets[0]),
  };
}
