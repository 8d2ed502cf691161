/** The side bar's views as they are at activation: empty, and filled by a module that is loaded when one of them is looked at. */
import { Disposable, EventEmitter, window } from 'vscode';
import type { TreeDataProvider, TreeItem } from 'vscode';
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

export function createFrames(fill: (name: ViewName) => Promise<Filling>): Frames {
  const frames = Object.fromEntries(VIEW_NAMES.map((name) => [name, createFrame(name, fill)])) as Record<ViewName, Frame>;
  const all = Disposable.from(...VIEW_NAMES.flatMap((name) => [frames[name].view, frames[name].changed]));
  return { ...frames, dispose: () => { all.dispose(); } };
}

function createFrame(name: ViewName, fill: (name: ViewName) => Promise<Filling>): Frame {
  const changed = new EventEmitter<Row | Row[] | undefined>();
  const treeDataProvider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (row) => [...(await (await fill(name)).getChildren(row))],
    getParent: async (row) => (await fill(name)).getParent(row),
    getTreeItem: async (row) => (await fill(name)).getTreeItem(row),
  };
  return { changed, view: window.createTreeView(`articleAnnotator.${name}`, { treeDataProvider, showCollapseAll: name === 'entities' || name === 'annotations', canSelectMany: name === 'annotations' || name === 'checks' }) };
}
