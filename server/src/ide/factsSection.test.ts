import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { Facts, PACKS } from '../knowledge/index.js';
import { toPlainText } from './card.js';
import { hover } from './hover.js';
import { lookUp } from './lookUp.js';
import { articleOf, readMarked } from './marked.testHelper.js';

const facts = new Facts(PACKS.map((name) => readFileSync(new URL(`../knowledge/packs/${name}.json`, import.meta.url), 'utf8')));
const TODAY = '2026-11-29';

/** The facts on the card at the caret: its lines that name a source. */
function cardAt(marked: string, today = TODAY): string {
  const { article, caret } = readMarked(marked);
  const found = hover(article, caret, { ownClaims: true, facts: { facts, today } });
  return found === null ? '' : toPlainText(found.card);
}

describe('facts on cards', () => {
  it('stand under the article’s own words, with source and date', () => {
    expect(cardAt('Ministers of L$0atvia met on Monday. Latvia said that it would wait.')).toContain(
      'Country, from CIA World Factbook, offline copy 2026-02:\n- Capital: Riga\n- Population: 1,888,439 (2025 est.)\n- Government: parliamentary republic\n'
      + '- President: Edgars Rinkevics (since 8 July 2023)\n- Prime Minister: Evika Silina (since 15 September 2023)\n',
    );
  });

  it('say of a person what a list says, on one line', () => {
    expect(cardAt('President Claudia $0Sheinbaum spoke on Monday.')).toContain('President of Mexico: since 1 October 2024, from CIA World Factbook, offline copy 2026-02');
    expect(cardAt('Maria Cant$0well spoke on Monday.')).toContain('US senator: Democrat, WA, since 2001-01-03, from congress-legislators, offline copy 2026-06');
  });

  it('may have changed after a year', () => {
    expect(cardAt('Maria Cant$0well spoke on Monday.', '2027-06-30')).not.toContain('may have changed');
    expect(cardAt('Maria Cant$0well spoke on Monday.', '2027-07-01')).toContain('offline copy 2026-06 (may have changed)');
  });

  it('choose nothing where several records fit, but say what the article has beside the name', () => {
    expect(cardAt('Officials in Geor$0gia met on Monday. The talks in Tbilisi ended early.')).toContain(
      '2 records fit; which of them is meant, the lists cannot say:\n'
      + '- Georgia, country: Capital: Tbilisi; Population: 4,900,961 (2024 est.) (CIA World Factbook, offline copy 2026-02); the article also names Tbilisi (next sentence)\n'
      + '- Georgia, US state: US state: capital Atlanta; Postal code: GA (Article Annotator lists, offline copy 2026-11)',
    );
  });

  it('are told of selected words that were recognised as nothing', () => {
    const text = 'The deal was signed in hryvnia on Monday.';
    const start = text.indexOf('hryvnia');
    const found = lookUp(articleOf(text), loadGazetteer(), { start, end: start + 7 }, { facts, today: TODAY });
    expect(found === null ? '' : toPlainText(found.card)).toContain('Currency of: Ukraine');
  });

  it('leave a card as it is while the packs are not read', () => {
    const { article, caret } = readMarked('Ministers of L$0atvia met on Monday.');
    expect(toPlainText(hover(article, caret)?.card ?? { title: '', subtitle: '', sections: [] })).not.toContain('offline copy');
  });
});
