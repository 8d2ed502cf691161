import { Disposable, ThemeIcon, TreeItem, TreeItemCollapsibleState, commands } from 'vscode';
import type { Event, EventEmitter, Memento, TreeView, Uri } from 'vscode';
import type { DocumentStates } from '../documentStates.js';
import type { Spotlight } from '../spotlight.js';
import type { Content } from './content.js';
import { Feed } from './feed.js';
import { DrawnRows } from './drawnRows.js';
import { NO_FILTER, ORDERS, isFiltered } from './row.js';
import type { Choices, Row } from './row.js';

/** The view that the editor draws, which was made before this module was loaded. */
export interface Frame {
  readonly view: TreeView<Row>;
  /** Undefined: everything is to be drawn anew. */
  readonly changed: EventEmitter<Row | Row[] | undefined>;
  /** Puts words over the rows, or none; `count`: how many rows the article has, where that is known. */
  say(message: string | undefined, count: number | undefined): void;
}

export interface ListParts {
  readonly states: DocumentStates;
  readonly memento: Memento;
  readonly spotlight: Spotlight;
  readonly report: (error: unknown) => void;
  /** Fires when the list of a document, or undefined: of any, may be another though its text is the same. */
  readonly also?: Event<Uri | undefined>;
}

/** A list in the side bar. Draws only what has changed, so that neither the selection nor what is open gets lost while one types. */
export class ListView<R extends { readonly version: number }> implements Disposable {
  readonly feed: Feed<R>;
  /** Ids of rows that are open. */
  private readonly open = new Set<string>();
  private readonly subscriptions: Disposable;
  private readonly jumpCommand: string;
  private readonly drawn = new DrawnRows();
  /** How often the editor has asked for the rows and waits for them: it need not be told of them besides. */
  private waiting = 0;
  private shown: string | undefined;
  /** What was selected when a key was pressed. */
  private selectedAtKey: readonly Row[] = [];
  private chosen: Choices;

  constructor(readonly content: Content<R>, private readonly frame: Frame, private readonly parts: ListParts) {
    const { view } = frame;
    this.chosen = { ...NO_FILTER, order: ORDERS.find((order) => order === parts.memento.get(`order:${content.name}`)) ?? 'place' };
    this.feed = new Feed((document) => content.ask(document), parts.states, parts.report, parts.also);
    this.jumpCommand = `articleAnnotator.${content.name}.jump`;
    this.subscriptions = Disposable.from(
      this.feed,
      this.feed.onDidChange(() => this.update()),
      view.onDidChangeVisibility(({ visible }) => this.feed.watch(visible)),
      view.onDidExpandElement(({ element }) => { this.open.add(element.id); }),
      view.onDidCollapseElement(({ element }) => { this.open.delete(element.id); }),
      commands.registerCommand(this.jumpCommand, (row: Row) => this.jump(row)),
    );
    this.feed.watch(view.visible);
  }

  get choices(): Choices {
    return this.chosen;
  }

  choose(change: Partial<Choices>): void {
    this.chosen = { ...this.chosen, ...change };
    if (change.order !== undefined) Promise.resolve(this.parts.memento.update(`order:${this.content.name}`, change.order)).catch(this.parts.report);
    void commands.executeCommand('setContext', `articleAnnotator.${this.content.name}Filtered`, isFiltered(this.chosen));
    this.update();
  }

  async getChildren(row?: Row): Promise<readonly Row[]> {
    if (row === undefined) {
      this.waiting++;
      try {
        await this.feed.any();
      } finally {
        this.waiting--;
      }
      return this.drawn.roots;
    }
    const { current } = this.feed;
    return current === undefined || !this.content.opens(row) ? row.rows : this.content.childrenOf(row, current.document, current.result);
  }

  getParent(row: Row): Row | undefined {
    return this.drawn.parentOf(row);
  }

  getTreeItem(row: Row): TreeItem {
    const isOpenable = row.rows.length > 0 || this.content.opens(row);
    const state = !isOpenable ? TreeItemCollapsibleState.None : row.kind === 'group' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const label = row.strong === undefined ? row.label : { label: row.label, highlights: [[...row.strong] satisfies [number, number]] };
    const item = new TreeItem(label, state);
    item.id = row.id;
    item.description = row.description;
    item.tooltip = row.tooltip;
    item.contextValue = row.context ?? row.kind;
    item.accessibilityInformation = { label: row.spoken };
    if (row.icon !== undefined) item.iconPath = new ThemeIcon(row.icon);
    if (!isOpenable) item.command = { command: this.jumpCommand, title: 'Go There', arguments: [row] };
    return item;
  }

  /**
   * A key was pressed, and the editor's `list.toggleSelection` follows: extensions are told of what is selected and not of what has the focus,
   * so it is the row whose selection is turned between this and `atHand`.
   */
  keyPressed(): void {
    // Asked for and not remembered: of rows that are drawn anew the editor tells no second time.
    this.selectedAtKey = this.frame.view.selection;
  }

  /** The row that has the focus, or all that are selected if it is one of several; none while the editor draws the list anew. */
  atHand(): readonly Row[] {
    const [was, is] = [this.selectedAtKey, this.frame.view.selection];
    const added = is.find((row) => !was.includes(row));
    if (added !== undefined) return [added];
    const taken = was.find((row) => !is.includes(row));
    return taken === undefined ? [] : [taken, ...was.filter((row) => row !== taken)];
  }

  /** The row to go on with when this one leaves its heading, and others too: the next under headings of the same kind, at their end the one before. */
  neighbourOf(row: Row, leaving: readonly Row[]): Row | undefined {
    const kind = kindOfHeading(this.drawn.parentOf(row));
    const rows = this.drawn.roots.filter((heading) => kindOfHeading(heading) === kind).flatMap((heading) => heading.rows);
    const index = rows.indexOf(row);
    const stays = (one: Row): boolean => !leaving.includes(one);
    return index < 0 ? undefined : (rows.slice(index + 1).find(stays) ?? rows.slice(0, index).reverse().find(stays));
  }

  /** Selects the row and gives it the focus. */
  async reveal(row: Row): Promise<void> {
    await this.frame.view.reveal(row, { select: true, focus: true });
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(): void {
    const { current } = this.feed;
    const document = current?.document.uri.toString();
    if (document !== this.shown) {
      this.shown = document;
      this.content.reset();
      this.open.clear();
    }
    const rows = current === undefined ? [] : this.content.rows(current.result, this.chosen);
    this.describe(rows);
    const redraw = this.drawn.update(rows);
    if (redraw === undefined) {
      if (this.waiting === 0) this.frame.changed.fire(undefined);
      return;
    }
    // What an opened row holds may have moved, though the row itself says the same.
    const opened = this.drawn.roots.flatMap((group) => group.rows).filter((row) => this.open.has(row.id) && this.content.opens(row) && !redraw.includes(row));
    if (redraw.length + opened.length > 0) this.frame.changed.fire([...redraw, ...opened]);
  }

  private describe(rows: readonly Row[]): void {
    const { view } = this.frame;
    const { current } = this.feed;
    const { text, kinds } = this.chosen;
    view.description = current === undefined ? '' : this.content.summary(current.result);
    const notice = current === undefined ? undefined : this.content.notice?.(current.document);
    if (current === undefined || !isFiltered(this.chosen)) {
      this.frame.say(notice, current === undefined ? undefined : rows.length);
      return;
    }
    const labels = this.content.kinds(current.result).filter(({ kind }) => kinds?.has(kind) === true).map(({ label }) => label);
    const filter = [...(text.trim() === '' ? [] : [`“${text.trim()}”`]), ...labels].join(', ');
    const shown = rows.length === 0 ? `Nothing is shown: the filter is ${filter}.` : `Filter: ${filter}`;
    this.frame.say(notice === undefined ? shown : `${notice}\n${shown}`, rows.length);
  }

  private async jump(row: Row): Promise<void> {
    const current = await this.feed.upToDate();
    const place = current === undefined ? undefined : await this.content.placeOf(row, current.document, current.result);
    if (current !== undefined && place !== undefined) return this.parts.spotlight.goTo(current.document, place);
    const there = current === undefined ? undefined : await this.content.placeElsewhere?.(row, current.result);
    if (there !== undefined) await this.parts.spotlight.goTo(there.document, there.range);
  }
}

/** "group:undecided" of any of its pages. */
function kindOfHeading(heading: Row | undefined): string | undefined {
  return heading?.id.split(':').slice(0, 2).join(':');
}
