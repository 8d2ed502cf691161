import type { Range, TextDocument } from 'vscode';
import type { ClaimsResult } from '../../../server/src/protocol.js';
import { fromLsp } from '../ranges.js';
import type { Requests } from '../requests.js';
import { chosenClaims, claimKinds, claimRows, claimTable, sourceKey } from './claimRows.js';
import type { NumberedClaim } from './claimRows.js';
import type { Content } from './content.js';
import type { Choices, Row } from './row.js';
import { StableIds } from './stableIds.js';

export class ClaimsContent implements Content<ClaimsResult> {
  readonly name = 'claims';
  readonly orders = { place: 'By first claim', name: 'By name of the source', count: 'By number of claims' };
  private readonly claimIds = new StableIds();
  private readonly sourceIds = new StableIds();
  private numbered: { readonly of: ClaimsResult; readonly claims: readonly NumberedClaim[] } | undefined;

  constructor(private readonly requests: () => Requests | undefined) {}

  async ask(document: TextDocument): Promise<ClaimsResult | null> {
    return (await this.requests()?.claims(document)) ?? null;
  }

  reset(): void {
    this.claimIds.forget();
    this.sourceIds.forget();
    this.numbered = undefined;
  }

  rows(result: ClaimsResult, choices: Choices): Row[] {
    return claimRows(chosenClaims(this.claimsOf(result), choices));
  }

  summary({ claims }: ClaimsResult): string {
    const unnamed = claims.filter((claim) => claim.unnamed).length;
    return unnamed === 0 ? String(claims.length) : `${claims.length}, ${unnamed} unnamed`;
  }

  kinds({ claims }: ClaimsResult): ReturnType<typeof claimKinds> {
    return claimKinds(claims);
  }

  table(result: ClaimsResult, choices: Choices): string[][] {
    return claimTable(chosenClaims(this.claimsOf(result), choices));
  }

  opens(): boolean {
    return false;
  }

  childrenOf(): Promise<readonly Row[]> {
    return Promise.resolve([]);
  }

  placeOf(row: Row, _document: TextDocument, result: ClaimsResult): Promise<Range | undefined> {
    const claim = this.claimsOf(result).find((one) => `claim:${one.row}` === row.id);
    return Promise.resolve(claim === undefined ? undefined : fromLsp(claim.selection));
  }

  private claimsOf(result: ClaimsResult): readonly NumberedClaim[] {
    if (this.numbered?.of === result) return this.numbered.claims;
    const rows = this.claimIds.assign(result.claims.map((claim) => `${sourceKey(claim)}|${claim.content}`));
    const keys = [...new Set(result.claims.map(sourceKey))];
    const sources = this.sourceIds.assign(keys);
    const sourceRows = new Map(keys.map((key, i) => [key, String(sources[i])]));
    const claims = result.claims.map((claim, i) => ({ ...claim, row: String(rows[i]), sourceRow: sourceRows.get(sourceKey(claim)) ?? '' }));
    this.numbered = { of: result, claims };
    return claims;
  }
}
