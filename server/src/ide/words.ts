/** The words that cards use for our types: those of the tables in the card specification (B1, B2, B9). */
import type { EntityType, QuotationKind, SourceKind, Stance } from '../analysis/types.js';

export const TYPE_WORDS: Readonly<Record<EntityType, string>> = {
  PERSON: 'person', NORP: 'people or group', FAC: 'building or facility', ORG: 'organisation', GPE: 'place', LOC: 'region or landform',
  PRODUCT: 'product', EVENT: 'event', WORK_OF_ART: 'work or prize', LAW: 'law or treaty', LANGUAGE: 'language', DATE: 'date', TIME: 'time',
  PERCENT: 'percentage', MONEY: 'amount of money', QUANTITY: 'quantity', ORDINAL: 'rank or order', CARDINAL: 'number',
};

export const KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  'named-person': 'named person', 'named-organisation': 'named organisation', 'official-body': 'official body',
  'unnamed-described': 'unnamed, described', 'unnamed-bare': 'unnamed, not described', document: 'document', author: 'the writer', article: 'the article itself',
};

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  report: 'says', assertion: 'states firmly', concession: 'concedes', denial: 'denies', distance: 'claims (the writer keeps a distance)',
  belief: 'believes or expects', intention: 'means to, promises or wants', emotion: 'feels about it', request: 'asks or demands',
  factive: 'says (the wording takes it as true)', decision: 'decides or orders', judgement: 'praises or blames',
};

/** For a negated cue: "did not say", "would not confirm". */
export const NEGATED_STANCE = 'does not commit to it';

export const QUOTATION_WORDS: Readonly<Record<QuotationKind, string>> = {
  direct: 'direct quotation', indirect: 'indirect', mixed: 'mixed quotation',
};
