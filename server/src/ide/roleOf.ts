import type { Mention, NamedEntity } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import { oneLine } from './card.js';

/** The first role that the article gives the entity, as written; empty if it gives none. */
export function roleOf({ forms, type }: NamedEntity): string {
  return oneLine(firstRole(forms, type) ?? '');
}

/** The first role beside the mentions that says more than "Mr."; "Mr." if that is all there is. */
export function firstRole(mentions: readonly Mention[], type: EntityType, except: readonly Mention[] = []): string | undefined {
  let address: string | undefined;
  for (const mention of mentions) {
    if (except.includes(mention)) continue;
    for (const { text } of mention.name?.roles ?? []) {
      if (!fitsRole(type, text)) continue;
      if (!isAddress(text)) return text;
      address ??= text;
    }
  }
  return address;
}

const ADDRESS = /^(?:mr|mrs|ms|mx|miss|mister|messrs|madam|madame|mme|mlle|monsieur|dr|doctor|prof|sir|dame|hon|honou?rable|rev|revd|reverend|herr|frau|doña|señora?|senhora?|signora?|shri|sri|smt|bro)\.?$/i;

/** A title that says how a person is addressed and not what office they hold: "Dr." */
export function isAddress(role: string): boolean {
  return ADDRESS.test(role.trim());
}

const OF_A_PERSON = /\b(?:spokes(?:man|woman|person)|minister|official|officer|president|chairman|chairwoman|lawyer|ambassador|aide|adviser|advisor|analyst|professor|director)$/i;

/** "In Washington, a State Department spokesman": what stands behind a place may be somebody who speaks there. */
export function fitsRole(type: EntityType, role: string): boolean {
  return type === 'PERSON' || !OF_A_PERSON.test(role.trim());
}
