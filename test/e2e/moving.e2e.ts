import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, closeAll, edit, file, ignored, show } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { cursorBefore, place, press, pressByName, putCursor, setSelection, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const NEXT_ENTITY = ['Alt+m', 'articleAnnotator.nextEntity'] as const;
const PREVIOUS_ENTITY = ['Shift+Alt+M', 'articleAnnotator.previousEntity'] as const;
const NEXT_CLAIM = ['Alt+q', 'articleAnnotator.nextClaim'] as const;
const PREVIOUS_CLAIM = ['Shift+Alt+Q', 'articleAnnotator.previousClaim'] as const;
const NEXT_UNNAMED = ['Alt+u', 'articleAnnotator.nextUnnamedSource'] as const;
const PREVIOUS_UNNAMED = ['Shift+Alt+U', 'articleAnnotator.previousUnnamedSource'] as const;

describe('a reader moves through an article', () => {
  afterEach(closeAll);

  it('from one entity to the next and back, around the end', async () => {
    const editor = await showAnnotated();
    await press(...NEXT_ENTITY);
    await cursorBefore(editor, 'RIGA');
    await press(...NEXT_ENTITY);
    await cursorBefore(editor, 'Ruth Oduya');
    await press(...PREVIOUS_ENTITY);
    await cursorBefore(editor, 'RIGA');
    assert.ok(editor.selection.isEmpty, 'words are selected, which typing would overwrite');
  });

  it('from claim to claim', async () => {
    const editor = await showAnnotated();
    await press(...NEXT_CLAIM);
    await cursorBefore(editor, 'Mayor Ruth Oduya said');
    await press(...NEXT_CLAIM);
    await cursorBefore(editor, '“We need three more weeks');
    await press(...PREVIOUS_CLAIM);
    await cursorBefore(editor, 'Mayor Ruth Oduya said');
  });

  it('from one unnamed source to the next, around the end', async () => {
    const editor = await showAnnotated();
    await press(...NEXT_UNNAMED);
    await cursorBefore(editor, 'A senior official');
    await press(...PREVIOUS_UNNAMED);
    await cursorBefore(editor, 'Two people familiar');
    await press(...NEXT_UNNAMED);
    await cursorBefore(editor, 'A senior official');
  });

  it('to the fullest mention', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Oduya told');
    await press('F12', 'editor.action.revealDefinition');
    await cursorBefore(editor, 'Ruth Oduya said');
  });

  it('through all mentions', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Oduya told');
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', editor.document.uri, editor.selection.active);
    const isHere = ({ uri }: vscode.Location): boolean => uri.toString() === editor.document.uri.toString();
    assert.deepEqual(found.filter(isHere).map(({ range }) => editor.document.getText(range)), ['Ruth Oduya', 'Oduya', 'Ruth Oduya', 'Oduya']);
    // Articles beside it name her, too: copies of it that other tests have made.
    for (const { uri, range } of found.filter((one) => !isHere(one))) {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.match(text.split(/\r?\n/)[range.start.line]?.slice(range.start.character, range.end.character) ?? '', /Oduya/);
    }
    await press('Shift+F12', 'editor.action.goToReferences');
    await workbench?.waitFor('.peekview-widget .head', { text: `(${found.length})` });
    await press('Escape', 'closeReferenceSearch');
  });

  it('and sees all mentions of what is under the cursor, and no other words', async () => {
    const editor = await showAnnotated();
    const highlights = async (): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', editor.document.uri, editor.selection.active);
      return found.map(({ range }) => editor.document.getText(range));
    };
    await putCursor(editor, 'Riga need');
    assert.deepEqual(await highlights(), ['RIGA', 'Riga']);
    await putCursor(editor, 'Follow our');
    assert.deepEqual((await highlights()).filter((words) => words !== ''), []);
  });

  it('and sees who says a claim, the word for it and what is said together', async () => {
    const editor = await showAnnotated();
    await press(...NEXT_CLAIM);
    await cursorBefore(editor, 'Mayor Ruth Oduya said');
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', editor.document.uri, editor.selection.active);
    assert.deepEqual(found.map(({ range }) => editor.document.getText(range)).sort(), ['Mayor Ruth Oduya', 'said', 'that the Stone Bridge would stay closed until April']);
    // The word for it is marked in another way than the rest.
    await workbench?.waitFor('.monaco-editor .wordHighlightStrong');
    await workbench?.waitFor('.monaco-editor .wordHighlight');
  });

  it('and sees the dates of weekdays once that is turned on', async () => {
    const hints = vscode.workspace.getConfiguration('articleAnnotator.inlayHints');
    const editor = await showAnnotated();
    const shown = async (): Promise<string[]> => {
      const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>('vscode.executeInlayHintProvider', editor.document.uri, all);
      return (found ?? []).map(({ label, position }) => `${editor.document.getText(new vscode.Range(position.translate(0, -8), position))} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`);
    };
    assert.deepEqual(await shown(), [], 'hints are shown though nobody has asked for them');
    if (workbench === undefined) await hints.update('dates', true, vscode.ConfigurationTarget.Global);
    else await turnOn('articleAnnotator.inlayHints.dates');
    try {
      await vscode.window.showTextDocument(editor.document);
      await eventually(async () => assert.ok((await shown()).includes('Thursday 2026-03-12'), (await shown()).join('\n')));
      await workbench?.waitFor('.monaco-editor .view-line', { text: 'Thursday2026-03-12' });
    } finally {
      await hints.update('dates', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('while words in a file that is no article are highlighted as ever', async () => {
    const editor = await show(file('harbour-figures.csv'));
    await ignored(editor);
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', editor.document.uri, place(editor.document, 'Riga').start);
    assert.ok(found.length > 0);
    for (const { range } of found) assert.equal(editor.document.getText(range), 'Riga');
  });

  it('by the outline, which is shown in breadcrumbs too', async () => {
    const editor = await showAnnotated();
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', editor.document.uri);
    assert.equal(symbols[0]?.name, 'Stone Bridge to stay shut until April');
    assert.match(symbols[0].children.map(({ name }) => name).join('\n'), /¶1 .*\n¶2 .*\n(.*\n)*Boilerplate/);
    await putCursor(editor, 'We need three');
    await workbench?.waitFor('.breadcrumbs-control', { text: '¶2' });
    await press('Control+Shift+O', 'workbench.action.gotoSymbol');
    if (workbench === undefined) return;
    await workbench.waitFor('.quick-input-list', { text: 'Ilmar Tamme' });
    await workbench.type('Ilmar');
    await workbench.waitFor('.quick-input-list .monaco-list-row.focused', { text: 'Ilmar' });
    await workbench.press('Enter');
    await cursorBefore(editor, 'Ilmar Tamme');
  });

  it('and selects more and more', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Tamme, who');
    const selected: string[] = [];
    while (!editor.document.getText(editor.selection).includes('\n')) {
      const before = editor.selection;
      await press('Shift+Alt+ArrowRight', 'editor.action.smartSelect.expand');
      await eventually(() => assert.ok(!editor.selection.isEqual(before)));
      selected.push(editor.document.getText(editor.selection));
    }
    const sentence = 'Ilmar Tamme, who leads the Port Workers’ Federation, rejected that.';
    const steps = ['Tamme', 'Ilmar Tamme', sentence, `${sentence} “Ruth Oduya knows what was promised to the crews,” he said.`];
    assert.deepEqual(selected.filter((words) => steps.includes(words)), steps, selected.join('\n'));
  });

  it('with boilerplate folded away', async () => {
    const editor = await showAnnotated();
    await pressByName('Fold Boilerplate', 'articleAnnotator.foldBoilerplate');
    const folded = place(editor.document, 'Follow our coverage').start;
    await eventually(() => assert.ok(!editor.visibleRanges.some((range) => range.contains(folded)), 'the boilerplate is still in sight'));
    await vscode.commands.executeCommand('editor.unfoldAll');
    await eventually(() => assert.ok(editor.visibleRanges.some((range) => range.contains(folded))));
  });

  it('from a person to the claims they make', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Ilmar Tamme');
    const [person] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>('vscode.prepareCallHierarchy', editor.document.uri, editor.selection.active);
    assert.equal(person?.name, 'Ilmar Tamme');
    const claims = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', person);
    assert.match(claims.map(({ to }) => `${to.name} ${to.detail ?? ''}`).join('\n'), /Ruth Oduya knows/);
    await pressByName('Who Says What', 'articleAnnotator.whoSaysWhat');
    await workbench?.waitFor('.peekview-widget', { text: 'Ruth Oduya knows' });
    await press('Escape', 'editor.closeCallHierarchy');
  });
});

/** As a keyboard user does in the editor of settings. */
async function turnOn(setting: string): Promise<void> {
  await workbench?.press('Control+Comma');
  await workbench?.waitFor('.settings-editor .search-container .monaco-editor.focused');
  await workbench?.type(`@id:${setting}`);
  await workbench?.waitFor('.settings-editor .settings-count-widget', { text: '1 Setting Found' });
  for (const key of ['ArrowDown', 'Enter']) await workbench?.press(key);
  await workbench?.waitFor('.settings-editor .setting-value-checkbox:focus');
  await workbench?.press('Space');
  await workbench?.waitFor('.settings-editor .setting-value-checkbox[aria-checked="true"]');
}

/** The cursor stands behind these words, in a paragraph of their own at the end. */
async function writing(words: string): Promise<vscode.TextEditor> {
  const editor = await showAnnotated();
  await edit(editor, (builder) => builder.insert(new vscode.Position(editor.document.lineCount, 0), `\n${words}\n`));
  await annotated(editor);
  const { end } = place(editor.document, words);
  await setSelection(editor, new vscode.Range(end, end));
  return editor;
}

describe('a writer', () => {
  afterEach(closeAll);

  it('spells a name anew everywhere', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Ruth Oduya');
    if (workbench === undefined) return;
    await workbench.press('F2');
    await workbench.waitFor('.rename-box input:focus');
    await workbench.press('Control+A');
    await workbench.type('Ruth Odumo');
    await workbench.press('Control+Enter');
    await workbench.waitFor('.panel .monaco-list-row', { text: 'knows what was promised' });
    assert.ok(!editor.document.getText().includes('Odumo'), 'the text was changed before anybody agreed');
    await vscode.commands.executeCommand('refactorPreview.apply');
    await eventually(() => assert.ok(editor.document.getText().includes('Mayor Ruth Odumo said')));
    assert.ok(editor.document.getText().includes('“Ruth Oduya knows'), 'a quotation was changed without a question');
  });

  after(() => vscode.commands.executeCommand('workbench.action.closePanel'));

  it('gets a name of the article after two letters', async () => {
    const editor = await writing('The strike was called off by ');
    if (workbench === undefined) return;
    await workbench.type('T');
    await eventually(() => nextLetter('a'));
    await workbench.press('Tab');
    await eventually(() => assert.ok(editor.document.getText().includes('called off by Ilmar Tamme')));
  });
});

/** After one letter, which may be the first of anything, and a second that came before the editor had its answer to the first. */
describe('a writer who types fast', () => {
  afterEach(closeAll);

  it('gets a name of the article at the third letter at the latest', async () => {
    const editor = await writing('The strike was called off by ');
    if (workbench === undefined) return;
    await workbench.type('Ta');
    await eventually(() => nextLetter('m'));
    await workbench.press('Tab');
    await eventually(() => assert.ok(editor.document.getText().includes('called off by Ilmar Tamme')));
  });
});

/** Letters that follow each other faster than the editor gets an answer to the first one are not asked about: no person types so fast. */
async function nextLetter(letter: string): Promise<void> {
  await workbench?.type(letter);
  try {
    await workbench?.waitFor('.suggest-widget .monaco-list-row', { text: 'Ilmar Tamme', timeoutMs: 1000 });
  } catch (error) {
    await workbench?.press('Backspace');
    throw error;
  }
}
