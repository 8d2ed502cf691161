/** Mentions and claims of one block, as the names of the whole article are decided now. */
import type { Mention } from './article.js';
import type { TypedName } from './claims/index.js';
import { findClaims } from './claims/index.js';
import type { Entry } from './entries.js';
import type { NameTable } from './entities/names/index.js';
import { isUncertain, valuesOutside } from './entities/names/index.js';
import type { BlockMarks } from './marks.js';
import { isRejected, markClaims, markedEntity } from './marks.js';
import type { BlockClaims, NameCandidate, NameType } from './types.js';

/** What hangs from one analysis in the present state of the name table. Replaced, never changed. */
export interface Typed {
  readonly mentions: readonly Mention[];
  readonly claims: BlockClaims;
}

/** `leastClaim`: the least confidence with which a claim of the model's own counts. */
export function typedOf({ analysis, marks, reading: { opinion } }: Entry, names: NameTable, leastClaim: number): Typed {
  const mentions: Mention[] = [];
  const typedNames: TypedName[] = [];
  for (const name of analysis.names) {
    const read = readingOfName(name, marks, names);
    if (read === null) continue;
    mentions.push({
      start: name.start, end: name.end, type: read.type, text: name.text, entity: read.entity, canonical: read.canonical, uncertain: read.uncertain, name,
    });
    typedNames.push({ start: name.start, end: name.end, type: read.type, key: name.key, roles: name.roles });
  }
  const values = valuesOutside(analysis.values, typedNames);
  for (const value of values) {
    mentions.push({
      start: value.start, end: value.end, type: value.type, text: value.text, entity: '', canonical: value.text, uncertain: isUncertain(value.confidence), value,
    });
  }
  mentions.sort((a, b) => a.start - b.start);
  const claims = findClaims(analysis.tokenised, typedNames, values, opinion?.claims.filter((claim) => claim.confidence >= leastClaim));
  return { mentions, claims: markClaims(claims, marks, mentions, analysis.tokenised) };
}

/** Whether a name that was decided anew is shown otherwise than it was. */
export function shows({ analysis, marks }: Entry, typed: Typed, key: string, names: NameTable): boolean {
  return analysis.names.some((name) => {
    if (name.key !== key) return false;
    const shown = typed.mentions.find((m) => m.name === name);
    const read = readingOfName(name, marks, names);
    return read === null || shown === undefined ? read !== null || shown !== undefined
      : shown.type !== read.type || shown.entity !== read.entity || shown.canonical !== read.canonical || shown.uncertain !== read.uncertain;
  });
}

/** What the article makes of a candidate, and what a person has said of it; null if it is no mention. */
function readingOfName(name: NameCandidate, marks: BlockMarks | null, names: NameTable): Pick<Mention, 'type' | 'entity' | 'canonical' | 'uncertain'> & { readonly type: NameType } | null {
  const decision = names.decide(name.key);
  const { type, entity, canonical } = decision;
  if (name.mark !== undefined && name.mark.type !== type) return { ...markedEntity(name.mark, name.key), type: name.mark.type as NameType, uncertain: false };
  if (type === null || (name.mark === undefined && isRejected(marks, name, type))) return null;
  return { type, entity, canonical, uncertain: name.mark === undefined && isUncertain(decision.confidence) };
}
