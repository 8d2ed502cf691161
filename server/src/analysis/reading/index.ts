/**
 * What a claim commits to: how certain, of when, of how much, of what sort, and where else in the article the same is said. Computed
 * when it is asked for, for one claim. Does no I/O, never throws for any text, and gives no verdict.
 */
export { allOwnClaims, ownClaimAt, ownClaimsOf, yearOf } from './ownClaims.js';
export { certaintyOf } from './certainty.js';
export type { Certainty, FactValue, OpenBy } from './certainty.js';
export { headPredicate } from './predicate.js';
export type { Predicate, Tense } from './predicate.js';
export { typesOf } from './claimType.js';
export type { ClaimType, TypeFound } from './claimType.js';
export { isContentWord, wordsOf } from './words.js';
export type { Word } from './words.js';
export { comparableOf, compare, elsewhere, hasKin, likenessOf } from './elsewhere.js';
export type { Comparable, Differing, Elsewhere } from './elsewhere.js';
export { answered, answersTo, isAnswer, mayBeAnswered, pointedEnd } from './answers.js';
export type { Answer } from './answers.js';
export { claimIn, ofSameSource, spokenBy } from './speakers.js';
export type { ClaimPlace } from './speakers.js';
export { quantitiesIn } from './quantities.js';
export type { Quantity } from './quantities.js';
export { pointedAt } from './pointed.js';
export type { Pointed } from './pointed.js';
export { datesOf, predicateSpan, saidOn, tenseWords } from './when.js';
export type { DatedWords } from './when.js';
