/** "…, saying that …", "with officials saying …", "to announce that …": attribution without a tense of its own. */
import { readAfter } from '../after.js';
import type { After } from '../after.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { has, isMark, isNounLike, lower, regionOf, spanOf } from '../context.js';
import { contentRight } from '../extent.js';
import { Complement } from '../lexicon/index.js';
import { Flag } from '../lexicon/words.js';
import { LIGHT_VERBS } from '../lexicon/nouns.js';
import { nounPhraseAfter } from '../nounPhrase.js';
import { subjectBefore } from '../subject.js';
import { verbGroup } from '../verbGroup.js';
import type { VerbGroup } from '../verbGroup.js';
import type { CueVerb } from './cueVerb.js';
import { headOf } from '../sourceKind.js';
import { DOCUMENT_HEADS } from '../sourceWords.js';
import { sharedSource } from './draft.js';
import { draftOf, isLicensed } from './saying.js';

export function participleClaim(context: Context, i: number, cue: CueVerb, group: VerbGroup, drafts: readonly Draft[]): Draft | null {
  const region = regionOf(context, i);
  const after = readAfter(context, cue.end, region.end, cue.sense);
  const asPhrase = after.kind === 'as' && (cue.sense.complements & Complement.a) !== 0;
  if (!asPhrase && !isLicensed(context, cue.sense, after, region.end)) return null;
  if (NEVER_PARTICIPLE.has(cue.sense.lemma)) return null;
  const content = contentRight(context, after.at, region, i);
  if (content === null) return null;
  const quoted = quotedSource(context, group, region);
  if (quoted !== null) return draftOf(context, i, cue, { ...group, first: group.first - 1, start: context.tokens[group.first - 1]?.start ?? group.start }, after, quoted, [content], 0.9);
  const statement = statementBefore(context, group, region);
  if (statement !== null) return draftOf(context, i, cue, { ...group, ...statement.group }, after, statement.source, [content], 0.9);
  if (opensSentence(context, group.first, region)) return openingParticiple(context, i, cue, group, after, region);
  const source = participleSource(context, group, region, drafts, i);
  return draftOf(context, i, cue, group, after, source, [content], source === null ? 0.5 : 0.8);
}

/** Participles of these tell what is done, not what is said. */
const NEVER_PARTICIPLE = new Set(['seek', 'accept', 'see', 'hear', 'support', 'sentence', 'rule', 'impose', 'detail', 'ban', 'permit', 'witness', 'record', 'document', 'charge', 'authorise', 'order', 'accept', 'believe']);

/** "quoted X as saying": X stands between the verb and "as". */
function quotedSource(context: Context, group: VerbGroup, region: TokenRange): TokenRange | null {
  const as = group.first - 1;
  if (lower(context, as) !== 'as') return null;
  for (let k = as - 1; k > region.first && k > as - 30; k--) {
    if (!QUOTING.has(lower(context, k))) continue;
    return k + 1 < as ? { first: k + 1, end: as } : null;
  }
  return null;
}

const QUOTING = new Set(['quoted', 'quotes', 'quoting', 'quote', 'cited', 'cites', 'citing', 'cite', 'reported']);

/** "issued a statement saying": one cue from the verb on, its subject the source. */
function statementBefore(context: Context, group: VerbGroup, region: TokenRange): { group: Pick<VerbGroup, 'first' | 'start'>; source: TokenRange } | null {
  const noun = group.first - 1;
  if (!STATEMENTS.has(lower(context, noun))) return null;
  for (let k = noun - 1; k > region.first && k > noun - 6; k--) {
    if (!LIGHT_VERBS.has(lower(context, k))) continue;
    const verb = verbGroup(context, k, 'past', region.first);
    const source = subjectBefore(context, verb.first, region.first);
    return source === null ? null : { group: { first: verb.first, start: verb.start }, source };
  }
  return null;
}

const STATEMENTS = new Set(['statement', 'statements', 'report', 'letter', 'memo', 'order', 'tweet', 'message', 'note', 'release', 'post', 'warning', 'notice', 'motion', 'announcement', 'findings', 'video']);

function opensSentence(context: Context, first: number, region: TokenRange): boolean {
  return first === region.first || (first === region.first + 1 && has(context, region.first, Flag.prep | Flag.conj));
}

/** "Calling it a disgrace, the mayor left": content to the comma, the source after it. */
function openingParticiple(context: Context, i: number, cue: CueVerb, group: VerbGroup, after: After, region: TokenRange): Draft | null {
  for (let k = after.at; k < region.end; k++) {
    const inner = context.quotation[k] ?? -1;
    if (!has(context, k, Flag.comma) || (inner >= 0 && inner !== (context.quotation[i] ?? -1))) continue;
    const source = nounPhraseAfter(context, k + 1, region.end, { apposition: false, modifiers: true });
    if (source === null || k <= after.at) return null;
    return draftOf(context, i, cue, group, after, source, [spanOf(context, after.at, k)], 0.75);
  }
  return null;
}

/** An infinitive counts only with content of its own: "to announce that", "to say: “…”". */
export function infinitiveClaim(context: Context, i: number, cue: CueVerb, group: VerbGroup, drafts: readonly Draft[]): Draft | null {
  if ((cue.sense.complements & Complement.q) === 0) return null;
  const region = regionOf(context, i);
  const after = readAfter(context, cue.end, region.end, cue.sense);
  if (after.kind !== 'that' && after.kind !== 'quote') return null;
  const content = contentRight(context, after.at, region, i);
  if (content === null) return null;
  return draftOf(context, i, cue, group, after, sharedSource(context, drafts, region, i), [content], 0.6);
}

const OPENERS = new Set(['with', 'despite', 'without', 'after', 'before']);

/** Its own subject after "with", or else the subject of the clause it hangs on. */
function participleSource(context: Context, group: VerbGroup, region: TokenRange, drafts: readonly Draft[], i: number): TokenRange | null {
  const before = group.first - 1;
  if (lower(context, group.first) !== 'without' && before >= region.first && !isMark(context, before) && !has(context, before, Flag.conj | Flag.prep | Flag.sub | Flag.adv) && isNounLike(context, before)) {
    for (let k = before; k > region.first && k > before - 14; k--) {
      if (isMark(context, k) && !has(context, k, Flag.bracket)) break;
      if (OPENERS.has(lower(context, k - 1))) {
        const own = subjectBefore(context, group.first, k);
        if (own !== null) return own;
      }
    }
    const own = subjectBefore(context, group.first, region.first);
    if (own !== null && !has(context, own.first, Flag.to) && !DOCUMENT_HEADS.has(lower(context, headOf(context, own)))) return own;
  }
  return sharedSource(context, drafts, region, i);
}
