import type { Range, TextDocument } from 'vscode';
import type { ClaimLine, ListedClaim } from '../../../server/src/protocol.js';
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
  readonly claims: readonly ClaimLine[];
}

export class ClaimsContent implements Content<ClaimLines> {
  readonly name = 'claims';
  readonly orders = { place: 'By first claim', name: 'By name of the source', count: 'By number of claims' };
  private readonly ledger = new ClaimLedger();
  private readonly held = new HeldList<ClaimLine>((claim, by) => (claim.paragraph === null ? claim : { ...claim, paragraph: claim.paragraph + by }));

  constructor(private readonly requests: () => Pick<Requests, 'claims' | 'claimChanges'> | undefined) {}

  async ask(document: TextDocument): Promise<ClaimLines | null> {
    const list = await this.held.follow(document, async (since) => this.requests()?.claimChanges(document, since));
    return list === null ? null : { version: list.version, claims: list.rows };
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
    const listed = await this.placed(document, result);
    if (listed === undefined) return undefined;
    const places = new Map(this.ledger.claimsOf(result.claims).map((claim, i) => [claim, listed[i]]));
    return claimTable(chosenClaims(this.ledger.claimsOf(result.claims), choices).flatMap((claim) => places.get(claim) ?? []));
  }

  opens(): boolean {
    return false;
  }

  childrenOf(): Promise<readonly Row[]> {
    return Promise.resolve([]);
  }

  async placeOf(row: Row, document: TextDocument, result: ClaimLines): Promise<Range | undefined> {
    const index = this.ledger.claimsOf(result.claims).findIndex((one) => `claim:${one.row}` === row.id);
    const claim = index < 0 ? undefined : (await this.placed(document, result))?.[index];
    return claim === undefined ? undefined : fromLsp(claim.selection);
  }

  /** The same claims with their places; undefined if the text, or what is read in it, has changed since. */
  private async placed(document: TextDocument, { version, claims }: ClaimLines): Promise<readonly ListedClaim[] | undefined> {
    const found = await this.requests()?.claims(document);
    if (found?.version !== version || found.claims.length !== claims.length) return undefined;
    return found.claims.every(({ content, source }, i) => content === claims[i]?.content && source === claims[i].source) ? found.claims : undefined;
  }
}
