import * as assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { extension } from './annotator.js';
import { eventually } from './eventually.js';
import { workbench } from './workbench.js';

/** For the pictures of the documentation: UPDATE_SCREENSHOTS=1. */
export function picture(name: string): string {
  if (process.env['UPDATE_SCREENSHOTS'] !== '1') return name;
  const folder = join(extension().extensionPath, 'docs/images');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

/** Switches to the colour theme and back. */
export async function inTheme(theme: string, body: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('workbench');
  const before = settings.inspect<string>('colorTheme')?.globalValue;
  await settings.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
  try {
    await body();
  } finally {
    await settings.update('colorTheme', before, vscode.ConfigurationTarget.Global);
  }
}

/** Cards and lists fade in; a picture is taken of one that is there. */
export async function isThere(selector: string): Promise<void> {
  await eventually(async () => {
    const opacity = await workbench?.evaluate<string>(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).opacity`);
    assert.equal(opacity ?? '1', '1');
  });
}
