/** Articles in a folder that the server cannot look into: the editor lists and reads them for it. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, card, closeAll, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { place } from './support/keys.js';
import { MemoryFolder } from './support/memoryFolder.js';

const SPEAKER = 'Silja Marrandi';
const said = (day: string, figure: string): string => `date ${day}\n\nDockers May Strike\n\n${SPEAKER} said that ${figure} dock workers would walk out of the harbour on Friday.\n`;
const INDEXED_MS = 30_000;

describe('a folder that is not on this machine', () => {
  const root = vscode.Uri.from({ scheme: 'newswire', path: '/news room' });
  const own = file('marrandi.article', 1);
  const folder = new MemoryFolder(root);
  let registered: vscode.Disposable;

  before(async () => {
    folder.set('agency/march/Ülemiste 50%.article', said('2026-03-12', '2,500'));
    folder.set('node_modules/copied.article', said('2026-03-13', '1,500'));
    folder.set('link.article', said('2026-03-14', '1,000'), vscode.FileType.SymbolicLink);
    folder.set('long.article', said('2026-03-15', '500').repeat(6_000));
    folder.set('table.csv', SPEAKER);
    registered = folder.register();
    await write(own, said('2026-03-10', '4,000'));
    const { workspaceFolders = [] } = vscode.workspace;
    assert.ok(vscode.workspace.updateWorkspaceFolders(workspaceFolders.length, 0, { uri: root, name: 'newswire' }));
  });
  afterEach(closeAll);
  after(async () => {
    const at = vscode.workspace.workspaceFolders?.findIndex(({ uri }) => uri.scheme === root.scheme) ?? -1;
    if (at >= 0) vscode.workspace.updateWorkspaceFolders(at, 1);
    await eventually(() => assert.ok(vscode.workspace.workspaceFolders?.every(({ uri }) => uri.scheme !== root.scheme)));
    registered.dispose();
    await vscode.workspace.fs.delete(own);
  });

  const others = async (): Promise<string[]> => {
    const { document } = await show(own);
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', own, place(document, SPEAKER).start);
    return found.map(({ uri, range }) => `${uri.scheme}:${uri.path.split('/').at(-1) ?? ''}:${range.start.line + 1}`).sort();
  };

  it('is walked through and read by the editor, and its articles are found like others', async () => {
    await annotated(await show(own));
    await eventually(async () => assert.deepEqual(await others(), ['file:marrandi.article:5', 'newswire:Ülemiste 50%.article:5']), INDEXED_MS);
    const { document } = await show(own);
    await eventually(async () => assert.match(await card(document, 'dock workers'), /Differs in .*Ülemiste.*2026-03-12.*another figure, “Silja Marrandi said that 2,500 dock workers/));
    assert.ok(folder.asked.includes('list /news room/agency/march'), 'the folder was not listed');
    assert.deepEqual(folder.asked.filter((line) => /^read .*\.(?:article|csv)$/.test(line) && !line.includes('/.article-annotator/') && !line.endsWith('Ülemiste 50%.article')), [], 'more was read than counts');
    assert.deepEqual(folder.asked.filter((line) => line.includes('node_modules/')), []);
  });

  it('is followed as its files come and go', async () => {
    await annotated(await show(own));
    await eventually(async () => assert.equal((await others()).length, 2), INDEXED_MS);
    folder.set('agency/april.article', said('2026-04-01', '3,000'));
    await eventually(async () => assert.deepEqual(await others(), ['file:marrandi.article:5', 'newswire:april.article:5', 'newswire:Ülemiste 50%.article:5']), INDEXED_MS);
    folder.delete(root.with({ path: `${root.path}/agency` }));
    await eventually(async () => assert.deepEqual(await others(), ['file:marrandi.article:5']), INDEXED_MS);
  });
});
