import type { OpinedMention, Opinion } from './opinion.js';
import type { EntityType } from './types.js';

/** The opinion of somebody who takes each of these words for what is given; a claim is `source|cue|content`. */
export function opinionOf(text: string, names: Readonly<Record<string, EntityType>>, confidence = 0.97, ...claims: string[]): Opinion {
  const mentions: OpinedMention[] = Object.entries(names).flatMap(([name, type]) => [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({ start: index, end: index + name.length, type, confidence })));
  mentions.sort((a, b) => a.start - b.start);
  const span = (words = ''): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return {
    mentions, words: mentions.flatMap((m) => [...text.slice(m.start, m.end).matchAll(/\S+/g)].map((w) => ({ start: m.start + w.index, end: m.start + w.index + w[0].length, types: [[m.type, confidence] as const] }))),
    claims: claims.map((claim) => {
      const [source, cue, content] = claim.split('|');
      return { source: [span(source)], cue: span(cue), content: [span(content)], confidence };
    }),
    end: text.length,
  };
}
