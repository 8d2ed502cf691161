import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkQuotations, checkSentences } from './checkTokens.js';
import { tokeniseBlock } from './tokeniseBlock.js';

describe('splitSentences', () => {
  test('titles, initials, dates and numbers do not end a sentence', () => {
    checkSentences('Sen. J. R. Roe met Dr. Lowe at 9 a.m. on Jan. 5.| He paid $3.5 million to Acme Inc. in Ashby.');
    checkSentences('It was No. 4 of ca. 20.| 1. The first item is this.');
  });

  test('an abbreviation ends one before a common first word', () => {
    checkSentences('He lives in the U.S.| The capital is far.');
    checkSentences('The U.S. Senate voted at 5 p.m.| It was close.');
  });

  test('the network X ends one, the initial does not', () => {
    checkSentences('She wrote on X. |Her office confirmed it. |Malcolm X. Roe met X. Lowe at noon.');
  });

  test('closing marks stay with what they close', () => {
    checkSentences('“It is over.”| She left (at last.)| “So?”| The others stayed.');
    checkSentences('He said "it is over."| Then he left.[3]| He came back.');
  });

  test('a cue after a quotation goes on with the sentence', () => {
    checkSentences('“It is late.| We must go,” he said.| “Why?” asked Roe.| “Why?” Jane Roe asked.| “Go!” the man said.');
  });

  test('line ends of hard-wrapped text are white space', () => {
    checkSentences('The mayor resigned on\r\nMonday. |He was\ntired.');
  });

  test('other scripts and missing spaces', () => {
    checkSentences('工程开始。|她很高兴。');
    checkSentences('That was the end.|The next day he left.');
  });

  test('sentences partition the tokens of any text, quotations lie inside it', () => {
    const piece = fc.constantFrom('“', '”', '"', '‘', '’', '«', '»', '. ', '? ', ', ', ' Roe', ' said', ' the', 'U.S. ', '[2]', '\n', '…', "'");
    fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const { tokens, sentences, quotations } = tokeniseBlock(text, 'body');
      let next = 0;
      for (const sentence of sentences) {
        expect(sentence.firstToken).toBe(next);
        expect([tokens[sentence.firstToken]?.start, tokens[sentence.lastToken - 1]?.end]).toEqual([sentence.start, sentence.end]);
        next = sentence.lastToken;
      }
      expect(next).toBe(tokens.length);
      let start = 0;
      for (const q of quotations) {
        expect(q.start).toBeGreaterThanOrEqual(start);
        expect(q.inner.start).toBeGreaterThan(q.start);
        expect(q.inner.end).toBeGreaterThanOrEqual(q.inner.start);
        expect(q.end).toBeLessThanOrEqual(text.length);
        start = q.start;
      }
    }), { numRuns: 500 });
  });
});

describe('findQuotations', () => {
  test('curly, straight and angle marks', () => {
    checkQuotations('“[We go,]” he said. “[Now.]”');
    checkQuotations('"[We go,]" he said ("[now]").');
    checkQuotations('«[Да]» and „[ja]“ and “[yes]”');
  });

  test('single marks are told from apostrophes', () => {
    checkQuotations('The ‘[productive]’ talks on workers’ rights in the ’90s didn’t end');
    checkQuotations('‘[the workers’ rights]’ were at stake, rock ’n’ roll');
  });

  test('nested', () => {
    checkQuotations('“[He said ‘[never]’ to me,]” she said');
  });

  test('what is not closed stays open to the end, or to the next one of its kind', () => {
    checkQuotations('He said: “[We go. And then>');
    checkQuotations('"[We go. And then> "[we]" came back');
  });

  test('a six-inch board is no quotation', () => {
    checkQuotations('a 6" board and a closing” alone');
  });
});
