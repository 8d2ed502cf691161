/** Moving through an article: outline, definition, mentions, highlights, growing selection, folding, neighbours, a place in spoken words. */
import type {
  Connection, DefinitionLink, DocumentHighlight, DocumentSymbol, FoldingRange, InitializeParams, Location, Position, SelectionRange, ServerCapabilities,
} from 'vscode-languageserver';
import { DocumentHighlightKind, FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import { definition, describe, documentHighlights, folds, neighbour, outline, references, selectionRanges } from '../ide/index.js';
import type { OutlineEntry, OutlineItem, OutlineKind } from '../ide/index.js';
import { moved } from '../base/span.js';
import type { NeighbourParams, NeighbourResult } from '../protocol.js';
import { describeRequest, neighbourRequest } from '../protocol.js';
import type { Across } from './across.js';
import type { Desk, Ready } from './desk.js';
import { offsetOf, rangeOf } from './translate.js';

export const navigationCapabilities: ServerCapabilities = {
  documentSymbolProvider: { label: 'Article' },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  selectionRangeProvider: true,
  foldingRangeProvider: true,
};

/** The icons that an editor shows beside the lines of an outline. */
const SYMBOL_KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  headline: SymbolKind.Module, header: SymbolKind.Property, paragraph: SymbolKind.String, caption: SymbolKind.File, list: SymbolKind.Array,
  boilerplate: SymbolKind.Package, claim: SymbolKind.Event,
};

const HIGHLIGHT_KINDS = { cue: DocumentHighlightKind.Write, content: DocumentHighlightKind.Read } as const;

type Positions = Ready['open']['positions'];

export class Navigation {
  private links = false;

  constructor(connection: Connection, desk: Desk, across: Across) {
    connection.onDocumentSymbol(({ textDocument }, cancel) =>
      desk.answer('outline', textDocument.uri, cancel, ({ open, article }) => outline(article).map((entry) => symbolOf(open.positions, entry))));
    connection.onDefinition(({ textDocument, position }, cancel) =>
      desk.answer<DefinitionLink[] | Location>('definition', textDocument.uri, cancel, (ready) => this.definitionAt(ready, position)));
    connection.onReferences(async ({ textDocument, position, context }, cancel) => {
      const found = await desk.answer('references', textDocument.uri, cancel, (ready) => ({ ready, own: referencesAt(ready, position, context.includeDeclaration) }));
      if (found === null) return null;
      const elsewhere = await across.references(found.ready, position);
      return elsewhere === null ? found.own : [...(found.own ?? []), ...elsewhere];
    });
    connection.onDocumentHighlight(({ textDocument, position }, cancel) =>
      desk.answer('highlights', textDocument.uri, cancel, (ready) => highlightsAt(ready, position)));
    connection.onSelectionRanges(({ textDocument, positions }, cancel) =>
      desk.answer('selection', textDocument.uri, cancel, (ready) => selectionsAt(ready, positions)));
    connection.onFoldingRanges(({ textDocument }, cancel) => desk.answer('folding', textDocument.uri, cancel, foldingRanges));
    connection.onRequest(neighbourRequest, (params, cancel) =>
      desk.answer('neighbour', params.textDocument.uri, cancel, (ready) => neighbourOf(ready, params)));
    connection.onRequest(describeRequest, ({ textDocument, position }, cancel) =>
      desk.answer('description', textDocument.uri, cancel, ({ open, article }) => {
        const offset = offsetOf(open.positions, position);
        return offset === null ? null : describe(article, offset);
      }));
  }

  initialise(params: InitializeParams): void {
    this.links = params.capabilities.textDocument?.definition?.linkSupport === true;
  }

  private definitionAt({ open, article }: Ready, position: Position): DefinitionLink[] | Location | null {
    const offset = offsetOf(open.positions, position);
    const jump = offset === null ? null : definition(article, offset);
    if (jump === null) return null;
    const range = rangeOf(open.positions, jump.target);
    // A link tells the editor to underline the whole name, not just the word under the pointer.
    return this.links ? [{ originSelectionRange: rangeOf(open.positions, jump.origin), targetUri: open.uri, targetRange: range, targetSelectionRange: range }] : { uri: open.uri, range };
  }
}

/** Symbols of a run of blocks by its item: they hold as long as the run begins at the same place. */
const madeSymbols = new WeakMap<OutlineItem, DocumentSymbol>();

function symbolOf(document: Positions, { at, end, item, entries }: OutlineEntry): DocumentSymbol {
  const { line, character } = document.positionAt(at);
  const known = madeSymbols.get(item);
  const isInPlace = known !== undefined && known.range.start.line === line && known.range.start.character === character;
  const own = isInPlace ? known : itemSymbol(document, item, at);
  if (!isInPlace) madeSymbols.set(item, own);
  if (entries.length === 0) return own;
  return { ...own, range: { start: own.range.start, end: document.positionAt(end) }, children: [...(own.children ?? []), ...entries.map((entry) => symbolOf(document, entry))] };
}

function itemSymbol(document: Positions, { name, detail, kind, span, selection, children }: OutlineItem, at: number): DocumentSymbol {
  return {
    name, ...(detail === '' ? {} : { detail }), kind: SYMBOL_KINDS[kind], range: rangeOf(document, moved(span, at)), selectionRange: rangeOf(document, moved(selection, at)),
    ...(children.length === 0 ? {} : { children: children.map((child) => itemSymbol(document, child, at)) }),
  };
}

function referencesAt({ open, article }: Ready, position: Position, includeDeclaration: boolean): Location[] | null {
  const offset = offsetOf(open.positions, position);
  const found = offset === null ? null : references(article, offset, includeDeclaration);
  return found === null ? null : found.map((s) => ({ uri: open.uri, range: rangeOf(open.positions, s) }));
}

function highlightsAt({ open, article }: Ready, position: Position): DocumentHighlight[] | null {
  const offset = offsetOf(open.positions, position);
  const found = offset === null ? null : documentHighlights(article, offset);
  // Text is the kind of a highlight that names none.
  return found === null ? null : found.map((s) => ({ range: rangeOf(open.positions, s), ...(s.kind === 'cue' || s.kind === 'content' ? { kind: HIGHLIGHT_KINDS[s.kind] } : {}) }));
}

/** One answer for each position, in their order; LSP wants an empty range for one that is nowhere. */
function selectionsAt({ open, article }: Ready, positions: readonly Position[]): SelectionRange[] | null {
  const offsets = positions.map((position) => offsetOf(open.positions, position));
  if (offsets.every((offset) => offset === null)) return null;
  return positions.map((position, i) => {
    const offset = offsets[i] ?? null;
    const chain = offset === null ? [] : selectionRanges(article, offset);
    return chain.reduceRight<SelectionRange | undefined>((parent, s) => ({ range: rangeOf(open.positions, s), parent }), undefined) ?? { range: { start: position, end: position } };
  });
}

function foldingRanges({ open, article }: Ready): FoldingRange[] {
  return folds(article, (offset) => open.positions.positionAt(offset).line).map(({ kind, firstLine, lastLine }) => ({
    startLine: firstLine, endLine: lastLine, kind: kind === 'boilerplate' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
  }));
}

function neighbourOf({ open, article, settings }: Ready, { position, kind, direction }: NeighbourParams): NeighbourResult | null {
  const offset = offsetOf(open.positions, position);
  const found = offset === null ? null : neighbour(article, offset, kind, direction, new Set(settings.entities.types));
  return found === null ? null : { range: rangeOf(open.positions, found), count: found.count };
}
