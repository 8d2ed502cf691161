import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findOnPath } from './find-program.mjs';

/**
 * What the system must have, the Debian packages that bring it, and how to see that it is there.
 * @type {Record<string, { debian: string[], isPresent: () => boolean }>}
 */
const NEEDS = {
  chromium: { debian: ['chromium', 'fonts-dejavu-core'], isPresent: () => findChromium() !== undefined },
  compiler: {
    debian: ['build-essential'],
    isPresent: () => findOnPath('make') !== undefined && (findOnPath('g++') ?? findOnPath('clang++')) !== undefined,
  },
  python: { debian: ['python3'], isPresent: () => findOnPath('python3') !== undefined },
  venv: {
    debian: ['python3-venv'],
    isPresent: () => spawnSync('python3', ['-c', 'import ensurepip, venv']).status === 0,
  },
  kerberos: {
    debian: ['libkrb5-dev'],
    isPresent: () => process.platform === 'darwin' || existsSync('/usr/include/gssapi/gssapi.h') || findOnPath('krb5-config') !== undefined,
  },
  neovim: { debian: ['neovim'], isPresent: () => findOnPath('nvim') !== undefined },
};

/**
 * Makes sure that the system has what is named, installing Debian packages where that is possible.
 * @param {string[]} names keys of the table above
 * @throws {Error} with the command that a person can run, if something is missing and cannot be installed from here
 */
export function ensureSystemPackages(names) {
  const missing = names.filter((name) => !need(name).isPresent());
  if (missing.length === 0) return;
  const packages = missing.flatMap((name) => need(name).debian);
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || findOnPath('apt-get') === undefined) {
    throw new Error(`Missing system packages: ${packages.join(', ')}. Install them and try again, on Debian or Ubuntu with:\n  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`);
  }
  console.log(`Installing system packages (apt-get install ${packages.join(' ')}) …`);
  aptGet(['update', '-qq']);
  aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  const stillMissing = missing.filter((name) => !need(name).isPresent());
  if (stillMissing.length > 0) {
    throw new Error(`apt-get reported success, but these are still not found: ${stillMissing.join(', ')}`);
  }
}

/** @param {string} name */
function need(name) {
  const entry = NEEDS[name];
  if (!entry) throw new Error(`Unknown system package "${name}"; known are ${Object.keys(NEEDS).join(', ')}`);
  return entry;
}

/** @param {string[]} args */
function aptGet(args) {
  const result = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    throw new Error(`apt-get ${args.join(' ')} failed with exit code ${result.status}:\n${(result.stdout + result.stderr).trimEnd().slice(-4000)}`);
  }
}
