/** What a claim has to do with others, as items of its card: what it answers and what answers it, where it is made again or otherwise, where its source says more. */
import type { Article, Claim } from '../analysis/article.js';
import { paragraphAt } from '../analysis/article.js';
import { claimIn, hasKin, isAnswer, mayBeAnswered } from '../analysis/reading/index.js';
import { capitalised } from '../base/capitalised.js';
import { plural, quoted } from './card.js';
import { jumpOf } from './claimPlaces.js';
import type { Reading } from './claimReading.js';
import { wordingLine } from './otherArticles.js';
import { saidText, sourceName, textOf } from './sayings.js';

const WORDINGS_SHOWN = 3;
const ANSWERS_SHOWN = 2;

export interface Item {
  readonly text: string;
  /** What goes first where there is not room for all; 1 stays longest. */
  readonly rank: number;
}

/** Nobody was found to say the same in this article, to say it otherwise, or to answer it: where somebody may, nothing is said. */
export function isAlone({ article, claim, again, otherwise, answers }: Reading): boolean {
  if (!claim.linked.sourceKind.startsWith('unnamed') || claim.linked.joint !== undefined || again.length + otherwise.length + answers.length > 0) return false;
  return !isAnswer(article, claim) && !mayBeAnswered(article, claim) && !hasKin(article, claim);
}

export function answeredItem({ article, answered: [first, ...more] }: Reading): string | undefined {
  if (first === undefined) return undefined;
  const whose = `${sourceName(article, first)}${placeText(article, first)}`;
  return more.length === 0 ? `Answers a claim of ${whose}` : `Answers ${plural(more.length + 1, 'claim')}, the first of ${whose}`;
}

export function answerItems({ article, answers }: Reading): Item[] {
  const shown = answers.slice(0, ANSWERS_SHOWN);
  return shown.map(({ claim, kind, span }, i) => {
    const paragraph = paragraphAt(article, span.start);
    const who = claim === undefined ? '' : `${sourceName(article, claim)}, `;
    const rest = i === shown.length - 1 ? moreText(answers.length - shown.length, false) : '';
    return { text: `${capitalised(kind)}${paragraph === undefined ? '' : ` in ¶${paragraph}`}: ${who}${quoted(textOf(article, [span]), 80)}${rest}`, rank: 1 };
  });
}

export function otherwiseItem({ article, otherwise, isCut }: Reading): string | undefined {
  const [first] = otherwise;
  if (first === undefined) return undefined;
  const words = saidText(article, first.claim);
  const { stance, negated } = first.claim.linked.candidate;
  return `${stance === 'denial' && !negated ? 'Denied' : 'Differs'}${placeText(article, first.claim)}: ${quoted(words, 80)}, ${sourceName(article, first.claim)}${moreText(otherwise.length - 1, isCut)}`;
}

export function againItem({ article, claim, again, isCut }: Reading): string | undefined {
  const [first] = again;
  if (first === undefined) return undefined;
  const same = first.entity !== undefined && first.entity === claim.entity;
  return `Said again${placeText(article, first)}${same ? ' by the same source' : `: ${sourceName(article, first)}`}${moreText(again.length - 1, isCut)}`;
}

/** One always, more where there is room for them. */
export function elsewhereItems({ elsewhere: known }: Reading, room: number): Item[] {
  if (known === undefined) return [];
  const shown = known.wordings.slice(0, Math.max(1, Math.min(WORDINGS_SHOWN, room)));
  const rest = moreText(known.wordings.length - shown.length, known.isCut);
  return shown.map((wording, i) => ({ text: `${wordingLine(wording)}${i === shown.length - 1 ? rest : ''}`, rank: 1 }));
}

export function sameSourceItem({ article, claim, sameSource }: Reading): string | undefined {
  if (sameSource.length < 2) return undefined;
  const nth = article.claimsOf(claim.block).findIndex(({ index }) => index === claim.index);
  const next = sameSource.find((other) => other.block > claim.block || (other.block === claim.block && other.nth > nth));
  const first = next ?? sameSource[0];
  const shown = first === undefined ? undefined : claimIn(article, first);
  return shown === undefined ? undefined : `Says more here: ${plural(sameSource.length - 1, 'other claim')}, ${next === undefined ? 'first' : 'next'}${placeText(article, shown)}`;
}

function placeText(article: Article, claim: Claim): string {
  const paragraph = paragraphAt(article, jumpOf(article, claim).start);
  return paragraph === undefined ? '' : ` in ¶${paragraph}`;
}

function moreText(count: number, isCut: boolean): string {
  return count > 0 ? ` and ${isCut ? 'at least ' : ''}${count} more` : '';
}
