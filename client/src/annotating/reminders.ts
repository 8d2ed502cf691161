/** A person asks to be reminded of a claim: on what day to look at it again, and what for. */
import { window } from 'vscode';
import type { Position, TextDocument } from 'vscode';
import type { ReminderLine } from '../../../server/src/annotatingProtocol.js';
import { say } from '../telling.js';
import { plain } from './adding.js';
import type { Deciding } from './deciding.js';
import { problemOfReminder, readReminder, today, writtenReminder } from './reminderWords.js';
import type { AnnotatingRequests } from './requests.js';

/** Of the claim at the position: a new one, or the one that there is. */
export async function remindMe(deciding: Deciding, requests: AnnotatingRequests, document: TextDocument, position: Position): Promise<void> {
  const found = await requests.remindable(document, position);
  if (found === null) {
    say('No claim here to be reminded of.');
    return;
  }
  if (found.reminder !== null) return changeReminder(deciding, document, found.version, found.reminder);
  const given = await ask(found.quote, found.day ?? today());
  if (given === undefined) return;
  const ids = await deciding.decide(document, found.version, [{ do: 'keep', body: { type: 'reminder', ...given }, ranges: found.ranges }]);
  if (ids !== undefined) say(`A reminder for ${given.date} stands in the Annotations view.`);
}

export async function changeReminder(deciding: Deciding, document: TextDocument, version: number, reminder: ReminderLine): Promise<void> {
  const given = await ask(reminder.quote, writtenReminder(reminder));
  if (given !== undefined) await deciding.decide(document, version, [{ do: 'changeReminder', id: reminder.id, ...given }]);
}

async function ask(quote: string, value: string): Promise<{ readonly date: string; readonly note: string } | undefined> {
  const given = await window.showInputBox({
    title: `When to look again at “${plain(quote)}”?`, value, placeHolder: 'YYYY-MM-DD', prompt: 'A day, and what to look for, if you like. It is kept beside the article and listed in the Annotations view.',
    valueSelection: [0, value.length], validateInput: problemOfReminder,
  });
  return given === undefined ? undefined : readReminder(given);
}
