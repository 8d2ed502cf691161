/** Names that go on over small words: "Ministry of Health and Sports", "Center for …", "Food and Drug Administration". */
import { coreEnd } from './cores.js';
import { ANY_HEAD, BODY, EVENT_HEAD, FAC_HEAD, GPE_HEAD, LAW_HEAD, LOC_HEAD, OFFICE, ORG_HEAD, TITLE, TITLE_TOPIC, WEAK_ORG, WORK_HEAD } from './lexicons/flags.js';
import { wordSet } from './lexicons/words.js';
import type { Scan } from './scan.js';
import { adjoins, isNameWord, isSure, matchAt } from './scan.js';
import { findTitle } from './titles.js';

/** Words that open a name with "of" though they end none. */
const OPENERS = wordSet(`
house sons daughters friends knights order voice voices doctors physicians scientists parents mothers students lords commons port hall church cathedral tower palace university statue day feast festival
battle siege gulf bay strait straits sea cape horn isle isles lake mount valley republic kingdom state city commonwealth emirate sultanate principality union bill treaty declaration charter constitution
convention act law code court courts faculty academy medal legion hall museum temple museum duchy archdiocese diocese lion brigade brigades martyrs army people coalition confederation
representatives embassy consulate mission voice mosque game lord tour cup
`);
/** Connectors by what they can join. */
const JOINERS = new Set(['of', 'for', 'on', 'against', 'to', 'in', 'with', 'without', 'by']);
const FOR_OPENERS = new Set(['transport', 'alternative', 'reporters', 'research', 'americans', 'citizens', 'movement', 'campaign']);
const NARROW = new Set(['for', 'on', 'against']);

/** The end of the name that the run `[first, end)` begins, with all that it takes in over connectors. */
export function joinEnd(scan: Scan, first: number, end: number): number {
  const listed = matchAt(scan, first);
  let reach = Math.max(end, listed !== null && listed.end > end ? listed.end : end);
  if (listed !== null && listed.end > end) return extendTopics(scan, first, reach);
  reach = joinTopicList(scan, first, reach);
  for (let round = 0; round < 4; round++) {
    const next = joinOnce(scan, first, reach);
    if (next === reach) break;
    reach = extendTopics(scan, first, next);
  }
  return reach;
}

function joinOnce(scan: Scan, first: number, end: number): number {
  const connector = scan.words[end];
  if (connector === undefined || connector.capital || !JOINERS.has(connector.lower) || !adjoins(scan, end - 1) || !adjoins(scan, end)) return end;
  if (!opens(scan, first, end, connector.lower) && !(connector.lower === 'of' && awardsOrActs(scan, first, end))) return end;
  const at = scan.words[end + 1]?.lower === 'the' && !scan.words[end + 1]?.capital && adjoins(scan, end + 1) ? end + 2 : end + 1;
  if (!isNameWord(scan.words[at])) return end;
  return rightEnd(scan, first, at);
}

/** Whether the run so far is of a kind that takes the connector. */
function opens(scan: Scan, first: number, end: number, connector: string): boolean {
  const last = scan.words[end - 1];
  const head = scan.words[first];
  if (last === undefined || head === undefined) return false;
  const single = end - first === 1;
  if (single && last.first && last.lower.endsWith('s') && last.lower !== 'sons' && last.lower !== 'knights') return false;
  const flags = last.flags;
  if (connector === 'of') {
    if (last.lower === 'general' && end - first > 1 && ((scan.words[end - 2]?.flags ?? 0) & ORG_HEAD)) return true;
    if (flags & (ORG_HEAD | LAW_HEAD | LOC_HEAD | GPE_HEAD) && !(flags & TITLE) && !isAct(last.lower)) return !isCountryLike(scan, first, end) && !(single && isLowKey(last.lower)) && !(isWholeListed(scan, first, end) && placeFollows(scan, end));
    if (OPENERS.has(last.lower)) return true;
    return end - first > 1 && (OPENERS.has(head.lower) || (head.flags & ORG_HEAD) !== 0) && hasOf(scan, first, end) && (flags & (OFFICE | TITLE_TOPIC | ORG_HEAD)) !== 0;
  }
  if (NARROW.has(connector)) {
    if (connector === 'for' && (flags & OFFICE && hasOf(scan, first, end) || FOR_OPENERS.has(last.lower))) return true;
    if (connector === 'for' && single && !last.first && rightEndsInHead(scan, end)) return true;
    return (flags & ORG_HEAD) !== 0 && !(single && (last.first || isLowKey(last.lower))) || connector === 'on' && (flags & LAW_HEAD) !== 0 || connector === 'for' && last.lower === 'alternative';
  }
  if (connector === 'in' && /^prizes?$/.test(last.lower)) return true;
  if (connector === 'in' || connector === 'to') return hasOf(scan, first, end) && (flags & LAW_HEAD) === 0 && /operation|treaty|prize|ambassador/.test(last.lower);
  return connector === 'without' && (last.lower === 'doctors' || last.lower === 'reporters');
}

/** "Defender of Democracy Award", "Tenure of Office Act": what follows ends in the head that the whole is named by. */
function awardsOrActs(scan: Scan, first: number, end: number): boolean {
  const head = scan.words[first];
  if (head === undefined || head.first || end - first > 2 || matchAt(scan, first) !== null || !isNameWord(scan.words[end + 1])) return false;
  const run = coreEnd(scan, end + 1);
  const last = scan.words[run - 1];
  return run - end > 2 && last !== undefined && matchAt(scan, end + 1)?.end !== run && /^(?:awards?|prizes?|medals?|acts?|treaty)$/.test(last.lower);
}

function placeFollows(scan: Scan, end: number): boolean {
  const match = matchAt(scan, scan.words[end + 1]?.lower === 'the' ? end + 2 : end + 1);
  return match !== null && isSure(match.entries, 'GPE');
}

/** A listed organisation of several words is whole: "Revolutionary Guard Corps" of a country. */
function isWholeListed(scan: Scan, first: number, end: number): boolean {
  const match = matchAt(scan, first);
  return match !== null && match.end === end && end - first > 1 && isSure(match.entries, 'ORG') && !/^(?:party|union|league|association)$/.test(scan.words[end - 1]?.lower ?? '');
}

/** "Cinema for Peace Foundation": what follows the connector ends in a head word. */
function rightEndsInHead(scan: Scan, end: number): boolean {
  const at = end + 1;
  if (!isNameWord(scan.words[at])) return false;
  const run = coreEnd(scan, at);
  return run - at >= 2 && endsInHead(scan, run) && matchAt(scan, at)?.end !== run;
}

function isAct(lower: string): boolean {
  return lower === 'act' || lower === 'bill' || lower === 'agreement' || lower === 'accord';
}

/** Words too common to open a name by themselves: "Members of", "Group of", "Police of". */
function isLowKey(lower: string): boolean {
  return lower === 'group' || lower === 'team' || lower === 'teams' || lower === 'members' || lower === 'workers' || lower === 'law' || lower === 'laws' || lower === 'section' || lower === 'police' || lower === 'media' || lower === 'news' || lower === 'force' || lower === 'forces' || lower === 'air' || lower === 'power' || lower === 'project' || lower === 'region' || lower === 'capital' || lower === 'cabinet' || lower === 'shore' || lower === 'coast' || lower === 'beach' || lower === 'parks' || lower === 'review';
}

function isCountryLike(scan: Scan, first: number, end: number): boolean {
  const match = matchAt(scan, first);
  return match !== null && match.end === end && isSure(match.entries, 'GPE');
}

function hasOf(scan: Scan, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const lower = scan.words[i]?.lower;
    if (lower === 'of' || lower === 'for') return true;
  }
  return false;
}

/** How far the part after the connector reaches: to the end of its run, but not into a title or a person. */
function rightEnd(scan: Scan, first: number, at: number): number {
  const listed = matchAt(scan, at);
  const run = coreEnd(scan, at);
  const office = (scan.words[first]?.lower ?? '') === 'office' || (scan.words[first]?.lower ?? '') === 'ministry';
  const title = office ? null : findTitle(scan, at, run);
  let end = run;
  if (title !== null && title.end < run) end = title.start > at ? title.start : at;
  else if (title !== null && title.start > at && title.end === run) end = title.start;
  if (listed !== null && listed.end < end && isSure(listed.entries, 'GPE')) {
    const next = scan.words[listed.end];
    const last = scan.words[end - 1];
    if (next !== undefined && last !== undefined && scan.gazetteer.isGivenName(next.text) && !(last.flags & ANY_HEAD)) end = listed.end;
  }
  return Math.max(end, listed !== null && listed.end > run ? listed.end : end);
}

/** "… of Health and Social Services": topics in a row, which no list knows as names. */
function extendTopics(scan: Scan, first: number, end: number): number {
  if ((scan.words[end - 1]?.flags ?? 0) & (LAW_HEAD | WORK_HEAD)) return end;
  let reach = end;
  for (let round = 0; round < 4; round++) {
    const mark = scan.words[reach];
    if (mark === undefined) break;
    let at = reach;
    if (mark.text === ',') at++;
    if (scan.words[at]?.lower === 'and' || scan.words[at]?.text === '&') at++;
    if (at === reach || !isNameWord(scan.words[at]) || !isTopicRun(scan, reach - 1, reach)) break;
    const run = coreEnd(scan, at);
    if (!isTopicRun(scan, at, run) || (scan.words[at]?.flags ?? 0) & ORG_HEAD && JOINERS.has(scan.words[run]?.lower ?? '')) break;
    if (mark.text === ',' && at === reach + 1 && !listGoesOn(scan, run)) break;
    reach = run;
  }
  return reach === first ? end : reach;
}

/** After "A, B" a further ", C" or "and C" of topics must follow, or the comma ends the name. */
function listGoesOn(scan: Scan, at: number): boolean {
  let next = at;
  if (scan.words[next]?.text === ',') next++;
  if (scan.words[next]?.lower === 'and') next++;
  return next > at && isNameWord(scan.words[next]) && isTopicRun(scan, next, coreEnd(scan, next));
}

function isTopicRun(scan: Scan, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined) return false;
    if (!word.capital) continue;
    if (word.flags & (TITLE_TOPIC | BODY | ORG_HEAD)) continue;
    const match = matchAt(scan, i);
    if (match !== null && match.entries.some((e) => !e.ambiguous)) return false;
    if (scan.gazetteer.isCommonWord(word.lower)) continue;
    if (word.caps || word.flags & TITLE || scan.gazetteer.isGivenName(word.text) && !scan.gazetteer.isAmbiguousGivenName(word.text) || scan.gazetteer.isSurname(word.text)) return false;
  }
  return true;
}

/** "Food and Drug Administration": topics, "and", then a run that ends in a head word. */
function joinTopicList(scan: Scan, first: number, end: number): number {
  const mark = scan.words[end];
  if (mark === undefined || mark.lower !== 'and' && mark.text !== ',' || endsInStrongHead(scan, end) || !isTopicRun(scan, lastRunStart(scan, first, end), end)) return end;
  let at = end;
  for (let round = 0; round < 4; round++) {
    const comma = scan.words[at]?.text === ',';
    if (comma) at++;
    const and = scan.words[at]?.lower === 'and';
    if (and) at++;
    if (!comma && !and || !isNameWord(scan.words[at])) return end;
    const run = coreEnd(scan, at);
    if (!and && !isTopicRun(scan, at, run)) return end;
    if (and) return endsInHead(scan, run) && isTopicRun(scan, at, run - 1) && run - at >= 2 && ((scan.words[run - 1]?.flags ?? 0) & (EVENT_HEAD | FAC_HEAD)) === 0 ? run : end;
    at = run;
  }
  return end;
}

function lastRunStart(scan: Scan, first: number, end: number): number {
  let start = first;
  for (let i = first; i < end; i++) {
    const match = matchAt(scan, i);
    if (match !== null && match.end < end && (isSure(match.entries, 'GPE') || isSure(match.entries, 'NORP'))) start = match.end;
  }
  return start;
}

function endsInHead(scan: Scan, end: number): boolean {
  return ((scan.words[end - 1]?.flags ?? 0) & ORG_HEAD) !== 0;
}

function endsInStrongHead(scan: Scan, end: number): boolean {
  return ((scan.words[end - 1]?.flags ?? 0) & (ORG_HEAD | WEAK_ORG)) === ORG_HEAD;
}
