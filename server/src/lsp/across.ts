/**
 * What the articles of a workspace say of each other: symbols, references, who else has a name, what a source said elsewhere and what it
 * said otherwise. Open documents win over the index: of those what stands on the screen counts.
 */
import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { CancellationToken, Connection, Location, Position, SymbolInformation } from 'vscode-languageserver';
import type { Article, Claim, NamedEntity } from '../analysis/article.js';
import { mentionAt } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { ClaimElsewhere, OtherArticles, OthersOf, WordingElsewhere, WordingsOf } from '../ide/index.js';
import { TYPE_WORDS, claimHitsAt, entityAt, excerpt, placeOf } from '../ide/index.js';
import { compare, likenessOf } from '../analysis/reading/index.js';
import type { Comparable } from '../analysis/reading/index.js';
import type { ArticleIndex, FoundClaim, NameKey, Place } from '../index/articleIndex.js';
import { nameOf } from '../annotations/store/files.js';
import { searchOf, searchWords } from '../index/articleIndex.js';
import { entryOf, factsOf, keyOfEntity, keyOfMention, mentionsOfKey } from '../index/entries.js';
import { textAt } from '../index/excerpts.js';
import { countWords, unpackFacts, wordNumbers } from '../index/packing.js';
import { sameSpelling } from '../index/uris.js';
import type { ElsewhereResult, SaidElsewhere, SaidOtherwise } from '../protocol.js';
import { indexAgainRequest, saidElsewhereRequest, saidOtherwiseRequest } from '../protocol.js';
import type { Desk, Ready } from './desk.js';
import { SYMBOL_KINDS } from './symbolKinds.js';
import { offsetOf, rangeOf } from './translate.js';
import type { WatchedFiles } from './watchedFiles.js';
import type { WorkspaceIndex } from './workspaceIndex.js';

const SYMBOLS_SHOWN = 50;
/** Articles whose mentions are given for one name, and places in them: the article that goes beyond them is the last. */
const ARTICLES_SHOWN = 300;
const PLACES_SHOWN = 200;
const NEWEST_SHOWN = 1;
const CLAIMS_SHOWN = 50;
/** Claims of one source that a claim is compared with, the newest first. */
const CLAIMS_COMPARED = 1_000;
/** The same for its card, which waits for nothing. */
const CLAIMS_COMPARED_FOR_CARD = 200;
/** Wordings on a card. */
const WORDINGS_READ = 3;
const PAIRS_SHOWN = 50;
const EXCERPT_LENGTH = 160;
const WORDINGS_KEPT = 1_000;

interface OpenArticle {
  readonly ready: Ready;
  /** As the index spells it. */
  readonly uri: string;
}

/** What the other articles have of the things on a card. */
export interface OnCards {
  readonly others: OthersOf;
  readonly wordings: WordingsOf;
  /** Ends when words that were missed have been read, if that has been begun. */
  missed(): Promise<unknown> | undefined;
}

export class Across {
  private readonly wordings: Wordings;

  constructor(private readonly connection: Connection, private readonly desk: Desk, private readonly workspace: WorkspaceIndex, watched: WatchedFiles) {
    this.wordings = new Wordings(workspace, (error) => { desk.log('words of other articles', error); });
    watched.onChanges((changes) => { for (const { uri } of changes) this.wordings.forget(sameSpelling(uri)); });
    connection.onWorkspaceSymbol(({ query }) => this.ask('symbols', (index) => this.symbols(index, query)));
    connection.onRequest(saidElsewhereRequest, ({ textDocument, position }, cancel) => this.at('said elsewhere', textDocument.uri, cancel, (index, ready) => this.saidElsewhere(index, ready, position)));
    connection.onRequest(saidOtherwiseRequest, ({ textDocument, position }, cancel) => this.at('said otherwise', textDocument.uri, cancel, (index, ready) => this.saidOtherwise(index, ready, position)));
    connection.onRequest(indexAgainRequest, async () => {
      await workspace.again();
      return workspace.index?.files().size ?? null;
    });
  }

  /** Places of the entity or day in all other articles, the open ones first, then the newest. */
  references(own: Ready, position: Position): Promise<Location[] | null> {
    return this.ask('references', async (index) => {
      const key = keyAt(own, position);
      if (key === undefined) return null;
      const open = await this.openArticles();
      const inOpen = open.filter(({ ready }) => ready.open !== own.open).flatMap(({ ready }) => locationsIn(ready, key));
      const opened = open.map(({ uri }) => uri);
      const elsewhere = index.mentions(key, ARTICLES_SHOWN, opened, PLACES_SHOWN);
      const locations: Location[] = [];
      for (const { uri, places } of elsewhere) for (const place of places) locations.push({ uri, range: rangeAt(place) });
      this.tellIfCut(elsewhere.length, index.count(key, opened));
      return [...inOpen, ...locations];
    });
  }

  /** What cards of this article may say of the others, asked as they are made; undefined without an index. */
  async onCards(uri: string): Promise<OnCards | undefined> {
    const { index } = this.workspace;
    if (index === null) return undefined;
    const open = await this.openArticles();
    // Closed meanwhile.
    if (this.workspace.index !== index) return undefined;
    const own = sameSpelling(uri);
    let reading: Promise<unknown> | undefined;
    const guarded = <T>(query: () => T): T | undefined => {
      try {
        return query();
      } catch (error) {
        this.workspace.failed(error);
        return undefined;
      }
    };
    return {
      others: (entity) => guarded(() => otherArticles(index, own, open, keyOfEntity(entity))),
      wordings: (article, claim) => guarded(() => wordingsOf(index, own, open, article, claim, (one) => {
        const words = this.wordings.of(one, open);
        if (typeof words === 'string') return words;
        reading = Promise.all([reading, words]);
        return undefined;
      })),
      missed: () => reading,
    };
  }

  /** A list that leaves out what is older says so: nobody would know. */
  private tellIfCut(shown: number, count: number): void {
    if (count <= shown) return;
    const message = `The name stands in ${count} other articles: the places in the newest ${shown} are listed.`;
    this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message }).catch((error: unknown) => { this.desk.log('references', error); });
  }

  private async symbols(index: ArticleIndex, query: string): Promise<SymbolInformation[]> {
    const search = searchOf(query);
    if (search === undefined) return [];
    const open = await this.openArticles();
    const found = index.symbols(query, SYMBOLS_SHOWN).flatMap(({ type, key, canonical, articles, uri, place }) => {
      const there = open.find((one) => one.uri === uri);
      const location = there === undefined ? { uri, range: rangeAt(place) } : locationsIn(there.ready, { type, key })[0];
      return location === undefined ? [] : [{ key: `${type}/${key}`, symbol: symbolOf(type, canonical, articles, location) }];
    });
    const known = new Set(found.map(({ key }) => key));
    for (const { ready } of open) {
      for (const entity of ready.article.entities()) {
        if (!search.fits(searchedBy(entity))) continue;
        const { type, canonical } = entity;
        const named = keyOfEntity(entity);
        const key = `${type}/${named.key}`;
        const [location] = known.has(key) ? [] : locationsIn(ready, named);
        if (location === undefined) continue;
        known.add(key);
        found.unshift({ key, symbol: symbolOf(type, canonical, 1, location) });
      }
    }
    return found.map(({ symbol }) => symbol);
  }

  private async saidElsewhere(index: ArticleIndex, own: Ready, position: Position): Promise<ElsewhereResult<SaidElsewhere> | null> {
    const speaker = speakerAt(own, position);
    if (speaker === undefined) return null;
    const open = await this.openArticles();
    const inOpen = open.filter(({ ready }) => ready.open !== own.open).flatMap(({ ready }) => claimsOf(ready, speaker.key));
    const others = index.claims(speaker.key, CLAIMS_SHOWN).filter(({ uri }) => !isOpen(open, uri));
    const said = newestFirst([...inOpen, ...others]).slice(0, CLAIMS_SHOWN);
    const items: SaidElsewhere[] = [];
    for (const one of said) {
      const { uri, day, place } = one;
      const text = await this.wordings.of(one, open);
      if (text !== null) items.push({ uri, day, range: rangeAt(place), text });
    }
    return { source: speaker.canonical, items };
  }

  /** Of the claims at the position, or of all of the article where none is there. */
  private async saidOtherwise(index: ArticleIndex, own: Ready, position: Position): Promise<ElsewhereResult<SaidOtherwise> | null> {
    const { article } = own;
    const offset = offsetOf(own.open.positions, position);
    const here = (offset === null ? [] : claimsAt(article, offset)).filter(({ entity }) => entity !== undefined);
    const open = await this.openArticles();
    const bySpeaker = new Map<string, readonly FoundClaim[]>();
    const items: SaidOtherwise[] = [];
    for (const claim of here.length > 0 ? here : article.claims()) {
      const speaker = claim.entity === undefined ? undefined : article.entity(claim.entity);
      const facts = speaker === undefined ? undefined : comparedBy(article, claim);
      if (speaker === undefined || facts === undefined) continue;
      const others = bySpeaker.get(speaker.id) ?? this.claimsElsewhere(index, own, open, keyOfEntity(speaker));
      bySpeaker.set(speaker.id, others);
      for (const one of others) {
        if (items.length >= PAIRS_SHOWN) break;
        const { uri, day, place } = one;
        const by = comparedWith(facts, one.facts);
        const text = by === undefined ? null : await this.wordings.of(one, open);
        if (by !== undefined && text !== null) items.push({ by, source: speaker.canonical, here: { range: rangeOf(own.open.positions, placeOf(article, claim)), text: excerpt(article, [placeOf(article, claim)], EXCERPT_LENGTH) }, there: { uri, day, range: rangeAt(place), text } });
      }
    }
    return { source: here.length > 0 ? items[0]?.source ?? '' : '', items: [...items].sort((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by)) };
  }

  private claimsElsewhere(index: ArticleIndex, own: Ready, open: readonly OpenArticle[], key: NameKey): readonly FoundClaim[] {
    return newestOf(open.filter(({ ready }) => ready.open !== own.open).flatMap(({ ready }) => claimsOf(ready, key)), index.claims(key, CLAIMS_COMPARED).filter(({ uri }) => !isOpen(open, uri)));
  }

  private async openArticles(): Promise<OpenArticle[]> {
    const all = await Promise.all(this.desk.documents.all().map(async ({ uri }) => ({ uri, read: await this.desk.read(uri), settings: await this.desk.settingsOf(uri) })));
    return all.flatMap(({ uri, read, settings }) => (read === undefined || 'kind' in read.result ? [] : [{ uri: sameSpelling(uri), ready: { open: read.open, article: read.result, settings } }]));
  }

  private async at<T>(name: string, uri: string, cancel: CancellationToken, query: (index: ArticleIndex, ready: Ready) => Promise<T | null>): Promise<T | null> {
    const ready = await this.desk.answer(name, uri, cancel, (found) => found);
    return ready === null ? null : this.ask(name, (index) => query(index, ready));
  }

  /** Null without an index, and for one that turns out to be damaged, which is then made anew. */
  private async ask<T>(name: string, query: (index: ArticleIndex) => Promise<T | null>): Promise<T | null> {
    const { index } = this.workspace;
    if (index === null) return null;
    try {
      return await query(index);
    } catch (error) {
      // Closed while it was asked.
      if (this.workspace.index !== index) return null;
      this.desk.log(name, error);
      this.workspace.failed(error);
      return null;
    }
  }
}

const ORDER: readonly SaidOtherwise['by'][] = ['figure', 'polarity', 'date', 'again'];

/** Words of other articles as their claims stand there, kept until the file changes: cards come again and again to the same ones. */
class Wordings {
  private readonly known = new Map<string, string>();
  private readonly reading = new Map<string, Promise<string | null>>();
  /** Files that are being read: several claims of one are read together. */
  private readonly files = new Map<string, Promise<string | null>>();

  constructor(private readonly workspace: WorkspaceIndex, private readonly report: (error: unknown) => void) {}

  /** At once what stands on the screen or has been read; else the promise of it, null where the file has gone. */
  of({ uri, place }: FoundClaim, open: readonly OpenArticle[]): string | Promise<string | null> {
    const there = open.find((one) => one.uri === uri);
    if (there !== undefined) return textAt(there.ready.article.text, place, EXCERPT_LENGTH);
    const key = `${uri}#${place.line}:${place.character}-${place.endLine}:${place.endCharacter}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const under = this.reading.get(key) ?? this.read(key, uri, place);
    this.reading.set(key, under);
    return under;
  }

  forget(uri: string): void {
    for (const key of this.known.keys()) if (key.startsWith(`${uri}#`)) this.known.delete(key);
  }

  private async read(key: string, uri: string, place: Place): Promise<string | null> {
    try {
      const text = await this.textOf(uri);
      if (text === null) return null;
      const words = textAt(text, place, EXCERPT_LENGTH);
      if (this.known.size >= WORDINGS_KEPT) this.known.clear();
      this.known.set(key, words);
      return words;
    } catch (error) {
      this.report(error);
      return null;
    } finally {
      this.reading.delete(key);
    }
  }

  private async textOf(uri: string): Promise<string | null> {
    const under = this.files.get(uri) ?? this.workspace.library?.read(uri) ?? Promise.resolve(null);
    this.files.set(uri, under);
    try {
      return await under;
    } finally {
      this.files.delete(uri);
    }
  }
}

/** What a claim of ours is compared by. */
interface ComparedBy {
  readonly facts: Comparable;
  readonly words: ReadonlySet<number>;
}

const compared = new WeakMap<Claim, { readonly article: Article; readonly by: ComparedBy | undefined }>();

/** Undefined for one that is not compared. Made as those of other articles are, so that their words can be equal. */
function comparedBy(article: Article, claim: Claim): ComparedBy | undefined {
  const known = compared.get(claim);
  if (known?.article === article) return known.by;
  const packed = factsOf(article, claim);
  const facts = unpackFacts(packed);
  const by = facts === undefined ? undefined : { facts, words: wordNumbers(packed) };
  compared.set(claim, { article, by });
  return by;
}

/** How a claim of another article compares with ours; undefined where they have nothing to do with each other, as nearly all have: of those only the words are looked at. */
function comparedWith({ facts, words }: ComparedBy, packed: Uint8Array): SaidOtherwise['by'] | undefined {
  const theirs = countWords(packed, words);
  if (likenessOf(theirs.shared, words.size + theirs.words) === undefined) return undefined;
  const unpacked = unpackFacts(packed);
  return unpacked === undefined ? undefined : compare(facts, unpacked);
}

/** What its source says elsewhere, compared with the claim; undefined where it says nothing there. */
function wordingsOf(index: ArticleIndex, own: string, open: readonly OpenArticle[], article: Ready['article'], claim: Claim, words: (found: FoundClaim) => string | undefined): ClaimElsewhere | undefined {
  const speaker = claim.entity === undefined ? undefined : article.entity(claim.entity);
  if (speaker === undefined) return undefined;
  const key = keyOfEntity(speaker);
  const indexed = index.claims(key, CLAIMS_COMPARED_FOR_CARD);
  const said = newestOf(open.filter(({ uri }) => uri !== own).flatMap(({ ready }) => claimsOf(ready, key)), indexed.filter(({ uri }) => uri !== own && !isOpen(open, uri)));
  if (said.length === 0) return undefined;
  const facts = comparedBy(article, claim);
  const found = facts === undefined ? [] : said.flatMap((one) => {
    const by = comparedWith(facts, one.facts);
    return by === undefined ? [] : [{ by, one }];
  }).sort((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by));
  const wordings = found.map(({ by, one }, i): WordingElsewhere => ({ by, name: nameOf(one.uri), day: one.day, text: i < WORDINGS_READ ? words(one) : undefined }));
  return { wordings, isCut: indexed.length >= CLAIMS_COMPARED_FOR_CARD };
}

function otherArticles(index: ArticleIndex, own: string, open: readonly OpenArticle[], key: NameKey): OtherArticles | undefined {
  const inOpen = open.filter(({ uri }) => uri !== own).flatMap(({ uri, ready }) => {
    const [span] = mentionsOfKey(ready.article, key);
    return span === undefined ? [] : [{ uri, day: ready.article.date?.iso ?? null, range: rangeOf(ready.open.positions, span) }];
  });
  const count = index.count(key, open.map(({ uri }) => uri)) + inOpen.length;
  if (count === 0) return undefined;
  const indexed = index.mentions(key, NEWEST_SHOWN + open.length).filter(({ uri }) => !isOpen(open, uri)).flatMap(({ uri, day, places: [place] }) => (place === undefined ? [] : [{ uri, day, range: rangeAt(place) }]));
  const [newest] = newestFirst([...inOpen, ...indexed]);
  if (newest === undefined) return undefined;
  const { uri, day, range: { start, end } } = newest;
  return { count, newest: { uri, day, place: [start.line, start.character, end.line, end.character] } };
}

/** By an entity that is the same while its mentions are: each letter of a query asks again. */
const searched = new WeakMap<NamedEntity, readonly string[]>();

function searchedBy(entity: NamedEntity): readonly string[] {
  const known = searched.get(entity);
  if (known !== undefined) return known;
  const made = searchWords(entity.canonical);
  searched.set(entity, made);
  return made;
}

function keyAt({ open, article }: Ready, position: Position): NameKey | undefined {
  const offset = offsetOf(open.positions, position);
  if (offset === null) return undefined;
  const entity = entityAt(article, offset)?.entity;
  if (entity !== undefined) return keyOfEntity(entity);
  const mention = mentionAt(article, offset);
  return mention === undefined ? undefined : keyOfMention(article, mention);
}

/** The entity under the caret, else who says what stands there. */
function speakerAt({ open, article }: Ready, position: Position): { readonly key: NameKey; readonly canonical: string } | undefined {
  const offset = offsetOf(open.positions, position);
  if (offset === null) return undefined;
  const said = claimsAt(article, offset).find(({ entity }) => entity !== undefined)?.entity;
  const entity = entityAt(article, offset)?.entity ?? (said === undefined ? undefined : article.entity(said));
  return entity === undefined ? undefined : { key: keyOfEntity(entity), canonical: entity.canonical };
}

function claimsOf({ open, article }: Ready, { type, key }: NameKey): FoundClaim[] {
  const { names, claims, day } = entryOf(article);
  const uri = sameSpelling(open.uri);
  return claims.flatMap(({ speaker, place, facts }) => (names[speaker]?.type === type && names[speaker].key === key ? [{ uri, day, place, facts }] : []));
}

function locationsIn({ open, article }: Ready, key: NameKey): Location[] {
  return mentionsOfKey(article, key).map((span) => ({ uri: open.uri, range: rangeOf(open.positions, span) }));
}

/** Innermost first. */
function claimsAt(article: Ready['article'], offset: number): Claim[] {
  return claimHitsAt(article, offset).map(({ claim }) => claim);
}

function rangeAt({ line, character, endLine, endCharacter }: Place): Location['range'] {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

function newestFirst<T extends { readonly day: string | null }>(found: readonly T[]): T[] {
  return [...found].sort((a, b) => ((a.day ?? '') === (b.day ?? '') ? 0 : (a.day ?? '') < (b.day ?? '') ? 1 : -1));
}

/** Those of open documents among those of the index, which come with the newest first. */
function newestOf(inOpen: readonly FoundClaim[], indexed: readonly FoundClaim[]): readonly FoundClaim[] {
  return inOpen.length === 0 ? indexed : newestFirst([...inOpen, ...indexed]);
}

function isOpen(open: readonly OpenArticle[], uri: string): boolean {
  return open.some((one) => one.uri === uri);
}

function symbolOf(type: EntityType, name: string, articles: number, location: Location): SymbolInformation {
  return { name, kind: SYMBOL_KINDS[type], location, containerName: `${TYPE_WORDS[type]} · ${articles === 1 ? '1 article' : `${articles} articles`}` };
}
