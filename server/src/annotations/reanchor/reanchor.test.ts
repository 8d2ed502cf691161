import { describe, expect, it } from 'vitest';
import { newAnnotation } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import { reanchor } from './index.js';
import { PERSON, annotated, check, foundAgain } from './reanchor.testHelper.js';

const PORT = (words: string): string => `Officials in Tallinn met the press on Friday. The ministry announced late in the evening ${words} in May, and shipping lines have been told to use Paldiski.\n\nNobody asked about the costs.\n`;
const TEAMS = {
  before: (alpha: string) => `The league played its last round on Sunday.\n\nTeam Alpha won the long and hard final match after extra time and the crowd stayed.\n\nTeam Beta won the long and hard final match after extra time and the crowd stayed.\n\nThe cup goes to the harbour museum.\n`.replace(/^(.*?)(Team Alpha[^\n]*)/s, (_, head: string, line: string) => head + line.replace(alpha, `[[${alpha}]]`)),
};
const WITHOUT_ALPHA = 'The league played its last round on Sunday.\n\nTeam Beta won the long and hard final match after extra time and the crowd stayed.\n\nThe cup goes to the harbour museum.\n';

describe('an annotation finds its words again', () => {
  it('in a text that is the same: one of two equal words, by its place', () => {
    const text = 'On Monday the council met. On [[Monday]] the council slept.';
    check(text, text, 1);
  });

  it('behind a new paragraph: one of two equal words in lookalike sentences', () => {
    const text = 'The council met on Monday in the hall.\n\nThe council will meet on [[Monday]] in the town.\n';
    check(text, `Rain fell.\n\n${text}`, 2);
  });

  it('in paragraphs that have changed places', () => {
    const ferries = 'Ferries between the two ports will stop on [[Monday]] at noon and will not sail before Easter.';
    const trains = 'Trains run again from Friday evening on, and on Monday there will be more of them.';
    check(`${ferries}\n\n${trains}\n`, `${trains}\n\n${ferries}\n`, 2);
  });

  it('where a quotation mark was put before it', () => {
    check('The minister said that the [[port will close]] for two weeks.', 'The minister said that the “[[port will close]] for two weeks.', 3);
  });

  it.each(['match', 'after extra time', 'Team Alpha won the long and hard final match after extra time and the crowd stayed.'])('not in the sentence beside it that has the same words, when its own is gone: %s', (words) => {
    check(TEAMS.before(words), WITHOUT_ALPHA, 6);
  });

  it('in the sentence that stays, when the one like it is gone', () => {
    check(
      'The league played its last round on Sunday.\n\nTeam Alpha won the long and hard final match after extra time and the crowd stayed.\n\nTeam Beta won the long and hard final [[match]] after extra time and the crowd stayed.\n\nThe cup goes to the harbour museum.\n',
      WITHOUT_ALPHA.replace('match', '[[match]]'), 2);
  });

  it('not on another of the name, when its own has become another name', () => {
    check('Robin was late. Later that evening [[Robin]] read the letter aloud to the board.', 'Robin was late. Later that evening Elisa read the letter aloud to the board.', 6);
  });

  it('not inside another word', () => {
    check('The kernel was written by [[Linus]] alone.', 'The kernel was written by machines alone.', 6, []);
  });

  it('not where its sentence was written anew', () => {
    check('The harbour board will decide on [[Monday]] whether to sell.', 'A vote comes after the weekend; insiders expect Monday, perhaps later, to bring no sale.', 6);
  });

  it('with a word put into it, as edited', () => {
    check(PORT('[[that the port will close for two weeks]]'), PORT('[[that the harbour port will close for two weeks]]'), 5);
  });

  it('with several words put into it, as edited, where both sides stand as they stood', () => {
    check(PORT('that [[the first boat of the year would sail]]'), PORT('that [[the first quietly painted boat of the year would sail]]'), 5);
    check(PORT('that [[the first boat of the year would sail]]'), PORT('that the first quietly painted boat of the year would sail, it hoped,'), 6);
  });

  it('with all that stands between the two sides, and not with the part that is most like it', () => {
    check('Jones made it 2-1 with [[a free kick, and Amadi added a]] third in stoppage time.', 'Jones made it 2-1 with [[a later free kick, and Amadi added a]] third in stoppage time.', 5);
  });

  it('not in a part that says the same of what says otherwise now', () => {
    check('“The market [[is tight, and nobody wants to]] be short over the weekend,” she said.', '“The market is not tight, and nobody wants to be short over the weekend,” she said.', 6);
  });

  it('by itself, though another one with its surroundings is nearly the same', () => {
    const entry = (words: string, where: string): string => `The crane fell at the harbour ${where} on Sunday. ${words} did not comment, but the operator of six ships denied it.`;
    check(`${entry('[[Lansen', 'late')}\n\n${entry('Mansen', 'late')}\n`.replace('six ships denied', 'six ships]] denied'), `${entry('[[Lansen', 'again and rather late')}\n\n${entry('Mansen', 'late')}\n`.replace('six ships denied', 'six ships]] denied'), 3);
  });

  it('beside which more was changed, where its words stand as often as they stood', () => {
    check('They had been told to boil the water, [[the]] health office said. The board met.', 'and so people should now drink the bottled water, [[the]] health office said. The board met.', 4);
    check('They had been told to boil the water, [[the]] health office said. The board met.', 'and so people should now drink some bottled water, the health office said. The board met.', 6);
  });

  it('with one word of it changed, as edited', () => {
    check(PORT('[[that the port will close for two weeks]]'), PORT('[[that the port will shut for two weeks]]'), 5);
  });

  it('not with a “not” put into it: that is proposed', () => {
    check(PORT('[[that the port will close for two weeks]]'), PORT('that the port will not close for two weeks'), 6, ['that the port will not close for two weeks']);
  });

  it('not with another number in it, in figures or in words', () => {
    check(PORT('[[that the port will close for two weeks]]'), PORT('that the port will close for six weeks'), 6);
    check(PORT('[[that the port will close for 12 weeks]]'), PORT('that the port will close for 14 weeks'), 6);
  });
});

describe('an annotation without a place', () => {
  const anchor = { count: 0, exact: '', prefix: undefined, suffix: undefined, start: undefined, end: undefined };

  it('is an orphan where its selectors are nothing', () => {
    const [placement] = reanchor(new CanonicalText('Two weeks.'), [newAnnotation({ id: 'a', body: PERSON, created: '', anchors: [anchor] })], undefined);
    expect(placement).toEqual({ id: 'a', anchoring: 'orphaned', anchors: [{ span: null, edited: false, rule: 6, proposals: [], why: 'invalid' }] });
  });

  it('is an orphan with one proposal where a foreign file has its words alone, and they stand once', () => {
    const text = 'The port will close for two weeks.';
    const [placement] = reanchor(new CanonicalText(text), [newAnnotation({ id: 'a', body: PERSON, created: '', anchors: [{ ...anchor, exact: 'two weeks' }] })], undefined);
    expect(placement?.anchoring).toBe('orphaned');
    expect(placement?.anchors[0]?.proposals.map((s) => text.slice(s.start, s.end))).toEqual(['two weeks']);
  });

  it('stays where there is no article left', () => {
    const { annotations } = annotated('The [[port]] will close.');
    expect(reanchor(new CanonicalText(''), annotations, undefined).map(({ anchoring }) => anchoring)).toEqual(['orphaned']);
  });
});

describe('step 1, the text of the file', () => {
  it('needs no search where the hash is the same', () => {
    const { canonical, annotations } = annotated('On [[Monday]] and on [[Monday]].');
    const placements = reanchor(canonical, annotations, canonical.sha256);
    expect(placements.map(({ anchors }) => [anchors[0]?.rule, anchors[0]?.span])).toEqual([[0, { start: 3, end: 9 }], [0, { start: 17, end: 23 }]]);
  });

  it('does not trust the hash alone, since a merge may take either side’s', () => {
    const { annotations } = annotated('On [[Monday]] the council met.');
    const now = new CanonicalText('It is so: On Monday the council met.');
    expect(reanchor(now, annotations, now.sha256)[0]?.anchors[0]).toMatchObject({ rule: 2, span: { start: 13, end: 19 } });
  });
});

describe('all together', () => {
  it('counts typography as nothing', () => {
    const { placements, spans } = foundAgain('He said: “We’ll [[close the port – soon]]”, and left for Riga.', 'He said: "We\'ll [[close  the port - soon]]", and left for Riga.');
    expect(placements[0]?.anchors[0]?.span).toEqual(spans[0]);
  });

  it('is in offsets of the document: CRLF, byte order mark, emoji', () => {
    const before = 'Rain.\n\n🚢 The [[quay 🚢]] closed.\n';
    const { annotations } = annotated(before);
    const after = '\ufeffSun 🌞.\r\n\r\nRain.\r\n\r\n🚢 The quay 🚢 closed.\r\n';
    const span = reanchor(new CanonicalText(after), annotations, undefined)[0]?.anchors[0]?.span;
    expect(after.slice(span?.start, span?.end)).toBe('quay 🚢');
  });
});
