/** The command line contract, through the built program. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../server/src/cli/record.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';

const CLI = resolve('dist/cli.js');

interface Run {
  readonly records: readonly ArticleRecord[];
  readonly output: string;
  readonly errors: string;
  readonly status: number | null;
}

function run(args: readonly string[], input = ''): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args, '--no-model'], { input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return { records: lines.map((line) => JSON.parse(line) as ArticleRecord), output: stdout, errors: stderr, status };
}

function annotate(...texts: readonly string[]): Run {
  return run(['annotate', '--jsonl'], texts.map((text, i) => JSON.stringify({ id: `a${i}`, text })).join('\n'));
}

describe('annotate --jsonl', () => {
  it('writes one record a line, in order, with all fields of the contract', () => {
    const { records, status } = annotate(HARBOUR_TALKS, 'Nothing here.', HARBOUR_TALKS);
    expect(status).toBe(0);
    expect(records.map((r) => r.id)).toEqual(['a0', 'a1', 'a2']);
    expect(Object.keys(records[0] ?? {})).toEqual(['id', 'articleDate', 'boilerplate', 'entities', 'claims', 'findings']);
    expect(records[0]?.articleDate).toBe('2026-03-12');
    expect(records[0]).toEqual({ ...records[2], id: 'a0' });
  });

  it('gives offsets into the text as it came, and canonical names', () => {
    const text = `\ufeff${HARBOUR_TALKS.replace('Henrik Dahl', '🚢 Henrik Dahl').replace(/\n/g, '\r\n')}`;
    const [record] = annotate(text).records;
    expect(record?.entities.length).toBeGreaterThan(15);
    for (const e of record?.entities ?? []) expect(text.slice(e.start, e.end)).toBe(e.text);
    expect(record?.entities.filter((e) => e.text === 'Ruusmann').map((e) => e.name)).toEqual(['Marta Ruusmann']);
    expect(record?.entities.find((e) => e.text === 'Monday')?.resolved).toBe('2026-03-16');
  });

  it('nests claims by the index of the one around', () => {
    const { claims } = annotate(HARBOUR_TALKS).records[0] ?? { claims: [] };
    const inner = claims.find((c) => c.parent !== null);
    const outer = claims[inner?.parent ?? -1];
    expect(HARBOUR_TALKS.slice(...(inner?.cue[0] ?? [0, 0]))).toBe('hopes');
    expect(HARBOUR_TALKS.slice(...(outer?.cue[0] ?? [0, 0]))).toBe('said');
  });

  it('names a broken line by its number and reads on', () => {
    const good = JSON.stringify({ id: 'ok', text: HARBOUR_TALKS });
    const { records, errors, status } = run(['annotate', '--jsonl'], `${good}\nnot json\n{"id":1,"text":"x"}\n${good}\n`);
    expect(records.map((r) => r.id)).toEqual(['ok', 'ok']);
    expect(errors).toContain('stdin, line 2: not JSON');
    expect(errors).toContain('stdin, line 3: "id" and "text" must be strings');
    expect(status).toBe(1);
  });

  it('leaves a text in another language alone, and says so', () => {
    const { records, errors } = annotate('Der Minister sagte am Montag in Berlin, die Gespräche würden bald fortgesetzt, und er sei damit nicht zufrieden gewesen.');
    expect(records).toEqual([{ id: 'a0', articleDate: null, boilerplate: [], entities: [], claims: [], findings: [] }]);
    expect(errors).toContain('left alone');
  });
});

describe('files', () => {
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'article-annotator-')); });
  afterAll(() => { rmSync(folder, { recursive: true }); });

  it('explains one with types in brackets where there are no colours', () => {
    const file = join(folder, 'talks.txt');
    writeFileSync(file, HARBOUR_TALKS);
    const { output, status } = run(['explain', file]);
    expect(status).toBe(0);
    expect(output).toContain('[Marta Ruusmann]PERSON');
    expect(output).toMatch(/Claims \(\d+\)/);
    expect(output).not.toContain('[TELEGRAM]');
  });

  it('takes the date from the name of one that has none inside', () => {
    const file = join(folder, 'talks-2026-03-12.txt');
    writeFileSync(file, 'The mayor of Riga resigned on Tuesday, and the council met for hours.');
    expect(run(['annotate', file]).records[0]?.entities.find((e) => e.text === 'Tuesday')?.resolved).toBe('2026-03-10');
  });

  it('names one that is binary, or not there', () => {
    const file = join(folder, 'binary.txt');
    writeFileSync(file, Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    const { errors, status } = run(['annotate', file, join(folder, 'none.txt')]);
    expect(errors).toContain(`${file}: is not UTF-8 text`);
    expect(errors).toContain('none.txt: ENOENT');
    expect(status).toBe(1);
  });
});

/** The user's own article, where it lies beside the project. */
const OWN = resolve('../shared/articles/kyivpost-2025-03-24');
interface Gold {
  readonly articleDate: string;
  readonly boilerplate: readonly (readonly [number, number])[];
  readonly entities: readonly { start: number; end: number; type: string }[];
  readonly claims: readonly { source: [number, number][]; cue: [number, number][]; content: [number, number][]; sourceKind: string }[];
  readonly dates: Readonly<Record<string, string>>;
}

if (existsSync(`${OWN}.gold.json`)) {
  describe('the user’s own article', () => {
    const gold = JSON.parse(readFileSync(`${OWN}.gold.json`, 'utf8')) as Gold;
    const [record] = run(['annotate', '--jsonl'], readFileSync(`${OWN}.jsonl`, 'utf8')).records;

    it('has every entity of the types that are marked there, and no other', () => {
      const marked = new Set(gold.entities.flatMap((e) => e.type.split('|')));
      const found = (record?.entities ?? []).filter((e) => marked.has(e.type));
      const key = (e: { start: number; end: number }): string => `${e.start}-${e.end}`;
      expect(found.map(key)).toEqual(gold.entities.map(key));
      gold.entities.forEach((e, i) => { expect(e.type.split('|')).toContain(found[i]?.type); });
    });

    it('has all ten claims with source, cue, content and kind', () => {
      const parts = (c: Gold['claims'][number]): unknown => [c.source, c.cue, c.content, c.sourceKind];
      const sorted = (list: readonly unknown[]): string[] => list.map((c) => JSON.stringify(c)).sort();
      expect(sorted((record?.claims ?? []).map((c) => [c.source, c.cue, c.content, c.sourceKind]))).toEqual(sorted(gold.claims.map(parts)));
    });

    it('has its boilerplate, its date, and its weekdays resolved', () => {
      expect(record?.boilerplate).toEqual(gold.boilerplate);
      expect(record?.articleDate).toBe(gold.articleDate);
      for (const [words, iso] of Object.entries(gold.dates)) expect(record?.entities.filter((e) => e.text === words).every((e) => e.resolved === iso)).toBe(true);
    });
  });
}
