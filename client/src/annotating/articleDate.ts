/** The day of an article that does not say it, or says a wrong one: what "Monday" and "last year" in it count from. */
import { window } from 'vscode';
import type { TextDocument } from 'vscode';
import { isDay } from '../../../server/src/base/day.js';
import type { Deciding } from './deciding.js';

/** Kept beside the article. Nothing written: as the article, or the name of its file, has it. */
export async function setArticleDate(deciding: Deciding, document: TextDocument): Promise<void> {
  const given = await window.showInputBox({
    title: 'Of what day is the article?', placeHolder: 'YYYY-MM-DD', prompt: 'Kept beside the article. Empty: as the article itself says.',
    validateInput: (text) => (text.trim() === '' || isDay(text.trim()) ? undefined : 'A day of the calendar, as 2026-03-12'),
  });
  if (given === undefined) return;
  const date = given.trim();
  await deciding.decide(document, document.version, [{ do: 'setArticleDate', date: date === '' ? null : date }]);
}
