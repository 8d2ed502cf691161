import { Range, Uri, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { AnnotationItem, AnnotationLine, DueElsewhere, ReminderLine } from '../../../server/src/annotatingProtocol.js';
import { today } from '../annotating/reminderWords.js';
import type { AnnotatingRequests } from '../annotating/requests.js';
import type { AnnotationStates } from '../documentStates.js';
import { fromLsp } from '../ranges.js';
import { annotationKinds, annotationRows, annotationTable, chosenLines, groupOf } from './annotationRows.js';
import type { Content } from './content.js';
import { HeldList } from './heldList.js';
import { mentionRows } from './mentionRows.js';
import { NumberedItems } from './numberedItems.js';
import { REMINDER, dueCount, dueElsewhereRows, dueOfRow, reminderOfRow, reminderRows } from './reminderRows.js';
import { plural } from './row.js';
import type { Choices, Row } from './row.js';

export interface AnnotationLines {
  readonly version: number;
  readonly lines: readonly AnnotationLine[];
  /** The earliest day first. */
  readonly reminders: readonly ReminderLine[];
  readonly elsewhere: DueElsewhere;
}

const NOTHING_ELSEWHERE: DueElsewhere = { count: 0, reminders: [] };

export class AnnotationsContent implements Content<AnnotationLines> {
  readonly name = 'annotations';
  readonly orders = { place: 'By place', name: 'By words', count: 'Least sure first' };
  private readonly numbers = new NumberedItems();
  private readonly held = new HeldList<AnnotationLine>((line) => line);
  private reminders: readonly ReminderLine[] = [];
  private elsewhere = NOTHING_ELSEWHERE;
  private drawn: { readonly of: readonly AnnotationLine[]; readonly reminders: readonly ReminderLine[]; readonly elsewhere: DueElsewhere; readonly day: string; readonly choices: Choices; readonly rows: readonly Row[] } | undefined;

  constructor(private readonly requests: () => Pick<AnnotatingRequests, 'annotation' | 'annotations' | 'annotationChanges' | 'reminders' | 'remindersElsewhere' | 'reminderPlace'> | undefined, private readonly states: Pick<AnnotationStates, 'get'>) {}

  async ask(document: TextDocument): Promise<AnnotationLines | null> {
    const requests = this.requests();
    const [list, found, elsewhere] = await Promise.all([
      this.held.follow(document, async (since) => requests?.annotationChanges(document, since)), requests?.reminders(document), requests?.remindersElsewhere(document, today()),
    ]);
    if (list === null) return null;
    this.reminders = sameIfEqual(this.reminders, found?.reminders ?? []);
    this.elsewhere = sameIfEqual(this.elsewhere, elsewhere ?? NOTHING_ELSEWHERE);
    return { version: list.version, lines: list.rows, reminders: this.reminders, elsewhere: this.elsewhere };
  }

  reset(): void {
    this.numbers.forget();
    this.drawn = undefined;
  }

  rows({ lines, reminders, elsewhere }: AnnotationLines, choices: Choices): readonly Row[] {
    const day = today();
    if (this.drawn?.of !== lines || this.drawn.reminders !== reminders || this.drawn.elsewhere !== elsewhere || this.drawn.day !== day || this.drawn.choices !== choices) {
      this.drawn = { of: lines, reminders, elsewhere, day, choices, rows: [...reminderRows(reminders, day, choices), ...dueElsewhereRows(elsewhere, day, choices), ...annotationRows(chosenLines(this.numbers.of(lines), choices))] };
    }
    return this.drawn.rows;
  }

  summary({ lines, reminders, elsewhere }: AnnotationLines): string {
    const due = dueCount(reminders, today()) + elsewhere.count;
    return `${lines.filter((line) => line.by === null && groupOf(line) === 'undecided').length} undecided${due === 0 ? '' : ` · ${plural(due, 'reminder')} due`}`;
  }

  notice(document: TextDocument): string | undefined {
    const state = this.states.get(document.uri);
    return state?.problem?.message ?? state?.others.find(({ problem }) => problem !== null)?.problem ?? undefined;
  }

  kinds({ lines, reminders, elsewhere }: AnnotationLines): ReturnType<typeof annotationKinds> {
    const count = reminders.length + elsewhere.count;
    return [...annotationKinds(lines), ...(count === 0 ? [] : [{ kind: REMINDER, label: 'reminder', count }])];
  }

  async table(document: TextDocument, _result: AnnotationLines, choices: Choices): Promise<string[][] | undefined> {
    const found = await this.requests()?.annotations(document);
    return found?.version === document.version ? annotationTable(found.items, choices) : undefined;
  }

  opens(row: Row): boolean {
    return row.context === 'orphan';
  }

  async childrenOf(row: Row, document: TextDocument, result: AnnotationLines): Promise<readonly Row[]> {
    const places = (await this.itemOf(row.id, document, result))?.proposals ?? [];
    const rows = mentionRows(row.id, places, (line) => (line < document.lineCount ? document.lineAt(line).text : ''));
    return rows.map((one) => ({ ...one, context: 'proposal' }));
  }

  async placeOf(row: Row, document: TextDocument, result: AnnotationLines): Promise<Range | undefined> {
    const reminder = reminderOfRow(row.id, result.reminders);
    if (reminder !== undefined) return reminder.range === null ? undefined : fromLsp(reminder.range);
    const range = (await this.proposalOf(row.id, document, result))?.range ?? (await this.itemOf(row.id, document, result))?.range ?? null;
    return range === null ? undefined : fromLsp(range);
  }

  async placeElsewhere(row: Row, { elsewhere }: AnnotationLines): Promise<{ readonly document: TextDocument; readonly range: Range } | undefined> {
    const due = dueOfRow(row.id, elsewhere.reminders);
    if (due === undefined) return undefined;
    const range = (await this.requests()?.reminderPlace(due.uri, due.id)) ?? null;
    const document = await workspace.openTextDocument(Uri.parse(due.uri));
    return { document, range: range === null ? new Range(0, 0, 0, 0) : fromLsp(range) };
  }

  idOf(rowId: string, { lines }: AnnotationLines): string | undefined {
    return this.numbers.lineOf(rowId, lines)?.id;
  }

  /** What a row stands for, with its places in the present text; undefined if the text has changed in between. */
  async itemOf(rowId: string, document: TextDocument, result: AnnotationLines): Promise<AnnotationItem | undefined> {
    const id = this.idOf(rowId, result);
    return id === undefined ? undefined : this.placed(document, id);
  }

  /** The orphan that a row offers a place for, and the place. */
  async proposalOf(rowId: string, document: TextDocument, { lines }: AnnotationLines): Promise<{ readonly item: AnnotationItem; readonly range: AnnotationItem['proposals'][number] } | undefined> {
    const proposal = this.numbers.proposalOf(rowId, lines);
    const item = proposal === undefined ? undefined : await this.placed(document, proposal.line.id);
    const range = proposal === undefined ? undefined : item?.proposals[proposal.nth];
    return item === undefined || range === undefined ? undefined : { item, range };
  }

  private async placed(document: TextDocument, id: string): Promise<AnnotationItem | undefined> {
    const found = await this.requests()?.annotation(document, id);
    return found?.version === document.version ? found.item : undefined;
  }
}

/** The one that is known as long as it says the same, so that nothing is drawn anew for it. */
function sameIfEqual<T>(known: T, found: T): T {
  return JSON.stringify(known) === JSON.stringify(found) ? known : found;
}
