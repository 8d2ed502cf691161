/** Answers of online sources as Markdown that shows their texts as characters. The only links are to pages of sources that a person has turned on. */
import { escapeMarkdown } from '../../../server/src/base/markdown.js';
import type { Outcome } from './lookUp.js';

const LETTERS = 400;

export function answerCard(name: string, outcomes: readonly Outcome[]): string {
  return [`**${escapeMarkdown(name)}** · looked up online`, ...outcomes.map(answerOf)].join('\n\n');
}

function answerOf({ source, isPage, candidates, retrieved, problem }: Outcome): string {
  const head = `${escapeMarkdown(source)}${problem === undefined ? isPage ? '' : `, ${retrieved}` : `\\: ${escapeMarkdown(problem)}`}`;
  const none = candidates.length === 0 && problem === undefined ? ['Nothing of that name'] : [];
  const items = candidates.map(({ label, description, iri }) => {
    // The editor's reader of Markdown reads the words of a link once more, without their escapes: they must be ours.
    if (isPage) return `- [Open the page](<${iri.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    return `- ${escapeMarkdown(shortened(label))}${description === '' ? '' : `\\: ${escapeMarkdown(shortened(description))}`}${iri === '' ? '' : ` · ${escapeMarkdown(shortened(iri))}`}`;
  });
  return [head, ...none, ...items].join('\n');
}

function shortened(text: string): string {
  return text.length <= LETTERS ? text : `${text.slice(0, LETTERS).replace(/[\ud800-\udbff]$/, '')} …`;
}
