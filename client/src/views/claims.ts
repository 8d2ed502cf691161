import type { Range, TextDocument } from 'vscode';
import type { ClaimLine, ListedClaim } from '../../../server/src/protocol.js';
import { fromLsp } from '../ranges.js';
import type { Requests } from '../requests.js';
import { chosenClaims, claimKinds, claimRows, claimTable, sourceKey } from './claimRows.js';
import type { NumberedClaim } from './claimRows.js';
import type { Content } from './content.js';
import type { Choices, Row } from './row.js';
import { HeldList } from './heldList.js';
import { StableIds } from './stableIds.js';

/** The claims of one version, as the view shows them. */
export interface ClaimLines {
  readonly version: number;
  readonly claims: readonly ClaimLine[];
}

export class ClaimsContent implements Content<ClaimLines> {
  readonly name = 'claims';
  readonly orders = { place: 'By first claim', name: 'By name of the source', count: 'By number of claims' };
  private readonly claimIds = new StableIds();
  private readonly sourceIds = new StableIds();
  private readonly held = new HeldList<ClaimLine>((claim, by) => (claim.paragraph === null ? claim : { ...claim, paragraph: claim.paragraph + by }));
  private numbered: { readonly of: readonly ClaimLine[]; readonly claims: readonly NumberedClaim[] } | undefined;
  private drawn: { readonly of: readonly ClaimLine[]; readonly choices: Choices; readonly rows: readonly Row[] } | undefined;
  private byLine = new WeakMap<ClaimLine, NumberedClaim>();

  constructor(private readonly requests: () => Pick<Requests, 'claims' | 'claimChanges'> | undefined) {}

  async ask(document: TextDocument): Promise<ClaimLines | null> {
    const list = await this.held.follow(document, async (since) => this.requests()?.claimChanges(document, since));
    return list === null ? null : { version: list.version, claims: list.rows };
  }

  reset(): void {
    this.claimIds.forget();
    this.sourceIds.forget();
    this.numbered = undefined;
    this.byLine = new WeakMap();
    this.drawn = undefined;
  }

  rows(result: ClaimLines, choices: Choices): readonly Row[] {
    if (this.drawn?.of !== result.claims || this.drawn.choices !== choices) {
      this.drawn = { of: result.claims, choices, rows: claimRows(chosenClaims(this.claimsOf(result), choices)) };
    }
    return this.drawn.rows;
  }

  summary({ claims }: ClaimLines): string {
    const unnamed = claims.filter((claim) => claim.unnamed).length;
    return unnamed === 0 ? String(claims.length) : `${claims.length}, ${unnamed} unnamed`;
  }

  kinds({ claims }: ClaimLines): ReturnType<typeof claimKinds> {
    return claimKinds(claims);
  }

  async table(document: TextDocument, result: ClaimLines, choices: Choices): Promise<string[][] | undefined> {
    const listed = await this.placed(document, result);
    if (listed === undefined) return undefined;
    const places = new Map(this.claimsOf(result).map((claim, i) => [claim, listed[i]]));
    return claimTable(chosenClaims(this.claimsOf(result), choices).flatMap((claim) => places.get(claim) ?? []));
  }

  opens(): boolean {
    return false;
  }

  childrenOf(): Promise<readonly Row[]> {
    return Promise.resolve([]);
  }

  async placeOf(row: Row, document: TextDocument, result: ClaimLines): Promise<Range | undefined> {
    const index = this.claimsOf(result).findIndex((one) => `claim:${one.row}` === row.id);
    const claim = index < 0 ? undefined : (await this.placed(document, result))?.[index];
    return claim === undefined ? undefined : fromLsp(claim.selection);
  }

  /** The same claims with their places; undefined if the text, or what is read in it, has changed since. */
  private async placed(document: TextDocument, { version, claims }: ClaimLines): Promise<readonly ListedClaim[] | undefined> {
    const found = await this.requests()?.claims(document);
    if (found?.version !== version || found.claims.length !== claims.length) return undefined;
    return found.claims.every(({ content, source }, i) => content === claims[i]?.content && source === claims[i].source) ? found.claims : undefined;
  }

  private claimsOf({ claims }: ClaimLines): readonly NumberedClaim[] {
    if (this.numbered?.of === claims) return this.numbered.claims;
    const keys = claims.map(keysOf);
    const rows = this.claimIds.assign(keys.map(({ claim }) => claim));
    const sourceKeys = [...new Set(keys.map(({ source }) => source))];
    const sources = this.sourceIds.assign(sourceKeys);
    const sourceRows = new Map(sourceKeys.map((key, i) => [key, String(sources[i])]));
    const made = claims.map((claim, i) => {
      const [row, sourceRow] = [String(rows[i]), sourceRows.get(keys[i]?.source ?? '') ?? ''];
      const known = this.byLine.get(claim);
      if (known?.row === row && known.sourceRow === sourceRow) return known;
      const numbered = { ...claim, row, sourceRow };
      this.byLine.set(claim, numbered);
      return numbered;
    });
    this.numbered = { of: claims, claims: made };
    return made;
  }
}

/** By which a claim and its source are known again. */
interface Keys {
  readonly source: string;
  readonly claim: string;
}

const madeKeys = new WeakMap<ClaimLine, Keys>();

function keysOf(claim: ClaimLine): Keys {
  const known = madeKeys.get(claim);
  if (known !== undefined) return known;
  const source = sourceKey(claim);
  const made = { source, claim: `${source}|${claim.content}` };
  madeKeys.set(claim, made);
  return made;
}
