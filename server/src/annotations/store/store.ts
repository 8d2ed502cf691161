/**
 * One document's annotations and the file that keeps them: read and placed on opening, written soon after each decision, read again when
 * somebody else has written it. Nothing that was decided is ever dropped; what cannot be written stays in memory and is tried again.
 * Times, files and rests come from outside.
 */
import type { SidecarProblem } from '../../annotatingProtocol.js';
import type { Annotation } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import type { Live, LiveAnnotations } from '../live/live.js';
import type { Pace } from '../reanchor/index.js';
import { reanchorInSlices } from '../reanchor/index.js';
import type { Placement } from '../reanchor/placement.js';
import { itemText } from '../sidecar/item.js';
import { readSidecar } from '../sidecar/read.js';
import type { Sidecar, SidecarHead } from '../sidecar/sidecar.js';
import { emptySidecar } from '../sidecar/sidecar.js';
import { Content } from './content.js';
import type { Failure, Home, SidecarFiles } from './files.js';
import { nameOf } from './files.js';
import { placedIn } from './placing.js';
import { Snapshot } from './snapshot.js';
import { takenIn } from './takingIn.js';

export interface StoreHost {
  readonly files: SidecarFiles;
  readonly pace: Pace;
  /** Sets a timer; what it returns clears it. */
  after(milliseconds: number, act: () => void): () => void;
  /** What is decided, where it stands, or how it is kept is another now. `where`: null for anywhere. */
  changed(decided: boolean): void;
  log(error: unknown): void;
}

/** A decision is written this long after it, together with what follows until then. */
const SOON_MS = 60;
/** Where writing takes long, it waits so many times as long as the last one took, so that most of the time is left to others; this long at most. */
const WAIT_FACTOR = 4;
const LONGEST_MS = 400;
const RETRY_MS = [1_000, 2_000, 5_000, 15_000] as const;

export class DocumentStore {
  problem: SidecarProblem | null = null;
  private base: { content: Content | null; sidecar: SidecarHead };
  /** What the file holds of each annotation, and of which state of it. */
  private snapshot = Snapshot.empty();
  /** The file is not ours to write: broken, or of a newer version. */
  private blocked = false;
  private queue: Promise<void> = Promise.resolve();
  private clearTimer: (() => void) | null = null;
  private tries = 0;
  private closed = false;
  /** The state that is in the file. */
  private writtenRevision: number;
  private checkedEdits = 0;
  /** Milliseconds of the last writing. */
  private lastTook = 0;

  constructor(private home: Home, readonly live: LiveAnnotations, private readonly host: StoreHost) {
    this.base = { content: null, sidecar: emptySidecar(home.article, home.who) };
    this.writtenRevision = live.revision === 0 ? 0 : -1;
  }

  get uri(): string { return this.home.uri; }
  get isSaved(): boolean { return this.writtenRevision === this.live.revision; }
  /** Its file may not be written; decisions stay in memory. */
  get isBlocked(): boolean { return this.blocked; }
  get hasFile(): boolean { return this.base.content !== null; }

  /** Reads the file's content and places what it holds. */
  load(content: string | Uint8Array): Promise<void> {
    return this.inTurn(async () => { await this.takeIn(content); });
  }

  /** Something was decided. */
  decided(): void {
    this.host.changed(false);
    this.writeSoon(this.soon());
  }

  private soon(): number {
    return Math.min(LONGEST_MS, Math.max(SOON_MS, WAIT_FACTOR * this.lastTook));
  }

  /** Somebody has touched the file. */
  fileChanged(): Promise<void> {
    return this.inTurn(async () => {
      const { files } = this.host;
      const read = this.base.content === null ? await files.read(this.home.uri) : await files.readUnless(this.home.uri, this.base.content);
      if (read === null) return;
      if (!read.ok) {
        this.fails(read);
        return;
      }
      if (read.content === null) {
        if (this.base.content === null) return;
        this.base = { ...this.base, content: null };
        this.blocked = false;
        this.tell('was deleted; what is decided is still here, and is written with the next decision', null);
        return;
      }
      await this.takeIn(read.content);
    });
  }

  /** The article was saved: what would not be found again in this text is written anew. */
  articleSaved(): Promise<void> {
    return this.inTurn(async () => {
      if (this.live.all.size === 0 || this.live.editCount === this.checkedEdits) return;
      const edits = this.live.editCount;
      const text = this.live.textNow;
      const canonical = new CanonicalText(text);
      const stored = this.snapshot.annotations();
      const placements = await reanchorInSlices(canonical, stored, this.base.sidecar.textSha256, this.host.pace);
      if (placements === null || this.live.textNow !== text) return;
      this.checkedEdits = edits;
      const stale = new Map<Live, Live>();
      for (const placement of placements) {
        const live = this.live.all.get(placement.id);
        if (live !== undefined && this.snapshot.holds(live) && !isFound(this.live.textNow, live, placement)) stale.set(live, { ...live, annotation: { ...live.annotation, raw: undefined } });
      }
      this.rewrite(stale);
    });
  }

  /** Writes all positions anew that are known. */
  updateAnchors(): string[] {
    const anew = new Map<Live, Live>();
    for (const live of this.live.all.values()) {
      if (live.anchoring === 'anchored' && live.parts.length > 0 && live.parts.every(({ span }) => span.hasWords(this.live.textNow) && !span.isEdited)) anew.set(live, { ...live, annotation: { ...live.annotation, raw: undefined } });
    }
    this.rewrite(anew);
    return [...anew.values()].map(({ annotation }) => annotation.id);
  }

  private rewrite(changes: ReadonlyMap<Live, Live>): void {
    if (changes.size === 0) return;
    this.live.replace(changes);
    this.live.revision++;
    this.decided();
  }

  /** Writes at once what waits to be written. */
  flush(): Promise<void> {
    this.clearTimer?.();
    this.clearTimer = null;
    return this.inTurn(() => this.write());
  }

  async close(): Promise<void> {
    await this.flush();
    this.closed = true;
    this.clearTimer?.();
  }

  /** The article has another name: its sidecar gets it, too. */
  moved(home: Home): Promise<void> {
    return this.inTurn(async () => {
      const old = this.home;
      const moved = this.base.content === null ? { ok: true as const } : await this.host.files.rename(old.uri, home.uri);
      this.settle(home);
      if (moved.ok) return;
      this.base = { ...this.base, content: null };
      this.tell(`could not be taken along from ${nameOf(old.uri)}: ${moved.message}; it is written anew with the next decision`, null);
    });
  }

  /** The sidecar's folder has another name, or gets it now: from the call of `rename` until that is done nothing is read or written. */
  movedWithFolder(home: Home, rename: () => Promise<void>): Promise<void> {
    return this.inTurn(async () => {
      await rename();
      this.settle(home);
    });
  }

  private settle(home: Home): void {
    this.home = home;
    this.base = { ...this.base, sidecar: { ...this.base.sidecar, id: nameOf(home.uri), article: home.article } };
    this.host.changed(false);
  }

  /**
   * What another sidecar holds is decided of this article, too, as one step that can be taken back. Who decided and when stays; the places are
   * those of this text, or lost as they would be anywhere. What is here already, by its id, is left as it is here. Gives what came, or why nothing can.
   */
  takeAlong(content: string | Uint8Array, name: string): Promise<readonly string[] | string> {
    return this.inTurn(async () => {
      const { value, problems: [problem], readOnly } = readSidecar(content);
      if (readOnly) return `${name}, line ${problem?.line ?? 1}: ${problem?.message ?? 'cannot be read'}`;
      const placed = await this.placed(value.annotations.filter(({ id }) => !this.live.all.has(id)), value.textSha256);
      const news = placed.filter(({ annotation: { id } }) => !this.live.all.has(id));
      if (news.length === 0) return [];
      const changes = news.map((live) => ({ id: live.annotation.id, before: null, after: { ...live, annotation: { ...live.annotation, raw: undefined } } }));
      this.live.perform({ label: `Took along ${news.length === 1 ? 'an annotation' : `${news.length} annotations`} from ${name}`, changes });
      this.host.changed(true);
      this.decided();
      return changes.map(({ id }) => id);
    });
  }

  /** Writes everything into another file: for when the own one is broken. */
  async saveAs(uri: string): Promise<Failure | null> {
    const sidecar = { ...emptySidecar(this.home.article), id: nameOf(uri) };
    const made = (this.blocked ? Snapshot.empty() : this.snapshot).made(this.live, sidecar);
    const answer = await this.host.files.write(uri, await made.content(this.host.pace.rest), null);
    return answer.ok ? null : answer;
  }

  /* ---------- reading ---------- */

  private async takeIn(content: string | Uint8Array): Promise<void> {
    const read = readSidecar(content, { article: this.home.article });
    const [problem] = read.problems;
    if (read.readOnly) {
      this.blocked = true;
      const first = read.problems.find(({ rule }) => rule !== 'repaired-comma' && rule !== 'duplicate-id') ?? problem;
      this.tell(first?.message ?? 'cannot be read', first?.line ?? 1);
      // What of it can be read is shown; nothing of it is ever written.
      if (this.base.content === null && this.live.all.size === 0) await this.placeFirst(read.value);
      return;
    }
    const wasBlocked = this.blocked;
    this.blocked = false;
    this.problem = problem === undefined ? null : { message: `${nameOf(this.home.uri)}, line ${problem.line}: ${problem.message}`, uri: this.home.uri, line: problem.line - 1 };
    if (this.base.content === null && this.live.all.size === 0) await this.placeFirst(read.value);
    else await this.mergeIn(read.value, wasBlocked);
    // Named by a name alone, it is named after its file: it may have been renamed or copied with its article since.
    const { id, article, formatVersion, textSha256, unknown } = read.value;
    const head = { id: /^[^/:]*$/.test(id) ? nameOf(this.home.uri) : id, article, formatVersion, textSha256, unknown };
    this.base = { content: typeof content === 'string' ? Content.of(content) : null, sidecar: head };
    this.host.changed(true);
    if (!this.isSaved) this.writeSoon(this.soon());
  }

  private async placeFirst(sidecar: Sidecar): Promise<void> {
    const lives = await this.placed(sidecar.annotations, sidecar.textSha256);
    this.live.apply(lives.map((after) => ({ id: after.annotation.id, before: null, after })));
    this.snapshot = Snapshot.read(sidecar, this.live);
    this.writtenRevision = this.live.revision;
    this.checkedEdits = this.live.editCount;
    this.host.changed(true);
  }

  private async mergeIn(theirs: Sidecar, fromBroken: boolean): Promise<void> {
    const base = fromBroken ? new Map<string, string>() : this.snapshot.texts(this.home.article);
    const news = theirs.annotations.filter((annotation) => base.get(annotation.id) !== (annotation.raw ?? itemText(annotation, theirs.article)));
    const placed = new Map((await this.placed(news, theirs.textSha256)).map((live) => [live.annotation.id, live]));
    // From here on nothing waits: what is decided meanwhile is in the state already.
    const saved = this.isSaved;
    const result = takenIn(this.live, this.snapshot, theirs, base, placed);
    if (result.changes.length > 0) this.live.apply(result.changes);
    this.snapshot.take(result.file);
    this.writtenRevision = saved && !result.isNews ? this.live.revision : -1;
    const [first] = result.messages;
    if (first !== undefined) this.tell(`somebody else decided at the same time: ${result.messages.length === 1 ? first : `${first}; and ${result.messages.length - 1} more`}`, null);
  }

  private placed(annotations: readonly Annotation[], hash: string | undefined): Promise<Live[]> {
    return placedIn(this.live, annotations, hash, this.host.pace);
  }

  /* ---------- writing ---------- */

  private writeSoon(milliseconds: number): void {
    if (this.closed || this.clearTimer !== null) return;
    this.clearTimer = this.host.after(milliseconds, () => {
      this.clearTimer = null;
      this.inTurn(() => this.write()).catch((error: unknown) => { this.host.log(error); });
    });
  }

  private async write(): Promise<void> {
    if (this.blocked || this.isSaved) return;
    const { revision } = this.live;
    const since = this.host.pace.now();
    const next = this.snapshot.made(this.live, this.base.sidecar);
    const content = await next.content(this.host.pace.rest);
    if (this.base.content === null ? next.isEmpty : content.equals(this.base.content)) {
      this.writtenRevision = revision;
      this.host.changed(false);
      return;
    }
    const answer = await this.host.files.write(this.home.uri, content, this.base.content);
    if (!answer.ok) {
      if (answer.reason === 'changed') await this.afterOthers();
      else this.fails(answer);
      return;
    }
    this.lastTook = this.host.pace.now() - since;
    this.base = { content, sidecar: next.head };
    next.settle();
    this.writtenRevision = revision;
    if (this.tries > 0) this.problem = null;
    this.tries = 0;
    this.host.changed(false);
    this.goOn();
  }

  /** Something was decided while the file was written. */
  private goOn(): void {
    if (!this.isSaved) this.writeSoon(this.soon());
  }

  /** Somebody else has written in between: theirs is taken in first. */
  private async afterOthers(): Promise<void> {
    const read = await this.host.files.read(this.home.uri);
    if (!read.ok) {
      this.fails(read);
      return;
    }
    if (read.content === null) this.base = { ...this.base, content: null };
    else await this.takeIn(read.content);
    this.writeSoon(0);
  }

  private fails(failure: Failure): void {
    this.tell(`cannot be ${failure.reason === 'failed' ? 'reached' : 'written'}: ${failure.message}; what is decided stays in memory and is tried again`, null);
    const wait = RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)] ?? RETRY_MS[0];
    this.tries++;
    this.writeSoon(wait);
  }

  private tell(message: string, line: number | null): void {
    this.problem = { message: `${nameOf(this.home.uri)}${line === null ? '' : `, line ${line}`}: ${message}`, uri: this.home.uri, line: line === null ? null : line - 1 };
    this.host.changed(false);
  }

  /** One after the other: reading, merging and writing never interleave. */
  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(act);
    this.queue = turn.then(() => undefined, (error: unknown) => { this.host.log(error); });
    return turn;
  }
}

/** The stored words would be found where it stands now. What is lost at the moment, or is not sure of its words, keeps its record. */
function isFound(text: string, live: Live, placement: Placement): boolean {
  if (live.anchoring !== 'anchored' || live.parts.length === 0 || live.parts.some(({ span }) => !span.hasWords(text) || span.isEdited)) return true;
  if (placement.anchoring !== 'anchored' || placement.anchors.length !== live.parts.length) return false;
  return live.parts.every(({ role, span }, i) => {
    const found = placement.anchors[i]?.span;
    return found?.start === span.start && found.end === span.end && (role === undefined || live.annotation.anchors.length === 0 || live.annotation.anchors[i]?.role === role);
  });
}

