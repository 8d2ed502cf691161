/**
 * Gets the analysis ready while the editor is still setting up its side: the first reading of a text parses the word lists and runs code
 * that nothing has run before, which takes several times as long as the reading itself.
 */
import type { Gazetteer } from '../analysis/gazetteer.js';
import { nextTurn } from '../base/turn.js';
import { cardSteps, summarise } from '../ide/index.js';
import { ARTICLE_LANGUAGE } from '../protocol.js';
import { DEFAULT_SETTINGS } from '../settings.js';
import { decorationsFor } from './highlighting.js';
import { OpenDocument } from './openDocument.js';
import { TokenStore } from './tokenStore.js';

/** Short texts with something of what all news has. What is made of them is thrown away. */
const TEXTS: readonly string[] = [
  'Ferry talks resume',
  'RIGA (Reuters) - Officials said on Monday that 12 ships had sailed.',
  'Transport Minister Ilze Kalna told reporters in Tallinn on March 3, 2026, that the talks were “slow but honest.” Kalna will meet union leaders next week.',
  '“We will not wait,” said Per Dahl, who leads the Harbour Workers Federation (HWF).',
];

/** Somebody who says, somebody who denies, and somebody who says otherwise. */
const CARDS = `${TEXTS.join('\n\n')}\n\nUnion leaders denied that. Dahl said on Tuesday that 14 ships had sailed, and that no more would follow.`;

/** Long enough for a whole answer between two parts. */
const BETWEEN_CARDS_MS = 10;

/** As many as a tall window shows of an article. */
const SHOWN_LINES = 100;

/** One piece after another, so that a message never waits for more than one. The function that it returns ends it: a real text does the same. */
export function warmUp(gazetteer: () => Gazetteer, report: (error: unknown) => void): () => void {
  const steps: (() => void)[] = [() => void gazetteer(), ...TEXTS.map((text) => () => { readThrough(OpenDocument.create('warm-up:text', ARTICLE_LANGUAGE, 1, text), gazetteer); })];
  let timer = setTimeout(next, 0);
  function next(): void {
    const step = steps.shift();
    if (step === undefined) return;
    try {
      step();
    } catch (error) {
      report(error);
      return;
    }
    timer = setTimeout(next, 0);
  }
  return () => { clearTimeout(timer); };
}

/** The same for cards, when the first highlights are out: the first card of a claim takes many times as long as the next. */
export async function warmUpCards(gazetteer: () => Gazetteer): Promise<void> {
  const article = OpenDocument.create('warm-up:cards', ARTICLE_LANGUAGE, 1, CARDS).read(DEFAULT_SETTINGS, gazetteer);
  if ('kind' in article) return;
  for (const step of cardSteps(article)) {
    await nextTurn(BETWEEN_CARDS_MS);
    step();
  }
}

/** What an editor asks for first is made, of what it shows first; the settings change nothing of what is found. */
export function readThrough(open: OpenDocument, gazetteer: () => Gazetteer): void {
  const article = open.read(DEFAULT_SETTINGS, gazetteer);
  if ('kind' in article) return;
  const ready = { open, article, settings: DEFAULT_SETTINGS };
  new TokenStore().full(ready);
  decorationsFor(ready, [{ start: { line: 0, character: 0 }, end: { line: SHOWN_LINES, character: 0 } }]);
  summarise(article);
}
