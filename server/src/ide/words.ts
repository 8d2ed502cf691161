/** The words that cards use for our types: those of the tables in the card specification (B1, B2, B9). */
import type { ClaimType, FactValue, OpenBy } from '../analysis/reading/index.js';
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
  belief: 'believes or expects', intention: 'intends, promises or hopes', emotion: 'feels about it', request: 'asks or demands',
  factive: 'says (the wording takes it as true)', decision: 'decides or orders', judgement: 'praises or blames',
};

/** For a negated cue: "did not say", "would not confirm". */
export const NEGATED_STANCE = 'does not commit to it';

export const QUOTATION_WORDS: Readonly<Record<QuotationKind, string>> = {
  direct: 'direct quotation', indirect: 'indirect', mixed: 'mixed quotation',
};

/** How certain the source is, behind a word of saying or believing: "says" + "it is possible". */
export const CERTAINTY_WORDS: Readonly<Record<Exclude<FactValue, 'Uu'>, string>> = {
  'CT+': ', as certain', 'PR+': ' it is probable', 'PS+': ' it is possible', 'CT-': ' it is certainly not so', 'PR-': ' it is probably not so', 'PS-': ' it is possibly not so', CTu: ' and knows whether',
};

/** The same behind any other word: "claims (the writer keeps a distance)" + ", as possible". */
export const CERTAINTY_ASIDE: Readonly<Record<Exclude<FactValue, 'Uu'>, string>> = {
  'CT+': ', as certain', 'PR+': ', as probable', 'PS+': ', as possible', 'CT-': ', as certainly not so', 'PR-': ', as probably not so', 'PS-': ', as possibly not so', CTu: ', and knows whether',
};

/** Where the source does not commit itself: what it leaves open. */
export const OPEN_WORDS: Readonly<Record<OpenBy, string>> = {
  duty: ', as what ought to be', plan: ', as what is meant or hoped', question: ', as a question', condition: ', on a condition', cue: ', not committed to it',
};

/** Cues whose own word says more than their stance. */
export const CUE_WORDS: ReadonlyMap<string, string> = new Map([
  ...['reject', 'refuse', 'decline', 'dismiss', 'rebuff', 'repudiate', 'turn'].map((lemma) => [lemma, 'rejects or refuses'] as const),
  ['doubt', 'doubts'], ['question', 'questions'], ['query', 'questions'], ['wonder', 'wonders'], ['dispute', 'disputes'], ['disagree', 'disagrees'],
]);

export const CLAIM_TYPE_WORDS: Readonly<Record<ClaimType, string>> = {
  'quotation of record': 'quotes a text', quantity: 'quantity', comparison: 'comparison or trend', causation: 'cause and effect', prediction: 'prediction', rule: 'law or rule', record: 'record or history',
  experience: 'personal experience', opinion: 'opinion or value', intention: 'intention',
};

/** What would settle a claim of each type, and the steps there, most useful first. Suggestions: no card says how it comes out. */
/** How two claims of one source differ; never which of them holds. */
export const DIFFERENCES: Readonly<Record<'figure' | 'date' | 'polarity', string>> = {
  figure: 'another figure', date: 'another date', polarity: 'affirmed in one and denied in the other',
};

export const CHECKS: Readonly<Record<ClaimType, readonly string[]>> = {
  'quotation of record': ['the text itself, in its official copy', 'its date', 'the clause with its neighbours', 'amendments since'],
  quantity: ['the first publisher of the count: its table and date', 'same definition, place and period?', 'the basis of a rounded or “at least” figure', 'do the sum again'],
  comparison: ['the series, with one definition throughout', 'both end points from it', 'another start year', 'per head, and with prices adjusted?', 'a break in the series?'],
  causation: ['a study or an inquiry with a comparison', 'did the effect come after, and elsewhere without the cause?', 'other explanations, by independent experts', 'who measured it, and how'],
  prediction: ['nothing settles it yet: ask for the assumptions', 'what the same forecaster said before', 'other forecasts', 'the date to look again'],
  rule: ['the statute or rule in force at the date', 'the official gazette or register', 'exceptions, and where it applies', 'a lawyer who takes no side'],
  record: ['records made at the time: minutes, roll calls, archives', 'two independent accounts', 'for a first or only: who keeps such a list'],
  experience: ['other witnesses of the same place and time', 'where did they stand?', 'time and place of images', 'hospital, police or weather records'],
  opinion: ['cannot be settled; the facts inside it can', 'is it fairly quoted, in its context?', 'who holds the opposite view'],
  intention: ['has it been put in writing: order, budget, vote?', 'has it been said before, and differently?'],
};
