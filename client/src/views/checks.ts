import type { Range, TextDocument } from 'vscode';
import type { CheckRow } from '../../../server/src/annotatingProtocol.js';
import type { AnnotatingRequests } from '../annotating/requests.js';
import { fromLsp } from '../ranges.js';
import { checkKinds, checkRows, chosenChecks } from './checkRows.js';
import type { Content } from './content.js';
import { HeldList } from './heldList.js';
import { NumberedLines } from './numberedLines.js';
import type { Choices, Row } from './row.js';
import { CHECK_WORDS } from '../annotating/checkWords.js';

export interface CheckLines {
  readonly version: number;
  readonly lines: readonly CheckRow[];
}

export class ChecksContent implements Content<CheckLines> {
  readonly name = 'checks';
  readonly orders = { place: 'By place', name: 'By source', count: 'By pieces of evidence' };
  private readonly numbers = new NumberedLines<CheckRow>('check', ({ on }) => on);
  private readonly held = new HeldList<CheckRow>((line) => line);
  private drawn: { readonly of: readonly CheckRow[]; readonly choices: Choices; readonly rows: readonly Row[] } | undefined;

  constructor(private readonly requests: () => Pick<AnnotatingRequests, 'checks' | 'checkChanges'> | undefined) {}

  async ask(document: TextDocument): Promise<CheckLines | null> {
    const list = await this.held.follow(document, async (since) => this.requests()?.checkChanges(document, since));
    return list === null ? null : { version: list.version, lines: list.rows };
  }

  reset(): void {
    this.numbers.forget();
    this.drawn = undefined;
  }

  rows({ lines }: CheckLines, choices: Choices): readonly Row[] {
    if (this.drawn?.of !== lines || this.drawn.choices !== choices) {
      this.drawn = { of: lines, choices, rows: checkRows(chosenChecks(this.numbers.of(lines), choices)) };
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
    const lines = chosenChecks(this.numbers.of(result.lines), choices).map(({ line }) => line);
    return Promise.resolve([['State', 'Words', 'Source', 'Evidence', 'By', 'When'], ...lines.map((line) => [CHECK_WORDS[line.state], line.quote, line.source, line.evidence.map(({ value }) => value).join('; '), line.by, line.when])]);
  }

  opens(): boolean {
    return false;
  }

  childrenOf(): Promise<readonly Row[]> {
    return Promise.resolve([]);
  }

  async placeOf(row: Row, document: TextDocument, result: CheckLines): Promise<Range | undefined> {
    const id = this.idOf(row.id, result);
    const found = id === undefined ? undefined : await this.requests()?.checks(document);
    const range = found?.version === document.version ? (found.lines.find(({ on }) => on === id)?.range ?? null) : null;
    return range === null ? undefined : fromLsp(range);
  }

  /** Of what the row is about. */
  idOf(rowId: string, { lines }: CheckLines): string | undefined {
    return this.numbers.lineOf(rowId, lines)?.on;
  }
}
