import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LIST, answer, choose, leaveAndClose, review } from './support/annotating.js';
import { api, file } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { pressByName, putCursor, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

describe('the checking log', () => {
  afterEach(leaveAndClose);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  const rows = async (): Promise<string> => (await api().rows('checks')).join('\n');

  /** What is written where the dialog offers to. A key that comes while it still lists the folder is lost. */
  async function exported(target: vscode.Uri): Promise<string> {
    await workbench?.waitFor('.quick-input-title', { text: 'Export the checking log' });
    await eventually(async () => {
      await workbench?.press('Enter');
      await workbench?.waitFor('.quick-input-widget', { state: 'hidden', timeoutMs: 1_000 });
    });
    return eventually(async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(target)));
  }

  it('has every claim, and what a person has noted', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await eventually(async () => assert.match(await rows(), /^Unchecked \(\d+\)\n {2}/));
    await putCursor(editor, 'city had run out');
    await workbench.press('2');
    await eventually(async () => assert.match(await rows(), /^Asked \(1\)\n {2}the city had run out of money \(/m));
    await workbench.press('s');
    await choose('Cannot tell', 'Checked');
    await choose('Add a link', 'Add a link');
    await answer('Link', 'https://example.org/budget');
    await choose('Take out: https://example.org/budget', 'Done');
    await eventually(async () => assert.match(await rows(), /^Checked \(1\)\n {2}the city had run out of money \(.*1 piece of evidence/m));
  });

  it('shows only what is unchecked, and writes just that as CSV, with keys', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await eventually(async () => assert.match(await rows(), /^Unchecked \(\d+\)\n {2}/));
    const all = Number(/^Unchecked \((\d+)\)/.exec(await rows())?.[1]);
    await putCursor(editor, 'city had run out');
    await workbench.press('2');
    await eventually(async () => assert.match(await rows(), /^Asked \(1\)$/m));
    await pressByName('Filter the Checking Log by State', 'articleAnnotator.filterChecks');
    await workbench.waitFor('.quick-input-widget', { text: 'Show which checks?' });
    await workbench.type('Asked');
    await workbench.waitFor(`${LIST} .monaco-list-row`, { text: 'Asked' });
    await workbench.press('ArrowDown');
    await workbench.waitFor(`${LIST} .monaco-list-row.focused`, { text: 'Asked' });
    // The editor has this on no key by itself.
    await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
    await workbench.waitFor('.quick-input-count', { text: '1 Selected' });
    await workbench.press('Enter');
    await eventually(async () => assert.match(await rows(), new RegExp(`^Unchecked \\(${all - 1}\\)\n(?: {2}.*\n?)+$`)));
    const target = file(`${editor.document.uri.path.split('/').pop() ?? ''}.checks.csv`);
    await pressByName('Export the Checking Log as CSV', 'articleAnnotator.exportChecks');
    const text = await exported(target);
    assert.match(text, /^state,kind,type,words,source,evidence,by,when,line,file\r\n(?:Unchecked,claim,[^]*)$/);
    assert.equal(text.split('\r\n').filter((line) => line.startsWith('Unchecked,')).length, all - 1);
    assert.ok(!text.includes('run out of money'));
    await pressByName('Clear the Filter of the Checking Log', 'articleAnnotator.clearChecksFilter');
    await eventually(async () => assert.match(await rows(), /^Asked \(1\)$/m));
  });

  it('becomes a report, with keys', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await putCursor(editor, 'city had run out');
    await workbench.press('3');
    await eventually(async () => assert.match(await rows(), /^Checked \(1\)$/m));
    await pressByName('Export the Checking Log as a Report', 'articleAnnotator.reportChecks');
    const report = await eventually(() => {
      const shown = vscode.window.activeTextEditor?.document;
      assert.ok(shown?.languageId === 'markdown');
      return shown.getText();
    });
    assert.match(report, /^# Checking log: .+\n\nArticle: .+ {2}\nDate: .+\n\n\d+ listed: \d+ unchecked, 1 checked\./);
    assert.match(report, /^## Checked \(1\)\n\n### .*city had run out of money.*\n\n- Claim .*, line \d+\n- Noted by .+, \d{4}-\d\d-\d\d$/m);
    assert.ok(report.indexOf('## Unchecked') < report.indexOf('## Checked'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('is written as CSV', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await eventually(async () => assert.match(await rows(), /^Unchecked \(\d+\)\n {2}/));
    const target = file(`${editor.document.uri.path.split('/').pop() ?? ''}.checks.csv`);
    void vscode.commands.executeCommand('articleAnnotator.exportChecks');
    const text = await exported(target);
    assert.match(text, /^state,kind,type,words,source,evidence,by,when,line,file\r\nUnchecked,claim,/);
  });
});
