import type { Range, TextDocument } from 'vscode';
import type { ViewName } from './frames.js';
import type { Choices, Row } from './row.js';

/** What differs between the lists. */
export interface Content<R> {
  /** Of the view and its commands: `articleAnnotator.entities`. */
  readonly name: ViewName;
  readonly ask: (document: TextDocument) => Promise<R | null>;
  readonly orders: Readonly<Record<Choices['order'], string>>;
  /** Another article: nothing in it is what was in the one before. */
  reset(): void;
  /** The same array as long as neither the list nor the choices change. */
  rows(result: R, choices: Choices): readonly Row[];
  /** How much there is, for the view's title. */
  summary(result: R): string;
  /** A line above the rows, whatever is filtered. */
  notice?(document: TextDocument): string | undefined;
  kinds(result: R): readonly { readonly kind: string; readonly label: string; readonly count: number }[];
  /** With a header; the rows that the view shows, in its order. Undefined while the text is not the one that was listed. */
  table(document: TextDocument, result: R, choices: Choices): Promise<readonly (readonly string[])[] | undefined>;
  /** Rows that are made when a row is opened. */
  childrenOf(row: Row, document: TextDocument, result: R): Promise<readonly Row[]>;
  /** Whether rows can be opened that have no rows yet. */
  opens(row: Row): boolean;
  /** Where to jump from a row; undefined for one that is no place, or is one no more. */
  placeOf(row: Row, document: TextDocument, result: R): Promise<Range | undefined>;
  /** The same for a row that stands for something in another article. */
  placeElsewhere?(row: Row, result: R): Promise<{ readonly document: TextDocument; readonly range: Range } | undefined>;
}
