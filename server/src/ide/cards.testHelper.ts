/** An own article and places in it, each of which has a card: what the snapshots and the test that traces cards to their text read. */
import { readFileSync } from 'node:fs';
import type { Article } from '../analysis/article.js';
import { ArticleEngine } from '../analysis/engine.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import type { Card } from './card.js';
import { hover } from './hover.js';

export const PLACES: readonly string[] = [
  '|could reopen', '40,000| lorries cross', 'The post |is the busiest', '|has cost hauliers', '|believes that', 'Osei |denied this', '1,200 hauliers |had asked', 'have |cleared 26 miles', 'staff |have left',
  'it |had counted', 'that |the council had sold', 'the council |sold the land', 'would not |say whether', '|urged the ministry', '|criticised the plan', 'border post |will reopen', '|plans to run', '|failed to pay',
  'It |must pay', '|rejected the offer', 'had |never closed', '|forest were lost', 'lorries |are old', 'had |probably fled', '|saw smoke', '|fears that', '|doubts that', 'is |unlikely to', 'wrongly |claimed', '|revealed that', '|rose from 4',
  'Petra| Osei said', 'Riga| rejected', 'RTLA| said', 'Keld| Ferries', 'Milo| Kant', 'Monday|,', 'in April|', '2.5| million', '26| miles of', '14| degrees', '300| acres', '20| knots', '40|,000',
];

let made: Article | undefined;

export function cardArticle(): Article {
  const text = readFileSync(new URL('../../../test/fixtures/cards/border-post.txt', import.meta.url), 'utf8');
  made ??= new ArticleEngine(loadGazetteer()).update(text);
  return made;
}

/** The card at the bar in the words, which stand in the article once. */
export function cardAtPlace(place: string): Card {
  const article = cardArticle();
  const words = place.replace('|', '');
  const at = article.text.indexOf(words);
  if (at < 0 || article.text.indexOf(words, at + 1) >= 0) throw new RangeError(`“${words}” does not stand in the article just once`);
  const found = hover(article, at + place.indexOf('|'), { ownClaims: true });
  if (found === null) throw new RangeError(`no card at “${place}”`);
  return found.card;
}
