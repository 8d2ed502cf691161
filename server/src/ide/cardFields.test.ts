/** Fields of cards that the measured article of the snapshots does not have. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Facts, PACKS } from '../knowledge/index.js';
import { toMarkdown, toPlainText } from './card.js';
import { hover } from './hover.js';
import { readMarked } from './marked.testHelper.js';

const facts = new Facts(PACKS.map((name) => readFileSync(new URL(`../knowledge/packs/${name}.json`, import.meta.url), 'utf8')));

function at(marked: string, withFacts = false): { text: string; links: string[]; lines: number } {
  const { article, caret } = readMarked(marked);
  const found = hover(article, caret, { ownClaims: true, ...(withFacts ? { facts: { facts, today: '2026-11-29' } } : {}) });
  if (found === null) return { text: '', links: [], lines: 0 };
  return { text: toPlainText(found.card), links: (found.card.links ?? []).map(({ label }) => label), lines: toMarkdown(found.card, () => 'command:x').split('\n').length };
}

describe('the card of a claim', () => {
  it('names both whom a family name may mean, and leads to both', () => {
    const { text, links } = at('date 2026-03-12\n\nDaniel Kim and Laura Kim met on Monday. Kim sa$0id that prices rose.');
    expect(text).toContain('written here as “Kim”, which may be either Daniel Kim or Laura Kim');
    expect(links).toContain('Both of them');
  });

  it('says for whom a spokesperson speaks, and that nobody else was found for what the unnamed say', () => {
    const { text } = at('date 2026-03-12\n\nA ministry spokesman sa$0id on Monday that prices rose by 4 percent.');
    expect(text).toContain('“spokesman” describes people · speaks for “ministry”');
    expect(text).toContain('comparison or trend, quantity · no other source found for it here');
  });

  it('says whose “its sources” and “his lawyer” are, and for whom “their spokesman” speaks', () => {
    const { text, links } = at('date 2026-03-12\n\nSuspilne said that prices rose, and its sour$0ces said they would fall.');
    expect(text).toContain('unnamed, described · sources of Suspilne (the nearest earlier source that agrees, ¶1)');
    expect(links).toContain('To Suspilne');
    expect(at('date 2026-03-12\n\nTom Berg was arrested on Monday. His lawyer sa$0id that Berg was ill.').text).toContain('lawyer of Tom Berg (the nearest person before it, ¶1)');
    expect(at('date 2026-03-12\n\nTom Berg was arrested on Monday. His lawyer, Jan Kask, sa$0id that Berg was ill.').text).toContain('lawyer of Tom Berg (the nearest person before it, ¶1)');
    expect(at('date 2026-03-12\n\nKeld Ferries lost money. Its spokesman sa$0id that prices rose.').text).toMatch(/spokesman of Keld Ferries \(the nearest organisation before it, ¶1\)[^]*speaks for Keld Ferries/);
    expect(at('“We wait,” his brother sa$0id.').text).not.toContain(' of ');
  });

  it('leads to all that an unnamed source says, where “the source” goes back to it', () => {
    const { text, links } = at('date 2026-03-12\n\nA source sa$0id that prices rose. The town is small.\n\nThe source added that wages fell.');
    expect(links).toContain('All 2 claims of this source');
    expect(text).toContain('Says more here: 1 other claim, next in ¶2');
    expect(at('date 2026-03-12\n\nA source sa$0id that prices rose. A lawyer added that wages fell.').links).not.toContain('All 2 claims of this source');
  });

  it('counts “since January” from its first day to the article’s own, and names what a sentence without names is about', () => {
    expect(at('date 2026-03-12\n\nHalf the staff have left since January, a source sa$0id.').text).toContain('When: Thursday, January 1, 2026 to Thursday, March 12, 2026, from “since January”');
    expect(at('date 2026-03-12\n\nA source sa$0id that the old bridge was sold.').text).toContain('About: “the old bridge” · record or history');
    expect(at('date 2026-03-12\n\nA source sa$0id whether the bridge was sold.').text).toMatch(/says, as a question: whether the bridge was sold\n[^]*About: “the bridge”/);
    expect(at('date 2026-03-12\n\nThe mayor denied th$0at the bridge had been sold.').text).toContain('by this account certainly not so · the article itself takes no side');
    expect(at('date 2026-03-12\n\nThe mayor rejec$0ted the offer.').text).not.toContain('certainly');
  });

  it('gives each of several sources its own kind, and calls none of them alone', () => {
    const { text } = at('date 2026-03-12\n\nPolice and witnesses sa$0id that prices rose by 4 percent.');
    expect(text).toMatch(/^“Police and witnesses” · official body \(“Police”\) and unnamed, described \(“witnesses”\)/);
    expect(at('date 2026-03-12\n\nAna Ruiz and Milo Kant sa$0id that prices rose.').text).toMatch(/^“Ana Ruiz and Milo Kant” · named person \(“Ana Ruiz”; “Milo Kant”\)/);
    expect(at('date 2026-03-12\n\nKeld Ferries and the dockers’ union sa$0id that prices rose.').text).toMatch(/^“Keld Ferries and the dockers’ union” · named organisation \(“Keld Ferries”; “the dockers’ union”\)/);
    expect(at('date 2026-03-12\n\nPrices rose by 4 percent, accord$0ing to residents and a police officer.').text).not.toContain('no other source');
    expect(at('date 2026-03-12\n\nMayor Ruth Oduya left. The mayor and two officials sa$0id that prices rose.').text).toContain('named person (“The mayor”, Ruth Oduya) and unnamed, not described (“two officials”)');
    for (const one of ['Ministers of trade and industry', 'Officials in Kyiv and Moscow', 'The Ministry of Trade and Industry']) expect(at(`date 2026-03-12\n\n${one} sa$0id that prices rose.`).text).not.toContain(' and unnamed');
  });

  it('says whose words an outlet passes on', () => {
    expect(at('date 2026-03-12\n\nReuters repor$0ted, citing a police officer, that two drivers had fled.').text).toContain('Passes on a claim of “a police officer”, unnamed, described');
  });

  it('does not say so where somebody else says the same', () => {
    expect(at('date 2026-03-12\n\nA ministry spokesman sa$0id on Monday that bread prices rose by 4 percent.\n\nRuth Oduya said on Monday that bread prices rose by 4 percent.').text).not.toContain('no other source');
  });

  it('shows who denies it by a mere “that”, and what such a denial denies, with links to either', () => {
    const said = at('date 2026-03-12\n\nA person close to the company sa$0id the delay would cost 40 million euros. Vestergaard denied that.');
    expect(said.text).toContain('- Denied in ¶1: Vestergaard, “denied that”');
    expect(said.text).not.toContain('no other source');
    expect(said.links).toContain('The answer');
    const denied = at('date 2026-03-12\n\nA person close to the company said the delay would cost 40 million euros. Vestergaard den$0ied that.');
    expect(denied.text).toContain('denies: that (the delay would cost 40 million euros)');
    expect(denied.text).toContain('- Answers a claim of “A person close to the company” in ¶1');
    expect(denied.links).toContain('What it answers');
  });

  it('shows several answers, those of the next paragraph and those in an aside', () => {
    const { text, links } = at('date 2026-03-12\n\nA source sa$0id the bank lost money, which the bank denies.\n\nThe ministry confirmed the report.');
    expect(text).toContain('- Denied in ¶1: “which the bank denies”');
    expect(text).toContain('- Confirmed in ¶2: “The ministry”, “confirmed the report”');
    expect(links).toContain('The answers');
  });

  it.each(['The company confirmed.', 'A second source said the same.', 'Jon Berg disagreed.', 'The ministry put the bill at 40 million euros.'])('does not call it alone where somebody may speak of the same: %s', (behind) => {
    expect(at(`date 2026-03-12\n\nA person close to the company sa$0id the delay would cost 40 million euros. ${behind}`).text).not.toContain('no other source');
    expect(at('date 2026-03-12\n\nA person close to the company sa$0id the delay would cost 40 million euros. The town opened a park.').text).toContain('no other source found for it here');
  });

  it('calls a denial in other words a denial, not a wording of who denies it', () => {
    const { text } = at('date 2026-03-12\n\nA clerk sa$0id that the council sold the land. Ruth Oduya denied that the council had sold the land.');
    expect(text).toContain('Denied in ¶1: “the council had sold the land”, Ruth Oduya');
  });

  it('gives the months of a season in both halves of the earth', () => {
    expect(at('date 2026-03-12\n\nRuth Oduya sa$0id that the bridge will open this summer.').text).toContain('When: “this summer”, June to August in the north, December to February in the south');
  });

  it('offers to set the article’s date where a day needs one, and no note on what nobody is given for', () => {
    expect(at('Ruth Oduya sa$0id that the bridge would open on Monday.').links).toEqual(['How to check', 'Set the article’s date…', 'Remind me…', 'Add note']);
    expect(at('date 2026-03-12\n\nRuth Oduya sa$0id that the bridge would open on Monday.').links).toEqual(['How to check', 'Remind me…', 'Add note']);
    expect(at('date 2026-03-12\n\nThe plant$0 is the largest in the country.').links).toEqual(['How to check']);
  });
});

describe('the card of a name or a date', () => {
  it('has what others say of it, and of people of them', () => {
    const text = 'date 2026-03-12\n\nA lawyer said that Milo Kant left Riga on Monday.\n\nFew had seen Kant there, and Riga was quiet.';
    expect(at(text.replace('seen Kant', 'seen Ka$0nt')).text).toContain('Said about them: Milo Kant left Riga');
    expect(at(text.replace('and Riga', 'and Ri$0ga')).text).toContain('Said about it: Milo Kant left Riga');
  });

  it('tells the claim that is around the name once', () => {
    const card = at('A lawyer said that Mi$0lo Kant left Riga on Monday.').text;
    expect(card).toContain('In a claim by “A lawyer”');
    expect(card).not.toContain('Said about');
  });

  it('says that the lists know nothing of it, where they know such things', () => {
    expect(at('Chairman Petra Os$0ei spoke on Monday.', true).text).toContain('No record under this name in the offline lists');
    expect(at('Chairman Petra Os$0ei spoke on Monday.').text).not.toContain('No record');
    expect(at('Ministers of Lat$0via met on Monday.', true).text).not.toContain('No record');
    expect(at('Osei said that prices rose. “We wait,” Os$0ei said.', true).text).not.toContain('No record');
  });

  it('says what kind of place it is by the one record that fits: city and country with their capitals, a state with its own', () => {
    expect(at('Ministers met in Ri$0ga on Monday.', true).text).toMatch(/^Riga · place, city · capital of Latvia\n[^]*Latvia: Population: [\d,]+ \(2025 est\.\); Government: parliamentary republic, from CIA World Factbook/);
    expect(at('Ministers of Lat$0via met on Monday.', true).text).toMatch(/^Latvia · place, country · capital Riga\n/);
    expect(at('Voters in Ala$0bama met on Monday.', true).text).toMatch(/^Alabama · place, US state · capital Montgomery\n/);
    expect(at('Officials in Geor$0gia met on Monday.', true).text).toMatch(/^Georgia · place\n/);
    expect(at('Ministers met in Ri$0ga on Monday.').text).toMatch(/^Riga · place\n/);
  });

  it('does not take who speaks in a place for what the place is', () => {
    expect(at('In Wash$0ington, a State Department spokesman said that prices rose.').text).not.toContain('spokesman');
  });

  it('says what was done with words that were not merely said', () => {
    expect(at('Minister Petra Os$0ei approved the plan in March. Osei left.').text).toContain('- decides or orders: the plan in March');
    expect(at('Tom Be$0rg doubted that prices rose. Berg left.').text).toContain('- doubts: prices rose');
  });

  it('leads to all that it says here, where the card has not room for it', () => {
    const { links, lines } = at('date 2026-03-12\n\nMayor Ruth Od$0uya said that prices rose. Oduya denied that wages fell. Oduya added that rents fell.', true);
    expect(links).toContain('All 3 claims');
    expect(lines).toBeLessThanOrEqual(14);
  });

  it('gives the months of a season, with their years where the article names one', () => {
    expect(at('date 2026-03-12\n\nThe bridge opened in the wint$0er of 2024.').text).toContain('December 2024 to February 2025 in the north, June to August 2024 in the south');
    expect(at('date 2026-03-12\n\nThe bridge will open this sum$0mer.').text).toContain('June to August in the north, December to February in the south');
  });
});
