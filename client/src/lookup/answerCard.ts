/** Answers of online sources as Markdown that shows their texts as characters. The only links are to pages of sources that a person has turned on. */
import { escapeMarkdown } from '../../../server/src/base/markdown.js';
import type { Outcome } from './lookUp.js';

const LETTERS = 400;

/** `confirming`: address under which a candidate is confirmed as the one that is meant, by its place; undefined for none. */
export function answerCard(name: string, outcomes: readonly Outcome[], confirming: (outcome: number, candidate: number) => string | undefined = () => undefined): string {
  return [`**${escapeMarkdown(name)}** · looked up online`, ...outcomes.map((outcome, i) => answerOf(outcome, (candidate) => confirming(i, candidate)))].join('\n\n');
}

function answerOf({ source, isPage, candidates, retrieved, problem }: Outcome, confirming: (candidate: number) => string | undefined): string {
  const head = `${escapeMarkdown(source)}${problem === undefined ? isPage ? '' : `, ${retrieved}` : `\\: ${escapeMarkdown(problem)}`}`;
  const none = candidates.length === 0 && problem === undefined ? ['Nothing of that name'] : [];
  const items = candidates.map(({ label, description, iri }, i) => {
    // The editor's reader of Markdown reads the words of a link once more, without their escapes: they must be ours.
    if (isPage) return `- [Open the page](<${iri.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    const address = iri === '' ? undefined : confirming(i);
    const confirm = address === undefined ? '' : ` · [This is the one](${address})`;
    return `- ${escapeMarkdown(shortened(label))}${description === '' ? '' : `\\: ${escapeMarkdown(shortened(description))}`}${iri === '' ? '' : ` · ${escapeMarkdown(shortened(iri))}`}${confirm}`;
  });
  return [head, ...none, ...items].join('\n');
}

function shortened(text: string): string {
  return text.length <= LETTERS ? text : `${text.slice(0, LETTERS).replace(/[\ud800-\udbff]$/, '')} …`;
}
