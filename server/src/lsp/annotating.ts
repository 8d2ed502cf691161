/** Annotating: what people decide on, with what history, and how it looks in the article. */
import type { Connection, InitializeParams, Range } from 'vscode-languageserver';
import type { AnnotationItem, AnnotationLine, AnnotationsParams, AnnotationsChangedParams, AnnotationsResult, CheckRow, CommentThread, Decision as AsSent, DecideParams, DecideResult, HistoryResult, LikelyPart } from '../annotatingProtocol.js';
import {
  annotationChangesRequest, annotationsChangedNotification, annotationsRequest, checkChangesRequest, checksRequest, commentsRequest, copiesRequest, decideRequest, historyRequest, likelyPartsRequest, occurrencesRequest, takeAlongRequest, updateAnchorsRequest, waitingRequest,
} from '../annotatingProtocol.js';
import type { Article } from '../analysis/article.js';
import type { Agent } from '../annotations/annotation.js';
import type { Circumstances, Decision } from '../annotations/live/decide.js';
import { Refusal, decide } from '../annotations/live/decide.js';
import { ItemList } from '../annotations/live/itemList.js';
import type { Item } from '../annotations/live/items.js';
import { itemsOf, keptItemsOf, waitingIn } from '../annotations/live/items.js';
import { LiveAnnotations } from '../annotations/live/live.js';
import type { Likely } from '../annotations/live/likelyParts.js';
import { likelyParts } from '../annotations/live/likelyParts.js';
import type { Thread } from '../annotations/live/notes.js';
import { checksOf, threadsOf, titleOf } from '../annotations/live/notes.js';
import { occurrencesOf } from '../annotations/live/occurrences.js';
import { oneLine } from '../annotations/live/oneLine.js';
import type { Place } from '../annotations/live/suggestions.js';
import { countsOf } from '../annotations/live/tally.js';
import type { Span } from '../base/span.js';
import type { Desk, Ready } from './desk.js';
import { ListStore } from './listStore.js';
import type { OpenDocument } from './openDocument.js';
import { answerReminders } from './reminders.js';
import { RemindersElsewhere } from './remindersElsewhere.js';
import type { SidecarHost } from './sidecars.js';
import { PACE, Sidecars } from './sidecars.js';
import { rangeOf, rangesOf, spanOf } from './translate.js';
import type { WatchedFiles } from './watchedFiles.js';
import type { WorkspaceSidecars } from './workspaceSidecars.js';

/** Keys that are typed one after the other come faster than this. */
const TYPING_MS = 150;

export class Annotating {
  private readonly sidecars: Sidecars;
  private readonly remindersElsewhere: RemindersElsewhere;
  private readonly seeking = new Set<LiveAnnotations>();
  private readonly telling = new Set<string>();
  private readonly soon = new Map<string, ReturnType<typeof setTimeout>>();
  /** What each document's editor was told last. */
  private readonly told = new WeakMap<OpenDocument, string>();
  private readonly lines = new ListStore<AnnotationLine>({ same: isSameLine, paragraphOf: () => null });
  private readonly lists = new WeakMap<OpenDocument, ItemList<AnnotationLine>>();
  private readonly checks = new ListStore<CheckRow>({ same: isSameCheck, paragraphOf: () => null });

  constructor(private readonly connection: Connection, private readonly desk: Desk, private readonly publish: (uri: string) => void, private readonly modelVersion: (uri: string) => string | undefined, host: SidecarHost, watched: WatchedFiles, workspace: WorkspaceSidecars) {
    this.sidecars = new Sidecars(connection, desk, host, watched, workspace, (uri, decided) => {
      const open = desk.documents.get(uri);
      if (open === undefined) return;
      if (decided) this.changed(open, null);
      else this.tell(open);
    });
    connection.onRequest(annotationsRequest, (params, cancel) => desk.answer('annotations', params.textDocument.uri, cancel, (ready) => this.annotationsOf(ready, params)));
    connection.onRequest(waitingRequest, ({ textDocument, ranges }, cancel) => desk.answer('what waits', textDocument.uri, cancel, ({ open, article }) => ({
      version: open.version,
      marks: waitingIn(article, open.annotations, ranges.map((range) => spanOf(open.positions, range))).map(({ id, isChanged, spans }) => ({ id, isChanged, ranges: spans.flatMap((s) => rangesOf(open.positions, article.text, s)) })),
    })));
    connection.onRequest(annotationChangesRequest, ({ textDocument, since }, cancel) => desk.answer('changes of annotations', textDocument.uri, cancel, ({ open, article }) => (
      this.lines.changes(open, [...this.listOf(open).of(article, open.annotations), ...this.linesOfOthers(open.uri, article)], since))));
    connection.onRequest(decideRequest, async (params, cancel) => {
      const { uri } = params.textDocument;
      await this.sidecars.ready(uri);
      const person = await this.sidecars.person(uri);
      return desk.answer('decision', uri, cancel, (ready) => this.decided(ready, params, person));
    });
    connection.onRequest(historyRequest, ({ textDocument, direction }, cancel) => desk.answer('history of decisions', textDocument.uri, cancel, (ready) => this.stepped(ready, direction)));
    connection.onRequest(occurrencesRequest, ({ textDocument, range }, cancel) => desk.answer('occurrences', textDocument.uri, cancel, ({ open, article }) => {
      const { suggestedType, found } = occurrencesOf(article, open.annotations, spanOf(open.positions, range));
      return { version: open.version, suggestedType, occurrences: found.map((one) => ({ range: rangeOf(open.positions, one), before: one.before, words: article.text.slice(one.start, one.end), after: one.after, acceptedAs: one.acceptedAs })) };
    }));
    connection.onRequest(likelyPartsRequest, ({ textDocument, content }, cancel) => desk.answer('likely parts', textDocument.uri, cancel, ({ open, article }) => {
      const part = ({ spans, reason }: Likely): LikelyPart => ({
        ranges: spans.flatMap((s) => rangesOf(open.positions, article.text, s)), text: oneLine(spans.map((s) => article.text.slice(s.start, s.end)).join(' […] ')), reason,
      });
      const { sources, cues } = likelyParts(article, spanOf(open.positions, content));
      return { version: open.version, sources: sources.map(part), cues: cues.map(part) };
    }));
    connection.onRequest(commentsRequest, ({ textDocument }, cancel) => desk.answer('comments', textDocument.uri, cancel, ({ open, article }) => ({
      version: open.version,
      threads: [
        ...(open.annotations === null ? [] : threadsOf(article, open.annotations).map((thread) => ({ ...threadOf(open, thread), isOthers: false }))),
        ...this.sidecars.othersOf(open.uri).flatMap(({ live, who }) => threadsOf(article, live).map((thread) => ({ ...threadOf(open, thread), on: idOfOthers(who, thread.on), isOthers: true }))),
      ],
    })));
    connection.onRequest(checksRequest, ({ textDocument }, cancel) => desk.answer('checks', textDocument.uri, cancel, ({ open, article }) => ({
      version: open.version, lines: checksOf(article, open.annotations).map(({ span, ...line }) => ({ ...line, range: span === null ? null : rangeOf(open.positions, span) })),
      title: titleOf(article), date: article.date === null ? null : { iso: article.date.iso, from: article.date.from },
    })));
    connection.onRequest(checkChangesRequest, ({ textDocument, since }, cancel) => desk.answer('changes of checks', textDocument.uri, cancel, ({ open, article }) => (
      this.checks.changes(open, checksOf(article, open.annotations).map(checkRowOf), since))));
    answerReminders(connection, desk);
    this.remindersElsewhere = new RemindersElsewhere(connection, desk, this.sidecars, workspace, watched);
    connection.onRequest(updateAnchorsRequest, ({ textDocument }, cancel) => desk.answer<DecideResult>('update of anchors', textDocument.uri, cancel, () => ({ outcome: 'done', ids: this.sidecars.storeOf(textDocument.uri)?.updateAnchors() ?? [] })));
    connection.onRequest(copiesRequest, ({ textDocument }) => this.orNull('copies', async () => ({ from: await this.sidecars.copiesOf(textDocument.uri) })));
    connection.onRequest(takeAlongRequest, ({ textDocument, from }) => this.orNull('taking along', () => this.sidecars.takeAlong(textDocument.uri, from)));
    desk.documents.onDidSave(({ document }) => { this.sidecars.saved(document.uri); });
    desk.documents.onDidClose(({ document }) => {
      this.lines.forget(document.uri);
      this.checks.forget(document.uri);
      this.sidecars.closed(document);
    });
  }

  initialise(params: InitializeParams): void {
    this.sidecars.initialise(params);
  }

  initialised(): void {
    this.sidecars.watch();
  }

  stop(): Promise<void> {
    for (const timer of this.soon.values()) clearTimeout(timer);
    this.remindersElsewhere.stop();
    return this.sidecars.stop();
  }

  /** For what waits for files. */
  private async orNull<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.desk.log(name, error);
      return null;
    }
  }

  /** A version has been analysed. */
  analysed(uri: string): void {
    this.sidecars.ready(uri).catch((error: unknown) => { this.desk.log('sidecar', error); });
    const open = this.desk.documents.get(uri);
    if (!open?.annotations) return;
    this.tellSoon(uri);
    this.seekOthers(open).catch((error: unknown) => { this.desk.log('annotations', error); });
    this.seek(open, open.annotations).catch((error: unknown) => { this.desk.log('annotations', error); });
  }

  /** What a reload or a move took away is found again, or stays an orphan. */
  private async seek(open: OpenDocument, state: LiveAnnotations): Promise<void> {
    if (!state.lost.isDue || this.seeking.has(state)) return;
    this.seeking.add(state);
    try {
      const { seekLost } = await import('../annotations/live/seek.js');
      await seekLost(state, PACE);
    } finally {
      this.seeking.delete(state);
    }
    if (this.desk.documents.get(open.uri) !== open || open.annotations !== state) return;
    state.revision++;
    this.changed(open, null);
    this.sidecars.storeOf(open.uri)?.decided();
  }

  private async seekOthers(open: OpenDocument): Promise<void> {
    const lost = this.sidecars.othersOf(open.uri).map(({ live }) => live).filter((live) => live.lost.isDue && !this.seeking.has(live));
    if (lost.length === 0) return;
    const { seekLost } = await import('../annotations/live/seek.js');
    for (const live of lost) {
      this.seeking.add(live);
      try {
        await seekLost(live, PACE);
      } finally {
        this.seeking.delete(live);
      }
    }
    if (this.desk.documents.get(open.uri) === open) this.tell(open);
  }

  private annotationsOf({ open, article }: Ready, { ranges, ids }: AnnotationsParams): AnnotationsResult {
    const within = ranges === undefined ? null : ranges.map((range) => spanOf(open.positions, range));
    const wanted = ids === undefined ? null : new Set(ids);
    const found = itemsOf(article, open.annotations, within).filter(({ id }) => wanted?.has(id) ?? true);
    const ofOthers = ids?.some(isIdOfOthers) === true ? this.itemsOfOthers(open.uri, article).map(({ item }) => item).filter(({ id }) => wanted?.has(id)) : [];
    return { version: open.version, revision: open.annotations?.revision ?? 0, items: [...found, ...ofOthers].map((item) => itemOf(open, article, item)) };
  }

  private listOf(open: OpenDocument): ItemList<AnnotationLine> {
    const known = this.lists.get(open);
    if (known !== undefined) return known;
    const made = new ItemList((item) => lineOf(item, null));
    this.lists.set(open, made);
    return made;
  }

  private itemsOfOthers(uri: string, article: Article): { item: Item; by: string }[] {
    return this.sidecars.othersOf(uri).flatMap(({ live, ...other }) => keptItemsOf(article, live).map((item) => ({ item: { ...item, id: idOfOthers(other.who, item.id) }, by: nameOfOther(other) })));
  }

  private linesOfOthers(uri: string, article: Article): AnnotationLine[] {
    return this.itemsOfOthers(uri, article).map(({ item, by }) => lineOf(item, by));
  }

  private decided({ open, article }: Ready, { version, decisions }: DecideParams, person: Agent): DecideResult {
    if (version !== open.version) return { outcome: 'outdated', ids: [] };
    if (decisions.some(isAboutOthers)) return { outcome: 'refused', message: 'It stands in the file of another person, and is theirs to change.', ids: [] };
    const state = this.stateOf(open, article);
    try {
      const { step, ids } = decide(state, decisions.map((one) => spanned(open, article, one)), circumstances(article, person, this.modelVersion(open.uri)));
      if (step.changes.length > 0) {
        state.people.set(person.id, person.name);
        this.changed(open, state.perform(step));
        this.write(open, state);
      }
      return { outcome: 'done', ids };
    } catch (error) {
      if (error instanceof Refusal) return { outcome: 'refused', message: error.message, ids: [] };
      throw error;
    }
  }

  private stepped({ open }: Ready, direction: 'undo' | 'redo'): HistoryResult {
    const state = open.annotations;
    const done = direction === 'undo' ? state?.undo() : state?.redo();
    if (!state || !done) return { done: false, label: '', range: null };
    this.changed(open, done.where);
    this.write(open, state);
    const [first] = done.step.changes;
    const live = first?.after ?? first?.before;
    const place = live ? state.placeOf(live) : null;
    return { done: true, label: done.step.label, range: place === null ? null : rangeOf(open.positions, place) };
  }

  private stateOf(open: OpenDocument, article: Article): LiveAnnotations {
    if (open.annotations !== null) return open.annotations;
    const made = new LiveAnnotations(article.text);
    open.annotate(made);
    return made;
  }

  /** Soon, while the answer is on its way. */
  private write(open: OpenDocument, state: LiveAnnotations): void {
    this.sidecars.keep(open, state).then((store) => { store?.decided(); }).catch((error: unknown) => { this.desk.log('sidecar', error); });
  }

  private changed(open: OpenDocument, where: readonly Span[] | null): void {
    open.remark(where);
    this.publish(open.uri);
    this.tell(open);
  }

  /** What an edit has done to the counts can wait for the next keys: a decision tells at once. */
  private tellSoon(uri: string): void {
    if (this.soon.has(uri)) return;
    this.soon.set(uri, setTimeout(() => {
      this.soon.delete(uri);
      const open = this.desk.documents.get(uri);
      if (open !== undefined) this.tell(open);
    }, TYPING_MS));
  }

  /** Once for all that changes in the same moment. */
  private tell({ uri }: OpenDocument): void {
    if (this.telling.has(uri)) return;
    this.telling.add(uri);
    this.desk.read(uri).then((read) => {
      this.telling.delete(uri);
      return read === undefined || 'kind' in read.result ? undefined : this.tellOf(read.open, read.result);
    }).catch((error: unknown) => {
      this.telling.delete(uri);
      this.desk.log('annotations', error);
    });
  }

  private async tellOf(open: OpenDocument, article: Article): Promise<void> {
    const { uri, version, annotations: state } = open;
    if (state === null) return;
    const store = this.sidecars.storeOf(uri);
    const { revision, newestIsDecision, canUndo, canRedo } = state;
    const news: AnnotationsChangedParams = {
      uri, version, revision, counts: countsOf(article, state), newestIsDecision, canUndo, canRedo, problem: store?.problem ?? null, saved: store === null ? revision === 0 : store.isSaved,
      others: this.sidecars.othersOf(uri).map(({ uri: file, live, problem, ...other }) => ({ uri: file, name: nameOfOther(other), annotations: live.all.size, problem })),
    };
    const words = JSON.stringify(news);
    if (this.told.get(open) === words) return;
    this.told.set(open, words);
    await this.connection.sendNotification(annotationsChangedNotification, news);
  }
}

function circumstances(article: Article, person: Agent, modelVersion: string | undefined): Circumstances {
  return { article, person, now: `${new Date().toISOString().slice(0, 19)}Z`, modelVersion, newId: () => crypto.randomUUID() };
}

const OTHERS = 'other:';

/** Of what stands in another person's file: one's own may have the same id. */
function idOfOthers(who: string, id: string): string {
  return `${OTHERS}${who}:${id}`;
}

function isIdOfOthers(id: string): boolean {
  return id.startsWith(OTHERS);
}

function isAboutOthers(decision: AsSent): boolean {
  const about = 'ids' in decision ? decision.ids : 'id' in decision ? [decision.id] : 'on' in decision ? [decision.on] : [];
  return about.some(isIdOfOthers);
}

function nameOfOther({ who, name }: { readonly who: string; readonly name: string }): string {
  return who === '' ? 'everybody' : name;
}

function threadOf({ positions }: OpenDocument, { on, quote, span, comments }: Thread): Omit<CommentThread, 'isOthers'> {
  return { on, quote, range: span === null ? null : rangeOf(positions, span), comments: comments.map(({ id, text, author, modified }) => ({ id, text, author, modified })) };
}

function lineOf({ id, kind, review, anchoring, type, quote, confidence, proposals, check, comments }: Item, by: string | null): AnnotationLine {
  return { id, kind, review, anchoring, type, quote, confidence, proposals: proposals.length, check, comments, by };
}

function isSameLine(a: AnnotationLine, b: AnnotationLine): boolean {
  return a.id === b.id && a.kind === b.kind && a.review === b.review && a.anchoring === b.anchoring && a.type === b.type && a.quote === b.quote && a.confidence === b.confidence
    && a.proposals === b.proposals && a.check === b.check && a.comments === b.comments && a.by === b.by;
}

function checkRowOf({ on, kind, type, quote, source, state, evidence, by, when }: CheckRow): CheckRow {
  return { on, kind, type, quote, source, state, evidence, by, when };
}

function isSameCheck(a: CheckRow, b: CheckRow): boolean {
  return a.on === b.on && a.kind === b.kind && a.type === b.type && a.quote === b.quote && a.source === b.source && a.state === b.state && a.by === b.by && a.when === b.when
    && a.evidence.length === b.evidence.length && a.evidence.every(({ kind, value }, i) => kind === b.evidence[i]?.kind && value === b.evidence[i].value);
}

function itemOf({ positions }: OpenDocument, { text }: Article, { places, span, proposals, ...item }: Item): AnnotationItem {
  const part = (role: Place['role']): Range[] => places.filter((p) => p.role === role).flatMap((p) => rangesOf(positions, text, p));
  return {
    ...item, range: span === null ? null : rangeOf(positions, span), parts: item.kind === 'claim' && span !== null ? { source: part('source'), cue: part('cue'), content: part('content') } : null,
    proposals: proposals.map((one) => rangeOf(positions, one)),
  };
}

/** Ranges a line each that follow each other without a word between are one part. */
function spanned({ positions }: OpenDocument, { text }: Article, decision: AsSent): Decision {
  const spans = (ranges: readonly Range[]): Span[] => ranges.map((range) => spanOf(positions, range));
  switch (decision.do) {
    case 'addEntities': return { do: 'addEntities', spans: spans(decision.ranges), type: decision.type };
    case 'keep': return { do: 'keep', body: decision.body, spans: spans(decision.ranges) };
    case 'place': return { do: 'place', id: decision.id, span: spanOf(positions, decision.range) };
    case 'addClaim': {
      const { source, cue, content } = decision.parts;
      const places = (role: Place['role'], ranges: readonly Range[]): Place[] => joinedLines(text, spans(ranges)).map((s) => ({ ...s, role }));
      return { do: 'addClaim', places: [...places('source', source), ...places('cue', cue), ...places('content', content)], attributes: decision.attributes };
    }
    default: return decision;
  }
}

/** A part of several lines comes as several ranges; paragraphs stay apart. */
function joinedLines(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined[joined.length - 1];
    if (last !== undefined && /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/.test(text.slice(last.end, span.start))) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}
