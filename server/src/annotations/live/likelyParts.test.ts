import { describe, expect, it } from 'vitest';
import { ArticleEngine } from '../../analysis/engine.js';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import type { Likely } from './likelyParts.js';
import { likelyParts } from './likelyParts.js';

const gazetteer = loadGazetteer();

/** For the words in ⟦ ⟧. "∅" is nobody. */
function offered(marked: string): { sources: string[]; cues: string[]; reasons: string[] } {
  const text = marked.replace(/[⟦⟧]/g, '');
  const article = new ArticleEngine(gazetteer).update(text);
  const { sources, cues } = likelyParts(article, { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 });
  const words = ({ spans }: Likely): string => spans.map((s) => text.slice(s.start, s.end)).join(' … ') || '∅';
  return { sources: sources.map(words), cues: cues.map(words), reasons: sources.map(({ reason }) => reason) };
}

function firstThree(marked: string): string[] {
  return offered(marked).sources.slice(0, 3);
}

describe('who may answer for some words', () => {
  it('is first of all whom the cue of these words names', () => {
    const { sources, cues, reasons } = offered('The ferry was late.\n\nIlze Kalna told reporters that ⟦the harbour would close on Monday⟧, and Milo Kant left.');
    expect([sources[0], cues[0], reasons[0]]).toEqual(['Ilze Kalna', 'told', 'who “told” names for these words']);
  });

  it('is the subject of the verb beside them where no cue is known', () => {
    const { sources, reasons } = offered('The Riga harbour board frowned upon ⟦the plan to close the pier⟧.');
    expect([sources[0], reasons[0]]).toEqual(['The Riga harbour board', 'subject of “frowned”']);
  });

  it('is the nearer speaker for words inside what another says', () => {
    expect(firstThree('Marta Ruusmann said the council wanted ⟦a second bridge⟧ by 2030.')).toEqual(['the council', 'Marta Ruusmann', '∅']);
  });

  it('keeps to the speaker’s own words inside a quotation', () => {
    expect(firstThree('“We were glad, and I doubt ⟦the crews would sail⟧,” Ilze Kalna said.')[0]).toBe('I');
  });

  it('is whoever is named after them', () => {
    expect(firstThree('⟦No reason for the delay⟧ was given by the harbour master.')).toContain('the harbour master');
  });

  it('is whose the plan is, or at whose request', () => {
    expect(firstThree('They met at the request of Milo Kant ⟦to settle the pay of the crews⟧.')).toContain('Milo Kant');
    expect(firstThree("Despite Zorbatec's hope for ⟦a quick end⟧, the strike went on.")).toContain('Zorbatec');
  });

  it('may be nobody: first where the cue stands alone, among the first three in any case', () => {
    const { sources, reasons } = offered('The ferry sank. Reportedly, ⟦nine people were on board⟧.');
    expect([sources[0], reasons[0]]).toEqual(['∅', 'these words have a cue, and nobody beside it']);
    expect(firstThree('Ilze Kalna said that ⟦the pier was closed⟧. Milo Kant said it was open.')).toContain('∅');
    expect(firstThree('⟦A word.⟧')).toEqual(['∅']);
  });

  it('is offered once: no second choice of nearly the same words, or of the same words farther off', () => {
    const { sources } = offered('Ilze Kalna spoke. Ilze Kalna said that ⟦the pier was closed⟧. Ilze Kalna left, and Kalna came back.');
    expect(sources.filter((one) => one === 'Ilze Kalna')).toHaveLength(1);
    expect(sources.filter((one) => one === '∅')).toHaveLength(1);
  });

  it('never stands in the words themselves, and nothing is offered for what is no text', () => {
    expect(offered('⟦Milo Kant met Ilze Kalna.⟧').sources).toEqual(['∅']);
    expect(likelyParts(new ArticleEngine(gazetteer).update(''), { start: 0, end: 0 })).toEqual({ sources: [], cues: [] });
  });
});
