/** The checking log: a person says how far the checking of a claim, a name or a figure has come, and what it rests on. */
import { Uri, window, workspace } from 'vscode';
import type { QuickPickItem, TextDocument } from 'vscode';
import type { CheckLine, CheckState, CheckingLog, Evidence } from '../../../server/src/annotatingProtocol.js';
import { say } from '../telling.js';
import { plain } from './adding.js';
import { checkReport } from './checkReport.js';
import { checkTable } from './checkTable.js';
import { CHECK_WORDS } from './checkWords.js';
import type { Deciding } from './deciding.js';

const EVIDENCE: readonly (QuickPickItem & { readonly adds: Evidence['kind'] | 'done' })[] = [
  { label: '$(check) Done', adds: 'done' },
  { label: '$(link) Add a link…', adds: 'link' },
  { label: '$(file) Add a file…', adds: 'file' },
  { label: '$(note) Add a note…', adds: 'note' },
];

export interface Checked {
  readonly id: string;
  readonly quote: string;
  readonly state: CheckState | null;
  readonly evidence: readonly Evidence[];
}

/** True if something was noted. */
export async function noteCheck(deciding: Deciding, document: TextDocument, version: number, { id, quote, state, evidence }: Checked): Promise<boolean> {
  const states = Object.entries(CHECK_WORDS).map(([one, label]) => ({ label, description: one === (state ?? 'unchecked') ? 'as now' : '', state: one as CheckState }));
  const chosen = await window.showQuickPick(states, { title: `How far is “${plain(quote)}” checked?`, placeHolder: 'What was done, not what is true' });
  if (chosen === undefined) return false;
  const all = await askEvidence(evidence);
  const ids = all === undefined ? undefined : await deciding.decide(document, version, [{ do: 'check', id, state: chosen.state, evidence: all }]);
  if (ids !== undefined) say(`${chosen.label}: “${quote}”`);
  return ids !== undefined;
}

/** What there is stays unless it is taken out; undefined if the person left. */
async function askEvidence(present: readonly Evidence[]): Promise<readonly Evidence[] | undefined> {
  const all = [...present];
  for (;;) {
    const known = all.map((one, index) => ({ label: `$(close) Take out: ${plain(one.value)}`, description: one.kind, adds: 'out' as const, index }));
    const chosen = await window.showQuickPick([...EVIDENCE, ...known], { title: `What does it rest on? ${all.length === 0 ? 'Nothing noted yet' : `${all.length} noted`}` });
    if (chosen === undefined) return undefined;
    if (chosen.adds === 'done') return all;
    if (chosen.adds === 'out') all.splice('index' in chosen ? chosen.index : 0, 1);
    else {
      const value = await askValue(chosen.adds);
      if (value !== undefined && value !== '') all.push({ kind: chosen.adds, value });
    }
  }
}

async function askValue(kind: Evidence['kind']): Promise<string | undefined> {
  switch (kind) {
    case 'file': {
      const [file] = (await window.showOpenDialog({ title: 'What does it rest on?', openLabel: 'Note This File' })) ?? [];
      return file === undefined ? undefined : workspace.asRelativePath(file, false);
    }
    case 'link': return window.showInputBox({ title: 'Link', placeHolder: 'https://', validateInput: (text) => (text === '' || /^https?:\/\/\S+$/.test(text.trim()) ? undefined : 'An address begins with https:// or http://') });
    case 'note': return window.showInputBox({ title: 'Note', placeHolder: 'Whom you asked, what they said' });
  }
}

/** Opens a document that is not saved yet; `lines` are those of the log that are reported. */
export async function reportChecks(document: TextDocument, lines: readonly CheckLine[], log: CheckingLog): Promise<void> {
  if (log.lines.length === 0) {
    say('There is nothing to check in this article.');
    return;
  }
  const content = checkReport(lines, { title: log.title, date: log.date, file: nameOf(document), logged: log.lines.length });
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  say(`A report of ${lines.length === 1 ? 'one line' : `${lines.length} lines`}, not saved yet`);
}

/** Asks where to; true if it was written. */
export async function exportChecks(document: TextDocument, lines: readonly CheckLine[]): Promise<boolean> {
  if (lines.length === 0) {
    say('There is nothing to check in this article.');
    return false;
  }
  const name = nameOf(document);
  const folder = document.isUntitled ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(document.uri, '..');
  const uri = await window.showSaveDialog({ title: 'Export the checking log', filters: { 'Comma-separated values': ['csv'] }, ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, `${name}.checks.csv`) }) });
  if (uri === undefined) return false;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(checkTable(lines, name)));
  say(`Wrote ${lines.length === 1 ? 'one line' : `${lines.length} lines`} to ${workspace.asRelativePath(uri)}`);
  return true;
}

function nameOf({ uri }: TextDocument): string {
  return uri.path.split('/').pop() ?? 'article.txt';
}
