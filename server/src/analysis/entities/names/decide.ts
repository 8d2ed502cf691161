/** Decides all names of an article at once from its ledger. A pure function: equal ledgers, equal decisions. */
import type { Gazetteer, GazetteerEntry } from '../../gazetteer.js';
import type { NameType, Reason } from '../../types.js';
import { FAINT, MEDIUM, NAME_TYPES, STRONG, WEAK } from './evidence.js';
import { fold, initials, singular } from './keys.js';
import type { Tally } from './ledger.js';
import type { FullName } from './people.js';
import { People, fullName } from './people.js';
import { NAMELESS } from './spelledOut.js';

/** What the article makes of one name. */
export interface NameDecision {
  /** Null if it is no name after all. */
  readonly type: NameType | null;
  /** The fullest name of the entity: "Rustem Umerov" for "Umerov". */
  readonly canonical: string;
  /** Equal for all names that mean the same; empty for no name. */
  readonly entity: string;
  /** 0–1: how often decisions of this strength were right on marked articles. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** Canonical names of the persons whom a bare surname may mean, when there are several. */
  readonly ambiguousWith?: readonly string[];
}

export const NO_NAME: NameDecision = { type: null, canonical: '', entity: '', confidence: 0, reasons: [] };

/** Of a decision or of an amount: it is rather wrong than right. */
export function isUncertain(confidence: number): boolean {
  return confidence < 0.5;
}

/** Nothing in the text is marked otherwise: how sure they are, and why, is asked for where it is told. */
export function isShownAlike(a: NameDecision, b: NameDecision): boolean {
  if (a.type === null || b.type === null) return a.type === b.type;
  return a.type === b.type && a.entity === b.entity && a.canonical === b.canonical && isUncertain(a.confidence) === isUncertain(b.confidence);
}

interface Draft {
  readonly tally: Tally;
  readonly scores: Partial<Record<NameType, number>>;
  readonly extra: Reason[];
  readonly entries: readonly GazetteerEntry[];
  readonly severalWords: boolean;
  persons: readonly string[];
  /** The key of the long form, for an acronym. */
  long: string | null;
}

export function decideAll(tallies: ReadonlyMap<string, Tally>, gazetteer: Gazetteer): Map<string, NameDecision> {
  const drafts = new Map<string, Draft>();
  const ordered = [...tallies.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const tally of ordered) drafts.set(tally.key, draftOf(tally, gazetteer));
  poolVariants(drafts);
  expandAcronyms(drafts);
  lendFromShort(drafts);
  const people = new People(fullNames(drafts), gazetteer);
  const longer = longerNames(drafts);
  for (const draft of drafts.values()) {
    inheritPerson(draft, people, drafts);
    inheritHead(draft, longer);
  }
  const decisions = new Map<string, NameDecision>();
  for (const draft of drafts.values()) decisions.set(draft.tally.key, finish(draft, drafts, people));
  return decisions;
}

/** Between a mean (1) and a sum (0): a name seen twenty times is surer, but not twenty times as sure. Chosen on marked training articles. */
const DAMPING = 0.75;

/** Scores of one order of size for one mention and for twenty. */
function draftOf(tally: Tally, gazetteer: Gazetteer): Draft {
  const scores: Draft['scores'] = {};
  for (const type of NAME_TYPES) {
    const points = tally.scores[type];
    if (points !== undefined) scores[type] = points / tally.count ** DAMPING;
  }
  return { tally, scores, extra: [], entries: entriesOf(tally.key, gazetteer), severalWords: tally.key.includes(' '), persons: [], long: null };
}

/** What the lists say of a name, in a line of capitals too. */
function entriesOf(key: string, gazetteer: Gazetteer): readonly GazetteerEntry[] {
  const exact = gazetteer.lookup(key);
  return exact.length === 0 && key.length > 3 && key === key.toUpperCase() ? gazetteer.lookupCaps(key) : exact;
}

function bestOf(scores: Draft['scores']): { type: NameType | null; score: number; second: number } {
  let type: NameType | null = null;
  let score = 0;
  let second = 0;
  for (const candidate of NAME_TYPES) {
    const points = scores[candidate];
    if (points === undefined) continue;
    if (points > score) {
      second = score;
      score = points;
      type = candidate;
    } else if (points > second) second = points;
  }
  return { type, score, second };
}

function boost(draft: Draft, type: NameType, points: number, kind?: Reason['kind'], text?: string): void {
  draft.scores[type] = (draft.scores[type] ?? 0) + points;
  if (kind !== undefined && text !== undefined) draft.extra.push({ kind, text });
}

/** Points that hold for each mention, as one sum beside what each mention brought: else what stands once is outvoted by a doubtful word said often. */
function atEach(draft: Draft, points: number): number {
  return points * draft.tally.count ** (1 - DAMPING);
}

/** One name in two spellings, "Erdoğan" and "Erdogan", "KYIV" and "Kyiv": each gets what speaks for the other. */
function poolVariants(drafts: ReadonlyMap<string, Draft>): void {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts.values()) {
    const folded = fold(draft.tally.key);
    const group = groups.get(folded);
    if (group === undefined) groups.set(folded, [draft]);
    else group.push(draft);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const bests = group.map((d) => bestOf(d.scores));
    group.forEach((draft, i) => {
      bests.forEach((best, k) => {
        if (k !== i && best.type !== null) boost(draft, best.type, best.score / 2);
      });
    });
  }
}

/** "FSB" gets the type of "Federal Security Service" if the text links them, or if its letters fit one name only. */
function expandAcronyms(drafts: ReadonlyMap<string, Draft>): void {
  const byInitials = new Map<string, Draft[]>();
  for (const draft of drafts.values()) {
    if (!draft.severalWords) continue;
    const letters = initials(draft.tally.key);
    if (letters.length < 3) continue;
    const list = byInitials.get(letters);
    if (list === undefined) byInitials.set(letters, [draft]);
    else list.push(draft);
  }
  for (const draft of drafts.values()) {
    if (draft.severalWords) continue;
    const linked = [...draft.tally.expansions].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
    const letters = draft.tally.key.replace(/\./g, '');
    const fitting = letters.length >= 3 && letters === letters.toUpperCase() ? byInitials.get(letters) ?? [] : [];
    const long = linked !== undefined ? drafts.get(linked) : fitting.length === 1 ? fitting[0] : undefined;
    if (long === undefined || long.tally.key.length < draft.tally.key.length) continue;
    const { type, score } = bestOf(long.scores);
    if (type === null || type === 'PERSON') continue;
    draft.long = long.tally.key;
    boost(draft, type, atEach(draft, Math.max(MEDIUM, Math.min(score, STRONG))), 'acronym', `short for “${long.tally.key}” in this article`);
    const own = bestOf(draft.scores);
    if (own.type === 'ORG') boost(long, 'ORG', WEAK);
  }
}

/** What the article says of "Teel" speaks for "Ana Teel" too, and what it says of "Keld" for "Keld Polska". */
function lendFromShort(drafts: ReadonlyMap<string, Draft>): void {
  for (const draft of drafts.values()) {
    if (!draft.severalWords || draft.entries.length > 0) continue;
    const { key } = draft.tally;
    const last = drafts.get(key.slice(key.lastIndexOf(' ') + 1));
    if (last !== undefined && hasTitle(last) && bestOf(last.scores).type === 'PERSON') boost(draft, 'PERSON', WEAK + FAINT);
    const first = drafts.get(key.slice(0, key.indexOf(' ')));
    if (first === undefined) continue;
    const { type, score, second } = bestOf(first.scores);
    if (type === 'ORG' && score - second >= FAINT + 2 && score >= WEAK + FAINT) boost(draft, 'ORG', WEAK + FAINT, 'article', `begins with the organisation “${first.tally.key}”`);
  }
}

function fullNames(drafts: ReadonlyMap<string, Draft>): FullName[] {
  const names: FullName[] = [];
  for (const draft of drafts.values()) {
    if (!draft.severalWords) continue;
    const { type, score } = bestOf(draft.scores);
    if (type === 'PERSON' && score >= FAINT) names.push(fullName(draft.tally.key, draft.tally.count, score));
  }
  return names;
}

/** A surname gets its type from the full name. */
function inheritPerson(draft: Draft, people: People, drafts: ReadonlyMap<string, Draft>): void {
  if (draft.severalWords && people.canonical(draft.tally.key) !== undefined) return;
  const { key } = draft.tally;
  const direct = people.matching(key);
  const { persons, by } = direct.persons.length === 0 && key.length > 4 && key.endsWith('s') && !draft.severalWords ? people.matching(key.slice(0, -1)) : direct;
  if (persons.length === 0) {
    if (!draft.severalWords && !hasTitle(draft)) boost(draft, 'PERSON', -FAINT);
    return;
  }
  const listedElse = draft.entries.some((e) => !e.ambiguous && e.type !== 'PERSON');
  const points = by === 'surname' ? (listedElse ? STRONG : STRONG + MEDIUM) : listedElse ? 0 : MEDIUM;
  // "Environment Minister Kristjan Mets": no team is meant by "Mets" there, however often it stands.
  const isTitled = by === 'surname' && draft.entries.every((e) => e.type === 'ORG' || e.type === 'PERSON') && persons.some((name) => { const full = drafts.get(name); return full !== undefined && hasTitle(full); });
  draft.persons = persons;
  boost(draft, 'PERSON', isTitled ? Math.max(points, (draft.scores.ORG ?? 0) + MEDIUM) : points, 'article', `a part of the name “${persons.join('” or “')}”`);
}

function hasTitle(draft: Draft): boolean {
  return draft.tally.reasons.some(({ reason }) => reason.kind === 'title');
}

const STORM = /^(?:Hurricane|Typhoon|Cyclone|Storm|Tropical Storm|Superstorm|Operation) /;

interface LongerNames {
  /** The first storm or operation that ends in the word. */
  readonly storms: ReadonlyMap<string, string>;
  /** The first organisation that begins with the word. */
  readonly organisations: ReadonlyMap<string, string>;
}

function longerNames(drafts: ReadonlyMap<string, Draft>): LongerNames {
  const storms = new Map<string, string>();
  const organisations = new Map<string, string>();
  for (const { tally, scores, severalWords } of drafts.values()) {
    if (!severalWords) continue;
    const last = tally.key.slice(tally.key.lastIndexOf(' ') + 1);
    const first = tally.key.slice(0, tally.key.indexOf(' '));
    if (!storms.has(last) && STORM.test(tally.key)) storms.set(last, tally.key);
    if (organisations.has(first)) continue;
    const { type, score } = bestOf(scores);
    if (type === 'ORG' && score >= STRONG) organisations.set(first, tally.key);
  }
  return { storms, organisations };
}

/** "Dorian" beside "Hurricane Dorian"; "Mahan" beside "Mahan Air": an unknown word that opens an organisation's name is likely that organisation. */
function inheritHead(draft: Draft, longer: LongerNames): void {
  const { key } = draft.tally;
  if (draft.severalWords || key.length < 3) return;
  const storm = longer.storms.get(key);
  const organisation = longer.organisations.get(key);
  if (storm !== undefined) {
    boost(draft, 'EVENT', atEach(draft, STRONG + MEDIUM), 'article', `short for “${storm}”`);
    draft.long = storm;
  } else if (organisation !== undefined && draft.entries.length === 0) boost(draft, 'ORG', WEAK, 'article', `the first word of “${organisation}”`);
}

/** Mean points below which a run of capitals is taken for no name. */
const NAME_AT_LEAST = 4;
/** The same for names of one word, which a common noun with a capital may be. Set where marked training articles had fewer names than not. */
const SINGLE_AT_LEAST: Partial<Record<NameType, number>> = { ORG: 10, GPE: 19, NORP: 10, LOC: 10, WORK_OF_ART: 10, FAC: 10 };
/** The same if it stands only where a capital proves nothing. */
const START_AT_LEAST = 9;

/** The same as a confidence, for names that the model has read and no list is sure of: what is oftener wrong than right is not shown. */
const HEARD_AT_LEAST = 0.45;
/** For organisations more: below it both tiers take titles, slogans and common nouns with a capital for one, in every training set oftener than not. */
const HEARD_ORG_AT_LEAST = 0.55;

function finish(draft: Draft, drafts: ReadonlyMap<string, Draft>, people: People): NameDecision {
  const { type, score, second } = bestOf(draft.scores);
  const { tally } = draft;
  const onlyAtStart = tally.atStart === tally.count;
  if (type === null || score < leastFor(draft, type, onlyAtStart) || standsForNothing(draft, drafts)) return { ...NO_NAME, canonical: tally.key };
  const confidence = confidenceOf(score, second, tally);
  if (tally.heard > 0 && confidence < (type === 'ORG' ? HEARD_ORG_AT_LEAST : HEARD_AT_LEAST) && !draft.entries.some((entry) => entry.type === type && !entry.ambiguous)) return { ...NO_NAME, canonical: tally.key };
  const reasons = reasonsOf(draft, type);
  if (type === 'PERSON') return person(draft, people, confidence, reasons);
  const canonical = canonicalOf(draft, type, drafts);
  return { type, canonical, entity: `${type}/${canonical}`, confidence, reasons };
}

/** The article spells the letters out, in the singular or the plural, and what it spells out is no name. */
function standsForNothing({ tally: { key }, severalWords, entries }: Draft, drafts: ReadonlyMap<string, Draft>): boolean {
  if (severalWords || entries.length > 0) return false;
  const letters = singular(key);
  return (letters === undefined ? [key] : [letters, `${letters}s`]).some((form) => (drafts.get(form)?.tally.expansions.get(NAMELESS) ?? 0) > 0);
}

function leastFor(draft: Draft, type: NameType, onlyAtStart: boolean): number {
  if (draft.severalWords) return NAME_AT_LEAST;
  return Math.max(SINGLE_AT_LEAST[type] ?? NAME_AT_LEAST, onlyAtStart ? START_AT_LEAST : 0);
}

function person(draft: Draft, people: People, confidence: number, reasons: readonly Reason[]): NameDecision {
  const own = people.canonical(draft.tally.key);
  const [only] = draft.persons;
  if (own === undefined && draft.persons.length > 1) {
    return { type: 'PERSON', canonical: draft.tally.key, entity: `PERSON/${draft.tally.key}`, confidence, reasons, ambiguousWith: draft.persons };
  }
  const canonical = own ?? only ?? draft.tally.key;
  return { type: 'PERSON', canonical, entity: `PERSON/${canonical}`, confidence, reasons };
}

/** What the article spells out stands before what the lists say: its "UDA" is the party that it names, not the one that others know. */
function canonicalOf(draft: Draft, type: NameType, drafts: ReadonlyMap<string, Draft>): string {
  const long = draft.long === null ? undefined : drafts.get(draft.long);
  if (long !== undefined) return listedName(long, type, drafts) ?? long.tally.key;
  return listedName(draft, type, drafts) ?? draft.tally.key;
}

function listedName(draft: Draft, type: NameType, drafts: ReadonlyMap<string, Draft>): string | undefined {
  const entry = draft.entries.find((one) => one.type === type);
  const listed = entry?.canonical;
  if (listed === undefined || entry?.isHouse === true || type !== 'ORG' || !listed.endsWith(` ${draft.tally.key}`)) return listed;
  // Every country has a "Supreme Court": it is the listed one only if the article says so elsewhere.
  return drafts.has(listed) || drafts.has(listed.replace(/^US /, 'U.S. ')) ? listed : undefined;
}

/**
 * Logistic in the strength, the margin over the next type and the number of mentions. The figures are fitted on marked training
 * articles, those for names that the model has read on the ones that did not train it: there is more evidence then, and less of it free.
 */
function confidenceOf(score: number, second: number, { count, heard }: Tally): number {
  const margin = score - second;
  const z = heard > 0 ? -2 + 0.048 * Math.min(score, 120) + 0.01 * Math.min(margin, 100) + 0.17 * Math.log(count)
    : -0.7 + 0.045 * Math.min(score, 70) + 0.03 * Math.min(margin, 50) + 0.25 * Math.log(count);
  return Math.round(1000 / (1 + Math.exp(-z))) / 1000;
}

const MOST_REASONS = 4;

function reasonsOf(draft: Draft, type: NameType): Reason[] {
  const counted = draft.tally.reasons.filter(({ reason }) => reason.supports === type);
  counted.sort((a, b) => b.count - a.count || (a.reason.text < b.reason.text ? -1 : 1));
  // What the model says differs a little from mention to mention: once is enough.
  const said = counted.find(({ reason }) => reason.kind === 'model');
  const own: Reason[] = counted.filter((one) => one.reason.kind !== 'model' || one === said).map(({ reason }) => ({ kind: reason.kind, text: reason.text }));
  return [...draft.extra, ...own].slice(0, MOST_REASONS);
}
