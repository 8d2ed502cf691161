/** Our own articles with annotations: what the program finds, and words and clauses taken at random. */
import { readFileSync, readdirSync } from 'node:fs';
import { mentionsOf } from '../../../server/src/analysis/article.js';
import { ArticleEngine } from '../../../server/src/analysis/engine.js';
import type { Body, StoredAnchor } from '../../../server/src/annotations/index.js';
import { loadGazetteer } from '../../../server/src/knowledge/gazetteer.js';
import { HARBOUR_TALKS, longArticle } from '../../fixtures/articles.js';
import { personName, surname } from '../../fixtures/people.js';
import { Random } from './random.js';

export interface Part {
  readonly start: number;
  readonly end: number;
  readonly role?: StoredAnchor['role'];
}

export interface Marked {
  readonly body: Body;
  readonly parts: readonly Part[];
}

export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly marked: readonly Marked[];
}

const FOLDERS = ['samples', 'test/fixtures/prose/articles'];

export function samples(): readonly Sample[] {
  const files = FOLDERS.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name): [string, string] => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
  const texts: [string, string][] = [...files, ['harbour talks', HARBOUR_TALKS], ['long article', longArticle(900)], ['league', league()], ['ticker', ticker()], ['results', results()]];
  const engine = new ArticleEngine(loadGazetteer());
  return texts.map(([name, raw], i) => {
    const text = raw.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
    return { name, text, marked: [...found(engine, text), ...atRandom(text, new Random(i + 1))] };
  });
}

function found(engine: ArticleEngine, text: string): Marked[] {
  const article = engine.update(text);
  const entities = [...mentionsOf(article)].map((mention): Marked => ({ body: { type: 'entity', entityType: mention.type }, parts: [{ start: mention.start, end: mention.end }] }));
  const claims = article.claims().filter(({ content }) => content.length > 0).map((claim): Marked => ({
    body: { type: 'claim', attributes: {} },
    parts: (['source', 'cue', 'content'] as const).flatMap((role) => claim[role].map(({ start, end }) => ({ start, end, role }))),
  }));
  return [...entities, ...claims];
}

/** Ten words and ten clauses. */
function atRandom(text: string, random: Random): Marked[] {
  const words = [...text.matchAll(/\p{L}+/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const marked: Marked[] = [];
  for (let i = 0; i < 10; i++) {
    const word = random.of(words);
    if (word !== undefined) marked.push({ body: { type: 'entity', entityType: 'WORK_OF_ART' }, parts: [word] });
    const from = random.below(words.length);
    const first = words[from];
    const last = words[Math.min(words.length - 1, from + 4 + random.below(16))];
    if (first !== undefined && last !== undefined && !text.slice(first.start, last.end).includes('\n\n')) marked.push({ body: { type: 'claim', attributes: {} }, parts: [{ start: first.start, end: last.end, role: 'content' }] });
  }
  return marked;
}

/** The same sentences about other teams. */
function league(): string {
  const lines = Array.from({ length: 14 }, (_, i) =>
    `Team ${surname(i * 5)} won the long and hard final match after extra time and the crowd stayed until the end. Their trainer, ${personName(i * 7)}, said that the players would rest on Monday.`);
  return `A long day of football\n\n${lines.join('\n\n')}\n`;
}

/** Short lines that come again and again. */
function ticker(): string {
  const events = ['Corner for the home side.', 'Yellow card.', 'Goal! The home side leads.', 'The referee looks at the screen again.', 'The ball is out of play.'];
  const lines = Array.from({ length: 60 }, (_, i) => `${i + 1}' ${events[(i * 7 + (i >> 2)) % events.length] ?? ''}${i % 6 === 0 ? ` ${personName(i)} protests.` : ''}`);
  return `Live: the match on Sunday\n\n${lines.join('\n\n')}\n`;
}

/** The same phrase with other figures. */
function results(): string {
  const lines = Array.from({ length: 20 }, (_, i) => `The district of ${surname(i * 11 + 3)} counted ${1200 + 37 * i} votes for the list and ${800 + 53 * i} against it, officials said. Nobody asked for a recount there.`);
  return `How the districts voted\n\n${lines.join('\n\n')}\n`;
}
