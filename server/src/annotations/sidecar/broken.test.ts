/** Files that are not whole: what can be read is read, what is wrong is named by its line, and nothing is written over them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_QUADRATIC, growth } from '../../../../test/fixtures/work.js';
import { CanonicalText } from '../canonicalText.js';
import { reanchor } from '../reanchor/index.js';
import { HARBOUR, HARBOUR_FILE } from './example.testHelper.js';
import { positionsOutside } from './positions.js';
import { readSidecar } from './read.js';
import { writeSidecar } from './write.js';

function check(text: string, problems: readonly string[], annotations: number, readOnly: boolean): void {
  const result = readSidecar(text);
  expect(result.problems.map(({ rule, line }) => `${rule} ${line}`)).toEqual(problems);
  expect([result.value.annotations.length, result.readOnly]).toEqual([annotations, readOnly]);
}

const LINES = HARBOUR_FILE.split('\n');
const GPE = 13;

describe('a truncated file', () => {
  it('is read up to where it ends', () => {
    check(HARBOUR_FILE.slice(0, HARBOUR_FILE.indexOf('"aa:GPE"')), ['truncated 14'], 1, true);
    check(LINES.slice(0, 10).join('\n'), ['truncated 8'], 0, true);
    check(LINES.slice(0, 13).join('\n'), ['truncated 13'], 1, true);
    check(LINES.slice(0, 4).join('\n'), ['truncated 4', 'no-annotations 1'].slice(0, 1), 0, true);
  });

  it('is never taken for whole, wherever it ends, and never written', () => {
    for (let end = 1; end < HARBOUR_FILE.length - 3; end += 7) expect(readSidecar(HARBOUR_FILE.slice(0, end)).readOnly).toBe(true);
  });
});

describe('a file after a merge', () => {
  it('with conflict markers is read from both sides, and not written', () => {
    const text = [...LINES.slice(0, GPE), '<<<<<<< HEAD', LINES[GPE] ?? '', '||||||| base', 'not json', '=======', (LINES[GPE] ?? '').replace('0003', '0004'), '>>>>>>> theirs', ...LINES.slice(GPE + 1)].join('\n');
    check(text, ['conflict-markers 14', 'repaired-comma 19'], 3, true);
  });

  it('with a comma too few or too many is repaired', () => {
    const without = HARBOUR_FILE.replace('\n]},\n{', '\n]}\n{');
    check(without, ['repaired-comma 14'], 2, false);
    expect(writeSidecar(readSidecar(without).value)).toBe(HARBOUR_FILE);
    const behind = HARBOUR_FILE.replace('}}\n]\n}', '}},\n]\n}');
    check(behind, ['repaired-comma 15'], 2, false);
    expect(writeSidecar(readSidecar(behind).value)).toBe(HARBOUR_FILE);
    check(HARBOUR_FILE.replace('\n]},\n{', '\n]},\n,\n{'), ['repaired-comma 15'], 2, false);
  });

  it('with one id twice keeps the one modified later, and reports the other', () => {
    const later = (LINES[GPE] ?? '').replace('"modified":"2025-03-24T09:15:00Z"', '"modified":"2025-04-01T09:15:00Z"').replace('aa:GPE', 'aa:LOC');
    for (const [one, two] of [[LINES[GPE], later], [later, LINES[GPE]]]) {
      const text = [...LINES.slice(0, GPE), `${one ?? ''},`, two ?? '', ...LINES.slice(GPE + 1)].join('\n');
      check(text, ['duplicate-id 15'], 2, false);
      expect(readSidecar(text).value.annotations[1]?.body).toEqual({ type: 'entity', entityType: 'LOC' });
    }
  });
});

describe('a file that we do not know well enough', () => {
  it('of a newer version is read and not written', () => {
    check(HARBOUR_FILE.replace('"aa:formatVersion":1', '"aa:formatVersion":2'), ['newer-version 5'], 2, true);
    check(HARBOUR_FILE.replace('"aa:formatVersion":1', '"aa:formatVersion":"one"'), ['bad-version 5'], 2, true);
  });

  it('that is no JSON, no text, or nested too deep', () => {
    check('hello', ['not-json 1'], 0, true);
    check('[1,2,3]', ['no-annotations 1'], 0, true);
    check('', ['empty 1'], 0, false);
    check('{"items":[\n{"id":"a"},\n{"id":tru}\n]}', ['not-json 3'], 1, true);
    check(`{"items":[\n${'['.repeat(100_000)}`, ['too-deep 2'], 0, true);
    check(`${HARBOUR_FILE}{}`, ['text-after-end 17'], 2, true);
    expect(readSidecar(new Uint8Array([0x7b, 0x0a, 0xff])).problems[0]).toMatchObject({ rule: 'not-utf8', line: 2 });
  });
});

describe('places that cannot be', () => {
  it('are named by the line of their target; the annotation is kept', () => {
    check(HARBOUR_FILE.replace('"start":14,"end":18', '"start":18,"end":14'), ['bad-position 10'], 2, false);
    check(HARBOUR_FILE.replace('"start":31,"end":38', '"start":-1,"end":3.5'), ['bad-position 14'], 2, false);
    check(HARBOUR_FILE.replace('"exact":"Tallinn"', '"exact":"\\ud83d"'), ['split-surrogate 14'], 2, false);
  });

  it('outside the text are named, and the words are looked for', () => {
    const result = readSidecar(HARBOUR_FILE.replace('"start":31,"end":38', '"start":3100,"end":3107'));
    const canonical = new CanonicalText(HARBOUR);
    expect(positionsOutside(result, canonical)).toEqual([{ rule: 'outside-text', line: 14, message: '“Tallinn” is said to stand at 3100–3107, and the text has 89 characters; it is looked for by its words' }]);
    expect(reanchor(canonical, result.value.annotations, result.value.textSha256)[1]).toMatchObject({ anchoring: 'anchored', anchors: [{ span: { start: 32, end: 39 } }] });
    expect(positionsOutside(readSidecar(HARBOUR_FILE), canonical)).toEqual([]);
  });

  it('of half a character make an orphan', () => {
    const result = readSidecar(HARBOUR_FILE.replace('"exact":"Tallinn"', '"exact":"\\ud83d"'));
    expect(reanchor(new CanonicalText(HARBOUR), result.value.annotations, undefined)[1]).toMatchObject({ anchoring: 'orphaned', anchors: [{ why: 'invalid' }] });
    expect(writeSidecar(result.value)).toContain('"exact":"\\ud83d"');
  });
});

describe('any bytes', () => {
  it('are read without throwing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => { expect(readSidecar(bytes).value.annotations).toBeDefined(); }));
  });

  it('also where they are nearly ours: pieces cut out, doubled, and put elsewhere', () => {
    const at = fc.nat(HARBOUR_FILE.length);
    fc.assert(fc.property(at, at, at, fc.constantFrom('', ',', '"', '}', ']', '{', '\n', 'x', '\ud800', '<<<<<<< a\n'), (a, b, c, by) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const text = HARBOUR_FILE.slice(0, from) + by + HARBOUR_FILE.slice(to) + (c % 3 === 0 ? HARBOUR_FILE.slice(c) : '');
      const { value, readOnly } = readSidecar(text);
      // What may be written over it holds every annotation that it held.
      const again = new Set(readSidecar(writeSidecar(value)).value.annotations.map(({ id }) => id));
      if (!readOnly) for (const { id } of value.annotations) expect(again).toContain(id);
      reanchor(new CanonicalText(HARBOUR), value.annotations, value.textSha256);
    }), { numRuns: 400 });
  });
});

describe('20,000 annotations', () => {
  const many = (count: number): string => {
    const items = Array.from({ length: count }, (_, i) => (LINES[GPE] ?? '').replace('000000000003', String(i).padStart(12, '0')));
    return [...LINES.slice(0, 7), items.join(',\n'), ']', '}', ''].join('\n');
  };

  it('are read and written as they are', () => {
    const text = many(20_000);
    const { value, problems } = readSidecar(text);
    expect([value.annotations.length, problems]).toEqual([20_000, []]);
    expect(writeSidecar(value)).toBe(text);
  });

  it('take work in proportion to their number', () => {
    expect(growth(many, (text) => writeSidecar(readSidecar(text).value), 1500)).toBeLessThan(NOT_QUADRATIC);
  });
});
