import type { Range, TextDocument } from 'vscode';
import type { ClaimLine, ClaimPlaces } from '../../../server/src/protocol.js';
import { placeAt } from '../places.js';
import { fromLsp } from '../ranges.js';
import type { Requests } from '../requests.js';
import { ClaimLedger } from './claimLedger.js';
import { chosenClaims, claimKinds, claimTable } from './claimRows.js';
import type { Content } from './content.js';
import type { Choices, Row } from './row.js';
import { HeldList } from './heldList.js';

/** The claims of one version, as the view shows them. */
export interface ClaimLines {
  readonly version: number;
  /** By which the server knows the list. */
  readonly list: string;
  readonly claims: readonly ClaimLine[];
}

export class ClaimsContent implements Content<ClaimLines> {
  readonly name = 'claims';
  readonly orders = { place: 'By first claim', name: 'By name of the source', count: 'By number of claims' };
  private readonly ledger = new ClaimLedger();
  private readonly held = new HeldList<ClaimLine>((claim, by) => (claim.paragraph === null ? claim : { ...claim, paragraph: claim.paragraph + by }));

  constructor(private readonly requests: () => Pick<Requests, 'claimPlaces' | 'claimChanges'> | undefined) {}

  async ask(document: TextDocument): Promise<ClaimLines | null> {
    const list = await this.held.follow(document, async (since) => this.requests()?.claimChanges(document, since));
    return list === null ? null : { version: list.version, list: list.id, claims: list.rows };
  }

  reset(): void {
    this.ledger.forget();
  }

  rows({ claims }: ClaimLines, choices: Choices): readonly Row[] {
    return this.ledger.rows(claims, choices);
  }

  summary({ claims }: ClaimLines): string {
    const unnamed = this.ledger.unnamedOf(claims);
    return unnamed === 0 ? String(claims.length) : `${claims.length}, ${unnamed} unnamed`;
  }

  kinds({ claims }: ClaimLines): ReturnType<typeof claimKinds> {
    return claimKinds(claims);
  }

  async table(document: TextDocument, result: ClaimLines, choices: Choices): Promise<string[][] | undefined> {
    const places = await this.placesOf(document, result, null);
    if (places === undefined) return undefined;
    const claims = this.ledger.claimsOf(result.claims);
    const lines = new Map(claims.map((claim, i) => [claim, placeAt(places, i).start.line]));
    return claimTable(chosenClaims(claims, choices).map((claim) => ({ ...claim, line: lines.get(claim) ?? 0 })));
  }

  opens(): boolean {
    return false;
  }

  childrenOf(): Promise<readonly Row[]> {
    return Promise.resolve([]);
  }

  async placeOf(row: Row, document: TextDocument, result: ClaimLines): Promise<Range | undefined> {
    const index = this.ledger.claimsOf(result.claims).findIndex((one) => `claim:${one.row}` === row.id);
    const places = index < 0 ? undefined : await this.placesOf(document, result, [index]);
    return places === undefined ? undefined : fromLsp(placeAt(places, 0));
  }

  /** Of these rows, or of all; undefined if the text, or what is read in it, has changed since. */
  private async placesOf(document: TextDocument, { version, list }: ClaimLines, rows: readonly number[] | null): Promise<ClaimPlaces | undefined> {
    const found = await this.requests()?.claimPlaces(document, list, rows);
    return found?.version === version ? found.places : undefined;
  }
}
