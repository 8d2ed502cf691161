/**
 * Runs a program and ends it, with all its children, as soon as standard input closes:
 * so nothing is left running when whoever started it dies, however it dies.
 * To be started as the leader of a process group of its own (`detached: true`).
 *
 * Usage: node leash.mjs PROGRAM [ARGUMENT …]
 */
import { spawn } from 'node:child_process';

/** How long the program may take to end by itself once asked, and its children once it has ended. */
const GRACE_MS = 3_000;
const CHILDREN_GRACE_MS = 200;
const [program, ...args] = process.argv.slice(2);
if (!program) throw new Error('leash.mjs: name the program to run');

const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
let isEnding = false;

child.once('error', (error) => {
  console.error(`${program} could not be started: ${error.message}`);
  process.exit(127);
});
child.once('close', (code, signal) => {
  console.error(`${program} ended with ${signal ?? `exit code ${code}`}.`);
  end();
  setTimeout(killGroup, CHILDREN_GRACE_MS);
});
process.stdin.resume();
process.stdin.once('close', end);
process.on('SIGTERM', end);
process.on('SIGINT', end);

/** Asks the whole group to end, and makes it end after a while. */
function end() {
  if (isEnding) return;
  isEnding = true;
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(killGroup, GRACE_MS);
}

/** Ends this process too: it leads the group. */
function killGroup() {
  process.kill(-process.pid, 'SIGKILL');
}
