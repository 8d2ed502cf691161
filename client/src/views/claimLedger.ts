/** The ledger that the view of claims shows, kept up from list to list: what has not changed is not looked at again. Pure. */
import type { ClaimLine } from '../../../server/src/protocol.js';
import { chosenClaims, claimRows, claimsBySource, groupRow, sourceKey } from './claimRows.js';
import type { NumberedClaim } from './claimRows.js';
import { isFiltered } from './row.js';
import type { Choices, Row } from './row.js';
import { StableIds } from './stableIds.js';

/** A list of claims with ids that stay. */
interface Numbered {
  readonly of: readonly ClaimLine[];
  readonly claims: readonly NumberedClaim[];
  /** By which a claim and its source are known again. */
  readonly claimKeys: readonly string[];
  readonly sourceKeys: readonly string[];
  readonly unnamed: number;
}

interface Drawn {
  readonly of: readonly NumberedClaim[];
  readonly choices: Choices;
  readonly rows: readonly Row[];
  readonly bySource: ReadonlyMap<string, readonly NumberedClaim[]>;
}

const NOTHING: Numbered = { of: [], claims: [], claimKeys: [], sourceKeys: [], unnamed: 0 };

export class ClaimLedger {
  private readonly claimIds = new StableIds();
  private readonly sourceIds = new StableIds();
  private numbered = NOTHING;
  private drawn: Drawn | undefined;
  private byLine = new WeakMap<ClaimLine, NumberedClaim>();

  /** Another article: nothing in it is what was in the one before. */
  forget(): void {
    this.claimIds.forget();
    this.sourceIds.forget();
    this.numbered = NOTHING;
    this.drawn = undefined;
    this.byLine = new WeakMap();
  }

  claimsOf(lines: readonly ClaimLine[]): readonly NumberedClaim[] {
    return this.follow(lines).claims;
  }

  unnamedOf(lines: readonly ClaimLine[]): number {
    return this.follow(lines).unnamed;
  }

  /** The same array as long as neither the list nor the choices change. */
  rows(lines: readonly ClaimLine[], choices: Choices): readonly Row[] {
    const { claims } = this.follow(lines);
    const { drawn } = this;
    if (drawn !== undefined && drawn.of === claims && isSameChoice(drawn.choices, choices)) return drawn.rows;
    this.drawn = (drawn === undefined ? undefined : redrawn(drawn, claims, choices)) ?? drawnAnew(claims, choices);
    return this.drawn.rows;
  }

  private follow(lines: readonly ClaimLine[]): Numbered {
    const old = this.numbered;
    if (old.of === lines) return old;
    const [before, after] = sameEnds(old.of, lines);
    const [wasTo, isTo] = [old.of.length - after, lines.length - after];
    const middle = lines.slice(before, isTo);
    const sourceKeys = spliced(old.sourceKeys, before, wasTo, middle.map(sourceKey));
    const claimKeys = spliced(old.claimKeys, before, wasTo, middle.map((claim) => `${sourceKey(claim)}|${claim.content}`));
    const ids = this.claimIds.assign(claimKeys);
    // Ids are given in order of first claims, so that none can change where the sources stay the same.
    const sameSources = wasTo === isTo && middle.every((_, i) => old.sourceKeys[before + i] === sourceKeys[before + i]);
    const claims = sameSources
      ? spliced(old.claims, before, wasTo, middle.map((claim, i) => this.numberedClaim(claim, ids[before + i], old.claims[before + i]?.sourceRow ?? '')))
      : this.numberAll(lines, ids, sourceKeys);
    const unnamed = old.unnamed + countUnnamed(middle) - countUnnamed(old.of.slice(before, wasTo));
    this.numbered = { of: lines, claims, claimKeys, sourceKeys, unnamed };
    return this.numbered;
  }

  private numberAll(lines: readonly ClaimLine[], ids: readonly number[], sourceKeys: readonly string[]): NumberedClaim[] {
    const keys = [...new Set(sourceKeys)];
    const sources = this.sourceIds.assign(keys);
    const rows = new Map(keys.map((key, i) => [key, String(sources[i])]));
    return lines.map((claim, i) => this.numberedClaim(claim, ids[i], rows.get(sourceKeys[i] ?? '') ?? ''));
  }

  private numberedClaim(claim: ClaimLine, id: number | undefined, sourceRow: string): NumberedClaim {
    const row = String(id);
    const known = this.byLine.get(claim);
    if (known?.row === row && known.sourceRow === sourceRow) return known;
    const made = { ...claim, row, sourceRow };
    this.byLine.set(claim, made);
    return made;
  }
}

function drawnAnew(claims: readonly NumberedClaim[], choices: Choices): Drawn {
  const chosen = chosenClaims(claims, choices);
  return { of: claims, choices, rows: claimRows(chosen), bySource: claimsBySource(chosen) };
}

/** Where claims say something else and all their sources are what they were: only the rows of those sources are made anew. Undefined elsewhere. */
function redrawn({ of, choices: before, rows, bySource }: Drawn, claims: readonly NumberedClaim[], choices: Choices): Drawn | undefined {
  if (isFiltered(choices) || !isSameChoice(before, choices) || of.length !== claims.length) return undefined;
  const [front, back] = sameEnds(of, claims);
  const sources = new Map(bySource);
  const changed = new Set<string>();
  for (let i = front; i < claims.length - back; i++) {
    const [was, is] = [of[i], claims[i]];
    const list = is === undefined ? undefined : sources.get(is.sourceRow);
    if (was === undefined || is === undefined || list === undefined || !isSameSource(was, is)) return undefined;
    sources.set(is.sourceRow, list.map((claim) => (claim === was ? is : claim)));
    changed.add(is.sourceRow);
  }
  const made = new Map([...changed].map((row) => [`source:${row}`, groupRow(row, sources.get(row) ?? [])]));
  return { of: claims, choices, rows: rows.map((row) => made.get(row.id) ?? row), bySource: sources };
}

function isSameSource(a: NumberedClaim, b: NumberedClaim): boolean {
  return a.sourceRow === b.sourceRow && a.source === b.source && a.name === b.name && a.kind === b.kind && a.unnamed === b.unnamed;
}

function isSameChoice(a: Choices, b: Choices): boolean {
  return a === b || (a.text === b.text && a.kinds === b.kinds && a.order === b.order);
}

function countUnnamed(claims: readonly ClaimLine[]): number {
  return claims.filter((claim) => claim.unnamed).length;
}

function sameEnds<T>(old: readonly T[], now: readonly T[]): [number, number] {
  const limit = Math.min(old.length, now.length);
  let before = 0;
  while (before < limit && old[before] === now[before]) before++;
  let after = 0;
  while (after < limit - before && old[old.length - 1 - after] === now[now.length - 1 - after]) after++;
  return [before, after];
}

function spliced<T>(list: readonly T[], from: number, to: number, middle: readonly T[]): T[] {
  return [...list.slice(0, from), ...middle, ...list.slice(to)];
}
