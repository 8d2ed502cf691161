/** Edits whose effect on every annotation is known. */
import { personName, surname } from '../../fixtures/people.js';
import type { Random } from './random.js';
import type { Tracked } from './tracked.js';

export type Edit = (text: Tracked, random: Random, pool: readonly string[]) => void;

const ADVERBS = ['quietly', 'later', 'again', 'apparently', 'still', 'often', 'briefly', 'largely'];
const OTHER_WORDS = ['shut', 'small', 'local', 'leave', 'argue', 'wooden', 'paper', 'carry'];
const EMOJI = ['🚢', '👩‍👩‍👧', '🇪🇪', '❤️', '🌧️'];

interface Found {
  readonly start: number;
  readonly end: number;
}

function matches(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

function paragraphs(text: string): Found[] {
  return matches(text, /[^\n](?:[^\n]|\n(?!\n))*/g);
}

function sentences(text: string): Found[] {
  return matches(text, /(?<=^|[.!?]”? )\p{Lu}[^.!?\n]{20,}[.!?]”?(?= \p{Lu})/gmu);
}

/** Plain words of the running text: no name, no number, no negation. */
function plainWords(text: string): Found[] {
  return matches(text, /(?<=\p{L}[ ])(?!(?:not|no|never|nor|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|billion|half|third|quarter|first|second|twice|once|cannot|nobody|nothing|without|dozen|dozens|hundreds|thousands|millions|double)\b)\p{Ll}{3,}(?=[ ]\p{L})/gu);
}

function times(count: number, edit: Edit): Edit {
  return (text, random, pool) => {
    for (let i = 0; i < count; i++) edit(text, random, pool);
  };
}

const insertParagraph: Edit = (text, random, pool) => {
  const before = random.of(paragraphs(text.text));
  if (before !== undefined) text.insert(before.start, `${random.of(pool) ?? ''} ${random.of(pool) ?? ''}\n\n`);
};

const deleteParagraph: Edit = (text, random) => {
  const all = paragraphs(text.text);
  const one = random.of(all);
  if (one !== undefined && all.length > 2) text.replace(one.start, Math.min(text.text.length, one.end + 2), '');
};

const swapParagraphs: Edit = (text, random) => {
  const all = paragraphs(text.text);
  if (all.length < 4) return;
  const i = 1 + random.below(all.length - 2);
  const cuts = all.slice(1).map(({ start }) => start);
  const order = all.map((_, k) => k);
  // The last one ends otherwise than the others.
  const [moved = 0] = order.splice(i - 1, 1);
  order.splice(random.below(order.length - 1), 0, moved);
  text.reorder(cuts, order);
};

const moveSentence: Edit = (text, random) => {
  const one = random.of(sentences(text.text));
  const other = random.of(sentences(text.text));
  if (one === undefined || other === undefined || one.end + 1 >= other.start) return;
  text.reorder([one.start, one.end + 1, other.start], [0, 2, 1, 3]);
};

const replaceSentence: Edit = (text, random, pool) => {
  const one = random.of(sentences(text.text));
  if (one !== undefined) text.replace(one.start, one.end, random.of(pool) ?? '');
};

const repeatSentence: Edit = (text, random) => {
  const one = random.of(sentences(text.text));
  const at = random.of(paragraphs(text.text));
  if (one !== undefined && at !== undefined) text.repeat(one.start, one.end, at.start);
};

const insertWord: Edit = (text, random) => {
  const word = random.of(plainWords(text.text));
  if (word !== undefined) text.insert(word.start, `${random.of(ADVERBS) ?? ''} `);
};

const deleteWord: Edit = (text, random) => {
  const word = random.of(plainWords(text.text));
  if (word !== undefined) text.replace(word.start, word.end + 1, '');
};

const replaceWord: Edit = (text, random) => {
  const word = random.of(plainWords(text.text));
  if (word !== undefined) text.replace(word.start, word.end, random.of(OTHER_WORDS) ?? '');
};

const NAME = /(?<=\p{Ll} )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})?/gu;

const renameOne: Edit = (text, random) => {
  const name = random.of(matches(text.text, NAME));
  if (name !== undefined) text.replace(name.start, name.end, personName(700 + random.below(90)), true);
};

const renameAll: Edit = (text, random) => {
  const one = random.of(matches(text.text, NAME));
  if (one === undefined) return;
  const name = text.text.slice(one.start, one.end);
  const by = surname(700 + random.below(90));
  for (const found of matches(text.text, new RegExp(`\\b${name}\\b`, 'gu')).reverse()) text.replace(found.start, found.end, by, true);
};

const changeNumber: Edit = (text, random) => {
  const one = random.of(matches(text.text, /\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b/g));
  if (one === undefined) return;
  const old = text.text.slice(one.start, one.end);
  text.replace(one.start, one.end, /\d/.test(old) ? `${Number(old.slice(0, 6)) + 1 + random.below(7)}` : 'eleven', true);
};

const negate: Edit = (text, random) => {
  const one = random.of(matches(text.text, /\b(?:will|would|had|has|was|were|is|are|could)\b(?! not)/g));
  if (one !== undefined) text.replace(one.end, one.end, ' not', true);
};

const addEmoji: Edit = (text, random) => {
  const at = random.of(matches(text.text, /\p{L}+/gu));
  if (at !== undefined) text.insert(at.start, `${random.of(EMOJI) ?? ''} `);
};

/** Other marks and line ends, to the same words. Changes nothing by the way we compare, so no quotation counts as edited. */
const typography: Edit = (text) => {
  const states = text.spans.map(({ state }) => state);
  for (const [pattern, by] of [[/[“”]/g, '"'], [/[’‘]/g, "'"], [/–/g, '-'], [/ (?=said|told)/g, '\u00a0']] as const) {
    for (const found of matches(text.text, pattern).reverse()) text.replace(found.start, found.end, by);
  }
  text.spans.forEach((s, i) => { s.state = states[i] ?? s.state; });
};

const rewrap: Edit = (text) => {
  const states = text.spans.map(({ state }) => state);
  let column = 0;
  for (let i = 0; i < text.text.length; i++) {
    column = text.text[i] === '\n' ? 0 : column + 1;
    if (column > 60 && text.text[i] === ' ') {
      text.replace(i, i + 1, '\n');
      column = 0;
    }
  }
  text.spans.forEach((s, i) => { s.state = states[i] ?? s.state; });
};

const mixed: Edit = (text, random, pool) => {
  const all = [insertParagraph, deleteParagraph, swapParagraphs, moveSentence, replaceSentence, repeatSentence, insertWord, deleteWord, replaceWord, renameOne, changeNumber, negate, addEmoji];
  for (let i = 0; i < 6; i++) random.of(all)?.(text, random, pool);
};

export const EDITS: Readonly<Record<string, Edit>> = {
  'paragraphs inserted': times(2, insertParagraph),
  'a paragraph deleted': deleteParagraph,
  'paragraphs reordered': times(2, swapParagraphs),
  'sentences moved': times(2, moveSentence),
  'sentences written anew': times(2, replaceSentence),
  'a sentence repeated elsewhere': times(2, repeatSentence),
  'words inserted': times(4, insertWord),
  'words deleted': times(4, deleteWord),
  'words replaced': times(4, replaceWord),
  'one name changed': renameOne,
  'a name changed everywhere': renameAll,
  'one number changed': changeNumber,
  'a “not” put in': negate,
  'emoji put in': times(4, addEmoji),
  'other quotation marks, dashes, spaces': typography,
  'lines wrapped': rewrap,
  'six of these': mixed,
};
