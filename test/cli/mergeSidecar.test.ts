/** Real git: two people annotate the same article on two branches. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, Sidecar } from '../../server/src/annotations/index.js';
import { CanonicalText, anchorsFor, changed, emptySidecar, newAnnotation, readSidecar, reanchor, writeSidecar } from '../../server/src/annotations/index.js';

const CLI = resolve('dist/cli.js');
const ARTICLE = Array.from({ length: 8 }, (_, i) => `Paragraph ${i + 1} is about the harbour. Marta Ruusmann${i} said on Monday that ferry number ${i + 1} would sail from Tallinn.`).join('\n\n') + '\n';
const SIDECAR = 'talks.txt.annotations.jsonld';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-sidecar-'));
  git('init', '-q', '-b', 'main');
  for (const [key, value] of [['user.name', 'Test'], ['user.email', 'test@example.org'], ['commit.gpgsign', 'false'], ['core.autocrlf', 'false']] as const) git('config', key, value);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function tryGit(...args: readonly string[]): { status: number | null; errors: string } {
  const { status, stderr, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  return { status, errors: stderr + stdout };
}

function read(name = SIDECAR): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The words of paragraph `n`, accepted as a person. */
function accepted(text: string, id: number, words: string, modified = '2026-03-01T10:00:00Z'): Annotation {
  const canonical = new CanonicalText(text);
  const start = text.indexOf(words);
  return newAnnotation({
    id: `urn:uuid:00000000-0000-4000-8000-${String(id).padStart(12, '0')}`, body: { type: 'entity', entityType: 'PERSON' }, review: 'accepted', created: modified,
    creator: { id: 'mailto:mk@example.org', type: 'Person', name: 'M. Kask' }, anchors: anchorsFor(canonical, [{ start, end: start + words.length }]),
  });
}

function commit(text: string, annotations: readonly Annotation[], message: string): void {
  writeFileSync(join(folder, 'talks.txt'), text);
  const sidecar: Sidecar = { ...emptySidecar('talks.txt'), textSha256: new CanonicalText(text).sha256, annotations };
  writeFileSync(join(folder, SIDECAR), writeSidecar(sidecar));
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

function annotationsOf(text: string): readonly Annotation[] {
  const { value, problems, readOnly } = readSidecar(text);
  expect([problems, readOnly]).toEqual([[], false]);
  return value.annotations;
}

const FAR = [accepted(ARTICLE, 1, 'Marta Ruusmann0'), accepted(ARTICLE, 3, 'Marta Ruusmann3'), accepted(ARTICLE, 6, 'Marta Ruusmann6')];

describe('without the driver', () => {
  it('merges additions at different places by itself', () => {
    commit(ARTICLE, FAR, 'base');
    git('checkout', '-q', '-b', 'theirs');
    commit(ARTICLE, [...FAR, accepted(ARTICLE, 7, 'Marta Ruusmann5')], 'theirs');
    git('checkout', '-q', 'main');
    commit(ARTICLE, [...FAR, accepted(ARTICLE, 8, 'Marta Ruusmann1')], 'ours');
    git('merge', '-q', 'theirs', '-m', 'merge');
    expect(annotationsOf(read()).map(({ anchors }) => anchors[0]?.exact)).toEqual(['Marta Ruusmann0', 'Marta Ruusmann1', 'Marta Ruusmann3', 'Marta Ruusmann5', 'Marta Ruusmann6']);
  });

  it('leaves a conflict where both add at one place; both lines kept without care are read with their commas repaired', () => {
    commit(ARTICLE, FAR, 'base');
    git('checkout', '-q', '-b', 'theirs');
    commit(ARTICLE, [...FAR, accepted(ARTICLE, 7, 'Marta Ruusmann7')], 'theirs');
    git('checkout', '-q', 'main');
    commit(ARTICLE, [...FAR, accepted(ARTICLE, 8, 'ferry number 8')], 'ours');
    expect(tryGit('merge', 'theirs', '-m', 'merge').status).toBe(1);
    const marked = readSidecar(read());
    expect(marked.readOnly).toBe(true);
    expect(marked.problems[0]?.rule).toBe('conflict-markers');
    expect(marked.value.annotations.map(({ id }) => id.slice(-1)).sort()).toEqual(['1', '3', '6', '7', '8']);
    const byHand = readSidecar(read().split('\n').filter((line) => !/^[<=>]{7}/.test(line)).join('\n'));
    expect(byHand.readOnly).toBe(false);
    expect(byHand.problems.map(({ rule }) => rule)).toContain('repaired-comma');
    expect(byHand.value.annotations).toHaveLength(5);
  });
});

describe('with the driver', () => {
  beforeEach(() => {
    execFileSync(process.execPath, [CLI, 'install-merge-driver'], { cwd: folder });
    expect(read('.gitattributes')).toBe('*.annotations.jsonld text eol=lf merge=article-annotator\n');
  });

  it('needs no hands for additions, changes and deletions on both sides, at one place too', () => {
    commit(ARTICLE, FAR, 'base');
    git('checkout', '-q', '-b', 'theirs');
    const [first, second, third] = FAR.map((annotation) => annotation);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three');
    commit(ARTICLE, [first, { ...changed(second, { review: 'rejected', modified: '2026-03-02T10:00:00Z' }) }, third, accepted(ARTICLE, 7, 'Marta Ruusmann7')], 'theirs');
    git('checkout', '-q', 'main');
    commit(ARTICLE, [second, third, accepted(ARTICLE, 8, 'ferry number 8')], 'ours');
    expect(tryGit('merge', 'theirs', '-m', 'merge').status).toBe(0);
    expect(annotationsOf(read()).map(({ id, review }) => `${id.slice(-1)} ${review ?? ''}`)).toEqual(['3 rejected', '6 accepted', '7 accepted', '8 accepted']);
  });

  it('keeps both where two people decide otherwise about one annotation, and says so', () => {
    commit(ARTICLE, FAR, 'base');
    const of = (review: 'accepted' | 'rejected', type: string, modified: string): Annotation[] => FAR.map((a, i) => (i === 1 ? changed(a, { review, body: { type: 'entity', entityType: type }, modified }) : a));
    git('checkout', '-q', '-b', 'theirs');
    commit(ARTICLE, of('accepted', 'ORG', '2026-03-03T10:00:00Z'), 'theirs');
    git('checkout', '-q', 'main');
    commit(ARTICLE, of('accepted', 'GPE', '2026-03-02T10:00:00Z'), 'ours');
    const { status, errors } = tryGit('merge', 'theirs', '-m', 'merge');
    expect(status).toBe(0);
    expect(errors).toContain('talks.txt.annotations.jsonld: “Marta Ruusmann3” (urn:uuid:00000000-0000-4000-8000-000000000003): both sides changed body');
    const both = annotationsOf(read()).filter(({ anchors }) => anchors[0]?.exact === 'Marta Ruusmann3');
    expect(both.map(({ body, review, unknown }) => [body, review, unknown]).sort()).toEqual([
      [{ type: 'entity', entityType: 'GPE' }, 'rejected', { 'aa:mergedFrom': 'urn:uuid:00000000-0000-4000-8000-000000000003' }],
      [{ type: 'entity', entityType: 'ORG' }, 'accepted', {}],
    ].sort());
  });

  it('merges the text beside it as ever, and every annotation finds its words in the merged text', () => {
    commit(ARTICLE, FAR, 'base');
    git('checkout', '-q', '-b', 'theirs');
    const theirText = ARTICLE.replace('Paragraph 8', 'The last paragraph');
    commit(theirText, [...FAR, accepted(theirText, 7, 'Marta Ruusmann7')], 'theirs');
    git('checkout', '-q', 'main');
    const ourText = `🚢 News from the quay.\n\n${ARTICLE}`;
    commit(ourText, [...FAR, accepted(ourText, 8, 'Marta Ruusmann1')], 'ours');
    expect(tryGit('merge', 'theirs', '-m', 'merge').status).toBe(0);
    const text = read('talks.txt');
    expect(text).toBe(`🚢 News from the quay.\n\n${theirText}`);
    const sidecar = readSidecar(read()).value;
    const placements = reanchor(new CanonicalText(text), sidecar.annotations, sidecar.textSha256);
    expect(placements.map(({ anchors, anchoring }) => [anchoring, text.slice(anchors[0]?.span?.start, anchors[0]?.span?.end)])).toEqual([
      ['anchored', 'Marta Ruusmann0'], ['anchored', 'Marta Ruusmann1'], ['anchored', 'Marta Ruusmann3'], ['anchored', 'Marta Ruusmann6'], ['anchored', 'Marta Ruusmann7'],
    ].sort((a, b) => sidecar.annotations.findIndex(({ anchors }) => anchors[0]?.exact === a[1]) - sidecar.annotations.findIndex(({ anchors }) => anchors[0]?.exact === b[1])));
  });

  it('leaves a conflict, and nothing of it lost, where one side is not whole', () => {
    commit(ARTICLE, FAR, 'base');
    git('checkout', '-q', '-b', 'theirs');
    writeFileSync(join(folder, SIDECAR), read().slice(0, -200));
    git('commit', '-q', '-am', 'theirs, cut off');
    git('checkout', '-q', 'main');
    commit(ARTICLE, [...FAR, accepted(ARTICLE, 8, 'ferry number 8')], 'ours');
    const { status, errors } = tryGit('merge', 'theirs', '-m', 'merge');
    expect(status).toBe(1);
    expect(errors).toMatch(/their version, line \d+: the file ends inside annotation 3/);
    expect(read()).toContain('<<<<<<< ours');
    expect(git('status', '--porcelain')).toContain(`UU ${SIDECAR}`);
  });
});

it('says what it would write, and where there is no repository', () => {
  const printed = execFileSync(process.execPath, [CLI, 'install-merge-driver', '--print'], { cwd: folder, encoding: 'utf8' });
  expect(printed).toContain('*.annotations.jsonld text eol=lf merge=article-annotator');
  expect(printed).toContain('git config merge.article-annotator.driver');
  rmSync(join(folder, '.git'), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'install-merge-driver'], { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('not a git repository');
});
