import { describe, expect, it } from 'vitest';
import { caretIn, checkMarked, readMarked } from './marked.testHelper.js';
import { references } from './references.js';
import { PORT_CLOSES } from './storyForTests.testHelper.js';

describe('references', () => {
  it('are all mentions of the entity, by whatever name', () => {
    checkMarked('The minister ⟨Marta Ruusmann⟩ spoke in Riga. ⟨Ruus$0mann⟩ left early, and ⟨Marta Ruusmann⟩ did not come back to Riga.', (article, caret) => references(article, caret, true));
  });

  it('leave out the one that is gone to as the definition', () => {
    checkMarked('The minister Marta Ruusmann spoke in Riga. ⟨Ruus$0mann⟩ left early, and ⟨Marta Ruusmann⟩ did not come back to Riga.', (article, caret) => references(article, caret, false));
  });

  it('are found from a role that speaks', () => {
    const { article, caret } = readMarked(caretIn(PORT_CLOSES, 'the mayor said', 5));
    expect(references(article, caret, true)?.map((s) => article.text.slice(s.start, s.end))).toEqual(['Ilze Kalna', 'Kalna', 'Ilze Kalna']);
  });

  it('are none for amounts and plain words', () => {
    for (const words of ['$40 million', 'would close', 'TELEGRAM']) {
      const { article, caret } = readMarked(caretIn(PORT_CLOSES, words));
      expect(references(article, caret, true)).toBeNull();
    }
  });
});
