import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, closeAll, entities, file, show } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { inTheme, isThere, picture } from './support/pictures.js';
import { workbench } from './support/workbench.js';

const CARD = '.monaco-editor .monaco-hover';

/** Styles of underlines that the page draws, as the browser computes them. */
const UNDERLINES = `[...new Set([...document.querySelectorAll('.monaco-editor .view-line span span')]
  .map((span) => getComputedStyle(span)).filter((style) => style.textDecorationLine.includes('underline'))
  .map((style) => style.textDecorationStyle + ' ' + style.textDecorationColor))].sort()`;

/** A window in which nothing but the article is seen. */
async function showArticle(name = 'ferry-talks.article.txt'): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.closeSidebar');
  await vscode.commands.executeCommand('workbench.action.closePanel');
  const editor = await show(file(name));
  await annotated(editor);
  await eventually(async () => assert.ok((await entities(editor.document)).length > 0));
  return editor;
}

describe('what a reader sees, where the suite can look at the window', () => {
  afterEach(closeAll);

  it('is four kinds of lines under claims, each with a colour of its own', async () => {
    await showArticle('four-sources.article.txt');
    if (workbench === undefined) return;
    const seen = await eventually(async () => {
      const lines = await workbench?.evaluate<string[]>(UNDERLINES) ?? [];
      assert.equal(lines.length, 4, lines.join(', '));
      return lines;
    });
    assert.deepEqual(seen.map((line) => line.split(' ')[0]), ['dashed', 'dotted', 'double', 'solid']);
    assert.equal(new Set(seen.map((line) => line.replace(/^\w+ /, ''))).size, 4, seen.join(', '));
  });

  it('is an article in the light theme', async () => {
    await showArticle();
    await workbench?.screenshot(picture('highlights'));
  });

  it('is an article in the dark theme', () => inTheme('Default Dark Modern', async () => {
    await showArticle();
    await workbench?.waitFor('.monaco-workbench.vs-dark');
    await workbench?.screenshot(picture('highlights-dark'));
  }));

  it('is an article in high contrast', () => inTheme('Default High Contrast', async () => {
    await showArticle();
    await workbench?.waitFor('.monaco-workbench.hc-black');
    await workbench?.screenshot('highlights-high-contrast');
  }));

  it('is a card over a claim', async () => {
    await showArticle();
    const text = await workbench?.hoverCard('came here to sign', 'Ilmar Tamme');
    if (text !== undefined) assert.match(text, /Ilmar Tamme/);
    await isThere(CARD);
    await workbench?.screenshot(picture('hover'));
  });

  it('is a card over a person', async () => {
    await showArticle();
    const text = await workbench?.hoverCard('Petra Osei', 'Petra Osei');
    if (text !== undefined) assert.match(text, /person/);
    await isThere(CARD);
    await workbench?.screenshot('hover-entity');
  });
});
