/** What the words of a claim come to: made for this claim, when its card is asked for. */
import type { Article, Claim } from '../analysis/article.js';
import { answered, answersTo, certaintyOf, elsewhere, ofSameSource, typesOf, wordsOf, yearOf } from '../analysis/reading/index.js';
import type { Answer, Certainty, ClaimPlace, Differing, TypeFound, Word } from '../analysis/reading/index.js';
import type { ClaimElsewhere } from './otherArticles.js';

export interface Reading {
  readonly article: Article;
  readonly claim: Claim;
  readonly words: readonly Word[];
  readonly certainty: Certainty;
  readonly types: readonly TypeFound[];
  readonly again: readonly Claim[];
  readonly otherwise: readonly Differing[];
  readonly isCut: boolean;
  /** What it denies, confirms or takes up by a mere "that". */
  readonly answered: readonly Claim[];
  /** What does so with it. */
  readonly answers: readonly Answer[];
  /** All claims of the entity that speaks, or of the unnamed source that speaks again, this one among them. */
  readonly sameSource: readonly ClaimPlace[];
  /** In other articles; undefined without an index, and where the source says nothing there. */
  readonly elsewhere: ClaimElsewhere | undefined;
}

/** What its own words alone say. */
export function readWords(article: Article, claim: Claim): Pick<Reading, 'words' | 'certainty' | 'types'> {
  const words = wordsOf(article, claim.content);
  const cueWords = wordsOf(article, claim.cue);
  const { candidate, sourceKind } = claim.linked;
  const isArticle = sourceKind === 'article';
  return {
    words,
    certainty: certaintyOf(words, { words: cueWords, stance: candidate.stance, negated: candidate.negated, isArticle }),
    types: typesOf({ words, stance: isArticle ? undefined : candidate.stance, cueWords, year: yearOf(article) }),
  };
}

export function read(article: Article, claim: Claim, known: ClaimElsewhere | undefined): Reading {
  let made = readings.get(claim);
  if (made?.article !== article) {
    made = readHere(article, claim);
    readings.set(claim, made);
  }
  return { ...made, elsewhere: known };
}

type ReadingHere = Omit<Reading, 'elsewhere'>;

/** The pointer comes back to a claim, and moves over its words. */
const readings = new WeakMap<Claim, ReadingHere>();

/** The parts of a reading, each by itself, for who wants them to have run once. */
export function readingSteps(article: Article, claim: Claim): readonly (() => unknown)[] {
  return [
    () => readWords(article, claim), () => elsewhere(article, claim), () => answered(article, claim), () => answersTo(article, claim), () => ofSameSource(article, claim),
  ];
}

function readHere(article: Article, claim: Claim): ReadingHere {
  const { candidate, sourceKind } = claim.linked;
  const isArticle = sourceKind === 'article';
  return {
    article, claim, ...readWords(article, claim),
    ...elsewhere(article, claim),
    answered: answered(article, claim),
    answers: isArticle ? [] : answersTo(article, claim),
    sameSource: isArticle || candidate.pronoun === 'first' ? [] : ofSameSource(article, claim),
  };
}
