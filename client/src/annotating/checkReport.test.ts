import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckLine } from '../../../server/src/annotatingProtocol.js';
import { CHECK_STATES } from '../../../server/src/annotatingProtocol.js';
import { tokensOf } from '../../../test/fixtures/markdownTokens.js';
import { checkReport } from './checkReport.js';
import type { ReportedArticle } from './checkReport.js';

const ARTICLE: ReportedArticle = { title: 'City Port Closes', date: { iso: '2026-03-12', from: 'header' }, file: 'harbour_1.article', logged: 3 };
const CLAIM: CheckLine = {
  on: '1', kind: 'claim', type: 'named-person', quote: 'the bridge is “shut”, for now', source: 'Ruth Oduya, the mayor,', state: 'unchecked', evidence: [], by: '', when: '', range: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } },
};
const CHECKED: CheckLine = {
  ...CLAIM, quote: 'it cost €2m', source: '', type: 'article', state: 'checked', by: 'M. Kask', when: '2026-03-24',
  evidence: [{ kind: 'link', value: 'https://example.org/a_(b)' }, { kind: 'file', value: 'notes/call_2.txt' }, { kind: 'note', value: 'called *twice*' }],
};
const NAME: CheckLine = { ...CLAIM, kind: 'entity', type: 'PERSON', quote: 'Ruth Oduya', source: '', state: 'asked', by: 'M. Kask', when: '2026-03-24', range: null };

describe('the checking log as a report', () => {
  it('tells of each its words, source, kind, evidence, and who noted it when, what is unchecked first', () => {
    expect(checkReport([CHECKED, NAME, CLAIM], ARTICLE)).toMatchInlineSnapshot(`
      "# Checking log: City Port Closes

      Article: harbour\\_1.article  
      Date: 2026-03-12, as its header says

      3 listed: 1 unchecked, 1 asked, 1 checked. This tells what was done to check, not what is true.

      ## Unchecked (1)

      ### the bridge is “shut”, for now

      - Claim of Ruth Oduya, the mayor (named person), line 3

      ## Asked (1)

      ### Ruth Oduya

      - Person, its place in the text is lost
      - Noted by M. Kask, 2026-03-24

      ## Checked (1)

      ### it cost €2m

      - Claim without a named source (the article itself), line 3
      - Link: <https://example.org/a%5F%28b%29>
      - File: notes/call\\_2.txt
      - Note: called \\*twice\\*
      - Noted by M. Kask, 2026-03-24
      "
    `);
  });

  it('says where the view was filtered, where there is no date and no headline, and that nothing is left', () => {
    expect(checkReport([CLAIM], ARTICLE)).toContain('Only 1 of the 3 in the log are listed: the view was filtered.');
    const bare = checkReport([], { title: '', date: null, file: 'a.txt', logged: 3 });
    expect(bare).toMatch(/^# Checking log: a\.txt\n\nArticle: a\.txt {2}\nDate: no date given\n\nNothing is listed\. Only 0 of the 3/);
  });

  it('makes a link of nothing but the address of a page', () => {
    for (const value of ['javascript:alert(1)', 'command:workbench.action.quit', 'https://user@example.org/', 'file:///etc/passwd', 'no address']) {
      const kinds = tokensOf(checkReport([{ ...CHECKED, evidence: [{ kind: 'link', value }] }], ARTICLE)).map(({ type }) => type);
      expect(kinds, value).not.toContain('link');
    }
  });

  it('holds no markup that stands in the article or in what people noted', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('[', ']', '(', ')', '!', '<', '>', '`', '*', '_', '#', '|', '\\', '&', '\n', '\r', ' ', 'a', '1', '.', '-', '+', '=', ':', '/', '@', 'https://a.b/c', 'www.x.y', '[a](command:x)', '![i](http://x/y.png)', '<img src=x>', '&lt;', '```', '---', '===', '> q', '1. ', '\u2028', '🚢')).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(hostile, hostile, hostile, fc.constantFrom(...CHECK_STATES), fc.constantFrom<'claim' | 'entity'>('claim', 'entity'), (one, two, three, state, kind) => {
      const line: CheckLine = { ...CHECKED, kind, type: two, state, quote: one, source: two, by: three, evidence: [{ kind: 'note', value: one }, { kind: 'file', value: two }, { kind: 'link', value: `x ${three}` }] };
      const tokens = tokensOf(checkReport([line], { title: three, date: null, file: one, logged: 1 }));
      const allowed = new Set(['heading', 'paragraph', 'text', 'escape', 'space', 'br', 'list', 'list_item']);
      expect(tokens.map(({ type }) => type).filter((type) => !allowed.has(type))).toEqual([]);
      expect(tokens.filter(({ type }) => type === 'heading')).toHaveLength(3);
      expect(tokens.filter(({ type }) => type === 'list')).toHaveLength(1);
      expect(tokens.filter(({ type }) => type === 'list_item')).toHaveLength(5);
    }), { numRuns: 2000 });
  });
});
