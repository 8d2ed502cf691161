/** Reminders: those of an article, and what one may be set of. Set, changed and taken away they are by decisions, as all that people write. */
import type { Connection } from 'vscode-languageserver';
import type { ReminderLine } from '../annotatingProtocol.js';
import { remindableRequest, remindersRequest } from '../annotatingProtocol.js';
import { quoteOf } from '../annotations/live/items.js';
import type { Reminder } from '../annotations/live/reminders.js';
import { reminderOn, remindersOf } from '../annotations/live/reminders.js';
import { remindableAt } from '../ide/index.js';
import type { Desk } from './desk.js';
import type { OpenDocument } from './openDocument.js';
import { offsetOf, rangeOf, rangesOf } from './translate.js';

export function answerReminders(connection: Connection, desk: Desk): void {
  connection.onRequest(remindersRequest, ({ textDocument }, cancel) => desk.answer('reminders', textDocument.uri, cancel, ({ open, article }) => ({
    version: open.version, reminders: open.annotations === null ? [] : remindersOf(article, open.annotations).map((one) => lineOf(open, one)),
  })));
  connection.onRequest(remindableRequest, ({ textDocument, position }, cancel) => desk.answer('what to be reminded of', textDocument.uri, cancel, ({ open, article }) => {
    const offset = offsetOf(open.positions, position);
    const found = offset === null ? undefined : remindableAt(article, offset);
    if (found === undefined) return null;
    const known = open.annotations === null ? undefined : reminderOn(remindersOf(article, open.annotations), found.spans);
    return {
      version: open.version, quote: quoteOf(article.text, found.spans.map((span) => ({ ...span, role: 'content' as const }))), ranges: found.spans.flatMap((span) => rangesOf(open.positions, article.text, span)),
      day: found.day ?? null, reminder: known === undefined ? null : lineOf(open, known),
    };
  }));
}

function lineOf({ positions }: OpenDocument, { span, ...reminder }: Reminder): ReminderLine {
  return { ...reminder, range: span === null ? null : rangeOf(positions, span) };
}
