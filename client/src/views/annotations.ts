import type { Range, TextDocument } from 'vscode';
import type { AnnotationItem, AnnotationsResult } from '../../../server/src/annotatingProtocol.js';
import type { AnnotatingRequests } from '../annotating/requests.js';
import type { AnnotationStates } from '../documentStates.js';
import { fromLsp } from '../ranges.js';
import { annotationKinds, annotationRows, annotationTable, chosenItems, groupOf } from './annotationRows.js';
import type { Content } from './content.js';
import { mentionRows } from './mentionRows.js';
import type { Choices, Row } from './row.js';
import { NumberedItems } from './numberedItems.js';

export class AnnotationsContent implements Content<AnnotationsResult> {
  readonly name = 'annotations';
  readonly orders = { place: 'By place', name: 'By words', count: 'Least sure first' };
  private readonly numbers = new NumberedItems();
  private drawn: { readonly of: AnnotationsResult; readonly choices: Choices; readonly rows: readonly Row[] } | undefined;

  constructor(private readonly requests: () => Pick<AnnotatingRequests, 'annotations'> | undefined, private readonly states: Pick<AnnotationStates, 'get'>) {}

  async ask(document: TextDocument): Promise<AnnotationsResult | null> {
    return (await this.requests()?.annotations(document)) ?? null;
  }

  reset(): void {
    this.numbers.forget();
    this.drawn = undefined;
  }

  rows(result: AnnotationsResult, choices: Choices): readonly Row[] {
    if (this.drawn?.of !== result || this.drawn.choices !== choices) {
      this.drawn = { of: result, choices, rows: annotationRows(chosenItems(this.numbers.of(result.items), choices)) };
    }
    return this.drawn.rows;
  }

  summary({ items }: AnnotationsResult): string {
    return `${items.filter((item) => groupOf(item) === 'undecided').length} undecided`;
  }

  notice(document: TextDocument): string | undefined {
    return this.states.get(document.uri)?.problem?.message;
  }

  kinds({ items }: AnnotationsResult): ReturnType<typeof annotationKinds> {
    return annotationKinds(items);
  }

  table(_document: TextDocument, result: AnnotationsResult, choices: Choices): Promise<string[][]> {
    return Promise.resolve(annotationTable(chosenItems(this.numbers.of(result.items), choices)));
  }

  opens(row: Row): boolean {
    return row.context === 'orphan';
  }

  childrenOf(row: Row, document: TextDocument, result: AnnotationsResult): Promise<readonly Row[]> {
    const places = this.itemOf(row.id, result)?.proposals ?? [];
    const rows = mentionRows(row.id, places, (line) => (line < document.lineCount ? document.lineAt(line).text : ''));
    return Promise.resolve(rows.map((one) => ({ ...one, context: 'proposal' })));
  }

  placeOf(row: Row, _document: TextDocument, result: AnnotationsResult): Promise<Range | undefined> {
    const range = this.proposalOf(row.id, result)?.range ?? this.itemOf(row.id, result)?.range ?? null;
    return Promise.resolve(range === null ? undefined : fromLsp(range));
  }

  itemOf(rowId: string, result: AnnotationsResult): AnnotationItem | undefined {
    return this.numbers.itemOf(rowId, result.items);
  }

  proposalOf(rowId: string, result: AnnotationsResult): ReturnType<NumberedItems['proposalOf']> {
    return this.numbers.proposalOf(rowId, result.items);
  }
}
