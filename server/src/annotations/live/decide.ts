/** What a decision changes: annotations before and after, and the step in words. Changes nothing itself; the same for the same state. */
import type { ClaimAttributes, Decision as AsSent } from '../../annotatingProtocol.js';
import type { Article } from '../../analysis/article.js';
import { mentionsWithin } from '../../analysis/article.js';
import { attributesFromText } from '../../analysis/marks.js';
import type { Span } from '../../base/span.js';
import { isDay } from '../../base/day.js';
import { hull, trimmed } from '../../base/span.js';
import type { Agent, Annotation, Body, Review } from '../annotation.js';
import type { Live, LiveAnnotations, LiveChange, Part, Role, Step } from './live.js';
import { standsOn } from './live.js';
import { resizedEdge } from './resize.js';
import type { Place, Suggestion } from './suggestions.js';
import { suggestionOf, suggestionsIn } from './suggestions.js';

/** A decision whose ranges are spans of the text. */
export type Decision = Spanned<AsSent>;
type Spanned<D> = D extends { readonly do: 'addEntities' } ? { readonly do: 'addEntities'; readonly spans: readonly Span[]; readonly type: string }
  : D extends { readonly do: 'addClaim' } ? { readonly do: 'addClaim'; readonly places: readonly Place[]; readonly attributes: ClaimAttributes }
  : D extends { readonly do: 'place' } ? { readonly do: 'place'; readonly id: string; readonly span: Span }
  : D extends { readonly do: 'keep' } ? { readonly do: 'keep'; readonly body: KeptBody; readonly spans: readonly Span[] }
  : D;

/** Bodies that later features keep: the same life, without a review. */
export type KeptBody = Extract<Body, { type: 'ignoredFinding' | 'speaker' | 'identity' | 'reminder' }>;

export interface Circumstances {
  readonly article: Article;
  readonly person: Agent;
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: string;
  /** Of the model that has read the article, if one has. */
  readonly modelVersion: string | undefined;
  newId(): string;
}

export const GENERATOR = 'urn:article-annotator';
const MACHINE: Agent = { id: GENERATOR, type: 'Software', name: 'Article Annotator' };
/** Letters of a quote in the words of a step. */
const LABEL_LETTERS = 40;

export class Refusal extends Error {}

export interface Decided {
  readonly step: Step;
  readonly ids: readonly string[];
}

/** Throws a `Refusal`, with words for a person, where the decision cannot be. */
export function decide(state: LiveAnnotations, decisions: readonly Decision[], circumstances: Circumstances): Decided {
  return new Deciding(state, circumstances).all(decisions);
}

class Deciding {
  /** State as the earlier decisions of the same step leave it. */
  private readonly now = new Map<string, Live | null>();
  private readonly suggestions = new Map<string, Suggestion>();
  private readonly labels: string[] = [];
  private readonly ids: string[] = [];

  constructor(private readonly state: LiveAnnotations, private readonly at: Circumstances) {}

  all(decisions: readonly Decision[]): Decided {
    for (const decision of decisions) this.one(decision);
    const changes: LiveChange[] = [...this.now].map(([id, after]) => ({ id, before: this.state.all.get(id) ?? null, after })).filter(({ before, after }) => before !== after);
    const [label] = this.labels;
    return { step: { label: this.labels.length === 1 && label !== undefined ? label : `${this.labels.length} decisions`, changes }, ids: this.ids };
  }

  private one(decision: Decision): void {
    switch (decision.do) {
      case 'accept': case 'reject': {
        this.each(decision.do === 'accept' ? 'Accepted' : 'Rejected', decision.ids, (id) => this.review(id, decision.do === 'accept' ? 'accepted' : 'rejected'));
        return;
      }
      case 'reopen': { this.each('Reopened', decision.ids, (id) => this.reopen(id)); return; }
      case 'retype': { this.each(`${decision.type}:`, decision.ids, (id) => this.retype(id, decision.type)); return; }
      case 'resize': { this.each('Changed the bounds of', [decision.id], (id) => this.resize(id, decision.edge, decision.change)); return; }
      case 'addEntities': { this.addEntities(decision.spans, decision.type); return; }
      case 'addClaim': { this.addClaim(decision.places, decision.attributes); return; }
      case 'place': { this.each('Placed', [decision.id], (id) => this.place(id, decision.span)); return; }
      case 'confirm': { this.each('Confirmed', decision.ids, (id) => this.confirm(id)); return; }
      case 'check': { this.each('Noted the check of', [decision.id], (id) => this.check(id, decision)); return; }
      case 'comment': { this.each('Commented on', [decision.on], (id) => this.comment(id, decision.text)); return; }
      case 'changeComment': { this.each('Changed the comment', [decision.id], (id) => this.rewrite(id, { type: 'comment', text: decision.text }, 'comment')); return; }
      case 'deleteComment': { this.each('Deleted the comment', [decision.id], (id) => this.remove(id, 'comment')); return; }
      case 'setArticleDate': { this.setArticleDate(decision.date); return; }
      case 'twoPeople': {
        this.ids.push(this.put(this.fresh({ type: 'twoPeople', names: decision.names }, [], undefined)));
        this.labels.push(`“${decision.names[0]}” and “${decision.names[1]}” are two people`);
        return;
      }
      case 'keep': { this.keep(decision); return; }
      case 'changeReminder': { this.each('Changed the reminder of', [decision.id], (id) => this.rewrite(id, { type: 'reminder', date: soundDay(decision.date), note: decision.note }, 'reminder')); return; }
      case 'forget': { this.each('Removed', [decision.id], (id) => this.remove(id)); return; }
    }
  }

  private each(words: string, ids: readonly string[], act: (id: string) => string): void {
    const [first] = ids;
    const quote = ids.length === 1 && first !== undefined ? this.quoteOf(first) : `${ids.length} annotations`;
    for (const id of ids) this.ids.push(act(id));
    this.labels.push(`${words} ${quote}`);
  }

  private quoteOf(id: string): string {
    const live = this.live(id);
    const span = live === undefined ? this.suggestion(id)?.whole : this.state.placeOf(live);
    const words = span === null || span === undefined ? live?.annotation.anchors[0]?.exact ?? '' : this.at.article.text.slice(span.start, span.end);
    const line = words.replace(/\s+/g, ' ').trim();
    return `“${line.length > LABEL_LETTERS ? `${line.slice(0, LABEL_LETTERS).replace(/[\ud800-\udbff]$/, '')}…` : line}”`;
  }

  private live(id: string): Live | undefined {
    return this.now.has(id) ? this.now.get(id) ?? undefined : this.state.all.get(id);
  }

  private known(id: string): Live {
    const live = this.live(id);
    if (live === undefined) throw new Refusal('There is nothing of this id any more');
    return live;
  }

  private suggestion(id: string): Suggestion | undefined {
    const known = this.suggestions.get(id) ?? suggestionOf(this.at.article, id);
    if (known !== undefined) this.suggestions.set(id, known);
    return known;
  }

  private put(live: Live): string {
    this.now.set(live.annotation.id, live);
    return live.annotation.id;
  }

  private part({ start, end, role }: Place): Part {
    return { role, span: this.state.track.add({ start, end }) };
  }

  private fresh(body: Body, parts: readonly Part[], review: Review | undefined, more: Partial<Annotation> = {}): Live {
    const { now, person } = this.at;
    const annotation: Annotation = {
      id: `urn:uuid:${this.at.newId()}`, body, review, created: now, modified: now, creator: person, reviewer: undefined, generator: GENERATOR, modelVersion: undefined,
      anchors: [], about: undefined, raw: undefined, unknown: {}, ...more,
    };
    return { annotation, parts, anchoring: 'anchored', proposals: [] };
  }

  /** The machine's suggestion with what a person says of it. */
  private ofMachine({ kind, type, places, attributes, isModels }: Suggestion, review: Review): Live {
    const body: Body = kind === 'entity' ? { type: 'entity', entityType: type } : { type: 'claim', attributes };
    return this.fresh(body, places.map((place) => this.part(place)), review, { creator: MACHINE, reviewer: this.at.person.id, modelVersion: isModels ? this.at.modelVersion : undefined });
  }

  private changed(live: Live, change: Partial<Annotation>, more: Partial<Live> = {}): Live {
    return { ...live, ...more, annotation: { ...live.annotation, ...change, modified: this.at.now, raw: undefined } };
  }

  private review(id: string, review: Review): string {
    const live = this.live(id);
    if (live !== undefined) {
      if (live.annotation.body.type !== 'entity' && live.annotation.body.type !== 'claim') throw new Refusal('This is nothing to accept or to reject');
      if (live.annotation.review === review) return id;
      const { creator } = live.annotation;
      return this.put(this.changed(live, { review, reviewer: creator?.id === this.at.person.id ? undefined : this.at.person.id }));
    }
    const suggestion = this.suggestion(id);
    if (suggestion === undefined) throw new Refusal('This suggestion is not there any more');
    // A rejection of it may be there already, made in the same step.
    return this.put(this.ofMachine(suggestion, review));
  }

  private reopen(id: string): string {
    const live = this.live(id);
    if (live === undefined) return id;
    this.now.set(id, null);
    // What was noted about it goes on standing where it stands.
    for (const note of [...this.everything()]) {
      if (note.annotation.about !== id) continue;
      this.put({ ...this.changed(note, { about: undefined, anchors: live.annotation.anchors }), ...this.keptWords(live) });
    }
    return id;
  }

  /** Its place, or what is known of it, for another annotation of the same words. */
  private keptWords({ parts, anchoring, proposals }: Live): Pick<Live, 'parts' | 'anchoring' | 'proposals'> {
    return { parts: parts.map(({ role, span }) => ({ role, span: this.state.track.twinOf(span) })), anchoring, proposals };
  }

  private retype(id: string, type: string): string {
    const live = this.live(id);
    if (live === undefined) {
      const suggestion = this.suggestion(id);
      if (suggestion === undefined) throw new Refusal('This suggestion is not there any more');
      if (suggestion.type === type) return this.review(id, 'accepted');
      this.put(this.ofMachine(suggestion, 'rejected'));
      return this.put(this.fresh(typedBody(suggestion.kind === 'entity' ? { type: 'entity', entityType: '' } : { type: 'claim', attributes: suggestion.attributes }, type), suggestion.places.map((place) => this.part(place)), 'accepted'));
    }
    const { body, creator, review } = live.annotation;
    if (body.type !== 'entity' && body.type !== 'claim') throw new Refusal('This has no type');
    if ((body.type === 'entity' ? body.entityType : body.attributes.sourceKind) === type) return this.review(id, 'accepted');
    if (creator?.type !== 'Software') return this.put(this.changed(live, { body: typedBody(body, type), review: 'accepted' }));
    if (review !== 'rejected') this.review(id, 'rejected');
    return this.put({ ...this.fresh(typedBody(body, type), [], 'accepted', { anchors: live.annotation.anchors }), ...this.keptWords(live) });
  }

  private copied(live: Live): Part[] {
    return this.placesLeft(live).map((place) => this.part(place));
  }

  /** Where its words are that are there. */
  private placesLeft(live: Live): Place[] {
    return live.parts.filter((p) => p.span.hasWords(this.state.textNow)).map(({ role, span: { start, end } }) => ({ start, end, role }));
  }

  private resize(id: string, edge: 'start' | 'end', change: 'extend' | 'shrink'): string {
    const live = this.live(id);
    const suggestion = live === undefined ? this.suggestion(id) : undefined;
    const places: Place[] = live === undefined ? [...suggestion?.places ?? []] : this.placesLeft(live);
    const anchoring = live === undefined ? 'anchored' : this.state.anchoringOf(live);
    if (places.length === 0 || anchoring === 'orphaned') throw new Refusal('Its place is not known');
    if (anchoring === 'incomplete') throw new Refusal('A part of it is lost: confirm it as it is first');
    const roles = places.filter((p) => p.role === 'content' || p.role === undefined).sort((a, b) => a.start - b.start);
    const target = edge === 'start' ? roles[0] : roles[roles.length - 1];
    const next = target === undefined ? null : resizedEdge(this.at.article, target, edge, change);
    if (target === undefined || next === null) throw new Refusal(change === 'extend' ? 'There is no further word in this paragraph' : 'Only one word is left');
    const resized = places.map((p) => (p === target ? { ...next, role: p.role } : p));
    const body: Body | undefined = live?.annotation.body ?? (suggestion?.kind === 'entity' ? { type: 'entity', entityType: suggestion.type } : suggestion === undefined ? undefined : { type: 'claim', attributes: suggestion.attributes });
    if (body === undefined) throw new Refusal('This suggestion is not there any more');
    if (live !== undefined && live.annotation.creator?.type !== 'Software') return this.put(this.changed(live, {}, { parts: resized.map((p) => this.part(p)), anchoring: 'anchored' }));
    if (live?.annotation.review !== 'rejected') this.review(id, 'rejected');
    return this.put(this.fresh(body, resized.map((p) => this.part(p)), 'accepted'));
  }

  private addEntities(spans: readonly Span[], type: string): void {
    if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(type)) throw new Refusal(`“${type}” is no name of a type`);
    const sound = spans.map((s) => this.sound(s));
    for (const span of sound) {
      const suggestion = suggestionsIn(this.at.article, [span], 'entity').find((one) => one.type === type && one.whole.start === span.start && one.whole.end === span.end);
      const there = this.standing(type, span);
      if (there !== undefined) this.ids.push(this.review(there.annotation.id, 'accepted'));
      else if (suggestion !== undefined) this.ids.push(this.review(suggestion.id, 'accepted'));
      else this.ids.push(this.put(this.fresh({ type: 'entity', entityType: type }, [this.part({ ...span, role: undefined })], 'accepted')));
    }
    const [first] = sound;
    this.labels.push(`Added ${sound.length === 1 && first !== undefined ? `“${this.at.article.text.slice(first.start, first.end)}”` : `${sound.length} annotations`} as ${type}`);
  }

  private standing(type: string, span: Span): Live | undefined {
    for (const tracked of this.state.track.within(span)) {
      const live = tracked.holder;
      if (live?.annotation.body.type !== 'entity' || live.annotation.body.entityType !== type || tracked.start !== span.start || tracked.end !== span.end) continue;
      if (this.now.get(live.annotation.id) !== null) return this.live(live.annotation.id);
    }
    return undefined;
  }

  private addClaim(places: readonly Place[], given: ClaimAttributes): void {
    const sound = places.map((p) => ({ ...this.sound(p), role: p.role }));
    const content = sound.filter((p) => p.role === 'content');
    if (content.length === 0) throw new Refusal('A claim needs words that are said');
    const role = (name: Role): Span[] => sound.filter((p) => p.role === name);
    const around = hull(sound) ?? { start: 0, end: 0 };
    const read = attributesFromText({ source: role('source'), cue: role('cue'), content }, mentionsWithin(this.at.article, around), this.at.article.text);
    const attributes: ClaimAttributes = { stance: 'report', certainty: 'certain', ...read, ...given };
    this.ids.push(this.put(this.fresh({ type: 'claim', attributes }, sound.map((p) => this.part(p)), 'accepted')));
    this.labels.push('Added a claim');
  }

  /** Without white space at its borders; never in the midst of a surrogate pair. */
  private sound(s: Span): Span {
    const { text } = this.at.article;
    const span = trimmed(text, s);
    if (span.end <= span.start) throw new Refusal('There are no words in the selection');
    if (splitsPair(text, span.start) || splitsPair(text, span.end)) throw new Refusal('The selection ends inside a character');
    return span;
  }

  private place(id: string, given: Span): string {
    const live = this.known(id);
    const span = this.sound(given);
    const isClaim = live.annotation.body.type === 'claim';
    const kept = isClaim ? live.parts.filter((p) => p.role !== 'content' && p.span.hasWords(this.state.textNow)) : [];
    return this.put(this.changed(live, {}, { parts: [...kept, this.part({ ...span, role: isClaim ? 'content' : undefined })], anchoring: 'anchored', proposals: [] }));
  }

  private confirm(id: string): string {
    const live = this.known(id);
    const anchoring = this.state.anchoringOf(live);
    return anchoring === 'edited' || anchoring === 'incomplete' ? this.put(this.changed(live, {}, { parts: this.copied(live), anchoring: 'anchored' })) : id;
  }

  private check(id: string, { state, evidence }: Extract<Decision, { do: 'check' }>): string {
    const places = this.placesOf(id);
    const body: Body = { type: 'check', status: state, evidence, by: this.at.person.name, on: this.at.now.slice(0, 10) };
    for (const live of this.everything()) {
      if (live.annotation.body.type === 'check' && (live.annotation.id === id || live.annotation.about === id || standsOn(live, places.map((p) => ({ role: p.role, span: p }))))) return this.put(this.changed(live, { body, creator: this.at.person }));
    }
    if (places.length === 0) return this.put(this.fresh(body, [], undefined, { about: id }));
    return this.put(this.fresh(body, places.map((p) => this.part(p)), undefined));
  }

  private placesOf(id: string): Place[] {
    const live = this.live(id);
    if (live !== undefined) return this.placesLeft(live);
    const suggestion = this.suggestion(id);
    if (suggestion === undefined) throw new Refusal('This is not there any more');
    return [...suggestion.places];
  }

  private *everything(): Generator<Live> {
    for (const [id, live] of this.state.all) if (!this.now.has(id)) yield live;
    for (const live of this.now.values()) if (live !== null) yield live;
  }

  private comment(on: string, text: string): string {
    if (text.trim() === '') throw new Refusal('The comment is empty');
    const live = this.live(on);
    // A reply is about what the first comment is about.
    const about = live?.annotation.body.type === 'comment' && live.annotation.about !== undefined ? live.annotation.about : on;
    if (live !== undefined) return this.put(this.fresh({ type: 'comment', text }, [], undefined, { about }));
    return this.put(this.fresh({ type: 'comment', text }, this.placesOf(on).map((p) => this.part(p)), undefined));
  }

  private rewrite(id: string, body: Body, type: Body['type']): string {
    const live = this.known(id);
    if (live.annotation.body.type !== type) throw new Refusal('This is not what it was taken for');
    return this.put(this.changed(live, { body }));
  }

  private remove(id: string, type?: Body['type']): string {
    const live = this.known(id);
    if (type !== undefined && live.annotation.body.type !== type) throw new Refusal('This is not what it was taken for');
    this.now.set(id, null);
    return id;
  }

  private keep({ body, spans }: Extract<Decision, { do: 'keep' }>): void {
    if (body.type === 'reminder') soundDay(body.date);
    const id = this.put(this.fresh(body, spans.map((s) => this.part({ ...this.sound(s), role: undefined })), undefined));
    this.ids.push(id);
    this.labels.push(body.type === 'identity' ? `Confirmed who or what “${body.name ?? body.label}” is` : body.type === 'reminder' ? `Set a reminder for ${body.date} of ${this.quoteOf(id)}` : 'Noted');
  }

  private setArticleDate(date: string | null): void {
    if (date !== null) soundDay(date);
    const known = [...this.everything()].filter(({ annotation }) => annotation.body.type === 'articleDate');
    const [first, ...others] = known;
    for (const { annotation } of date === null ? known : others) this.now.set(annotation.id, null);
    if (date !== null) this.ids.push(this.put(first === undefined ? this.fresh({ type: 'articleDate', date }, [], undefined) : this.changed(first, { body: { type: 'articleDate', date } })));
    this.labels.push(date === null ? 'Removed the article’s date' : `Set the article’s date to ${date}`);
  }
}

function soundDay(date: string): string {
  if (!isDay(date)) throw new Refusal(`“${date}” is no day of the calendar (YYYY-MM-DD)`);
  return date;
}

function typedBody(body: Extract<Body, { type: 'entity' | 'claim' }>, type: string): Body {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(type)) throw new Refusal(`“${type}” is no name of a type`);
  return body.type === 'entity' ? { type: 'entity', entityType: type } : { type: 'claim', attributes: { ...body.attributes, sourceKind: type } };
}

function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return offset > 0 && offset < text.length && before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
