/** Reminders of claims: on what day to look at which again. */
import type { Article } from '../../analysis/article.js';
import type { ReminderLine } from '../../annotatingProtocol.js';
import type { Span } from '../../base/span.js';
import { overlaps } from '../../base/span.js';
import { placesOf, quoteOf, spanOfPlaces, storedQuote } from './items.js';
import type { LiveAnnotations } from './live.js';

export interface Reminder extends Omit<ReminderLine, 'range'> {
  readonly span: Span | null;
}

/** The earliest day first, those of one day in order of the text. */
export function remindersOf(article: Article, state: LiveAnnotations): Reminder[] {
  const found = state.of('reminder').flatMap((live): Reminder[] => {
    const { id, body, creator } = live.annotation;
    if (body.type !== 'reminder') return [];
    const places = placesOf(article.text, live);
    return [{ id, date: body.date, note: body.note, quote: places.length > 0 ? quoteOf(article.text, places) : storedQuote(article.text, live), span: spanOfPlaces(article, places), by: creator?.name ?? '' }];
  });
  const place = ({ span }: Reminder): number => span?.start ?? Infinity;
  return found.sort((a, b) => (a.date === b.date ? place(a) - place(b) || 0 : a.date < b.date ? -1 : 1));
}

/** The one that stands on these words. */
export function reminderOn(reminders: readonly Reminder[], spans: readonly Span[]): Reminder | undefined {
  return reminders.find(({ span }) => span !== null && spans.some((one) => overlaps(one, span)));
}
