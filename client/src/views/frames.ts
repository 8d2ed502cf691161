/** The side bar's views as they are at activation: empty, and filled by a module that is loaded when one of them is looked at. */
import { Disposable, EventEmitter, window } from 'vscode';
import type { TreeDataProvider, TreeItem } from 'vscode';
import type { Frame } from './listView.js';
import type { Row } from './row.js';

export type ViewName = 'entities' | 'claims';

/** What fills a view. */
export interface Filling {
  getChildren(row?: Row): Promise<readonly Row[]>;
  getTreeItem(row: Row): TreeItem;
  getParent(row: Row): Row | undefined;
}

export interface Frames {
  readonly entities: Frame;
  readonly claims: Frame;
  dispose(): void;
}

export function createFrames(fill: (name: ViewName) => Promise<Filling>): Frames {
  const entities = createFrame('entities', fill);
  const claims = createFrame('claims', fill);
  return { entities, claims, dispose: () => { Disposable.from(entities.view, entities.changed, claims.view, claims.changed).dispose(); } };
}

function createFrame(name: ViewName, fill: (name: ViewName) => Promise<Filling>): Frame {
  const changed = new EventEmitter<Row | Row[] | undefined>();
  const treeDataProvider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (row) => [...(await (await fill(name)).getChildren(row))],
    getParent: async (row) => (await fill(name)).getParent(row),
    getTreeItem: async (row) => (await fill(name)).getTreeItem(row),
  };
  return { changed, view: window.createTreeView(`articleAnnotator.${name}`, { treeDataProvider, showCollapseAll: name === 'entities' }) };
}
