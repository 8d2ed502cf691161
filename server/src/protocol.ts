/** Our own requests beside LSP, typed once for both sides. The client imports only this file, `settings.ts` and `base/` of the server. */
import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol';

/** Language id of the documents that are always annotated; `plaintext` ones are annotated when they look like English prose. */
export const ARTICLE_LANGUAGE = 'article';
export const SERVED_LANGUAGES = [ARTICLE_LANGUAGE, 'plaintext'] as const;

/** How a claim is underlined: by who answers for it. */
export type ClaimStyle = 'named' | 'official' | 'unnamed' | 'document';

/** One claim as the editor draws it. Ranges never span lines: a part of several lines has several ranges. */
export interface ClaimDecoration {
  readonly style: ClaimStyle;
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

export interface DecorationsParams {
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
export const decorationsRequest = new RequestType<DecorationsParams, DecorationsResult | null, void>('articleAnnotator/decorations');

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

/** From client: the nearest one that starts after (or before) the position, around the end of the document; `null` where there is none at all. */
export const neighbourRequest = new RequestType<NeighbourParams, Range | null, void>('articleAnnotator/neighbour');

export interface PlaceParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

/** From client: the claim or entity at the position as one sentence to be spoken; `null` where nothing is known of the place. */
export const describeRequest = new RequestType<PlaceParams, string | null, void>('articleAnnotator/describe');

/** What the status bar says of a document. */
export type DocumentState =
  | { readonly kind: 'article'; readonly entities: number; readonly claims: number; readonly unnamed: number }
  /** Not annotated: `message` is one short sentence for a person ("Not prose: looks like a log"). */
  | { readonly kind: 'ignored'; readonly reason: 'not-prose' | 'other-language' | 'unreadable' | 'off'; readonly message: string };

export interface AnalysedParams {
  readonly uri: string;
  readonly version: number;
  readonly state: DocumentState;
}

/** From server: a version has been analysed, so decorations may be asked for. */
export const analysedNotification = new NotificationType<AnalysedParams>('articleAnnotator/analysed');

/**
 * Semantic token types, in legend order. The names are those of `contributes.semanticTokenTypes`.
 * One for each entity type; the modifiers mark what else is known of the mention.
 */
export const TOKEN_TYPES = [
  'entityPerson', 'entityNorp', 'entityFac', 'entityOrg', 'entityGpe', 'entityLoc', 'entityProduct', 'entityEvent', 'entityWork', 'entityLaw',
  'entityLanguage', 'entityDate', 'entityTime', 'entityPercent', 'entityMoney', 'entityQuantity', 'entityOrdinal', 'entityCardinal',
] as const;

/** `uncertain`: confidence below one half. `speaker`: the mention is the source of a claim. */
export const TOKEN_MODIFIERS = ['uncertain', 'speaker'] as const;
