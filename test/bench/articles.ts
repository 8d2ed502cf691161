/** Articles for measurements of many: the same for the same number, no two equal. All people and statements are invented. */
import { personName } from '../fixtures/people.js';

const WORDS = 600;
const PEOPLE = 20_000;
const TOWNS = ['Tallinn', 'Riga', 'Vilnius', 'Helsinki', 'Stockholm', 'Warsaw', 'Oslo', 'Copenhagen', 'Hamburg', 'Rotterdam', 'Dublin', 'Lisbon'];
const THINGS = ['ferries', 'dock workers', 'containers', 'tickets', 'nurses', 'buses', 'flats', 'schools', 'trees', 'engines'];
const DEEDS = ['would walk out of the harbour', 'would be sold by the council', 'had been moved to another pier', 'would be paid before the summer', 'were needed for the new line', 'had been counted twice'];

/** Mulberry32. */
function random(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function generatedArticle(number: number): string {
  const next = random(number + 1);
  const of = <T>(all: readonly T[]): T | undefined => all[Math.floor(next() * all.length)];
  /** The n-th is met about as often as 1/n. */
  const person = (): string => personName(Math.floor(PEOPLE ** next()) - 1);
  const anyone = (): string => personName(Math.floor(next() * PEOPLE));
  const cast = [person(), person(), person(), anyone()];
  const figure = (): string => (Math.floor(next() * 90 + 1) * 100).toLocaleString('en-US');
  const sentences = [
    () => `Transport Minister ${cast[0] ?? ''} said that ${figure()} ${of(THINGS) ?? ''} ${of(DEEDS) ?? ''} on Monday.`,
    () => `${cast[1] ?? ''}, who leads the Port Workers Federation, told reporters in ${of(TOWNS) ?? ''} that ${figure()} dock workers would walk out of the harbour.`,
    () => `“We will not wait for the ${of(THINGS) ?? ''},” ${(cast[2] ?? '').split(' ')[1] ?? ''} added.`,
    () => `The engineer ${cast[3] ?? ''} denied that the ${of(THINGS) ?? ''} ${of(DEEDS) ?? ''}.`,
    () => `${cast[2] ?? ''} expects that the talks in ${of(TOWNS) ?? ''} and Tallinn will end by June ${Math.floor(next() * 28 + 1)}.`,
    () => `Nothing was to be seen of the ${of(THINGS) ?? ''} at the quay, where a crane had stood in the rain since ${of(['January', 'March', 'May']) ?? ''}.`,
    () => `According to the ministry, traffic between ${of(TOWNS) ?? ''} and ${of(TOWNS) ?? ''} fell ${Math.floor(next() * 40 + 2)} percent last year.`,
    () => `It was quiet in the old town, and the people who waited there for the ferry spoke of the weather and of little else.`,
  ];
  const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(next() * 400) * 86_400_000).toISOString().slice(0, 10);
  const paragraphs = [`date ${day}`, `Ferry Talks Go On in ${of(TOWNS) ?? ''}`];
  for (let words = 0, k = 0; words < WORDS; ) {
    const some = Array.from({ length: 3 }, () => sentences[k++ % sentences.length]?.() ?? '');
    paragraphs.push(some.join(' '));
    words += some.join(' ').split(' ').length;
  }
  return paragraphs.join('\n\n');
}
