/** An article that is a copy of an annotated one: said once, and taken along only when a person says so. What was left is remembered, and can be had by a command. */
import { Uri, window, workspace } from 'vscode';
import type { Disposable, Memento, QuickPickItem, TextDocument } from 'vscode';
import type { CopySource } from '../../../server/src/annotatingProtocol.js';
import type { CopyStates } from '../documentStates.js';
import { plural } from '../views/row.js';
import { say } from '../telling.js';
import { plain } from './adding.js';
import type { AnnotatingRequests } from './requests.js';

const TAKE = 'Take Along';
const CHOOSE = 'Choose…';
const LEAVE = 'Leave';
/** Articles whose copies were left alone. */
const LEFT = 'copiesLeft';
const MOST_LEFT = 500;

export interface CopyParts {
  readonly copies: CopyStates;
  readonly requests: () => Pick<AnnotatingRequests, 'copies' | 'takeAlong'> | undefined;
  readonly memento: Memento;
  readonly report: (error: unknown) => void;
}

export class Copies implements Disposable {
  private readonly told = new Set<string>();
  private readonly watching: Disposable;

  constructor(private readonly parts: CopyParts) {
    const tell = (uri: Uri): void => { this.tell(uri).catch(parts.report); };
    this.watching = parts.copies.onDidChange(tell);
    for (const { uri } of workspace.textDocuments) tell(uri);
  }

  dispose(): void {
    this.watching.dispose();
  }

  /** The command: all that there is, also what was left before. */
  async choose(document: TextDocument): Promise<void> {
    const from = (await this.parts.requests()?.copies(document))?.from ?? [];
    if (from.length === 0) say('No other annotated article has this text.');
    else await this.pick(document, from);
  }

  private async tell(uri: Uri): Promise<void> {
    const key = uri.toString();
    const from = this.parts.copies.get(uri)?.from ?? [];
    const [first] = from;
    if (first === undefined) this.told.delete(key);
    if (first === undefined || this.told.has(key) || this.left.includes(key)) return;
    this.told.add(key);
    const chosen = await window.showInformationMessage(messageOf(uri, first, from.length - 1), from.length === 1 ? TAKE : CHOOSE, LEAVE);
    if (chosen === LEAVE) await this.parts.memento.update(LEFT, [...this.left, key].slice(-MOST_LEFT));
    const document = workspace.textDocuments.find((one) => one.uri.toString() === key);
    if (document === undefined) return;
    if (chosen === TAKE) await this.take(document, first);
    if (chosen === CHOOSE) await this.pick(document, from);
  }

  private get left(): readonly string[] {
    return this.parts.memento.get<readonly string[]>(LEFT, []);
  }

  private async pick(document: TextDocument, from: readonly CopySource[]): Promise<void> {
    const items = from.map((source): QuickPickItem & { readonly source: CopySource } => ({ label: plain(source.article), description: detailsOf(source), detail: plain(workspace.asRelativePath(Uri.parse(source.uri))), source }));
    const chosen = await window.showQuickPick(items, { title: 'Take annotations along from which article?', placeHolder: 'Its text is the same; its own file stays as it is' });
    if (chosen !== undefined) await this.take(document, chosen.source);
  }

  private async take(document: TextDocument, { uri, article }: CopySource): Promise<void> {
    const result = await this.parts.requests()?.takeAlong(document, uri);
    if (!result) say('Nothing was taken along: the article is not being read.');
    else if (result.outcome !== 'done') void window.showWarningMessage(result.message ?? 'Nothing could be taken along.');
    else say(result.ids.length === 0 ? `All of “${article}” is here already` : `Taken along from “${article}”: ${plural(result.ids.length, 'annotation')}. Undo takes it back.`);
  }
}

function messageOf(uri: Uri, first: CopySource, others: number): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const whose = others === 0 ? `“${first.article}”` : `“${first.article}” and ${plural(others, 'other article')}`;
  return `“${name}” has the text of ${whose}, with ${detailsOf(first)}. Take ${first.annotations === 1 && others === 0 ? 'it' : 'them'} along?`;
}

function detailsOf({ annotations, people }: CopySource): string {
  return `${plural(annotations, 'annotation')}${people.length === 0 ? '' : ` by ${people.join(', ')}`}`;
}
