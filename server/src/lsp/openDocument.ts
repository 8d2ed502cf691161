/** One open document: its text in pieces, its edits as one change, its article made when first asked for. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Article } from '../analysis/article.js';
import type { Ahead, Change, Dates, Work } from '../analysis/engine.js';
import { ArticleEngine } from '../analysis/engine.js';
import type { Gazetteer } from '../analysis/gazetteer.js';
import type { LiveAnnotations } from '../annotations/live/live.js';
import type { Span } from '../base/span.js';
import type { Opinion, Unread } from '../analysis/opinion.js';
import { checkReadable, dateFromFileName, recogniseProse } from '../analysis/structure/index.js';
import { isGlossary } from '../knowledge/index.js';
import { ARTICLE_LANGUAGE, EDITOR_SCHEMES } from '../protocol.js';
import type { DocumentState } from '../protocol.js';
import type { Settings } from '../settings.js';
import { EditedDocument } from './editedDocument.js';

/** Characters of the text that decide whether it is prose. */
const RECOGNISED_CHARACTERS = 8192;

/** What is typed between two looks at it, however fast: more is pasted. */
const FEW_LETTERS = 24;

export type Ignored = Extract<DocumentState, { kind: 'ignored' }>;

export class OpenDocument {
  private engine: ArticleEngine | null = null;
  private article: Article | null = null;
  private change: Change | undefined;
  /** Since the editor's tokens were last compared; null where the text has been replaced since, or they never were. */
  private untold: Change | undefined | null = null;
  private recognised = false;
  private edited = false;
  private decided: LiveAnnotations | null = null;
  /** What other people have decided in files of their own: it follows the text, and has no part in the reading. */
  readonly others = new Set<LiveAnnotations>();
  /** What people decided has changed from outside while an edit was waiting to be read. */
  private remarks = false;
  /** The blocks that wait for the model, of the article that they were found in: asked for with every block that is read. */
  private waiting: { readonly article: Article; readonly blocks: readonly Unread[] } | null = null;

  private constructor(private readonly document: EditedDocument) {}

  static create(uri: string, languageId: string, version: number, content: string): OpenDocument {
    return new OpenDocument(new EditedDocument(uri, languageId, version, content));
  }

  static update(open: OpenDocument, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument {
    open.edited = true;
    for (const change of changes) open.apply(change, version);
    return open;
  }

  get uri(): string { return this.document.uri; }
  get version(): number { return this.document.version; }
  get languageId(): string { return this.document.languageId; }
  get positions(): EditedDocument { return this.document; }
  /** False for a document as it was opened. */
  get wasChanged(): boolean { return this.edited; }
  /** How much the engine has done for this document so far: read by the test that counts work. */
  get work(): Work | null { return this.engine === null ? null : { ...this.engine.work }; }

  /** The article of the present version, or why there is none. Analyses what changed since the last call; `ahead` as the engine has it. */
  read(settings: Settings, gazetteer: () => Gazetteer, ahead?: Ahead): Article | Ignored {
    const ignored = this.ignored(settings);
    if (ignored !== null) {
      this.article = null;
      this.engine = null;
      return ignored;
    }
    if (this.article !== null && this.change === undefined) return this.article;
    const first = this.engine === null;
    this.engine ??= new ArticleEngine(gazetteer());
    if (first) this.engine.follow(this.decided);
    this.article = this.engine.update(this.document.text, first ? undefined : this.change, this.dates(), ahead);
    this.change = undefined;
    if (this.remarks) this.article = this.engine.remark(null, this.dates());
    this.remarks = false;
    return this.article;
  }

  /**
   * The article as it was last read, and the few letters that have been typed since: for what is asked in the middle of a word and says
   * nothing of that word. Undefined where more than that has changed, and for what was never read.
   */
  readBefore(): { readonly article: Article; readonly typed: Change | undefined } | undefined {
    const { article, change: typed } = this;
    if (article === null || (typed !== undefined && !this.isFewLetters(typed))) return undefined;
    return { article, typed };
  }

  private isFewLetters({ start, oldEnd, newEnd }: Change): boolean {
    if (oldEnd - start > FEW_LETTERS || newEnd - start > FEW_LETTERS) return false;
    return !/[\r\n]/.test(this.document.text.slice(start, newEnd));
  }

  /** All edits since this was asked before, as one; null where the whole text is another. For the one who keeps what the editor holds. */
  takeEdits(): Change | undefined | null {
    const { untold } = this;
    this.untold = undefined;
    return untold;
  }

  /** What people have decided of the document; null before anything was. */
  get annotations(): LiveAnnotations | null { return this.decided; }

  /** Lays what people decide over the article from now on. */
  annotate(annotations: LiveAnnotations | null): void {
    this.decided = annotations;
    this.engine?.follow(annotations);
    this.remark(null);
  }

  /** Something was decided there, or anywhere: the article of the same version with it. */
  remark(where: readonly Span[] | null): void {
    if (this.engine === null || this.article === null) return;
    if (this.change === undefined) this.article = this.engine.remark(where, this.dates());
    else this.remarks = true;
  }

  /** Forgets all that was found, so that the next reading begins at nothing. */
  startAnew(): void {
    this.engine = null;
    this.article = null;
    this.change = undefined;
  }

  /** Blocks that no model has read; none while the document is not annotated, or has changed since it was. */
  unread(): readonly Unread[] {
    if (this.article === null || this.engine === null || this.change !== undefined) return [];
    if (this.waiting?.article !== this.article) this.waiting = { article: this.article, blocks: this.engine.unread() };
    return this.waiting.blocks;
  }

  /** Takes in what the model says. True if the article is another now, in the same version. */
  hear(opinions: Iterable<readonly [id: string, opinion: Opinion]>): boolean {
    const article = this.engine?.addOpinions(opinions) ?? null;
    if (article === null) return false;
    if (this.article !== null && this.change === undefined) this.article = article;
    return this.article === article;
  }

  private dates(): Dates {
    return { fileName: dateFromFileName(fileNameOf(this.uri)), person: this.decided?.articleDate ?? null };
  }

  private apply(change: TextDocumentContentChangeEvent, version: number): void {
    if (!('range' in change)) {
      const { length } = this.document.text;
      this.document.update(change, version);
      this.change = undefined;
      this.untold = null;
      this.engine = null;
      this.article = null;
      this.moveSpans({ start: 0, oldEnd: length, newEnd: change.text.length });
      return;
    }
    const a = this.document.offsetAt(change.range.start);
    const b = this.document.offsetAt(change.range.end);
    const start = Math.min(a, b);
    const oldEnd = Math.max(a, b);
    this.document.update(change, version);
    const edit = { start, oldEnd, newEnd: start + change.text.length };
    this.change = joined(this.change, edit);
    if (this.untold !== null) this.untold = joined(this.untold, edit);
    this.moveSpans(edit);
  }

  private moveSpans(edit: Change): void {
    const { text } = this.document;
    this.decided?.edit(edit, text);
    for (const live of this.others) live.edit(edit, text);
  }

  /** A document once seen as an article stays one while it is open: highlights must not come and go while its first words are typed. */
  private ignored(settings: Settings): Ignored | null {
    if (EDITOR_SCHEMES.some((scheme) => this.uri.startsWith(`${scheme}:`))) return { kind: 'ignored', reason: 'off', message: 'What the editor itself says is not annotated' };
    if (isGlossary(this.uri)) return { kind: 'ignored', reason: 'off', message: 'The newsroom’s own list of names' };
    const isArticle = this.languageId === ARTICLE_LANGUAGE;
    if (!isArticle && settings.plainText.annotate === 'never') {
      return { kind: 'ignored', reason: 'off', message: 'Plain text is not annotated (setting “Plain text: annotate”)' };
    }
    if (this.recognised) return null;
    const text = this.document.getText();
    const unreadable = checkReadable(text);
    if (unreadable !== null) return { kind: 'ignored', reason: 'unreadable', message: unreadable };
    const found = recogniseProse(text.slice(0, RECOGNISED_CHARACTERS));
    if (found.kind === 'other-language') return { kind: 'ignored', reason: 'other-language', message: found.reason };
    if (found.kind === 'not-prose' && !isArticle) return { kind: 'ignored', reason: 'not-prose', message: found.reason };
    this.recognised = found.kind === 'prose';
    return null;
  }
}

/** Two edits in a row as one; the second is in the coordinates that the first left. */
export function joined(first: Change | undefined, second: Change): Change {
  if (first === undefined) return second;
  const beyond = second.oldEnd - first.newEnd;
  return {
    start: Math.min(first.start, second.start),
    oldEnd: beyond > 0 ? first.oldEnd + beyond : first.oldEnd,
    newEnd: beyond > 0 ? second.newEnd : first.newEnd + second.newEnd - second.oldEnd,
  };
}

function fileNameOf(uri: string): string {
  const path = uri.split(/[?#]/, 1)[0] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A lone percent sign in a foreign URI: the raw name is the best reading of it.
    return name;
  }
}
