/** All cards of an article, part after part: where none was made before, code has yet to be compiled, and one whole card holds others up. */
import type { Article } from '../analysis/article.js';
import { mentionsOf } from '../analysis/article.js';
import { writtenDateSteps } from '../analysis/entities/values/index.js';
import { readingSteps } from './claimReading.js';
import { hover } from './hover.js';

export function cardSteps(article: Article): readonly (() => unknown)[] {
  const claims = article.claims();
  const places = [...mentionsOf(article), ...claims.flatMap(({ cue }) => cue)];
  return [...claims.flatMap((claim) => readingSteps(article, claim)), ...writtenDateSteps(), ...writtenDateSteps(), ...places.map(({ start }) => () => hover(article, start))];
}
