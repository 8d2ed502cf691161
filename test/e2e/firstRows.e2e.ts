import * as vscode from 'vscode';
import { closeAll } from './support/annotator.js';
import { pressByName, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

describe('a view of the side bar that is asked for by a key before it has rows', () => {
  afterEach(closeAll);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  for (const [name, view] of [['Entities', 'articleAnnotator.entities'], ['Claims', 'articleAnnotator.claims']] as const) {
    it(`has the focus in its first rows: ${name}`, async () => {
      await closeAll();
      await vscode.commands.executeCommand(`${view}.focus`);
      await workbench?.waitFor('.welcome-view', { text: 'Open a Sample Article' });
      await vscode.commands.executeCommand('workbench.view.explorer');
      await showAnnotated();
      if (workbench === undefined) return;
      await pressByName(`Focus on ${name} View`, `${view}.focus`);
      await workbench.waitFor('.pane .monaco-list:focus .monaco-list-row', { text: 'Ruth Oduya' });
    });
  }
});
