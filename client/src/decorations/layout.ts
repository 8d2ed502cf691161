/** Which words get which look. Pure: ranges in, ranges out. */
import type { Range } from 'vscode-languageserver-protocol';
import type { ClaimStyle, DecorationsResult } from '../../../server/src/protocol.js';

/** A claim's content is drawn in one of five styles; its source, its cue, and boilerplate have a look of their own. */
export type Look = ClaimStyle | 'source' | 'cue' | 'boilerplate';
export const LOOKS = ['named', 'official', 'unnamed', 'document', 'article', 'source', 'cue', 'boilerplate'] as const satisfies readonly Look[];

export type Layout = Readonly<Record<Look, readonly Range[]>>;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly look: ClaimStyle;
}

/**
 * Ranges by look. Text can carry one underline only, so where a claim stands inside another's content the inner one shows.
 * Every range of `result` must lie within one line; so does every range returned.
 */
export function layOut(result: DecorationsResult): Layout {
  const byLine = new Map<number, Line[]>();
  for (const { style, content } of result.claims) {
    for (const { start, end } of content) {
      const lines = byLine.get(start.line) ?? [];
      lines.push({ start: start.character, end: end.character, look: style });
      byLine.set(start.line, lines);
    }
  }
  const layout: Record<Look, Range[]> = {
    named: [], official: [], unnamed: [], document: [], article: [],
    source: result.claims.flatMap((claim) => claim.source),
    cue: result.claims.flatMap((claim) => claim.cue),
    boilerplate: [...result.boilerplate],
  };
  for (const [line, underlines] of byLine) {
    for (const { start, end, look } of innermost(underlines)) {
      layout[look].push({ start: { line, character: start }, end: { line, character: end } });
    }
  }
  return layout;
}

/** Disjoint pieces: each keeps what no shorter one covers. */
function innermost(lines: readonly Line[]): Line[] {
  const drawn: Line[] = [];
  for (const line of [...lines].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    drawn.push(...drawn.reduce<Line[]>((left, above) => left.flatMap((piece) => without(piece, above)), [line]));
  }
  return drawn.sort((a, b) => a.start - b.start);
}

function without(piece: Line, above: Line): Line[] {
  if (above.end <= piece.start || piece.end <= above.start) return [piece];
  return [
    { ...piece, end: above.start },
    { ...piece, start: above.end },
  ].filter(({ start, end }) => start < end);
}
