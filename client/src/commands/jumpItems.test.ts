import { describe, expect, it } from 'vitest';
import { claims, entities } from '../views/rows.testHelper.js';
import { jumpSections } from './jumpItems.js';

describe('the jump list', () => {
  it('has unnamed sources first, then claims, then entities, and no empty part', () => {
    const sections = jumpSections(entities('PERSON Ruth Oduya, mayor ×4'), claims('named-person Ruth Oduya: it is shut', 'unnamed-bare -: it may be'), [0, 4, 0, 8, 3, 1, 3, 9]);
    expect(sections.map(({ title, places }) => `${title}: ${places.map(({ label, description }) => `${label} | ${description}`).join('; ')}`)).toEqual([
      'Unnamed sources (1): Nobody named | said: it may be', 'Claims with a source (1): Ruth Oduya | said: it is shut', 'Entities (1): Ruth Oduya | mayor · 4 ×',
    ]);
    expect(sections[0]?.places[0]?.range).toEqual({ start: { line: 3, character: 1 }, end: { line: 3, character: 9 } });
    expect(jumpSections([], [], [])).toEqual([]);
  });
});
