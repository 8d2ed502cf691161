/** Products after the names of their makers: "a Boeing 737 MAX", "a 2005 Opel Zafira". The maker is an organisation, what follows a product. */
import { ANY_HEAD, FUNCTION, GENERIC, TITLE } from './lexicons/flags.js';
import { MAKERS } from './lexicons/heads.js';
import type { Scan } from './scan.js';
import { isNameWord, matchAt } from './scan.js';

/** Words of a model's name at most. */
const LONGEST = 3;
const OWNERS = new Set(['a', 'an', 'his', 'her', 'their', 'its', 'my', 'our', 'your', 'another', 'two', 'three', 'several', "'s", '’s']);
/** After these "Chairman", "Board" and the like are people and bodies: no product has them first. */
const NO_MODEL = new Set(['team', 'racing', 'group', 'board', 'store', 'plant', 'factory', 'headquarters', 'car', 'cars', 'motor', 'motors', 'pay', 'dealership', 'dealer']);

/** Where the maker ends that the run `[at, end)` opens with, if a product of its follows; 0 if not. */
export function makerEnd(scan: Scan, at: number, end: number): number {
  const maker = scan.words[at];
  if (maker === undefined || !maker.capital || !MAKERS.has(maker.lower) || end - at < 2) return 0;
  const listed = matchAt(scan, at);
  const next = scan.words[at + 1];
  const numbered = next !== undefined && /\d/.test(next.text) && !/^(?:19|20)\d\d$/.test(next.text);
  if (numbered) return at + 1;
  if (listed !== null && listed.end >= end) return 0;
  const stop = listed === null ? at + 1 : listed.end;
  return isModel(scan, stop, end) && isCounted(scan, at) ? stop : 0;
}

function isModel(scan: Scan, from: number, end: number): boolean {
  const first = scan.words[from];
  const last = scan.words[end - 1];
  if (first === undefined || last === undefined || end - from > LONGEST || !isNameWord(first) || first.flags & FUNCTION) return false;
  if (/\d/.test(first.text)) return true;
  if (last.flags & (ANY_HEAD | GENERIC) || NO_MODEL.has(first.lower) || NO_MODEL.has(last.lower)) return false;
  return !(first.flags & TITLE && end - from > 1) && !scan.words.slice(from, end).some((w) => w.text === '&' || !w.capital && w.isWord);
}

/** "a", "her", a year or a colour before it: one of many that were made. */
function isCounted(scan: Scan, at: number): boolean {
  const before = scan.words[at - 1];
  if (before === undefined) return false;
  if (OWNERS.has(before.lower) || /^(?:19|20)\d\d$/.test(before.text)) return true;
  if (!before.isWord || before.capital || before.flags & FUNCTION) return false;
  const article = scan.words[at - 2];
  return article !== undefined && (OWNERS.has(article.lower) || article.lower === 'the') && (COLOURS.has(before.lower) || scan.gazetteer.isCommonWord(before.lower)) && !/s$/.test(before.lower);
}

const COLOURS = new Set(['white', 'black', 'red', 'blue', 'silver', 'grey', 'gray', 'green', 'yellow', 'orange', 'beige', 'brown']);

const ROAD = /^[ABEM]\d{1,4}$/;
const ON_ROAD = new Set(['on', 'off', 'along', 'via', 'onto', 'near', 'closed', 'closing', 'blocked', 'down', 'up', 'leaving', 'joining', 'join', 'from', 'between']);
const ROAD_NOUNS = new Set(['motorway', 'road', 'highway', 'bypass', 'junction', 'carriageway', 'northbound', 'southbound', 'eastbound', 'westbound', 'near', 'between', 'autobahn']);

/** "off the A496", "the M25 between two exits", "I-95". */
export function isRoadNumber(scan: Scan, at: number): boolean {
  const text = scan.words[at]?.text ?? '';
  if (/^I-\d{1,3}$/.test(text)) return true;
  if (!ROAD.test(text) || scan.words[at - 1]?.lower !== 'the') return false;
  return ON_ROAD.has(scan.words[at - 2]?.lower ?? '') || ROAD_NOUNS.has(scan.words[at + 1]?.lower ?? '');
}

/** "flight 1344 (AXB1344)", "strain K12", "grades K-12": letters and digits that name no product. */
export function isCode(scan: Scan, at: number): boolean {
  if (CODED.has(scan.words[at - 1]?.lower ?? '')) return true;
  for (let i = at - 1; i >= 0 && i >= at - 6; i--) if (scan.words[i]?.lower === 'flight') return true;
  return false;
}

const CODED = new Set(['strain', 'strains', 'variant', 'gene', 'genes', 'grade', 'grades', 'vitamin', 'star', 'planet', 'exoplanet', 'system', 'flight', 'lineage', 'protein', 'asteroid']);
