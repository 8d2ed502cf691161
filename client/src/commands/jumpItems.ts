/** What the jump list offers: unnamed sources, claims and entities, each as one line. No VS Code in here. */
import type { Range } from 'vscode-languageserver-protocol';
import type { ClaimLine, ClaimPlaces, ListedEntity } from '../../../server/src/protocol.js';
import { placeAt } from '../places.js';
import { TYPES } from '../views/entityTypes.js';
import { KINDS, sourceLabel } from '../views/sourceKinds.js';

export interface JumpSection {
  readonly title: string;
  readonly places: readonly JumpPlace[];
}

export interface JumpPlace {
  readonly icon: string;
  readonly label: string;
  /** Also searched in. */
  readonly description: string;
  readonly range: Range;
}

/** Sections without a place are left out. */
export function jumpSections(entities: readonly ListedEntity[], claims: readonly ClaimLine[], places: ClaimPlaces): JumpSection[] {
  const unnamed: JumpPlace[] = [];
  const named: JumpPlace[] = [];
  for (const [i, claim] of claims.entries()) (claim.unnamed ? unnamed : named).push(claimPlace(claim, placeAt(places, i)));
  return [
    { title: `Unnamed sources (${unnamed.length})`, places: unnamed },
    { title: `Claims with a source (${named.length})`, places: named },
    { title: `Entities (${entities.length})`, places: entities.map(entityPlace) },
  ].filter(({ places }) => places.length > 0);
}

function claimPlace(claim: ClaimLine, range: Range): JumpPlace {
  return { icon: KINDS[claim.kind].icon, label: sourceLabel(claim), description: [claim.cue, claim.content].filter((part) => part !== '').join(': '), range };
}

function entityPlace({ type, canonical, role, aliases, count, first }: ListedEntity): JumpPlace {
  const words = role === '' ? TYPES[type].one : role;
  return { icon: TYPES[type].icon, label: canonical, description: [words, ...aliases, `${count} ×`].join(' · '), range: first };
}
