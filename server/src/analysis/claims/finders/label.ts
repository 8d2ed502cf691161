/** Labels of an interview or a transcript: "Q: …", "((AB)) : …", "Ruth Oduya: …", and a name after a quotation's dash. */
import type { Context, Draft, TokenRange } from '../context.js';
import { has, isMark, lower, spanOf } from '../context.js';
import { Flag } from '../lexicon/words.js';
import { opensQuotation } from '../after.js';

const LABEL_REACH = 9;

/** A label can only open a block. */
export function labelClaim(context: Context): Draft | null {
  const colon = colonOf(context);
  if (colon < 1) return null;
  const label = labelWords(context, colon);
  if (label === null) return null;
  const at = colon + 1;
  const end = context.tokens.length;
  if (at >= end) return null;
  const asks = isInterviewer(context, label);
  return {
    source: [spanOf(context, label.first, label.end)], cue: spanOf(context, colon, colon + 1), content: [spanOf(context, at, end)], stance: asks ? 'request' : 'report',
    negated: false, confidence: 0.85, token: colon, sourceTokens: label, ...(asks ? { label: true } : {}),
  };
}

function colonOf(context: Context): number {
  for (let k = 0; k < LABEL_REACH && k < context.tokens.length; k++) if (context.tokens[k]?.text === ':') return k;
  return -1;
}

/** The words between brackets, or all of them if they are a name, "Q", "A" or initials. */
function labelWords(context: Context, colon: number): TokenRange | null {
  let first = 0;
  let end = colon;
  while (first < end && isBracket(context, first)) first++;
  while (end > first && isBracket(context, end - 1)) end--;
  if (end <= first) return null;
  const bracketed = first > 0;
  if (bracketed) return end - first <= 4 ? { first, end } : null;
  for (let k = first; k < end; k++) if (isMark(context, k) || opensQuotation(context, k)) return null;
  const single = end - first === 1;
  if (single && (QUESTION.has(lower(context, first)) || ANSWER.has(lower(context, first)))) return { first, end };
  const name = context.name[first];
  return name !== undefined && name.type === 'PERSON' && context.name[end - 1] === name ? { first, end } : null;
}

const QUESTION = new Set(['q', 'question', 'interviewer', 'reporter', 'moderator', 'host']);
const ANSWER = new Set(['a', 'answer']);

function isBracket(context: Context, k: number): boolean {
  const text = context.tokens[k]?.text ?? '';
  return text !== '' && /^[()[\]*]+$/.test(text);
}

/** Initials in brackets, "Q" and the like ask; a person's name answers. */
function isInterviewer(context: Context, label: TokenRange): boolean {
  const word = context.tokens[label.first];
  return word !== undefined && (QUESTION.has(word.lower) || (word.shape === 'caps' && label.end - label.first === 1 && !has(context, label.first, Flag.name) || isInitials(word.text)));
}

function isInitials(text: string): boolean {
  return text.length >= 2 && text.length <= 4 && text === text.toUpperCase();
}
