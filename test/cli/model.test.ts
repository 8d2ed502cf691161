/** The model behind the command line: it waits for it, and goes on without. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../server/src/cli/record.js';
import { tinyModel, writeModel } from '../fixtures/tinyModel.js';

const CLI = resolve('dist/cli.js');
const TEXT = 'Talks in Riga failed.\n\nAnalysts at zorbatec expect more from the talks this spring, and Quill Farrow grumbled that the harbour was shut.';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'article-annotator-model-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

function annotate(...options: string[]): { names: string[]; cues: string[]; errors: string; status: number | null } {
  const input = JSON.stringify({ id: 'a', text: TEXT });
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'annotate', '--jsonl', ...options], { input, encoding: 'utf8' });
  const record = JSON.parse(stdout) as ArticleRecord;
  return { names: record.entities.map((e) => e.text), cues: record.claims.flatMap((c) => c.cue.map((pair) => TEXT.slice(...pair))), errors: stderr, status };
}

describe('annotate', () => {
  it('waits for the model, which adds names and claims', () => {
    const { names, cues, errors, status } = annotate('--model-folder', writeModel(join(folder, 'good'), tinyModel()));
    expect(names).toEqual(['Riga', 'zorbatec', 'this spring', 'Quill Farrow']);
    expect(cues).toContain('grumbled');
    expect([errors, status]).toEqual(['', 0]);
  });

  it('leaves the model alone when it is told so', () => {
    const { names, errors, status } = annotate('--no-model', '--model-folder', join(folder, 'none'));
    expect(names).not.toContain('zorbatec');
    expect([errors, status]).toEqual(['', 0]);
  });

  it('says in one line that the model cannot be used, and does its work', () => {
    const { names, errors, status } = annotate('--model-folder', join(folder, 'none'));
    expect(names).toContain('Riga');
    expect([errors, status]).toEqual(['article-annotator: the news model is not used: labels.json is missing\n', 0]);
  });
});
