/** Apart from the protocol, so that what runs at activation has the names without the protocol library. */

/**
 * Semantic token types, in legend order. The names are those of `contributes.semanticTokenTypes`.
 * One for each entity type; the modifiers mark what else is known of the mention.
 */
export const TOKEN_TYPES = [
  'entityPerson', 'entityNorp', 'entityFac', 'entityOrg', 'entityGpe', 'entityLoc', 'entityProduct', 'entityEvent', 'entityWork', 'entityLaw',
  'entityLanguage', 'entityDate', 'entityTime', 'entityPercent', 'entityMoney', 'entityQuantity', 'entityOrdinal', 'entityCardinal',
] as const;

/** `uncertain`: confidence below one half. `speaker`: the mention is the source of a claim. */
export const TOKEN_MODIFIERS = ['uncertain', 'speaker'] as const;
