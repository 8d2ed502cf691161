import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, closeAll } from './annotator.js';
import { eventually } from './eventually.js';
import { focusRows, showAnnotated } from './keys.js';
import { workbench } from './workbench.js';

/** The item of review mode in the status bar: outside the mode, and in it. */
export const OUTSIDE = '#article-annotator\\.article-annotator\\.articleAnnotator\\.review';
export const INSIDE = '#article-annotator\\.article-annotator\\.articleAnnotator\\.reviewing';
export const LIST = '.quick-input-list';
/** A row of the side bar. */
export const ROW = '.pane .monaco-list-row';

export type Counts = Readonly<Record<'undecided' | 'accepted' | 'rejected' | 'orphaned', number>>;

export async function counts(editor: vscode.TextEditor, expected: Partial<Counts>, timeoutMs?: number): Promise<void> {
  await eventually(() => {
    const known = api().annotations(editor.document.uri);
    assert.deepEqual(known?.counts ?? { accepted: 0, rejected: 0, orphaned: 0 }, { ...known?.counts, ...expected });
  }, timeoutMs);
}

/** A key that comes too early does nothing: which history it means is told to the window a moment after a decision, and rows that are drawn anew are not at hand. No person is so fast. */
export async function pressUntil(keys: string, check: () => Promise<void>): Promise<void> {
  await eventually(async () => {
    await workbench?.press(keys);
    await check();
  });
}

/** Scrolls the view down to what is decided, and waits for the row. */
export async function lastRows(label: string): Promise<string> {
  const row = `${ROW}[aria-label^="${label}"]`;
  await eventually(async () => {
    await focusRows('articleAnnotator.annotations');
    await workbench?.press('End');
    await workbench?.waitFor(row, { timeoutMs: 1_000 });
  });
  return row;
}

/** What the view lists under a heading. */
export async function listed(group: 'Undecided' | 'Decided' | 'Orphaned'): Promise<string[]> {
  const rows = await api().rows('annotations');
  const start = rows.findIndex((row) => row.startsWith(`${group} (`));
  const end = rows.findIndex((row, i) => i > start && !row.startsWith(' '));
  return start < 0 ? [] : rows.slice(start + 1, end < 0 ? undefined : end).map((row) => row.trim());
}

export async function isDecided(pattern: RegExp): Promise<void> {
  await eventually(async () => assert.match((await listed('Decided')).join('\n'), pattern));
}

/** An article in review mode, the cursor before the first thing that waits. */
export async function review(): Promise<vscode.TextEditor> {
  const editor = await showAnnotated();
  await workbench?.press('Alt+d');
  await workbench?.waitFor(INSIDE, { text: 'REVIEW' });
  await eventually(async () => assert.ok((await api().marked(editor)).length > 3, 'nothing is marked'));
  return editor;
}

export async function leaveAndClose(): Promise<void> {
  await vscode.commands.executeCommand('articleAnnotator.leaveReview');
  await closeAll();
}

/** Takes the first entry of the list that shows the text, or what is left of the list when the type is typed. */
export async function choose(text: string, type?: string): Promise<void> {
  await workbench?.waitFor(LIST, { text });
  if (type === undefined) await workbench?.waitFor(`${LIST} .monaco-list-row.focused`);
  else await typeUntil(type, () => workbench?.waitFor(`${LIST} .monaco-list-row.focused`, { text: type, timeoutMs: 2_000 }));
  await workbench?.press('Enter');
}

/** Answers what is asked for under the title. */
export async function answer(title: string, text: string): Promise<void> {
  await workbench?.waitFor('.quick-input-title', { text: title });
  await typeUntil(text, async () => assert.equal(await workbench?.evaluate<string>('document.querySelector(".quick-input-widget input:focus")?.value ?? ""'), text));
  await workbench?.press('Enter');
}

/** What is typed while a list closes and the next one opens is lost in part. */
async function typeUntil(text: string, check: () => unknown): Promise<void> {
  await eventually(async () => {
    await workbench?.waitFor('.quick-input-widget input:focus');
    await workbench?.press('Control+a');
    await workbench?.type(text);
    await check();
  });
}
