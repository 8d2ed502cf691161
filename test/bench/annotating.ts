/**
 * `npm run bench -- annotating [--write]`: what 5,000 annotations cost in an article of 50,000 words. Every measured answer is checked, so
 * that nothing fast and wrong is counted.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { SemanticTokensDeltaRequest } from 'vscode-languageserver-protocol/node';
import { annotationsChangedNotification, annotationsRequest, decideRequest, waitingRequest } from '../../server/src/annotatingProtocol.js';
import type { AnnotationItem, AnnotationsChangedParams } from '../../server/src/annotatingProtocol.js';
import { CanonicalText, readSidecar, reanchor } from '../../server/src/annotations/index.js';
import { workRequest } from '../../server/src/protocol.js';
import { longArticle } from '../fixtures/articles.js';
import type { LspSession } from '../lsp/harness.js';
import { startAsExtension } from './extensionServer.js';
import { check, ms, report } from './report.js';
import type { Row } from './report.js';
import { alternate, alternateAsync, processorTimes, summary } from './stopwatch.js';

const WORDS = 50_000;
const ANNOTATIONS = 5_000;
const DECISIONS = 2_000;
/** A frame of the screen. */
const FRAME_MS = 16;
/** Before and behind the cursor. */
const LINES_IN_SIGHT = 60;

const rows: Row[] = [];
const folder = mkdtempSync(join(tmpdir(), 'annotating-bench-'));
const text = longArticle(WORDS);

/** One server with the article open, and nobody else's work in its figures. */
class Open {
  private version = 1;
  private resultId = '';
  private latest: AnnotationsChangedParams | null = null;
  private undecided: AnnotationItem[] = [];

  private constructor(readonly session: LspSession, readonly path: string, readonly uri: string) {
    session.connection.onNotification(annotationsChangedNotification, (params) => { this.latest = params; });
  }

  static async article(name: string): Promise<Open> {
    const path = join(folder, `${name}.article`);
    writeFileSync(path, text);
    const session = await startAsExtension();
    session.settings = { annotating: { name: 'M. Kask', id: 'm@example.org' } };
    const open = new Open(session, path, pathToFileURL(path).href);
    await session.open(open.uri, text);
    open.resultId = (await session.tokens(open.uri))?.resultId ?? '';
    await session.whenAnalysed(open.uri);
    return open;
  }

  get pid(): number { return this.session.process.pid ?? 0; }
  get sidecar(): string { return readFileSync(`${this.path}.annotations.jsonld`, 'utf8'); }

  /** So many suggestions, from all over the article. */
  async spread(count: number): Promise<AnnotationItem[]> {
    const answer = await this.session.connection.sendRequest(annotationsRequest, { textDocument: { uri: this.uri } });
    const items = (answer?.items ?? []).filter(({ review }) => review === 'undecided');
    check(items.length > count, `${count} suggestions`);
    return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]).filter((item) => item !== undefined);
  }

  async annotate(count: number): Promise<void> {
    const ids = (await this.spread(count)).map(({ id }) => id);
    for (let i = 0; i < count; i += 500) await this.accept(ids.slice(i, i + 500));
    await this.saved();
    this.undecided = await this.spread(1000);
  }

  async accept(ids: readonly string[]): Promise<void> {
    const answer = await this.session.connection.sendRequest(decideRequest, { textDocument: { uri: this.uri }, version: this.version, decisions: [{ do: 'accept', ids }] });
    check(answer?.outcome === 'done' && answer.ids.every((id) => id.startsWith('urn:uuid:')), 'a decision');
  }

  /** One more decision, on a suggestion. */
  async decide(): Promise<void> {
    await this.accept([this.next().id]);
  }

  /** The same, to the tokens that are others now. In review mode the editor has taken the mark away before it asks (client/src/annotating/marks.ts). */
  async decideAndDraw(): Promise<void> {
    await this.decide();
    const delta = await this.session.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri: this.uri }, previousResultId: this.resultId });
    check(delta !== null && 'edits' in delta, 'a delta of the tokens');
    this.resultId = delta?.resultId ?? '';
  }

  /** What waits for a decision in sight and around it, as review mode asks after each decision. */
  async marks(): Promise<void> {
    const line = this.undecided[0]?.range?.start.line ?? 0;
    const inSight = { start: { line: Math.max(0, line - LINES_IN_SIGHT), character: 0 }, end: { line: line + LINES_IN_SIGHT, character: 0 } };
    const drawn = await this.session.connection.sendRequest(waitingRequest, { textDocument: { uri: this.uri }, ranges: [inSight] });
    check(drawn !== null && drawn.marks.length > 0, 'marks in sight');
  }

  private next(): AnnotationItem {
    const item = this.undecided.shift();
    if (item === undefined) throw new Error('No suggestion is left');
    return item;
  }

  async saved(): Promise<void> {
    await this.session.until(() => this.latest?.saved === true);
  }

  /** A letter in the middle of a paragraph, to the edits of the tokens. */
  async type(i: number): Promise<void> {
    this.version = await this.session.change(this.uri, { line: 1000, character: 30 + (i % 5), text: 'x' });
    const delta = await this.session.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri: this.uri }, previousResultId: this.resultId });
    check(delta !== null && 'edits' in delta, 'a delta after a keystroke');
    this.resultId = delta?.resultId ?? '';
  }

  /** With all that the server does for it afterwards. */
  async typeAndRest(i: number): Promise<void> {
    await this.type(i);
    await this.session.whenAnalysed(this.uri, this.version);
    await setTimeout(10);
    await this.empty();
  }

  async empty(): Promise<unknown> {
    return this.session.connection.sendRequest(workRequest, { textDocument: { uri: 'file:///none' } });
  }

  /** Resident, in MB. */
  memory(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1]) / 1024;
  }
}

async function keystrokes(annotated: Open, plain: Open): Promise<void> {
  await alternateAsync(60, (i) => annotated.type(i), (i) => plain.type(i));
  const [a, b] = (await alternateAsync(200, (i) => annotated.type(i), (i) => plain.type(i))).map(summary);
  if (a === undefined || b === undefined) return;
  rows.push({ what: 'A keystroke, to its new tokens (median)', ours: ms(a.median), baseline: `without annotations ${ms(b.median)}`, ratio: a.median / b.median, limit: 1.3 });
  const turns = [annotated, plain].map((open) => ({ action: (i: number) => open.typeAndRest(i), pid: open.pid }));
  const [c, d] = (await processorTimes(60, turns)).map(summary);
  if (c === undefined || d === undefined) return;
  rows.push({ what: 'The same with all that the server does after it, processor time (median)', ours: ms(c.median), baseline: `without annotations ${ms(d.median)}`, ratio: c.median / d.median, limit: 1.3 });
}

async function decisions(annotated: Open): Promise<void> {
  const turns = [
    { action: () => annotated.decide(), prepare: () => annotated.saved(), pid: annotated.pid },
    { action: () => annotated.decideAndDraw(), prepare: () => annotated.saved(), pid: annotated.pid },
    { action: () => annotated.marks(), prepare: () => annotated.saved(), pid: annotated.pid },
    { action: () => annotated.empty(), prepare: () => annotated.saved(), pid: annotated.pid },
  ];
  // As many as before the rows of requests: while much is still being compiled, that is what the slowest of a hundred hold.
  await processorTimes(60, turns);
  const [a, drawn, marks, b] = (await processorTimes(100, turns)).map(summary);
  if (a === undefined || drawn === undefined || marks === undefined || b === undefined) return;
  for (const at of ['median', 'p95'] as const) {
    rows.push({ what: `A decision, to its answer, processor time of both processes (${at})`, ours: ms(a[at]), baseline: `a frame ${FRAME_MS} ms; an empty request ${ms(b[at])}`, ratio: a[at] / FRAME_MS, limit: 1 });
  }
  rows.push({ what: 'A decision, to its answer and the tokens with it, processor time of both processes (median)', ours: ms(drawn.median), baseline: `a frame ${FRAME_MS} ms; an empty request ${ms(b.median)}`, ratio: drawn.median / FRAME_MS, limit: 1 });
  rows.push({ what: `What waits in ${2 * LINES_IN_SIGHT} lines, asked for after it, processor time of both processes (median)`, ours: ms(marks.median), baseline: `a frame ${FRAME_MS} ms; an empty request ${ms(b.median)}`, ratio: marks.median / FRAME_MS });
}

/** Requests come all the time: while a decision is written, and while nothing is. What a busy machine adds falls on both. */
async function whileSaving(annotated: Open): Promise<void> {
  const longest = async (): Promise<number> => {
    let most = 0;
    for (let i = 0; i < 10; i++) {
      const start = performance.now();
      await annotated.empty();
      most = Math.max(most, performance.now() - start);
      await setTimeout(10);
    }
    return most;
  };
  const [saving, quiet]: [number[], number[]] = [[], []];
  for (let i = 0; i < 20; i++) {
    await annotated.decide();
    saving.push(await longest());
    await annotated.saved();
    quiet.push(await longest());
  }
  const [a, b] = [summary(saving).median, summary(quiet).median];
  rows.push({ what: 'The longest that a request waits while a decision is saved (median of 20)', ours: ms(a), baseline: `${ms(b)} without saving, and a frame`, ratio: a / (b + FRAME_MS), limit: 1 });
}

/** In this process: nothing of it is the protocol's. */
function reanchoring(content: string): void {
  const { value } = readSidecar(content);
  check(value.annotations.length >= ANNOTATIONS, `${ANNOTATIONS} annotations in the file`);
  const paragraphs = text.split('\n\n');
  // A new paragraph before all, another one gone, and a word changed in every fifth.
  const other = ['Nobody had seen these words before they were put here.', ...paragraphs.flatMap((paragraph, i) => (i === 100 ? [] : [i % 5 === 0 ? paragraph.replace('ferry', 'ship') : paragraph]))].join('\n\n');
  const found = reanchor(new CanonicalText(other), value.annotations, value.textSha256).filter(({ anchoring }) => anchoring === 'anchored').length;
  check(found > 0.9 * ANNOTATIONS, `most annotations found again, and not ${found}`);
  const all = (): unknown => reanchor(new CanonicalText(other), value.annotations, value.textSha256);
  const parse = (): unknown => JSON.parse(content);
  alternate(2, all, parse);
  const [a, b] = alternate(5, all, parse).map(summary);
  if (a === undefined || b === undefined) return;
  rows.push({ what: `Finding all again after an edit outside (median; ${((100 * found) / value.annotations.length).toFixed(1)} % found)`, ours: ms(a.median), baseline: `JSON.parse of the file ${ms(b.median)}`, ratio: a.median / b.median, limit: 20 });
  const few = value.annotations.filter((_, i) => i % 8 === 0);
  const none = (): unknown => reanchor(new CanonicalText(other), [], undefined);
  const [c, d] = alternate(5, () => reanchor(new CanonicalText(other), few, value.textSha256), none).map(summary);
  if (c === undefined || d === undefined) return;
  rows.push({ what: 'All against an eighth of them (8 if linear)', ours: ms(a.median), baseline: `an eighth ${ms(c.median)}, none ${ms(d.median)}`, ratio: a.median / c.median, limit: 10 });
}

async function memory(): Promise<void> {
  const open = await Open.article('memory');
  const ids = (await open.spread(DECISIONS)).map(({ id }) => id);
  const before = open.memory();
  for (const id of ids) await open.accept([id]);
  await open.saved();
  await setTimeout(500);
  check(readSidecar(open.sidecar).value.annotations.length === DECISIONS, `${DECISIONS} annotations in the file`);
  const after = open.memory();
  rows.push({ what: `Server memory after ${DECISIONS} decisions, one at a time (resident)`, ours: `${after.toFixed(0)} MB`, baseline: `before ${before.toFixed(0)} MB`, ratio: after / before });
  await open.session.stop();
}

try {
  const annotated = await Open.article('annotated');
  const plain = await Open.article('plain');
  await annotated.annotate(ANNOTATIONS);
  await decisions(annotated);
  await whileSaving(annotated);
  reanchoring(annotated.sidecar);
  await keystrokes(annotated, plain);
  await Promise.all([annotated, plain].map(({ session }) => session.stop()));
  await memory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report('annotating', 'npm run bench -- annotating --write', rows);
