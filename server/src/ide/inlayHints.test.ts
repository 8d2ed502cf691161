import { describe, expect, it } from 'vitest';
import { inlayHints } from './inlayHints.js';
import type { HintSettings } from './inlayHints.js';
import { articleOf } from './marked.testHelper.js';

const NONE: HintSettings = { dates: false, expansions: false, speakers: false };

/** Holds the hints to those drawn as `«…»`; without other limits in all of the text. */
function checkHints(marked: string, shown: Partial<HintSettings>, within?: { start: number; end: number }): void {
  const article = articleOf(marked.replace(/«[^»]*»/g, ''));
  const hints = inlayHints(article, within ?? { start: 0, end: article.text.length }, { ...NONE, ...shown });
  let drawn = article.text;
  for (const { offset, label } of hints.reverse()) drawn = `${drawn.slice(0, offset)}«${label}»${drawn.slice(offset)}`;
  expect(drawn).toBe(marked);
}

describe('dates', () => {
  it('stand after what needs the article’s date, and after nothing else', () => {
    checkHints(`date 2026-03-12

The talks in Riga will go on on Monday«2026-03-16», the ministry said on Thursday«2026-03-12». They began last week«2026-03-02 to 2026-03-08».

The council was elected on May 5, 2024, for four years, and 40 ferries sailed in 2025.`, { dates: true });
  });

  it('count from the day named before them', () => {
    checkHints('date 2026-03-12\n\nThe mayor of Riga was arrested on March 4«2026-03-04». The police had searched her office two days earlier«2026-03-02».', { dates: true });
  });

  it('stay away where the article has no date', () => {
    checkHints('The mayor of Riga resigned on Monday, and the council met for hours to find another.', { dates: true });
  });
});

describe('expansions', () => {
  const text = `Henrik Dahl leads the Port Workers Federation (PWF) in Tallinn. The PWF has 4,000 members.

The PWF«(Port Workers Federation)» met on Sunday. Later the PWF said nothing.

The Port Workers Federation was founded in Riga. The PWF has a seat in Tallinn.`;

  it('stand once in each later paragraph that does not say it itself', () => {
    checkHints(text, { expansions: true });
  });

  it('come only from the article’s own words', () => {
    checkHints('Officials of NATO met in Riga.\n\nNATO said nothing of the ferries, and the talks in Riga went on.', { expansions: true });
  });

  it('are left out above the place that gives the long form', () => {
    checkHints('The PWF met in Riga on Sunday.\n\nHenrik Dahl leads the Port Workers Federation (PWF) in Tallinn.', { expansions: true });
  });
});

describe('speakers', () => {
  const text = `“We will wait,” Marta Ruusmann said on Monday in Riga. “The work goes on.

«Marta Ruusmann:»“Nobody leaves the harbour.

«Marta Ruusmann:»“And nobody comes.”

“We are done,” she said.`;

  it('stand where a quotation goes on in another paragraph', () => {
    checkHints(text, { speakers: true });
  });
});

describe('all hints', () => {
  const text = 'date 2026-03-12\n\nThe talks in Riga go on on Monday, and the ministry of Latvia is to speak.\n\nIn Tallinn nobody spoke on Sunday.';

  it('are off unless asked for', () => checkHints(text, {}));

  it('are those of the span', () => {
    checkHints(text.replace('Sunday', 'Sunday«2026-03-08»'), { dates: true }, { start: text.indexOf('In Tallinn'), end: text.length });
  });
});
