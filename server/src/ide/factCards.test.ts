/** Cards with facts of the packs: what stands on them is the article's or a record's, and a record's stands with its source and date. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ArticleEngine } from '../analysis/engine.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import type { FactRecord } from '../knowledge/index.js';
import { Facts, PACKS } from '../knowledge/index.js';
import type { Card } from './card.js';
import { toMarkdown, toPlainText } from './card.js';
import { hover } from './hover.js';
import { misquoted, untraced } from './traced.testHelper.js';

const article = new ArticleEngine(loadGazetteer()).update(readFileSync(new URL('../../../test/fixtures/cards/ministers.txt', import.meta.url), 'utf8'));
const facts = new Facts(PACKS.map((name) => readFileSync(new URL(`../knowledge/packs/${name}.json`, import.meta.url), 'utf8')));

/** A place, and the names under which its records lie. */
const PLACES: readonly (readonly [place: string, ...names: string[]])[] = [
  ['Riga| rejected', 'Riga', 'Latvia'], ['Latvia| would', 'Latvia'], ['Latvian| president', 'Latvian'], ['Rinkevics|, said', 'Edgars Rinkevics'], ['NATO| said', 'North Atlantic Treaty Organization', 'NATO'], ['Brussels|.', 'Brussels', 'Belgium'],
  ['Georgia| said', 'Georgia'], ['Tbilisi| ended', 'Tbilisi', 'Georgia'], ['Cantwell| said', 'Maria Cantwell'], ['Sheinbaum|, the', 'Claudia Sheinbaum'], ['Mexico|, said', 'Mexico'], ['Microsoft| said', 'Microsoft'],
  ['World Trade| Organization', 'World Trade Organization'], ['governor of Washing|ton', 'Washington'], ['Petra| Osei', 'Petra Osei'],
];

function cardAt(place: string): Card {
  const words = place.replace('|', '');
  const found = hover(article, article.text.indexOf(words) + place.indexOf('|'), { ownClaims: true, facts: { facts, today: '2026-11-29' } });
  if (found === null) throw new RangeError(`no card at “${place}”`);
  return found.card;
}

/** The card without what records say. */
function withoutRecords(card: Card, records: readonly FactRecord[]): Card {
  const said = records.flatMap(({ names, kind, facts: known }) => [...known.flatMap(({ label, value, source }) => [`${label}: ${value}`, `${label} ${value}`, value, `${source.name}, offline copy ${source.date}`]), `${names[0] ?? ''}, ${kind}`, kind]).sort((a, b) => b.length - a.length);
  const strip = (line: string): string => said.reduce((left, one) => left.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu'), ' '), line);
  return { ...card, subtitle: strip(card.subtitle), sections: card.sections.map(({ lines, items }) => ({ lines: lines.map(strip), items: items.map(strip) })) };
}

const recordsOf = (names: readonly string[]): FactRecord[] => names.flatMap((name) => [...facts.of(name)]);

describe('cards with facts', () => {
  it('are written so', async () => {
    const written = PLACES.map(([place]) => `<!-- ${place} -->\n\n${toMarkdown(cardAt(place))}\n`).join('\n');
    await expect(written).toMatchFileSnapshot('../../../test/fixtures/cards/ministers.cards.md');
  });

  it.each(PLACES)('say nothing that cannot be traced to the article or to a record: %s', (place, ...names) => {
    const card = cardAt(place);
    const records = recordsOf(names);
    expect({ untraced: untraced(article, withoutRecords(card, records), [`${records.length}`, ...records.flatMap(({ names: known }) => known).flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))]), misquoted: misquoted(article, card) }).toEqual({ untraced: [], misquoted: [] });
  });

  it.each(PLACES)('name source and date of each fact: %s', (place, ...names) => {
    const text = toPlainText(cardAt(place));
    const shown = recordsOf(names).flatMap(({ facts: known }) => known).filter(({ label, value }) => text.includes(`${label}: ${value}`));
    expect(shown.length > 0, 'some fact is shown').toBe(place !== 'Petra| Osei');
    for (const { source } of shown) expect(text).toContain(`${source.name}, offline copy ${source.date}`);
  });
});
