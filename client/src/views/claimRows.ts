/** The ledger of sources: who, what kind of source, how many claims; those without a name first. Pure. */
import type { ClaimLine } from '../../../server/src/protocol.js';
import { inOrder, keptRows, matchesText, plural, shortened } from './row.js';
import type { Choices, Row } from './row.js';
import { KINDS, sourceLabel } from './sourceKinds.js';

/** Characters of a source, after which there is room for the count of its claims. */
const SOURCE_LENGTH = 30;

export interface NumberedClaim extends ClaimLine {
  /** Ids of the rows of the claim and of its source: stay while their words are being changed. */
  readonly row: string;
  readonly sourceRow: string;
}

const claimRow = keptRows(newRow);
/** Rows of sources by their first claim. */
const madeGroups = new WeakMap<NumberedClaim, Row>();

interface Source {
  readonly row: string;
  readonly claims: readonly NumberedClaim[];
  readonly first: NumberedClaim;
}

/** Equal for claims of the same source: one entity, or the same words for the same kind. */
export function sourceKey({ entity, kind, source }: ClaimLine): string {
  return entity ?? `${kind}|${source.toLowerCase()}`;
}

/** Claims that the filter lets through, source by source: unnamed ones first, then as the user wants them. */
export function chosenClaims(claims: readonly NumberedClaim[], { text, kinds, order }: Choices): NumberedClaim[] {
  const seen = claims.filter((claim) => (kinds?.has(claim.kind) ?? true) && matchesText(text, () => [sourceLabel(claim), claim.source, KINDS[claim.kind].words, claim.cue, claim.content]));
  const sources = inOrder(sourcesOf(seen), order, ({ first }) => sourceLabel(first), (source) => source.claims.length);
  return [...sources.filter(({ first }) => first.unnamed), ...sources.filter(({ first }) => !first.unnamed)].flatMap((source) => source.claims);
}

export function claimRows(chosen: readonly NumberedClaim[]): Row[] {
  return sourcesOf(chosen).map(groupOf);
}

/** The row of a source with these claims, of which there is one at least. */
export function groupRow(row: string, claims: readonly NumberedClaim[]): Row {
  const [first] = claims;
  if (first === undefined) throw new RangeError('a source has claims');
  return groupOf({ row, claims, first });
}

export function claimsBySource(chosen: readonly NumberedClaim[]): Map<string, readonly NumberedClaim[]> {
  return new Map(sourcesOf(chosen).map(({ row, claims }) => [row, claims]));
}

function groupOf(source: Source): Row {
  const known = madeGroups.get(source.first);
  if (known?.rows.length === source.claims.length && source.claims.every((claim, i) => claimRow(claim) === known.rows[i])) return known;
  const group = newGroup(source);
  madeGroups.set(source.first, group);
  return group;
}

function newGroup({ row, claims, first }: Source): Row {
  const { words, icon } = KINDS[first.kind];
  const count = plural(claims.length, 'claim');
  const label = sourceLabel(first);
  const kind = label === words ? [] : [lowerFirst(words)];
  return {
    id: `source:${row}`, kind: 'group', label: shortened(label, SOURCE_LENGTH), icon, rows: claims.map(claimRow),
    description: [String(claims.length), ...kind].join(' · '), tooltip: `${label}\n${words}, ${count}`, spoken: [label, ...kind, count].join(', '),
  };
}

/** Kinds of source of which there is one, with how many claims, in our order. */
export function claimKinds(claims: readonly ClaimLine[]): { kind: string; label: string; count: number }[] {
  return Object.entries(KINDS)
    .map(([kind, { words }]) => ({ kind, label: words, count: claims.filter((claim) => claim.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** With the line in the text, counted from 0. */
export function claimTable(chosen: readonly (ClaimLine & { readonly line: number })[]): string[][] {
  return [
    ['Source', 'Kind of source', 'Named', 'Source as written', 'Cue', 'Claim', 'Quotation', 'Paragraph', 'Line'],
    ...chosen.map((claim) => [
      sourceLabel(claim), KINDS[claim.kind].words, claim.unnamed ? 'no' : 'yes', claim.source, claim.cue, claim.content, claim.quotation,
      claim.paragraph === null ? '' : String(claim.paragraph), String(claim.line + 1),
    ]),
  ];
}

function newRow({ row, cue, content, quotation, paragraph }: NumberedClaim): Row {
  const place = paragraph === null ? 'outside the body' : `¶${paragraph}`;
  const said = [cue, content].filter((part) => part !== '').join(': ');
  return {
    id: `claim:${row}`, kind: 'claim', label: content === '' ? cue : content, icon: quotation === 'indirect' ? 'comment' : 'quote', rows: [],
    description: [cue, place].filter((part) => part !== '').join(' · '), tooltip: said, spoken: `${said}, ${place}`,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** In order of their first claims. */
function sourcesOf(claims: readonly NumberedClaim[]): Source[] {
  const sources = new Map<string, NumberedClaim[]>();
  for (const claim of claims) {
    const list = sources.get(claim.sourceRow);
    if (list === undefined) sources.set(claim.sourceRow, [claim]);
    else list.push(claim);
  }
  return [...sources].flatMap(([row, list]) => (list[0] === undefined ? [] : [{ row, claims: list, first: list[0] }]));
}
