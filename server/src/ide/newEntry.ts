/** What goes into the newsroom's own list for a name of an article. */
import type { Article } from '../analysis/article.js';
import type { Span } from '../base/span.js';
import { trimmed } from '../base/span.js';
import type { GlossaryType } from '../knowledge/index.js';
import { TYPE_NAMES } from '../knowledge/index.js';
import { oneLine } from './card.js';
import { entityAt } from './entityAt.js';
import type { NewEntry } from './glossaryFile.js';

const LONGEST = 120;

/** Of the selected words, or of the entity at an empty selection; null where there is neither. A person's surname alone is no alias: it is others', too. */
export function newEntry(article: Article, asked: Span): NewEntry | null {
  const entity = entityAt(article, asked.start)?.entity;
  const type = typeOf(entity?.type);
  const span = trimmed(article.written, asked);
  if (span.end > span.start) {
    const name = oneLine(article.written.slice(span.start, Math.min(span.end, span.start + LONGEST)));
    const isEntity = entity?.forms.some(({ text }) => oneLine(text) === name) === true;
    return { name, aliases: [], type: isEntity ? type : '' };
  }
  if (entity === undefined) return null;
  const forms = new Set(entity.forms.map(({ text }) => oneLine(text).replace(/^the /i, '')));
  forms.delete(entity.canonical);
  return { name: entity.canonical, aliases: type === 'PERSON' ? [] : [...forms], type };
}

function typeOf(type: string | undefined): GlossaryType | '' {
  return TYPE_NAMES.find(([name]) => name === type)?.[0] ?? '';
}
