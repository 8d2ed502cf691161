import { describe, expect, it } from 'vitest';
import type { ClaimStyle } from '../../../server/src/protocol.js';
import { LOOKS, layOut } from './layout.js';

const SIGNS: Readonly<Record<string, ClaimStyle>> = { '-': 'named', '=': 'official', '~': 'unnamed', '.': 'document' };

/**
 * The text's underlines as drawn, one row for all of them. Rows given are contents of claims, outer ones first:
 * each run of signs is one range of the claim.
 */
function draw(text: string, ...claims: string[]): string {
  const layout = layOut({
    version: 1,
    boilerplate: [],
    claims: claims.map((row) => ({ style: SIGNS[row.trim()[0] ?? ''] ?? 'named', source: [], cue: [], content: runs(row) })),
  });
  const row = Array.from(text, () => ' ');
  for (const look of LOOKS) {
    const sign = Object.keys(SIGNS).find((key) => SIGNS[key] === look) ?? '?';
    for (const { start, end } of layout[look]) row.fill(sign, start.character, end.character);
  }
  return row.join('').trimEnd();
}

function runs(row: string): { start: { line: number; character: number }; end: { line: number; character: number } }[] {
  return [...row.matchAll(/[^ ]+/g)].map(({ index, 0: run }) => ({ start: { line: 0, character: index }, end: { line: 0, character: index + run.length } }));
}

describe('underlines of claims', () => {
  it('show the inner claim inside the outer one', () => {
    expect(draw(
      'Osei said an aide told her that the road was shut.',
      '          ---------------------------------------',
      '                                ~~~~~~~~~~~~~~~~~',
    )).toBe(
      '          ----------------------~~~~~~~~~~~~~~~~~');
  });

  it('go on after an inner claim, and do not depend on the order', () => {
    const outer = '     ======================';
    const inner = '           ....   ....     ';
    const drawn = '     ======....===....=====';
    const text = 'The ministry said that much of it.';
    expect(draw(text, outer, inner)).toBe(drawn);
    expect(draw(text, inner, outer)).toBe(drawn);
  });

  it('stand side by side', () => {
    expect(draw('“Yes,” she said. “Now,” he said.', '----', '                 ~~~~')).toBe('----             ~~~~');
  });

  it('keep sources, cues and boilerplate as they are', () => {
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } };
    const layout = layOut({ version: 1, claims: [{ style: 'named', source: [range], cue: [range], content: [range] }], boilerplate: [range] });
    expect(layout).toEqual({ named: [range], official: [], unnamed: [], document: [], article: [], source: [range], cue: [range], boilerplate: [range] });
  });
});
