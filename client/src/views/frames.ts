/** The side bar's views as they are at activation: empty, and filled by a module that is loaded when one of them is looked at. */
import { Disposable, EventEmitter, window } from 'vscode';
import type { TextDocument, TreeDataProvider, TreeItem, TreeView } from 'vscode';
import { articleAtHand } from '../articleAtHand.js';
import type { DocumentStates } from '../documentStates.js';
import type { Frame } from './listView.js';
import type { Row } from './row.js';

export const VIEW_NAMES = ['entities', 'claims', 'annotations', 'checks'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What fills a view. */
export interface Filling {
  getChildren(row?: Row): Promise<readonly Row[]>;
  getTreeItem(row: Row): TreeItem;
  getParent(row: Row): Row | undefined;
}

export type Frames = Readonly<Record<ViewName, Frame>> & { dispose(): void };

/** Words of a view whose rows are on their way. */
const ON_THEIR_WAY = 'Reading the article…';
/** By then the editor has drawn rows that it has got. */
const DRAWN_MS = 500;

/** `states`: of what is open, to know whether there will be something in a view. */
export function createFrames(states: DocumentStates, fill: (name: ViewName) => Promise<Filling>): Frames {
  const frames = Object.fromEntries(VIEW_NAMES.map((name) => [name, new DrawnFrame(name, states, fill)])) as Record<ViewName, DrawnFrame>;
  return { ...frames, dispose: () => { for (const name of VIEW_NAMES) frames[name].dispose(); } };
}

/**
 * An empty view shows what to do about it. The editor takes a view for empty until it has its first rows: asked for by a key, it gives the
 * focus to those words, and takes them away when the rows come, so that the focus is nowhere. A view with a message shows no such words; it
 * keeps the focus itself and hands it on to the rows.
 */
class DrawnFrame implements Frame, Disposable {
  readonly changed = new EventEmitter<Row | Row[] | undefined>();
  readonly view: TreeView<Row>;
  private readonly subscriptions: Disposable;
  private message: string | undefined;
  /** The editor has no rows of the view. */
  private isEmpty = true;
  /** The article of which it is known that there are none. */
  private empty: TextDocument | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly name: ViewName, private readonly states: DocumentStates, private readonly fill: (name: ViewName) => Promise<Filling>) {
    const treeDataProvider: TreeDataProvider<Row> = {
      onDidChangeTreeData: this.changed.event,
      getChildren: (row) => this.getChildren(row),
      getParent: async (row) => (await fill(name)).getParent(row),
      getTreeItem: async (row) => (await fill(name)).getTreeItem(row),
    };
    this.view = window.createTreeView(`articleAnnotator.${name}`, { treeDataProvider, showCollapseAll: name === 'entities' || name === 'annotations', canSelectMany: name === 'annotations' || name === 'checks' });
    const update = (): void => this.update();
    this.subscriptions = Disposable.from(this.view, this.changed, states.onDidChange(update), window.onDidChangeActiveTextEditor(update), window.tabGroups.onDidChangeTabs(update));
    this.update();
  }

  say(message: string | undefined, count: number | undefined): void {
    this.message = message;
    // Where there were no rows before either, the editor does not ask for them again.
    if (count === 0) this.empty = articleAtHand(this.states);
    this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private async getChildren(row: Row | undefined): Promise<Row[]> {
    // Rows under others are asked for when these are there.
    if (row !== undefined) this.drawn();
    const rows = [...(await (await this.fill(this.name)).getChildren(row))];
    if (row === undefined) this.answered(rows.length);
    return rows;
  }

  private answered(count: number): void {
    clearTimeout(this.timer);
    if (count > 0) {
      this.timer = setTimeout(() => this.drawn(), DRAWN_MS);
      return;
    }
    this.isEmpty = true;
    this.update();
  }

  private drawn(): void {
    clearTimeout(this.timer);
    if (!this.isEmpty) return;
    this.isEmpty = false;
    this.update();
  }

  private update(): void {
    const article = this.isEmpty ? articleAtHand(this.states) : undefined;
    const message = article === undefined || article === this.empty ? this.message : ON_THEIR_WAY;
    if (this.view.message !== message) this.view.message = message;
  }
}
