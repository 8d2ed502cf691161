#!/usr/bin/env node
/**
 * Takes the place of a desktop VS Code for `runTests` of @vscode/test-electron: understands the part of its
 * command line that test runs use, runs the suite in a browser VS Code (code-server in headless Chromium),
 * prints what the suite prints and ends with the suite's exit code.
 */
import { runInBrowserHost } from './run-in-browser-host.mjs';
import { parseLaunchArguments } from './arguments.mjs';

try {
  process.exitCode = await runInBrowserHost(parseLaunchArguments(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
