/** The built server over stdio: deciding on suggestions, adding, and the steps back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnnotationItem, AnnotationLine, AnnotationsChangedParams, CheckRow, Decision, DecideResult, WaitingMark } from '../../server/src/annotatingProtocol.js';
import { annotationChangesRequest, annotationsChangedNotification, annotationsRequest, checkChangesRequest, checksRequest, decideRequest, historyRequest, remindableRequest, remindersRequest, waitingRequest } from '../../server/src/annotatingProtocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { LspSession } from './harness.js';

let session: LspSession;
const changes: AnnotationsChangedParams[] = [];
beforeAll(async () => {
  session = await LspSession.start();
  session.connection.onNotification(annotationsChangedNotification, (params) => { changes.push(params); });
});
afterAll(async () => { await session.stop(); });

let opened = 0;

class Opened {
  constructor(readonly uri: string, readonly document: TextDocument) {}

  static async article(text = HARBOUR_TALKS): Promise<Opened> {
    const uri = `untitled:annotating-${++opened}`;
    await session.open(uri, text);
    return new Opened(uri, TextDocument.create(uri, 'article', 1, text));
  }

  async items(): Promise<readonly AnnotationItem[]> {
    return (await session.connection.sendRequest(annotationsRequest, { textDocument: { uri: this.uri } }))!.items;
  }

  async item(quote: string, review: AnnotationItem['review'] = 'undecided'): Promise<AnnotationItem> {
    const found = (await this.items()).find((item) => item.quote === quote && item.review === review);
    expect(found, `${review}: ${quote}`).toBeDefined();
    return found!;
  }

  async decide(...decisions: Decision[]): Promise<DecideResult> {
    return (await session.connection.sendRequest(decideRequest, { textDocument: { uri: this.uri }, version: 1, decisions }))!;
  }

  step(direction: 'undo' | 'redo') {
    return session.connection.sendRequest(historyRequest, { textDocument: { uri: this.uri }, direction });
  }

  range(words: string): Range {
    const at = this.document.getText().indexOf(words);
    expect(at).toBeGreaterThanOrEqual(0);
    return { start: this.document.positionAt(at), end: this.document.positionAt(at + words.length) };
  }

  async latest(): Promise<AnnotationsChangedParams> {
    await session.until(() => changes.some((c) => c.uri === this.uri));
    return [...changes].reverse().find((c) => c.uri === this.uri)!;
  }
}

describe('what the editor is told', () => {
  it('is told once for what changes in the same moment', async () => {
    const opened = await Opened.article();
    const { ids } = await opened.decide({ do: 'accept', ids: [(await opened.item('Marta Ruusmann')).id] });
    expect(ids).toHaveLength(1);
    await session.until(() => changes.some(({ uri, counts }) => uri === opened.uri && counts.accepted === 1));
    await opened.items();
    const told = changes.filter(({ uri }) => uri === opened.uri).map((news) => JSON.stringify(news));
    expect(told).toEqual([...new Set(told)]);
  });
});

describe('the lists that are looked at while one decides', () => {
  it('are sent by what has changed, and stay those of the whole answers', async () => {
    const article = await Opened.article();
    const textDocument = { uri: article.uri };
    let lines: readonly AnnotationLine[] = [];
    let checks: readonly CheckRow[] = [];
    let since: string | null = null;
    let checksSince: string | null = null;
    let sent = 0;
    const follow = async (): Promise<void> => {
      const changes = (await session.connection.sendRequest(annotationChangesRequest, { textDocument, since }))!;
      lines = changes.deleteCount === null ? changes.rows : [...lines.slice(0, changes.start), ...changes.rows, ...lines.slice(changes.start + changes.deleteCount)];
      since = changes.id;
      sent = changes.rows.length;
      const checked = (await session.connection.sendRequest(checkChangesRequest, { textDocument, since: checksSince }))!;
      checks = checked.deleteCount === null ? checked.rows : [...checks.slice(0, checked.start), ...checked.rows, ...checks.slice(checked.start + checked.deleteCount)];
      checksSince = checked.id;
      const items = await article.items();
      expect(lines.map(({ id, review, quote, comments, check }) => [id, review, quote, comments, check])).toEqual(items.map(({ id, review, quote, comments, check }) => [id, review, quote, comments, check]));
      const log = (await session.connection.sendRequest(checksRequest, { textDocument }))!.lines;
      expect(checks).toEqual(log.map(({ range, ...line }) => { expect(range).not.toBeNull(); return line; }));
    };
    await follow();
    expect(sent).toBe(lines.length);
    const riga = await article.item('Riga');
    await article.decide({ do: 'reject', ids: [riga.id] });
    await follow();
    const claim = (await article.items()).find(({ kind }) => kind === 'claim')!;
    await article.decide({ do: 'check', id: claim.id, state: 'asked', evidence: [{ kind: 'note', value: 'called' }] });
    await follow();
    expect(sent).toBeLessThan(lines.length);
    await article.decide({ do: 'comment', on: claim.id, text: 'Ask again' });
    await follow();
    await article.step('undo');
    await follow();
    await follow();
    expect(sent).toBe(0);
    const one = (await session.connection.sendRequest(annotationsRequest, { textDocument, ids: [claim.id] }))!;
    expect(one.items.map(({ id, range }) => [id, range])).toEqual([[claim.id, claim.range]]);
  });
});

describe('what waits for a decision', () => {
  it('is told for the lines in sight, with where it is marked', async () => {
    const article = await Opened.article();
    const inSight = { start: { line: 2, character: 0 }, end: { line: 6, character: 0 } };
    const waiting = async (): Promise<readonly WaitingMark[]> => (await session.connection.sendRequest(waitingRequest, { textDocument: { uri: article.uri }, ranges: [inSight] }))!.marks;
    const words = ({ ranges }: WaitingMark): string => ranges.map((range) => article.document.getText(range)).join(' … ');
    const items = (await session.connection.sendRequest(annotationsRequest, { textDocument: { uri: article.uri }, ranges: [inSight] }))!.items;
    const before = await waiting();
    expect(before.map(({ id }) => id).sort()).toEqual(items.map(({ id }) => id).sort());
    expect(before.length).toBeLessThan((await article.items()).length);
    for (const mark of before) {
      const one = items.find(({ id }) => id === mark.id)!;
      expect(mark).toMatchObject({ isChanged: false, ranges: one.parts === null ? [one.range] : one.parts.content });
      expect(words(mark)).not.toBe('');
    }
    const [first] = before;
    await article.decide({ do: 'accept', ids: [first!.id] });
    expect((await waiting()).map(({ id }) => id)).not.toContain(first!.id);
  });
});

describe('deciding', () => {
  it('accepts and rejects, and takes both back', async () => {
    const article = await Opened.article();
    const first = await article.item('Marta Ruusmann');
    expect(first).toMatchObject({ kind: 'entity', origin: 'machine', type: 'PERSON', anchoring: 'anchored' });
    const { ids } = await article.decide({ do: 'accept', ids: [first.id] });
    expect(ids[0]).toMatch(/^urn:uuid:/);
    expect(await article.item('Marta Ruusmann', 'accepted')).toMatchObject({ id: ids[0], range: first.range, origin: 'machine' });
    expect(await article.latest()).toMatchObject({ newestIsDecision: true, canUndo: true, counts: { accepted: 1, rejected: 0 } });
    const riga = await article.item('Riga');
    await article.decide({ do: 'reject', ids: [riga.id] });
    expect((await article.items()).filter((item) => item.review === 'undecided' && item.id === riga.id)).toEqual([]);
    expect(await article.step('undo')).toMatchObject({ done: true, label: 'Rejected “Riga”', range: riga.range });
    expect((await article.item('Riga')).id).toBe(riga.id);
    expect(await article.step('undo')).toMatchObject({ label: 'Accepted “Marta Ruusmann”' });
    expect((await article.items()).every((item) => item.review === 'undecided')).toBe(true);
    expect(await article.step('undo')).toMatchObject({ done: false });
    expect(await article.step('redo')).toMatchObject({ done: true, label: 'Accepted “Marta Ruusmann”' });
    await article.item('Marta Ruusmann', 'accepted');
  });

  it('retypes: a rejection and an addition', async () => {
    const article = await Opened.article();
    const riga = await article.item('Riga');
    await article.decide({ do: 'retype', ids: [riga.id], type: 'ORG' });
    expect(await article.item('Riga', 'rejected')).toMatchObject({ type: 'GPE', origin: 'machine' });
    expect(await article.item('Riga', 'accepted')).toMatchObject({ type: 'ORG', origin: 'person', confidence: null });
    const hover = await session.hover(article.uri, riga.range!.start.line, riga.range!.start.character + 1);
    expect(JSON.stringify(hover)).toMatch(/Marked by [^"]*, \d{4}-\d\d-\d\d/);
  });

  it('adds what nobody saw, and follows edits', async () => {
    const article = await Opened.article();
    const range = article.range('talks were');
    const { ids } = await article.decide({ do: 'addEntities', ranges: [range], type: 'EVENT' });
    await session.change(article.uri, { line: 0, character: 0, text: 'New ' });
    const line = range.start.line === 0 ? 4 : 0;
    const item = (await article.items()).find((one) => one.id === ids[0]);
    expect(item).toMatchObject({ type: 'EVENT', review: 'accepted', range: { start: { line: range.start.line, character: range.start.character + line } } });
    expect(await article.decide({ do: 'accept', ids: [ids[0]!] })).toEqual({ outcome: 'outdated', ids: [] });
  });

  it('reminds of a claim on a day: sets, changes and removes, each taken back by undo', async () => {
    const article = await Opened.article();
    const claim = (await article.items()).find((item) => item.kind === 'claim' && (item.parts?.content.length ?? 0) > 0);
    const { uri } = article;
    const place = { textDocument: { uri }, position: claim!.parts!.content[0]!.start };
    const known = async () => (await session.connection.sendRequest(remindersRequest, { textDocument: { uri } }))?.reminders.map(({ date, note, quote }) => ({ date, note, quote }));
    const found = (await session.connection.sendRequest(remindableRequest, place))!;
    expect(found.reminder).toBeNull();
    const { ids } = await article.decide({ do: 'keep', body: { type: 'reminder', date: '2026-04-02', note: '' }, ranges: found.ranges });
    const first = { date: '2026-04-02', note: '', quote: found.quote };
    expect(await known()).toEqual([first]);
    expect((await session.connection.sendRequest(remindableRequest, place))!.reminder).toMatchObject({ id: ids[0], date: '2026-04-02' });
    await article.decide({ do: 'changeReminder', id: ids[0]!, date: '2026-04-09', note: 'Is it open?' });
    const second = { ...first, date: '2026-04-09', note: 'Is it open?' };
    expect(await known()).toEqual([second]);
    await article.decide({ do: 'forget', id: ids[0]! });
    expect(await known()).toEqual([]);
    await article.step('undo');
    expect(await known()).toEqual([second]);
    await article.step('undo');
    expect(await known()).toEqual([first]);
    expect((await article.step('undo'))!.label).toMatch(/^Set a reminder for 2026-04-02 of “/);
    expect(await known()).toEqual([]);
    for (const decision of [{ do: 'keep', body: { type: 'reminder', date: '2026-02-30', note: '' }, ranges: found.ranges }, { do: 'changeReminder', id: ids[0]!, date: '2026-05-01', note: '' }] as const) expect(await article.decide(decision)).toMatchObject({ outcome: 'refused' });
  });

  it('refuses what cannot be, and says why', async () => {
    const article = await Opened.article();
    expect(await article.decide({ do: 'accept', ids: ['entity/PERSON/0/0/Nobody'] })).toMatchObject({ outcome: 'refused', message: 'This suggestion is not there any more' });
    expect(await article.decide({ do: 'setArticleDate', date: '2026-02-31' })).toMatchObject({ outcome: 'refused' });
  });
});
