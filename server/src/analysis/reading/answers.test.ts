/** Each article has what is answered drawn in as `⟨…⟩`, and what answers it as `⟨denied|…⟩`. */
import { describe, expect, it } from 'vitest';
import { longArticle } from '../../../../test/fixtures/articles.js';
import { growth, NOT_QUADRATIC } from '../../../../test/fixtures/work.js';
import { hull } from '../../base/span.js';
import type { Span } from '../../base/span.js';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import { ArticleEngine } from '../engine.js';
import type { Article } from '../article.js';
import { answered, answersTo, hasKin, isAnswer, mayBeAnswered } from './index.js';

const gazetteer = loadGazetteer();

function article(text: string): Article {
  return new ArticleEngine(gazetteer).update(`date 2026-03-12\n\n${text}`);
}

/** Draws every claim that is answered, and every answer, into the text. */
function check(marked: string): void {
  const made = article(marked.replace(/⟨[\p{L} ]*\||[⟨⟩]/gu, ''));
  const spans = new Map<string, Span & { kind: string }>();
  const add = (span: Span, kind: string): Map<string, Span & { kind: string }> => spans.set(`${span.start}-${span.end}`, { ...span, kind });
  for (const claim of made.claims()) {
    for (const { kind, span } of answersTo(made, claim)) {
      add(span, `${kind}|`);
      const whole = hull(claim.content);
      if (whole !== undefined) add(whole, '');
    }
  }
  let text = '';
  for (let i = 0; i <= made.text.length; i++) {
    for (const s of spans.values()) if (s.end === i) text += '⟩';
    for (const s of spans.values()) if (s.start === i) text += `⟨${s.kind}`;
    text += made.text.charAt(i);
  }
  expect(text.replace('date 2026-03-12\n\n', '')).toBe(marked);
}

describe('what answers a claim', () => {
  it.each([
    'A person close to the company said ⟨the delay would cost 40 million euros⟩. Vestergaard ⟨denied|denied that⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Ruth Oduya ⟨denied|denied this on Monday⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Ruth Oduya ⟨rejected|rejected the claim⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Ruth Oduya ⟨disputed|disputed this⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Ruth Oduya ⟨denied|denied the allegations⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. The company ⟨confirmed|confirmed the report⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. A second source ⟨confirmed|confirmed that account⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Ruth Oduya ⟨rejected|dismissed the reports as rumours⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. The company ⟨denied|denied doing so⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. The company ⟨not denied|did not deny this⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. The company ⟨left open|would neither confirm nor deny this⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. The company ⟨left open|has neither admitted nor denied that⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. The company ⟨not confirmed|could not confirm this⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. ⟨rejected|The claim was rejected⟩ by the company.',
    'Ana Ruiz said ⟨the bank lost money⟩. ⟨denied|“That is a lie,” Jon Berg said⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Jon Berg ⟨denied|said that the claim was not true⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Jon Berg ⟨taken up|echoed that view⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Ruth Oduya ⟨denied|called the claim “nonsense”⟩.',
  ])('is linked where a mere word points to it: %s', (marked) => { check(marked); });

  it.each([
    'Ana Ruiz said ⟨the bank lost money⟩, but the company ⟨denied|denied this⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩, ⟨denied|a claim the company denied⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩, ⟨denied|which the company has repeatedly denied⟩.',
    'A source said ⟨the bank lost money⟩. The loss came in May. The ministry ⟨denied|denied the claim⟩.',
    'A source said ⟨the bank lost money⟩.\n\nRuth Oduya, the chief executive, ⟨denied|denied it⟩.',
    'The ministry said ⟨prices rose⟩. Union leaders ⟨disputed|disputed that⟩. The ministry ⟨confirmed|later confirmed it⟩.',
    'Two people said ⟨it would bring in 60 million euros⟩. A third person said ⟨that it was 45 million⟩. The company ⟨denied|denied both figures⟩.',
    'Reuters reported ⟨that a source said ⟨the bank lost money⟩⟩. The ministry ⟨denied|denied that⟩.',
    'Ana Ruiz said ⟨the bank lost money⟩. Ruiz said ⟨it hid the loss⟩. The company ⟨denied|denied her claims⟩.',
  ])('is found in the same sentence, in the one before, in the paragraph before, and behind another answer: %s', (marked) => { check(marked); });

  it.each([
    'A source said the bank lost money and a lawyer said it would close. The ministry denied that.',
    'A source said the bank lost money. The loss came in May. The ministry denied that.',
    'A source said the bank lost money. Berg denied that the union had won.',
    'A source said the bank lost money. The minister wants that, too.',
    'A source said the bank lost money. Berg said it was not true that he knew.',
    'The minister said that on Monday the council met. A source said that prices rose.',
    'Ana Ruiz said the bank lost money. Berg denied the allegations of fraud.',
    'Police said 14 people were missing. The Red Cross put the number at 31. A spokesman could not confirm the higher figure.',
    'A source said the bank lost money. As lawyers have told everybody, the loss is small. The ministry disputed that account.',
    'Ruth Oduya said the bank lost money. A clerk said that the findings confirmed her claims.',
  ])('is not linked where it is not certain what is meant, or another thing is: %s', (marked) => { check(marked); });

  it('is found by the claim that answers, too', () => {
    const made = article('A source said the bank lost money. The ministry denied the claim.');
    const [said, denied] = made.claims();
    if (said === undefined || denied === undefined) throw new RangeError('two claims');
    expect(answered(made, denied).map(({ index }) => index)).toEqual([said.index]);
    expect(isAnswer(made, denied)).toBe(true);
    expect(answered(made, said)).toEqual([]);
  });

  it.each([
    'A source said the bank lost money. The company confirmed.', 'A source said the bank lost money. Jon Berg disagreed.', 'A source said the bank lost money. The company has denied any wrongdoing.',
    'A source said the bank lost money. The company contradicted him.', 'A source said the bank lost money. A second source spoke of millions.', 'A source said the bank lost money.\n\nJon Berg agreed.',
    'Two other officials said the bank lost money.',
  ])('may be there, though it is not linked: %s', (text) => {
    const made = article(text);
    const [first] = made.claims();
    expect(first !== undefined && mayBeAnswered(made, first)).toBe(true);
  });

  it.each([
    '“The motion has 46 signatures,” Ana Ruiz said. The government dismissed it as “theatre”.',
    'Ana Ruiz said that the increase reflected damage to farms. We expect the number to rise again, Ruth Oduya said.',
    'Ana Ruiz declined to comment. Keld Ferries said that it “has no such plans”.',
    '“I asked in public,” Ana Ruiz said. “People deserve to know who knew it, and when,” she said.',
  ])('is nothing where the word may stand for a thing, or for whoever speaks: %s', (text) => {
    const made = article(text);
    expect(made.claims().filter((claim) => isAnswer(made, claim)).map(({ index }) => index)).toEqual([]);
  });

  it.each(['A source said the bank lost money. It opened in May. The company declined to comment.', 'A source said the bank lost money.\n\nRuth Oduya denied that the council had sold the land.'])('is not suspected in other words, nor where another thing is denied: %s', (text) => {
    const made = article(text);
    const [first] = made.claims();
    expect(first !== undefined && mayBeAnswered(made, first)).toBe(false);
  });

  it('is not alone with the figure of another claim, or with its words', () => {
    const kin = (text: string): boolean => {
      const made = article(text);
      const [first] = made.claims();
      return first !== undefined && hasKin(made, first);
    };
    expect(kin('A source said the delay would cost 40 million euros. The town opened a park. The ministry put the bill at 40 million euros.')).toBe(true);
    expect(kin('A source said the ferry company owed its crews wages. Berg said the ferry crews wait.')).toBe(true);
    expect(kin('A source said the delay would cost 40 million euros. Berg said that the park was open.')).toBe(false);
  });

  it('costs work that grows with the article, not with its square', () => {
    const prepare = (words: number): Article => article(longArticle(words));
    const ask = (made: Article): number => made.claims().slice(10, 14).reduce((sum, claim) => sum + answersTo(made, claim).length + (hasKin(made, claim) ? 1 : 0), 0);
    expect(growth(prepare, ask, 1_500)).toBeLessThan(NOT_QUADRATIC);
  });
});
