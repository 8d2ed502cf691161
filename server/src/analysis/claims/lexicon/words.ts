/** Closed classes of English words, and the few open-class verbs that show where a clause has its predicate. */

/** Bits; a word may have several. */
export const Flag = {
  det: 1 << 0, poss: 1 << 1, prep: 1 << 2, conj: 1 << 3, sub: 1 << 4, wh: 1 << 5, pron: 1 << 6, object: 1 << 7,
  be: 1 << 8, have: 1 << 9, do: 1 << 10, modal: 1 << 11, neg: 1 << 12, adv: 1 << 13, time: 1 << 14, num: 1 << 15,
  verb: 1 << 16, that: 1 << 17, to: 1 << 18, relative: 1 << 19, plural: 1 << 20, genitive: 1 << 21,
  comma: 1 << 22, colon: 1 << 23, semi: 1 << 24, dash: 1 << 25, quote: 1 << 26, stop: 1 << 27, bracket: 1 << 28, name: 1 << 29,
} as const;

const { det, poss, prep, conj, sub, wh, pron, object, be, have, do: doing, modal, neg, adv, time, num, verb, that, to, relative, plural } = Flag;

const LISTS: readonly (readonly [number, string])[] = [
  [det, 'the a an this that these those some any each every no another either neither both all most many several few such enough much other one'],
  [plural, 'these those many several few both most all some they we you i people police'],
  [poss, 'my your his her its our their whose'],
  [prep, `of in on at by for from with about against between into through during without within among amongst near over under across along
    around behind beside beyond inside outside onto out off up down upon toward towards via per despite amid following including regarding
    concerning throughout since until till than like unlike after before as alongside besides except aboard below above past versus
    according due owing because instead`],
  [conj, 'and or but nor yet & plus'],
  [sub, 'while whereas although though because unless if when once whenever wherever after before since until as than so lest where'],
  [wh, 'who whom which whose what when where why how whether if whoever whatever'],
  [relative, 'who whom which whose'],
  [pron, 'i we you he she it they this that these those there who which someone somebody everyone everybody nobody nothing something anyone many some others both all one none most'],
  [object, 'me us him her them it you himself herself themselves itself myself ourselves yourself'],
  [be, 'am is are was were be been being isn\'t aren\'t wasn\'t weren\'t'],
  [have, 'have has had having haven\'t hasn\'t hadn\'t'],
  [doing, 'do does did don\'t doesn\'t didn\'t'],
  [modal, 'will would can could may might must shall should cannot won\'t wouldn\'t can\'t couldn\'t mustn\'t shouldn\'t needn\'t ought'],
  [neg, 'not never n\'t no isn\'t aren\'t wasn\'t weren\'t haven\'t hasn\'t hadn\'t don\'t doesn\'t didn\'t won\'t wouldn\'t can\'t couldn\'t cannot mustn\'t shouldn\'t needn\'t neither nor without'],
  [pron | be, 'i\'m he\'s she\'s it\'s that\'s we\'re they\'re you\'re who\'s there\'s'],
  [pron | have, 'i\'ve we\'ve they\'ve you\'ve who\'ve'],
  [pron | modal, 'i\'ll we\'ll they\'ll you\'ll he\'ll she\'ll it\'ll i\'d we\'d they\'d you\'d he\'d she\'d'],
  [adv, `also still again later earlier even only just already further then now once soon often always ever never yet however though too instead
    meanwhile therefore thus nonetheless nevertheless moreover furthermore once first previously quite very rather almost further
    widely long since perhaps maybe indeed simply merely both ago afterwards afterward thereafter today tomorrow`],
  [time, `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    yesterday today tomorrow tonight morning afternoon evening night midnight noon week weekend month year day earlier later ago last next`],
  [num, 'two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands'],
  [that, 'that'], [to, 'to'],
  [verb, `began became came went got took made led left lost won met ran fell rose broke grew kept brought built caught drove fought gave hit
    knew lay paid put sat sent shot spent stood struck threw woke wore drew flew hid rode sold slept spread stole swam sank swept fled shook tore bore clung crept dealt dug flung froze leapt swung
    comes goes gets takes makes leaves loses becomes continues remains seems appears includes involves contains provides occurs exists
    belongs depends happens brings gives keeps keep sees lies loses meets arrives begins stands serves lives tries needs
    come go get take make become remain seem appear include involve contain provide occur exist belong depend happen bring give`],
];

export const CLOSED_CLASS: ReadonlyMap<string, number> = build();

function build(): Map<string, number> {
  const words = new Map<string, number>();
  for (const [flag, list] of LISTS) {
    for (const word of list.split(/\s+/)) if (word !== '') words.set(word, (words.get(word) ?? 0) | flag);
  }
  return words;
}

/** Adverbs in -ly are known by their ending, these nouns and adjectives excepted. */
export const NOT_ADVERB: ReadonlySet<string> = new Set([
  'family', 'assembly', 'italy', 'july', 'ally', 'rally', 'reply', 'supply', 'bully', 'fly', 'daily', 'weekly', 'monthly', 'early', 'elderly',
  'friendly', 'likely', 'unlikely', 'only', 'apply', 'rely', 'imply', 'comply', 'multiply', 'butterfly', 'anomaly', 'monopoly', 'sicily', 'lovely',
  'costly', 'deadly', 'lonely', 'ugly', 'holy', 'emily', 'kelly', 'billy', 'sally', 'molly', 'orderly', 'yearly', 'hourly', 'melancholy',
]);
