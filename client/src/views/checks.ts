import type { Range, TextDocument } from 'vscode';
import type { CheckLine } from '../../../server/src/annotatingProtocol.js';
import type { AnnotatingRequests } from '../annotating/requests.js';
import { fromLsp } from '../ranges.js';
import { checkKinds, checkRows, chosenChecks } from './checkRows.js';
import type { NumberedCheck } from './checkRows.js';
import type { Content } from './content.js';
import type { Choices, Row } from './row.js';
import { StableIds } from './stableIds.js';
import { CHECK_WORDS } from '../annotating/checkWords.js';

export interface CheckLines {
  readonly version: number;
  readonly lines: readonly CheckLine[];
}

export class ChecksContent implements Content<CheckLines> {
  readonly name = 'checks';
  readonly orders = { place: 'By place', name: 'By source', count: 'By pieces of evidence' };
  private readonly ids = new StableIds();
  private numbered: { readonly of: CheckLines; readonly lines: readonly NumberedCheck[] } | undefined;
  private drawn: { readonly of: CheckLines; readonly choices: Choices; readonly rows: readonly Row[] } | undefined;

  constructor(private readonly requests: () => Pick<AnnotatingRequests, 'checks'> | undefined) {}

  async ask(document: TextDocument): Promise<CheckLines | null> {
    return (await this.requests()?.checks(document)) ?? null;
  }

  reset(): void {
    this.ids.forget();
    this.numbered = undefined;
    this.drawn = undefined;
  }

  rows(result: CheckLines, choices: Choices): readonly Row[] {
    if (this.drawn?.of !== result || this.drawn.choices !== choices) {
      this.drawn = { of: result, choices, rows: checkRows(chosenChecks(this.linesOf(result), choices)) };
    }
    return this.drawn.rows;
  }

  summary({ lines }: CheckLines): string {
    return `${lines.filter(({ state }) => state === 'unchecked').length} unchecked`;
  }

  kinds({ lines }: CheckLines): ReturnType<typeof checkKinds> {
    return checkKinds(lines);
  }

  table(_document: TextDocument, result: CheckLines, choices: Choices): Promise<string[][]> {
    const lines = chosenChecks(this.linesOf(result), choices).map(({ line }) => line);
    return Promise.resolve([['State', 'Words', 'Source', 'Evidence', 'By', 'When'], ...lines.map((line) => [CHECK_WORDS[line.state], line.quote, line.source, line.evidence.map(({ value }) => value).join('; '), line.by, line.when])]);
  }

  opens(): boolean {
    return false;
  }

  childrenOf(): Promise<readonly Row[]> {
    return Promise.resolve([]);
  }

  placeOf(row: Row, _document: TextDocument, result: CheckLines): Promise<Range | undefined> {
    const range = this.lineOf(row.id, result)?.range ?? null;
    return Promise.resolve(range === null ? undefined : fromLsp(range));
  }

  lineOf(rowId: string, result: CheckLines): CheckLine | undefined {
    return this.linesOf(result).find(({ row }) => `check:${row}` === rowId)?.line;
  }

  /** What the view shows, in the order of the text: for the export. */
  shown(result: CheckLines, choices: Choices): CheckLine[] {
    return chosenChecks(this.linesOf(result), choices).map(({ line }) => line);
  }

  private linesOf(result: CheckLines): readonly NumberedCheck[] {
    if (this.numbered?.of === result) return this.numbered.lines;
    const rows = this.ids.assign(result.lines.map(({ on }) => on));
    const lines = result.lines.map((line, i) => ({ line, row: String(rows[i]) }));
    this.numbered = { of: result, lines };
    return lines;
  }
}
