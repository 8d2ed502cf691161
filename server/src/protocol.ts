/** Our own requests beside LSP, typed once for both sides. The client imports only this file, `highlightsProtocol.ts`, `settings.ts` and `base/` of the server. */
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { Position, Range, TextDocumentIdentifier, TextDocumentItem } from 'vscode-languageserver-protocol';
import type { EntityType, QuotationKind, SourceKind } from './analysis/types.js';

export { TOKEN_MODIFIERS, TOKEN_TYPES } from './highlightsProtocol.js';

/** Language id of the documents that are always annotated; `plaintext` ones are annotated when they look like English prose. */
export const ARTICLE_LANGUAGE = 'article';
export const SERVED_LANGUAGES = [ARTICLE_LANGUAGE, 'plaintext'] as const;

/** Documents that hold what the editor itself says, such as its accessible view: no person's text, never annotated. */
export const EDITOR_SCHEMES = ['accessible-view', 'output'] as const;

/**
 * From client, before `initialize` and once at most: the document that it is going to open, so that the server reads it while the
 * client is still getting ready. Nothing else follows from it, and a server that never hears it answers the same.
 */
export const OPENING_METHOD = 'articleAnnotator/opening';
export const openingNotification = new NotificationType<TextDocumentItem>(OPENING_METHOD);

/** How a claim is underlined: by who answers for it. `article`: nobody is given, so the article itself does. */
export type ClaimStyle = 'named' | 'official' | 'unnamed' | 'document' | 'article';

/** One claim as the editor draws it. Ranges never span lines: a part of several lines has several ranges. */
export interface ClaimDecoration {
  readonly style: ClaimStyle;
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

export interface InSightParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Only what touches these ranges is returned: what the editor shows, and a little around it. */
  readonly ranges: readonly Range[];
}

export interface DecorationsResult {
  /** Version of the document that the ranges belong to. */
  readonly version: number;
  readonly claims: readonly ClaimDecoration[];
  /** Boilerplate, one range a line: dimmed. */
  readonly boilerplate: readonly Range[];
}

/** From client. `null` for a document that is not annotated. */
export const decorationsRequest = new RequestType<InSightParams, DecorationsResult | null, void>('articleAnnotator/decorations');

/** From client: what the engine has done for a document since it was opened; `null` if it is not annotated. For tests and the log. */
export const workRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, { blocksAnalysed: number; blocksRetyped: number } | null, void>(
  'articleAnnotator/work',
);

/* ---------- moving through an article ---------- */

export const NEIGHBOUR_KINDS = ['entity', 'claim', 'unnamedSource'] as const;
export type NeighbourKind = (typeof NEIGHBOUR_KINDS)[number];
export type Direction = 'next' | 'previous';

export interface NeighbourParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly kind: NeighbourKind;
  readonly direction: Direction;
}

export interface NeighbourResult {
  readonly range: Range;
  /** Which claim, or claim of an unnamed source, of how many, counted from 1; null for an entity. */
  readonly count: { readonly nth: number; readonly of: number } | null;
}

/** From client: the nearest one that starts after (or before) the position, around the end of the document; `null` where there is none at all. */
export const neighbourRequest = new RequestType<NeighbourParams, NeighbourResult | null, void>('articleAnnotator/neighbour');

export interface PlaceParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

/** From client: the claim or entity at the position as one sentence to be spoken; `null` where nothing is known of the place. */
export const describeRequest = new RequestType<PlaceParams, string | null, void>('articleAnnotator/describe');

/* ---------- looking up and listing ---------- */

export interface LookUpParams {
  readonly textDocument: TextDocumentIdentifier;
  /** An empty range stands for the mention or the word at it. */
  readonly range: Range;
}

/** What is known of the words, both ways of writing it. Nothing in it that the article could have made a link, an image or a command. */
export interface LookUpResult {
  readonly markdown: string;
  readonly plainText: string;
  /** The words that the card is about: the range asked for without white space at its edges. */
  readonly range: Range;
}

/** From client: what is known of any selected words, recognised or not; `null` if there are none. */
export const lookUpRequest = new RequestType<LookUpParams, LookUpResult | null, void>('articleAnnotator/lookUp');

export interface ListParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** An entity as a list shows it, wherever in the text it stands. */
export interface EntityLine {
  /** Keeps its meaning while the name keeps its: equal in later versions for the same type and canonical name. */
  readonly id: string;
  readonly type: EntityType;
  /** The fullest name. */
  readonly canonical: string;
  /** The first role that the article gives, as written; empty if it gives none. */
  readonly role: string;
  /** Other spellings, in order of first use. */
  readonly aliases: readonly string[];
  /** Mentions. */
  readonly count: number;
}

export interface ListedEntity extends EntityLine {
  readonly first: Range;
}

export interface EntitiesResult {
  /** Version of the document that the ranges belong to. */
  readonly version: number;
  /** Entities of names, in order of first mention. */
  readonly entities: readonly ListedEntity[];
}

/** From client: every named entity. */
export const entitiesRequest = new RequestType<ListParams, EntitiesResult | null, void>('articleAnnotator/entities');

/** A claim as a list shows it, wherever in the text it stands. */
export interface ClaimLine {
  /** The source as the article writes it; empty for a claim without one. */
  readonly source: string;
  /** Canonical name of who speaks, where the source is, or resolves to, one entity. */
  readonly name: string | null;
  /** Id of that entity. */
  readonly entity: string | null;
  readonly kind: SourceKind;
  /** Nobody with a name answers for it. */
  readonly unnamed: boolean;
  readonly cue: string;
  /** Of about 300 characters at most; a cut shows as an ellipsis. */
  readonly content: string;
  readonly quotation: QuotationKind;
  /** Counted from 1; `null` outside the body. */
  readonly paragraph: number | null;
}

/**
 * Where to jump for each of some claims: the first cue, else the source, else the content. Four numbers a claim, of which there may be
 * thousands: line and character of its start, line and character of its end.
 */
export type ClaimPlaces = readonly number[];

export interface ClaimsResult {
  readonly version: number;
  /** In order of the text's paragraphs. */
  readonly claims: readonly ClaimLine[];
  /** Of all of them, in their order. */
  readonly places: ClaimPlaces;
}

/** From client: the ledger of claims. */
export const claimsRequest = new RequestType<ListParams, ClaimsResult | null, void>('articleAnnotator/claims');

export interface ListChangesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** `id` of the list that the client holds; `null` for none. */
  readonly since: string | null;
}

/** What has become of a list: at `start`, `deleteCount` rows gave way to `rows`. In the order of the whole list, of which a row's number is its place. */
export interface ListChanges<T> {
  readonly version: number;
  /** Of the list as it is now. */
  readonly id: string;
  readonly start: number;
  /** `null`: all that there were, of a list that the server does not know (any more). */
  readonly deleteCount: number | null;
  readonly rows: readonly T[];
  /** How many paragraphs further down the rows after these stand. */
  readonly shift: number;
}

/** From client, for lists that are looked at while one types: the entities in the order of `entities`, without places. */
export const entityChangesRequest = new RequestType<ListChangesParams, ListChanges<EntityLine> | null, void>('articleAnnotator/entityChanges');

/** From client: the same for the claims. */
export const claimChangesRequest = new RequestType<ListChangesParams, ListChanges<ClaimLine> | null, void>('articleAnnotator/claimChanges');

export interface ClaimPlacesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** `id` of the list of claims that the client holds. */
  readonly list: string;
  /** Numbers of rows in it; `null` for all. */
  readonly rows: readonly number[] | null;
}

export interface ClaimPlacesResult {
  /** Version of the document that the places belong to. */
  readonly version: number;
  readonly places: ClaimPlaces;
}

/** From client: where claims of a list that it holds stand now; `null` if that list is not the last one sent, or not that of the present text. */
export const claimPlacesRequest = new RequestType<ClaimPlacesParams, ClaimPlacesResult | null, void>('articleAnnotator/claimPlaces');

export interface MentionsParams {
  readonly textDocument: TextDocumentIdentifier;
  /** `id` of a listed entity. */
  readonly entity: string;
}

export interface MentionsResult {
  readonly version: number;
  readonly ranges: readonly Range[];
}

/** From client: all mentions of an entity, in order; `null` for an id that the present version does not know. */
export const mentionsRequest = new RequestType<MentionsParams, MentionsResult | null, void>('articleAnnotator/mentions');

export interface NameResult {
  readonly version: number;
  readonly name: string;
  /** The entity that has it; `null` where the words are those of none. */
  readonly entity: {
    readonly type: EntityType;
    readonly canonical: string;
    /** The words that mean it here. */
    readonly range: Range;
    /** Ids of annotations of this document that say who or what it is. */
    readonly confirmed: readonly string[];
  } | null;
}

/** From client: the name that a look-up is about: the canonical one of the entity at an empty range, or the selected words; `null` if there is nothing. */
export const nameRequest = new RequestType<LookUpParams, NameResult | null, void>('articleAnnotator/name');

/** Client command behind the link on cards that looks the entity up online; its arguments are those of `REVEAL_COMMAND`. */
export const LOOK_UP_COMMAND = 'articleAnnotator.lookUpOnline';

/** Client commands behind links on the cards of claims, with the same arguments: other articles beside this one, what the source says there, and how the claim could be checked. */
export const COMPARE_COMMAND = 'articleAnnotator.compareElsewhere';
export const SAID_ELSEWHERE_COMMAND = 'articleAnnotator.saidElsewhere';
export const HOW_TO_CHECK_COMMAND = 'articleAnnotator.howToCheck';

/** Client commands behind links on cards that write: a note on the annotation that has just the places, a reminder of the claim at the place, and the article's date. */
export const NOTE_COMMAND = 'articleAnnotator.addNote';
export const REMIND_COMMAND = 'articleAnnotator.remindMe';
export const SET_DATE_COMMAND = 'articleAnnotator.setArticleDate';

/** From client: how the claim at the position could be checked, all steps and labels; `null` where there is no claim. */
export const howToCheckRequest = new RequestType<PlaceParams, LookUpResult | null, void>('articleAnnotator/howToCheck');

/* ---------- the newsroom's own list of names ---------- */

export interface HouseLineResult {
  /** `known`: the name stands in the list already, at `line`. `refused`: `message` says why. */
  readonly outcome: 'new' | 'known' | 'refused';
  readonly message?: string;
  /** The file of the list; empty where there is none for the document. */
  readonly uri: string;
  /** Of the file as it will be, from 0. */
  readonly line: number;
  /** For `new`: what is to be put at the end of the file. */
  readonly append?: string;
  /** The file is not there yet. */
  readonly creates?: boolean;
}

/** From client: the line that the entity at an empty range, or the selected words, get in the newsroom's own list; `null` if there is nothing at the place. Changes nothing. */
export const houseLineRequest = new RequestType<LookUpParams, HouseLineResult | null, void>('articleAnnotator/houseLine');

/** What the status bar says of a document. */
export type DocumentState =
  | { readonly kind: 'article'; readonly entities: number; readonly claims: number; readonly unnamed: number; /** One line, where the model cannot be used. */ readonly problem?: string }
  /** Not annotated: `message` is one short sentence for a person ("Not prose: looks like a log"). */
  | { readonly kind: 'ignored'; readonly reason: 'not-prose' | 'other-language' | 'unreadable' | 'off'; readonly message: string };

export interface AnalysedParams {
  readonly uri: string;
  readonly version: number;
  readonly state: DocumentState;
}

/** From server: a version has been analysed, so decorations may be asked for. */
export const analysedNotification = new NotificationType<AnalysedParams>('articleAnnotator/analysed');

/** Key of the initialization options under which a client on the web tells the server where the extension lies. */
export const EXTENSION_ADDRESS = 'articleAnnotatorExtension';

/** Key of the initialization options under which a client tells the server that cards may have links: it has the command below, and trusts it. */
export const CARD_LINKS = 'articleAnnotatorCardLinks';

/** Client command behind the links on cards: goes to the places in a document, or lists them where they are several. */
export const REVEAL_COMMAND = 'articleAnnotator.reveal';

/** What cards may call, all of it. */
export const CARD_COMMANDS = [REVEAL_COMMAND, LOOK_UP_COMMAND, COMPARE_COMMAND, SAID_ELSEWHERE_COMMAND, HOW_TO_CHECK_COMMAND, NOTE_COMMAND, REMIND_COMMAND, SET_DATE_COMMAND] as const;

/** `[startLine, startCharacter, endLine, endCharacter]`: short, as it stands in a link. */
export type RevealedPlace = readonly [number, number, number, number];
export type RevealArguments = readonly [uri: string, places: readonly RevealedPlace[]];

/** Key of the initialization options under which a client tells the server where the index of the workspace's articles may lie: a folder of its own, outside the workspace. */
export const INDEX_FOLDER = 'articleAnnotatorIndexFolder';

/* ---------- across the articles of a workspace ---------- */

/** Words of another article. */
export interface ElsewherePlace {
  readonly uri: string;
  /** ISO day of that article; null where it is not known. */
  readonly day: string | null;
  readonly range: Range;
  /** On one line, of about 160 characters at most. */
  readonly text: string;
}

export type SaidElsewhere = ElsewherePlace;

/** Two claims of one source. It is said that they differ, or that they do not, and never which of them holds. */
export interface SaidOtherwise {
  readonly by: 'figure' | 'date' | 'polarity' | 'again';
  readonly source: string;
  readonly here: { readonly range: Range; readonly text: string };
  readonly there: ElsewherePlace;
}

export interface ElsewhereResult<T> {
  /** Who speaks; empty where all sources of the article are meant. */
  readonly source: string;
  readonly items: readonly T[];
}

/** From client: what the source at the position says in other articles, newest first, 50 at most; `null` where there is no source with a name, and without an index. */
export const saidElsewhereRequest = new RequestType<PlaceParams, ElsewhereResult<SaidElsewhere> | null, void>('articleAnnotator/saidElsewhere');

/** From client: claims at the position, or all of the article where none is there, that their sources repeat or change in other articles; `null` without an index. */
export const saidOtherwiseRequest = new RequestType<PlaceParams, ElsewhereResult<SaidOtherwise> | null, void>('articleAnnotator/saidOtherwise');

/** From client: look for new and changed files, also after a build that was cancelled. Answers when that is done, with how many files are known; `null` without an index. */
export const indexAgainRequest = new RequestType0<number | null, void>('articleAnnotator/indexAgain');
