/** Looking a name up online, when somebody asks for it. A bundle of its own, loaded with the first look-up. */
import { FileSystemError, Hover, MarkdownString, ProgressLocation, Range, Uri, commands, window, workspace } from 'vscode';
import type { ExtensionContext, TextDocument, TextEditor } from 'vscode';
import type { NameResult } from '../../server/src/protocol.js';
import { MAPPED_TYPES, SECTION, readSettings } from '../../server/src/settings.js';
import type { LookUpSource } from '../../server/src/settings.js';
import { hideCard } from './hideCard.js';
import { answerCard } from './lookup/answerCard.js';
import { KeptAnswers } from './lookup/keptAnswers.js';
import type { Files } from './lookup/keptAnswers.js';
import { lookUpName } from './lookup/lookUp.js';
import type { Outcome, Store } from './lookup/lookUp.js';
import type { Session } from './session.js';
import { show } from './telling.js';

const CONFIRM = `${SECTION}.confirmIdentity`;

/** An answer that may be confirmed: what was shown last. */
interface Shown {
  /** Known to the links of the card that shows it, and to nobody else. */
  readonly token: string;
  readonly document: TextDocument;
  readonly about: NameResult;
  readonly outcomes: readonly Outcome[];
}

let shown: Shown | undefined;

export async function lookUpOnline({ globalStorageUri }: ExtensionContext, { requests, cards }: Session, editor: TextEditor, report: (error: unknown) => void): Promise<void> {
  const on = turnedOn();
  if (on.length === 0) return offerSettings();
  const about = await requests.name(editor.document, editor.selection);
  if (about === null) {
    void window.showInformationMessage('There is no name here to look up. Select one.');
    return;
  }
  const sources = on.filter(({ kind }) => kind !== 'map' || about.entity === null || MAPPED_TYPES.includes(about.entity.type));
  if (sources.length === 0) {
    void window.showInformationMessage('Only maps are turned on, and these are asked about places.');
    return;
  }
  const outcomes = await withProgress(sources, about.name, answersIn(globalStorageUri), report);
  if (outcomes === undefined) return;
  const token = crypto.randomUUID();
  shown = { token, document: editor.document, about, outcomes };
  const address = (...place: [number, number]): string | undefined => (about.entity === null ? undefined : `command:${CONFIRM}?${encodeURIComponent(JSON.stringify([token, ...place]))}`);
  const contents = new MarkdownString(answerCard(about.name, outcomes, address));
  contents.isTrusted = { enabledCommands: [CONFIRM] };
  contents.supportHtml = false;
  await hideCard();
  await cards.show(editor, new Hover(contents));
}

/** From a link on the last card, which names the answer; from anywhere else, a person chooses among the answers that it shows. */
export async function confirmIdentity({ annotating, requests }: Session, given: readonly unknown[]): Promise<void> {
  const [token, outcome, candidate] = given;
  const last = shown;
  if (last === undefined || (given.length > 0 && token !== last.token)) {
    void window.showInformationMessage('Look a name up online first: an answer that is shown can be confirmed.');
    return;
  }
  const choices = last.outcomes.flatMap(({ source, isPage, retrieved, candidates }, i) => (isPage ? [] : candidates.filter(({ iri }) => iri !== '').map((one, k) => ({ source, retrieved, one, place: `${i}/${k}` }))));
  const chosen = token === undefined
    ? (await window.showQuickPick(choices.map((choice) => ({ label: choice.one.label, description: choice.source, detail: `${choice.one.description} · ${choice.one.iri}`, choice })), { placeHolder: `Who or what is ${last.about.name}?` }))?.choice
    : choices.find(({ place }) => place === `${String(outcome)}/${String(candidate)}`);
  if (chosen === undefined) return;
  const { document } = last;
  // The text may have changed since: where the name stands now.
  const start = last.about.entity?.range.start;
  const about = start === undefined ? null : document.version === last.about.version ? last.about : await requests.name(document, new Range(start.line, start.character, start.line, start.character));
  const entity = about?.entity;
  if (about === null || !entity || entity.canonical !== last.about.entity?.canonical) {
    void window.showInformationMessage('The text has changed since: look the name up once more.');
    return;
  }
  const { source, retrieved, one } = chosen;
  const body = { type: 'identity', iri: one.iri, service: source, retrieved, label: one.label, name: entity.canonical, entityType: entity.type } as const;
  const result = await annotating.decide(document, about.version, [...entity.confirmed.map((id) => ({ do: 'forget', id }) as const), { do: 'keep', body, ranges: [entity.range] }]);
  if (result?.outcome === 'done') show(`${entity.canonical} is confirmed as “${one.label}” of ${source}.`);
  else void window.showWarningMessage(result?.message ?? 'Nothing was confirmed: the text has changed in between. Look the name up once more.');
}

/** Of the entity at the cursor, what was confirmed in this article. */
export async function forgetIdentity({ annotating, requests }: Session, { document, selection }: TextEditor): Promise<void> {
  const about = await requests.name(document, new Range(selection.active, selection.active));
  const confirmed = about?.entity?.confirmed ?? [];
  if (about === null || confirmed.length === 0) {
    void window.showInformationMessage('Nothing has been confirmed of a name here in this article.');
    return;
  }
  const result = await annotating.decide(document, about.version, confirmed.map((id) => ({ do: 'forget', id })));
  if (result?.outcome !== 'done') void window.showWarningMessage(result?.message ?? 'Nothing was taken back: the text has changed in between.');
}

/** Confirmed identities stay: they are kept beside the articles. */
export async function clearLookUps({ globalStorageUri }: ExtensionContext): Promise<void> {
  const count = await answersIn(globalStorageUri).clear();
  void window.showInformationMessage(count === 0 ? 'No answers of online sources are kept.' : `${count === 1 ? 'The one kept answer' : `All ${count} kept answers`} of online sources ${count === 1 ? 'is' : 'are'} deleted.`);
}

/** Application-scoped settings: what a folder says of them is not heard by the editor. */
function turnedOn(): LookUpSource[] {
  const { lookUp } = readSettings({ lookUp: workspace.getConfiguration(SECTION).get('lookUp') }).value;
  return lookUp.sources.filter(({ name }) => lookUp.on.includes(name));
}

async function offerSettings(): Promise<void> {
  const open = 'Open Settings';
  if ((await window.showInformationMessage('No online source is turned on, so nothing is asked.', open)) === open) await commands.executeCommand('workbench.action.openSettings', `${SECTION}.lookUp`);
}

/** Undefined if the person takes it back. */
function withProgress(sources: readonly LookUpSource[], name: string, store: Store, report: (error: unknown) => void): Thenable<Outcome[] | undefined> {
  const title = `Asking ${sources.map((source) => source.name).join(', ')} about “${name}”`;
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => { abort.abort(); });
    try {
      return await lookUpName(sources, name, { store, signal: abort.signal, today: new Date().toISOString().slice(0, 10), report });
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  });
}

function answersIn(storage: Uri): KeptAnswers {
  const folder = Uri.joinPath(storage, 'look-ups');
  const file = (name: string): Uri => Uri.joinPath(folder, name);
  const files: Files = {
    read: (name) => unlessMissing(async () => new TextDecoder().decode(await workspace.fs.readFile(file(name))), undefined),
    async write(name, text) {
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(file(name), new TextEncoder().encode(text));
    },
    remove: (name) => unlessMissing(async () => workspace.fs.delete(file(name)), undefined),
    async list() {
      const names = await unlessMissing(async () => workspace.fs.readDirectory(folder), []);
      const found = await Promise.all(names.map(([name]) => unlessMissing(async () => ({ name, stat: await workspace.fs.stat(file(name)) }), undefined)));
      return found.flatMap((one) => (one === undefined ? [] : [{ name: one.name, bytes: one.stat.size, written: one.stat.mtime }]));
    },
  };
  return new KeptAnswers(files);
}

async function unlessMissing<T>(work: () => Promise<T>, missing: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return missing;
    throw error;
  }
}
