import { expect, describe, it } from 'vitest';
import { folds } from './folding.js';
import { articleOf } from './marked.testHelper.js';
import { PORT_CLOSES } from './storyForTests.testHelper.js';

/** First and last line of each fold, as they are written. */
function folded(text: string): string[] {
  const lines = text.split('\n');
  return folds(articleOf(text), (offset) => text.slice(0, offset).split('\n').length - 1)
    .map((fold) => `${fold.kind}: ${lines[fold.firstLine] ?? ''} … ${lines[fold.lastLine]?.slice(0, 19) ?? ''}`);
}

describe('folding', () => {
  it('joins paragraphs of boilerplate, and the lines above the story', () => {
    expect(folded(PORT_CLOSES)).toEqual(['header: date 2026-03-12 … By Jan Poska', 'boilerplate: Advertisement … JOIN US ON TELEGRAM']);
  });

  it('leaves a single line alone', () => {
    expect(folded(PORT_CLOSES.replace('Advertisement\n\n', '').replace('\nBy Jan Poska', ''))).toEqual([]);
  });

  it('keeps a line in sight that the story shares', () => {
    const text = 'By Jan Poska\n date 2026-03-12 The council of Riga met on Sunday and went home without a vote on the port.\n\nNobody came to the second meeting.';
    expect(articleOf(text).blocks.map((block) => block.zone)).toEqual(['header', 'header', 'body', 'body']);
    expect(folded(text)).toEqual([]);
  });
});
