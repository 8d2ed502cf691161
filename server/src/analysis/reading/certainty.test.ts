import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import { ArticleEngine } from '../engine.js';
import type { Claim } from '../article.js';
import { certaintyOf, headPredicate, typesOf, wordsOf } from './index.js';

const gazetteer = loadGazetteer();

function read(text: string) {
  const article = new ArticleEngine(gazetteer).update(`date 2026-03-12\n\nThe talks went on in the harbour of Riga. ${text}`);
  const claim: Claim | undefined = article.claims()[0];
  if (claim === undefined) throw new RangeError(`no claim in “${text}”`);
  const { stance, negated } = claim.linked.candidate;
  const [words, cueWords] = [wordsOf(article, claim.content), wordsOf(article, claim.cue)];
  const certainty = certaintyOf(words, { words: cueWords, stance, negated, isArticle: false });
  const decided = certainty.decided.map(({ start, end }) => article.text.slice(start, end)).join(' | ');
  return { certainty, decided, predicate: headPredicate(words), words, types: typesOf({ words, stance, cueWords, year: 2026 }).map(({ type }) => type) };
}

describe('certainty and polarity', () => {
  it.each([
    ['The mayor said that the ship had left.', 'CT+', ''],
    ['The mayor said that the ship has not left.', 'CT-', 'not left'],
    ['The mayor said the port could reopen.', 'PS+', 'could reopen'],
    ['The mayor said the port may not reopen.', 'PS-', 'may not reopen'],
    ['The mayor said the port will probably reopen.', 'PR+', 'probably reopen'],
    ['The mayor said the port is unlikely to reopen.', 'PR-', 'unlikely to reopen'],
    ['The mayor said the port is not expected to reopen.', 'PR-', 'not expected to reopen'],
    ['The mayor said no ship had left.', 'CT-', 'no'],
    ['The mayor said the firm failed to pay the crew.', 'CT-', 'failed to pay'],
    ['The mayor said the guards cannot have seen it.', 'CT-', 'cannot have seen'],
    ['The mayor said the firm must have known.', 'PR+', 'must have known'],
    ['The mayor said the firm must pay the crew.', 'Uu', 'must pay'],
    ['The mayor said the firm should pay the crew.', 'Uu', 'should pay'],
    ['The mayor said not only the crew had left.', 'CT+', ''],
    ['The mayor asked whether the ship had left.', 'Uu', 'whether'],
    ['The mayor believes that the ship has left.', 'PR+', 'believes'],
    ['The mayor is convinced that the ship has left.', 'CT+', ''],
    ['The mayor denied that the ship had left.', 'CT-', 'denied'],
    ['The mayor did not deny that the ship had left.', 'Uu', 'did not deny'],
    ['The mayor did not say that the ship had left.', 'Uu', 'did not say'],
    ['The mayor doubts that the ship has left.', 'PR-', 'doubts'],
    ['The mayor suggested that the ship had left.', 'PR+', 'suggested'],
    ['The mayor hinted that the ship had left.', 'PS+', 'hinted'],
    ['The mayor fears that the ship has left.', 'PS+', 'fears'],
    ['The mayor regretted that the ship had left.', 'CT+', ''],
    ['The mayor hopes that the ship has left.', 'Uu', 'hopes'],
    ['The mayor knows whether the ship has left.', 'CTu', 'knows'],
    ['The mayor plans to sell the ship.', 'Uu', 'plans'],
  ])('%s', (text, value, decided) => {
    const { certainty, decided: words } = read(text);
    expect([certainty.value, words]).toEqual([value, decided]);
  });

  it('flags what is reported and still to come', () => {
    expect(read('The mayor said the port will reopen.').certainty).toMatchObject({ value: 'CT+', notYet: true });
    expect(read('The mayor said the port had reopened.').certainty.notYet).toBe(false);
  });

  it('keeps a condition with its words, and leaves open what depends on it', () => {
    const { certainty } = read('The mayor said the port will reopen if the road is cleared.');
    expect(certainty).toMatchObject({ value: 'Uu', openBy: 'condition' });
    expect(certainty.condition).toBeDefined();
  });

  it('tells the article’s own view apart', () => {
    expect(read('The mayor said that the ship had left.').certainty.author).toBeUndefined();
    expect(read('The mayor revealed that the ship had left.').certainty.author).toBe('takes it as true');
    expect(read('The mayor wrongly claimed that the ship had left.').certainty.author).toBe('takes it as false');
  });
});

describe('the tense of the head predicate', () => {
  it.each([
    ['The mayor said that the ship left at noon.', 'past'],
    ['The mayor said that the ship had left.', 'pastPerfect'],
    ['The mayor said that the ship has left.', 'perfect'],
    ['The mayor said that the ship will leave.', 'future'],
    ['The mayor said that the ship would leave.', 'pastFuture'],
    ['The mayor said that the ship is leaving.', 'present'],
    ['The mayor said that the man who sold the ship has left.', 'perfect'],
    ['The mayor said that when the ship came, the crew had left.', 'pastPerfect'],
    ['The mayor said that the plant burns 40 tonnes a day.', 'present'],
  ])('%s', (text, tense) => {
    expect(read(text).predicate?.tense).toBe(tense);
  });
});

describe('the type of a claim', () => {
  it.each([
    ['The mayor said that under article 5 of the treaty the port is free.', 'quotation of record'],
    ['The mayor said that 40 ships had left.', 'quantity'],
    ['The mayor said that prices had risen by 12 percent since 2019.', 'comparison'],
    ['The mayor said that the port is the largest in Europe.', 'comparison'],
    ['The mayor said that the fire broke out because of a cable.', 'causation'],
    ['The mayor said that the port will reopen.', 'prediction'],
    ['The mayor said that smoking is banned at the port.', 'rule'],
    ['The mayor said that the port was founded in 1911.', 'record'],
    ['“I saw the ship from my window,” the mayor said.', 'experience'],
    ['The mayor said that the plan was wrong and absurd.', 'opinion'],
    ['The mayor plans to sell the ship.', 'intention'],
  ])('%s', (text, type) => {
    expect(read(text).types[0]).toBe(type);
  });
});
