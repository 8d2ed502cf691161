/**
 * Words with a capital that name nothing, whoever takes them for a name: the rules leave them out, and the model is not heard there.
 * Pure; the work is that of one look at the words.
 */
import type { Span } from '../../../base/span.js';
import type { Gazetteer } from '../../gazetteer.js';
import { HONORIFIC, NEVER, OFFICE, ORG_HEAD, ROLE_MODIFIER, TITLE_TOPIC, WEAK_ORG, flagsOf } from './lexicons/flags.js';

/** Conditions, not countries. */
const CONDITION = /^state of (?:emergency|exception|siege|war|calamity|disaster|alarm|alert|mind|play|affairs|necessity|public calamity|national emergency)$/i;
/** A title that stands where a name would. */
const STANDING = /^(?:first (?:lady|gentleman)|madam|madame|mister|monsieur|republic|no\.? ?\d+)$/i;
/** Offices that are written by their first letters and hardly anything else is. */
const OFFICES_IN_LETTERS = new Set(['MEC', 'IGP', 'DGP', 'CJI', 'DSP', 'CM']);
/** First letters of what the two patterns above find, so that most names are not asked. */
const OPENINGS = 'SsFfMmRrNnLEW';
/** "Northern Algeria", where the country is the name. */
const DIRECTION = /^(?:Northern|Southern|Eastern|Western)$/;
const ABBREVIATION = /^\p{Lu}(?:[\p{Lu}&]{1,4}s?|\.\p{Lu}\.)$/u;

export function namesNothing(text: string, { start, end }: Span, gazetteer: Gazetteer): boolean {
  const own = text.slice(start, end);
  if (OPENINGS.includes(own.charAt(0)) && (CONDITION.test(own) || STANDING.test(own) || isFirstLady(text, start, own) || (DIRECTION.test(own) && /^ \p{Lu}/u.test(text.slice(end, end + 2))))) return true;
  if (own.length < 7 && isBareLetters(text, end, own)) return true;
  return followsConnector(text, start) && isField(text, start, own, gazetteer);
}

function isFirstLady(text: string, start: number, own: string): boolean {
  return own === 'Lady' && text.startsWith('First ', start - 6);
}

/** "K-pop", "Rep. Teel", "FDI". */
function isBareLetters(text: string, end: number, own: string): boolean {
  if (own.length === 1) return text.charAt(end) === '-' && /^\p{Lu}-\p{Ll}/u.test(text.slice(end - 1, end + 2));
  if (text.charAt(end) === '.' && flagsOf(own.toLowerCase()) & HONORIFIC) return true;
  return ABBREVIATION.test(own) && ((flagsOf(own.toLowerCase()) & NEVER) !== 0 || OFFICES_IN_LETTERS.has(own));
}

function followsConnector(text: string, start: number): boolean {
  const at = text.startsWith('the ', start - 4) ? start - 4 : start;
  return text.startsWith('of ', at - 3) || text.startsWith('for ', at - 4);
}

/** "Inspector General of Police", "High Commissioner for Human Rights": nothing but an office. */
export function isOffice(words: string): boolean {
  const [held = ''] = words.split(/ (?:of|for) /, 1);
  const flags = held.toLowerCase().split(' ').map(flagsOf);
  return ((flags[flags.length - 1] ?? 0) & OFFICE) !== 0 && !held.endsWith('s') && flags.every((one) => one & (OFFICE | ROLE_MODIFIER)) && (held.includes(' ') || held !== words);
}

/** Who has an office for something: what follows is the field, not a body. */
const HOLDER = /(?:^|[^\p{L}])(?:ministers?|secretary|under-?secretary|commissioner|chief|head|director|director[ -]general|lord president|vice[ -]president|manager|adviser|advisor|fellow|MEC) (?:of|for) (?:the )?$/iu;
/** Characters before a name in which such a holder is looked for. */
const HOLDER_REACH = 40;

/** "minister of Tourism and Culture", "head of Balance Sheet Management": common words behind an office, without one that bodies are named with. */
function isField(text: string, start: number, own: string, gazetteer: Gazetteer): boolean {
  if (!HOLDER.test(text.slice(Math.max(0, start - HOLDER_REACH), start)) || gazetteer.lookup(own).length > 0) return false;
  return own.split(/[\s-]+/).every((word) => {
    const lower = word.toLowerCase();
    const flags = flagsOf(lower);
    return (flags & TITLE_TOPIC) !== 0 || (gazetteer.isCommonWord(lower) && (flags & (ORG_HEAD | WEAK_ORG)) === 0);
  });
}
