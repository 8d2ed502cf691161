import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { recordOf } from '../cli/record.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import type { Article } from './article.js';
import { mentionsOf } from './article.js';
import type { Change } from './engine.js';
import { ArticleEngine } from './engine.js';
import { movedOpinion } from './movedOpinion.js';
import type { Opinion, Unread } from './opinion.js';
import { opinionOf } from './opinion.testHelper.js';
import type { EntityType } from './types.js';

const gazetteer = loadGazetteer();

function heard(engine: ArticleEngine, say: (block: Unread) => Opinion): Article | null {
  return engine.addOpinions(engine.unread().map((block) => [block.id, say(block)] as const));
}

function found(article: Article | null): string[] {
  return article === null ? [] : [...mentionsOf(article)].map((m) => `[${m.text}]${m.type}`);
}

function read(text: string, names: Readonly<Record<string, EntityType>>, confidence?: number): string[] {
  const engine = new ArticleEngine(gazetteer);
  engine.update(text);
  return found(heard(engine, (block) => opinionOf(block.text, names, confidence)));
}

describe('what the model says of a block', () => {
  const text = 'Analysts at zorbatec expect more from Quellor this spring, and Quellor agrees.';

  it('shows names that no rule sees', () => {
    expect(read(text, { zorbatec: 'ORG', Quellor: 'ORG' }).filter((m) => !m.endsWith('DATE'))).toEqual(['[zorbatec]ORG', '[Quellor]ORG', '[Quellor]ORG']);
  });

  it('makes no person of a body that the text abbreviates', () => {
    expect(read('The leader of Samura Jana Balavega (SJB) said no.', { 'Samura Jana Balavega': 'PERSON' })).toEqual(['[Samura Jana Balavega]ORG', '[SJB]ORG']);
  });

  it('is not heard where it is unsure', () => {
    expect(read(text, { zorbatec: 'ORG' }, 0.2)).not.toContain('[zorbatec]ORG');
  });

  it('joins what the rules part, without "the" and possessives', () => {
    expect(read('They met at the Veldmark of Norrin’s office in the old town of Hamra.', { 'the Veldmark of Norrin’s': 'FAC' })).toContain('[Veldmark of Norrin]FAC');
  });

  it('takes two names of one type in a row for one, but neither places nor a title', () => {
    expect(read('Officers arrested Melkor Zandar Oyelu in the port.', { Melkor: 'PERSON', 'Zandar Oyelu': 'PERSON' })).toContain('[Melkor Zandar Oyelu]PERSON');
    expect(read('They flew from Quellor Zorbat to the coast.', { Quellor: 'GPE', Zorbat: 'GPE' })).not.toContain('[Quellor Zorbat]GPE');
    expect(read('In the hall Ayatollah Ana Teel spoke.', { Ayatollah: 'PERSON', 'Ana Teel': 'PERSON' })).toContain('[Ana Teel]PERSON');
  });

  it('takes words in lower case behind a name for its part where it is sure, but no word that goes on', () => {
    expect(read('They met at the Veldmark hotel in Riga.', { 'Veldmark hotel': 'FAC' })).toContain('[Veldmark hotel]FAC');
    expect(read('They met at the Veldmark hotel in Riga.', { 'Veldmark hotel': 'FAC' }, 0.45).join()).not.toContain('hotel');
    expect(read('They asked zorbatec and the police.', { 'zorbatec and': 'ORG' })).toEqual(['[zorbatec]ORG']);
    expect(read('They asked Zorbatec and the police.', { 'Zorbatec and': 'ORG' })).toContain('[Zorbatec]ORG');
  });

  it('begins a person behind the title that the rules see, and takes in no listed place beside one', () => {
    expect(read('In the hall Gen. Melkor Oyelu spoke.', { 'Gen. Melkor Oyelu': 'PERSON' })).toContain('[Melkor Oyelu]PERSON');
    expect(read('He has left Riga. Ibrahim Oyelu, 26, and in Birmingham Ibrahim Oyelu, 27, said so.', { 'Birmingham Ibrahim Oyelu': 'PERSON' })).toEqual(expect.arrayContaining(['[Birmingham]GPE', '[Ibrahim Oyelu]PERSON']));
  });

  it('is not heard of half a pair of brackets, nor of a part of an address', () => {
    expect(read('He wrote to zorbatec (Nimbus) yesterday.', { 'zorbatec .Nimbus': 'ORG' }).join()).not.toContain('zorbatec');
    expect(read('He wrote to office@zorbatec.example yesterday.', { zorbatec: 'ORG' }).join()).not.toContain('zorbatec');
  });

  it('is not heard of a name with half a pair of quotation marks', () => {
    expect(read('They asked zorbatec Red” Oyelu about it.', { 'Red” Oyelu': 'PERSON' }).join()).not.toContain('Red”');
  });

  it('takes no single word for a people that is neither listed, nor formed like one, nor called one', () => {
    expect(read('They fear the Quellor government.', { Quellor: 'NORP' }).join()).not.toContain('NORP');
    expect(read('They met the Quellor tribe.', { Quellor: 'NORP' })).toContain('[Quellor]NORP');
    expect(read('They met many Quellorians.', { Quellorians: 'NORP' })).toContain('[Quellorians]NORP');
  });

  it('does not part a person from a given name that no list has', () => {
    expect(read('They named Zandeef Oyelu, 30, of the old town.', { Zandeef: 'GPE', Oyelu: 'PERSON' })).toContain('[Zandeef Oyelu]PERSON');
  });

  it('shows no organisation of which it is not sure enough', () => {
    expect(read('They asked Zorbatec about it.', { Zorbatec: 'ORG' }, 0.35)).toEqual([]);
    expect(read('They asked Zorbatec about it.', { Zorbatec: 'ORG' }, 0.7)).toEqual(['[Zorbatec]ORG']);
  });

  it('takes the speaker of a transcript for the person that it is', () => {
    expect(read('They met in the hall of the old town, and spoke for long.\n\nGOODWYN: He said so.', { GOODWYN: 'PERSON' }, 0.8)).toContain('[GOODWYN]PERSON');
  });

  it('hears of a word with digits what the model says of it', () => {
    expect(read('The clip was shown by ZRB2 in spring.', { ZRB2: 'ORG' })).toContain('[ZRB2]ORG');
    expect(read('He took Aspirin in spring.', { Aspirin: 'ORG' }, 0.7)).toContain('[Aspirin]PRODUCT');
  });

  it('keeps the stop of an abbreviation that ends a name', () => {
    expect(read('He is of Mississauga, Zont.; she is not.', { Zont: 'GPE' })).toContain('[Zont.]GPE');
    expect(read('They asked Melkor Oyelu Jr. about the bridge.', { 'Melkor Oyelu Jr': 'PERSON' })).toContain('[Melkor Oyelu Jr.]PERSON');
  });

  it('says nothing of a word by what it says of a longer name, if it is not sure of that', () => {
    const said = read('The affair called Quellor of Zorbat ended.', { 'Quellor of Zorbat': 'EVENT' }, 0.25);
    expect(said.filter((m) => m.endsWith('EVENT'))).toEqual([]);
  });

  it('does not cut short what a list has whole, nor what "of" joins', () => {
    expect(read('She studied at the University of California, Los Angeles.', { 'University of California': 'ORG', 'Los Angeles': 'GPE' })).toEqual(['[University of California, Los Angeles]ORG']);
    expect(read('Under the laws of the State of Virginia he is guilty.', { Virginia: 'GPE' })).toContain('[State of Virginia]GPE');
    expect(read('It shows a pan-African flag.', { African: 'NORP' })).toContain('[African]NORP');
  });

  it('does not cut short a nickname, a generation, initials, the wing of a party or a court', () => {
    expect(read('They met José “Pepe” Oduya in the hall.', { José: 'PERSON', Oduya: 'PERSON' })).toContain('[José “Pepe” Oduya]PERSON');
    expect(read('They met Milo Kant, Jr. in the hall.', { 'Milo Kant': 'PERSON', Jr: 'PERSON' })).toContain('[Milo Kant, Jr.]PERSON');
    expect(read('They met Santhan, A G Osei and others.', { 'G Osei': 'PERSON' })).toContain('[A G Osei]PERSON');
    expect(read('They met Md Zorbat Osei in the hall.', { 'Zorbat Osei': 'PERSON' })).toContain('[Md Zorbat Osei]PERSON');
    expect(read('They met the ZRP(M) in the hall.', { ZRP: 'ORG' })).toContain('[ZRP(M)]ORG');
    expect(read('The Zorbat Magistrate’s Court ruled.', { Zorbat: 'GPE' })).toContain('[Zorbat Magistrate’s Court]ORG');
  });

  it('is heard against a list that has a town or a company of that name, and not against one that has a state or a people', () => {
    expect(read('On Monday Barrie went home.', { Barrie: 'PERSON' }, 0.98)).toContain('[Barrie]PERSON');
    expect(read('On Monday Barrie went home.', { Barrie: 'PERSON' }, 0.8)).toContain('[Barrie]GPE');
    expect(read('On Monday Chad went home.', { Chad: 'PERSON' }, 0.98).join()).not.toContain('ORG');
    expect(read('They saw the Canaanite city in spring.', { Canaanite: 'GPE' }, 0.98)).toContain('[Canaanite]NORP');
    expect(read('They saw Alexander the Great in a play.', { Alexander: 'PERSON', Great: 'WORK_OF_ART' }, 0.9)).toContain('[Alexander the Great]PERSON');
  });

  it('is not heard of what names nothing', () => {
    expect(read('The quellor FDI rose, and the IGP left.', { FDI: 'ORG', IGP: 'ORG' })).toEqual([]);
    expect(read('They lifted the quellor State of Exception with Rep. Teel.', { 'State of Exception': 'GPE', Rep: 'ORG' }).join()).not.toMatch(/State|Rep/);
    expect(read('They asked the minister of Tourism and Culture.', { 'Tourism and Culture': 'ORG' })).toEqual([]);
    expect(read('They asked the head of Quellor Zorbat.', { 'Quellor Zorbat': 'ORG' })).toEqual(['[Quellor Zorbat]ORG']);
    expect(read('He is the Inspector General of Police.', { 'Inspector General of Police': 'ORG' })).toEqual([]);
  });

  it('begins the body of two states behind them, and ends before a courtesy, a stroke and an office', () => {
    expect(read('The Kenya-Latvia Joint Commission met.', { Kenya: 'GPE', 'Latvia Joint Commission': 'ORG' })).toEqual(['[Kenya]GPE', '[Latvia]GPE', '[Joint Commission]ORG']);
    expect(read('They met zorbat saheb in the hall.', { 'zorbat saheb': 'PERSON' })).toEqual(['[zorbat]PERSON']);
    expect(read('It rained at zorbat/quellor airport.', { 'zorbat/': 'GPE' }).join()).not.toContain('/');
    expect(read('The United Nations High Commissioner for Human Rights came.', { 'United Nations High Commissioner for Human Rights': 'ORG' })).toEqual(['[United Nations]ORG']);
  });

  it('does not swallow a storm in a longer name of another type', () => {
    expect(read('They fled the quellor Hurricane Zorbato on Monday.', { 'quellor Hurricane Zorbato': 'ORG' }).join()).not.toContain('ORG');
  });

  it('does not join two names that the rules see as two', () => {
    expect(read('They are Syrian Arab fighters.', { Syrian: 'NORP', Arab: 'NORP' })).toEqual(['[Syrian]NORP', '[Arab]NORP']);
  });

  it('does not cut a storm short, nor name it otherwise', () => {
    expect(read('On Monday Hurricane Zorbato reached the coast.', { Zorbato: 'GPE' }, 0.8)).toContain('[Hurricane Zorbato]EVENT');
    expect(read('On Monday Hurricane Zorbato reached the coast. Zorbato is strong. Zorbato will pass, and Zorbato will end.', { Zorbato: 'PERSON' }, 0.7).filter((m) => m.includes('PERSON'))).toEqual([]);
  });

  it('does not say which kind of place a listed one is', () => {
    expect(read('The plant is the largest in Europe, they said.', { Europe: 'GPE' }, 0.99)).toContain('[Europe]LOC');
  });

  it('makes no amount of a unit without a number', () => {
    expect(read('The bridge was shut for aeons and then minutes, they said.', { aeons: 'DATE', minutes: 'TIME' })).toEqual(['[aeons]DATE']);
  });

  it('does not break dates and amounts', () => {
    expect(read('They met on March 24, 2025 in Riga.', { March: 'PERSON', Riga: 'GPE' })).toEqual(['[March 24, 2025]DATE', '[Riga]GPE']);
  });

  it('is outvoted by the rest of the article', () => {
    const story = `${Array.from({ length: 6 }, () => 'Mr. Quellor, a teacher, said that Mr. Quellor was glad.').join('\n\n')}\n\nThen Quellor left.`;
    const engine = new ArticleEngine(gazetteer);
    engine.update(story);
    const last = engine.unread().at(-1);
    const article = engine.addOpinions(last === undefined ? [] : [[last.id, opinionOf(last.text, { Quellor: 'ORG' })]]);
    expect(new Set(found(article).filter((m) => m.startsWith('[Quellor]')))).toEqual(new Set(['[Quellor]PERSON']));
  });

  it('is named as a reason', () => {
    const engine = new ArticleEngine(gazetteer);
    engine.update(text);
    const article = heard(engine, (block) => opinionOf(block.text, { Quellor: 'ORG' }));
    const mention = article === null ? undefined : [...mentionsOf(article)].find((m) => m.text === 'Quellor');
    expect(mention === undefined ? [] : article?.decision(mention)?.reasons.map((r) => r.text)).toContain('the news model, 0.97');
  });

  it.each([
    ['Mara Dahl zorbed that rain was near. Her office declined to speak.', ['that rain was near', 'to speak'], ['that rain was near']],
    ['Mara Dahl zorbed. “The rain is near.”', ['“The rain is near.”'], ['“The rain is near.”']],
    ['Mara Dahl zorbed that rain was near. “I will stay,” a man said.', ['that rain was near', 'stay'], ['that rain was near']],
  ])('takes no words of another sentence for what is said, but where they are quoted: %s', (story, said, expected) => {
    const engine = new ArticleEngine(gazetteer);
    engine.update(story);
    const content = said.map((words) => ({ start: story.indexOf(words), end: story.indexOf(words) + words.length }));
    const claims = heard(engine, (block) => ({ ...opinionOf(block.text, {}), claims: [{ source: [{ start: 0, end: 9 }], cue: { start: 10, end: 16 }, content, confidence: 0.97 }] }))?.claims() ?? [];
    const [zorbed] = claims.filter(({ cue }) => cue[0]?.start === 10);
    expect(zorbed?.content.map(({ start, end }) => story.slice(start, end))).toEqual(expected);
  });

  it('hears no claim in a question that is put to who speaks', () => {
    const story = 'Asked whether the port was closed, Mara Dahl zorbed.';
    const engine = new ArticleEngine(gazetteer);
    engine.update(story);
    expect(heard(engine, (block) => opinionOf(block.text, {}, 0.97, 'Mara Dahl|Asked|the port was closed'))?.claims()).toEqual([]);
  });

  it('adds claims whose cue the rules do not know, and leaves theirs as they are', () => {
    const story = 'Dahl grumbled to friends that the port was closed. Ruusmann said the talks were over.';
    const engine = new ArticleEngine(gazetteer);
    const before = engine.update(story).claims();
    const after = heard(engine, (block) => opinionOf(block.text, {}, 0.97, 'Dahl|grumbled|the port was closed', 'Dahl|said|the port'))?.claims() ?? [];
    const shown = (claim: (typeof after)[number]): string => [claim.source, claim.cue, claim.content].map((spans) => spans.map((s) => story.slice(s.start, s.end)).join(' … ')).join(' | ');
    expect(after.map(shown)).toContain('Dahl | grumbled | the port was closed');
    expect(after.map(shown)).toContain(before.map(shown).find((claim) => claim.includes('said')));
    expect(after.filter((claim) => shown(claim).includes('said'))).toHaveLength(1);
  });
});

/** Plain data of all that can be seen. */
function seen(article: Article | null): unknown {
  return article === null ? null : recordOf('x', article);
}

const SAID = { Ruusmann: 'ORG', 'Henrik Dahl': 'PERSON', Riga: 'PERSON', harbour: 'FAC', talks: 'EVENT', port: 'ORG' } as const;
const say = (block: Unread): Opinion => opinionOf(block.text, SAID, 0.9, 'Ruusmann|said|the port');
const piece = fc.constantFrom('', 'x', ' ', '. ', '\n\n', '“', ' said Ruusmann. ', ' talks', 'Riga', 'the port ', 'Mr. ', 'Advertisement\n\n');
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(30), insert: piece, hear: fc.boolean() }), { minLength: 1, maxLength: 8 });

describe('an engine that hears opinions', () => {
  it('gives after any edits, once all blocks are read, what a fresh engine gives', () => {
    fc.assert(fc.property(edits, (list) => {
      let text = HARBOUR_TALKS;
      const engine = new ArticleEngine(gazetteer);
      engine.update(text);
      for (const { at, remove, insert, hear } of list) {
        if (hear) heard(engine, say);
        const start = Math.floor(at * text.length);
        const oldEnd = Math.min(text.length, start + remove);
        text = text.slice(0, start) + insert + text.slice(oldEnd);
        const change: Change = { start, oldEnd, newEnd: start + insert.length };
        const article = engine.update(text, change);
        for (const m of mentionsOf(article)) expect(text.slice(m.start, m.end)).toBe(m.text);
      }
      const fresh = new ArticleEngine(gazetteer);
      const plain = fresh.update(text);
      expect(seen(heard(engine, say) ?? engine.update(text, { start: 0, oldEnd: 0, newEnd: 0 }))).toEqual(seen(heard(fresh, say) ?? plain));
    }), { numRuns: 25 });
  });

  it('leaves all blocks as they are but those that are shown otherwise', () => {
    const engine = new ArticleEngine(gazetteer);
    const before = engine.update(HARBOUR_TALKS);
    const at = engine.unread().findIndex(({ text }) => text.includes('Henrik Dahl'));
    const spoken = engine.unread()[at];
    if (spoken === undefined) throw new Error('he speaks');
    const after = engine.addOpinions([[spoken.id, opinionOf(spoken.text, { 'Henrik Dahl': 'PERSON' })]]);
    if (after === null) throw new Error('it concerns a block');
    const changed = after.blocks.flatMap((block, i) => (block === before.blocks[i] ? [] : [i]));
    expect(changed.map((i) => after.blocks[i]?.start)).toEqual([spoken.start]);
    expect(after.sameSince(before.version)).toEqual({ front: changed[0], back: after.blocks.length - 1 - (changed[0] ?? 0) });
  });

  it('lets a person take in no place that says where the one before the comma lies', () => {
    const text = 'The mayor of Savannah, Georgia Van Johnson said that the port was open.';
    const engine = new ArticleEngine(gazetteer);
    engine.update(text);
    const names = found(heard(engine, (block) => opinionOf(block.text, { Savannah: 'GPE', 'Georgia Van Johnson': 'PERSON' })));
    expect(names).toEqual(expect.arrayContaining(['[Georgia]GPE', '[Van Johnson]PERSON']));
  });

  it('keeps what was said of a paragraph while one types in it', () => {
    const text = 'A report.\n\nAnalysts at zorbatec expect more from the port this spring, they said.';
    const engine = new ArticleEngine(gazetteer);
    engine.update(text);
    heard(engine, (block) => opinionOf(block.text, { zorbatec: 'ORG' }));
    const at = text.indexOf('expect');
    const edited = `${text.slice(0, at)}still ${text.slice(at)}`;
    expect(found(engine.update(edited, { start: at, oldEnd: at, newEnd: at + 6 }))).toContain('[zorbatec]ORG');
    expect(engine.unread()).toHaveLength(1);
  });

  it('tells of the one block that has changed before it is read, as it waits afterwards', () => {
    const lead = 'A report.\n\n';
    const engine = new ArticleEngine(gazetteer);
    let text = `${lead}Analysts in Riga expect more from the port, they said.\n\nAdvertisement\n\nThe talks failed.`;
    engine.update(text);
    const early: Unread[] = [];
    const type = (at: number, words: string): void => {
      text = `${text.slice(0, at)}${words}${text.slice(at)}`;
      const before = engine.work.blocksAnalysed;
      engine.update(text, { start: at, oldEnd: at, newEnd: at + words.length }, {}, (unread) => {
        early.push(unread);
        expect(engine.unread().map(({ id }) => id)).not.toContain(unread.id);
        expect(engine.work.blocksAnalysed).toBe(before + 1);
      });
    };
    type(lead.length + 'Analysts'.length, ' today');
    expect(early).toEqual(engine.unread().filter(({ text: own }) => own.includes('today')));
    expect(early).toHaveLength(1);
    type(text.indexOf('Advertisement'), 'Ferries sail.\n\nNobody came.\n\n');
    type(text.indexOf('Advertisement') + 'Advertisement'.length, ' here');
    expect(early.slice(1).map((unread) => unread.text)).not.toContain('Nobody came.');
    expect(early.slice(1).every((unread) => engine.unread().some(({ id }) => id === unread.id))).toBe(true);
  });

  it('asks for each text once, and not for boilerplate', () => {
    const engine = new ArticleEngine(gazetteer);
    engine.update('The talks failed in Riga on Monday, they said.\n\nThe talks failed in Riga on Monday, they said.\n\nAdvertisement\n\nREAD MORE: The other story');
    const texts = engine.unread().map((block) => block.text);
    expect(texts).toEqual(['The talks failed in Riga on Monday, they said.']);
    heard(engine, (block) => opinionOf(block.text, {}));
    expect(engine.unread()).toEqual([]);
  });
});

describe('movedOpinion', () => {
  it('moves what lies behind the edit and drops what it touches', () => {
    const text = 'Dahl of Riga met Osei';
    const opinion = opinionOf(text, { Dahl: 'PERSON', Riga: 'GPE', Osei: 'PERSON' });
    const moved = movedOpinion(opinion, { start: 8, oldEnd: 10, newEnd: 13 });
    expect(moved.mentions.map(({ start, end }) => [start, end])).toEqual([[0, 4], [20, 24]]);
    expect(moved.end).toBe(text.length + 3);
  });
});
