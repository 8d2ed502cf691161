import * as assert from 'node:assert/strict';
import { cp, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { annotated, api, closeAll, edit, entities, extension, showUntitled } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { workbench } from './support/workbench.js';

/** The worker compiles its runtime and reads 23 MB. */
const LOADING_MS = 40_000;

const TEXT = 'Ferry talks resume\n\nThe crew spent the night at Oskella after the storm, and the captain thanked Brintavo for the tugs that it had sent.';
/** No list holds it, and nothing around it tells the rules what it names. */
const NAME = 'Oskella: entityGpe';

/** What the suite starts without: in the user's settings, as a person would set it. */
async function withModel(settings: Readonly<Record<string, unknown>>, body: () => Promise<void>): Promise<void> {
  const section = vscode.workspace.getConfiguration('articleAnnotator.model');
  for (const [name, value] of Object.entries(settings)) await section.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await body();
  } finally {
    for (const name of Object.keys(settings)) await section.update(name, name === 'enabled' ? false : undefined, vscode.ConfigurationTarget.Global);
  }
}

function problem(document: vscode.TextDocument): string | undefined {
  const state = api().analysed(document.uri)?.state;
  return state?.kind === 'article' ? state.problem : undefined;
}

/** What the status bar says to those who hear it. */
async function statusLabel(): Promise<string> {
  return await workbench?.evaluate<string>(`document.querySelector('[id$="articleAnnotator.status"] a')?.getAttribute('aria-label') ?? ''`) ?? '';
}

describe('the news model', () => {
  afterEach(closeAll);

  it('highlights a name that no list holds and no rule sees, and keeps it while one types beside it', async () => {
    const editor = await showUntitled(TEXT, 'article');
    await annotated(editor);
    assert.ok(!(await entities(editor.document)).includes(NAME), 'the rules know it by themselves');
    await withModel({ enabled: true }, async () => {
      await eventually(async () => assert.ok((await entities(editor.document)).includes(NAME)), LOADING_MS);
      assert.equal(problem(editor.document), undefined);
      await edit(editor, (builder) => builder.insert(editor.document.positionAt(TEXT.length), ' Nobody was hurt.'));
      assert.ok((await entities(editor.document)).includes(NAME));
      await annotated(editor);
      assert.ok((await entities(editor.document)).includes(NAME));
    });
    await eventually(async () => assert.ok(!(await entities(editor.document)).includes(NAME)));
  });

  it('is left out where its file is damaged: the status bar says so, and rules and lists go on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'damaged-model-'));
    try {
      await cp(join(extension().extensionPath, 'models'), folder, { recursive: true });
      await truncate(join(folder, 'news.onnx'), 1_000_000);
      const editor = await showUntitled(TEXT, 'article');
      await annotated(editor);
      await withModel({ path: folder, enabled: true }, async () => {
        await eventually(() => assert.match(problem(editor.document) ?? '', /^The news model is not used: news\.onnx is damaged/), LOADING_MS);
        if (workbench !== undefined) await eventually(async () => assert.match(await statusLabel(), /The news model is not used: news\.onnx is damaged/));
        await edit(editor, (builder) => builder.insert(editor.document.positionAt(TEXT.length), ' It had left Riga on Monday.'));
        await eventually(async () => assert.ok((await entities(editor.document)).includes('Riga: entityGpe')));
      });
      await withModel({ enabled: true }, async () => {
        await eventually(async () => assert.ok((await entities(editor.document)).includes(NAME)), LOADING_MS);
        assert.equal(problem(editor.document), undefined);
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
