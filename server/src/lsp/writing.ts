/** Looking up, spelling and completing names, hints beside the text, who says what about whom. */
import type {
  CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, ClientCapabilities, CompletionItem, CompletionList, Connection, InitializeParams, InlayHint, Position, PrepareRenameResult,
  Range, ServerCapabilities, TextEdit, WorkspaceEdit,
} from 'vscode-languageserver';
import { CompletionItemKind, LSPErrorCodes, ResponseError, SymbolKind } from 'vscode-languageserver';
import type { Change } from '../analysis/edits.js';
import type { EntityType } from '../analysis/types.js';
import {
  callerAt, completeNames, entityAt, incomingCalls, inlayHints, lookUp, newEntry, outgoingCalls, problemOfName, respellingAt, spellingAt, toMarkdown, toPlainText,
} from '../ide/index.js';
import type { Call, CallerRow, NameSuggestion, Respelling } from '../ide/index.js';
import { isGlossary } from '../knowledge/index.js';
import type { LookUpResult, NameResult } from '../protocol.js';
import { houseLineRequest, lookUpRequest, nameRequest } from '../protocol.js';
import type { Desk, Ready } from './desk.js';
import type { Glossaries } from './glossaries.js';
import type { Identities } from './identities.js';
import { oneLine } from '../base/markdown.js';
import { SYMBOL_KINDS } from './symbolKinds.js';
import { offsetOf, rangeOf, spanOf } from './translate.js';

/** LSP allows to announce that a rename can be prepared only to a client that says it can do so. */
export function writingCapabilities({ textDocument }: ClientCapabilities): ServerCapabilities {
  return {
    inlayHintProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
    completionProvider: { completionItem: { labelDetailsSupport: true } },
    callHierarchyProvider: true,
  };
}

/** The icons that an editor shows beside callers. */
const CALLER_KINDS: Readonly<Record<CallerRow['type'], SymbolKind>> = { ...SYMBOL_KINDS, claim: SymbolKind.Event };

const COMPLETION_KINDS: Readonly<Record<EntityType, CompletionItemKind>> = {
  PERSON: CompletionItemKind.Class, NORP: CompletionItemKind.Interface, FAC: CompletionItemKind.Module, ORG: CompletionItemKind.Module, GPE: CompletionItemKind.Folder, LOC: CompletionItemKind.Folder,
  PRODUCT: CompletionItemKind.Struct, EVENT: CompletionItemKind.Event, WORK_OF_ART: CompletionItemKind.File, LAW: CompletionItemKind.File, LANGUAGE: CompletionItemKind.Text, DATE: CompletionItemKind.Value,
  TIME: CompletionItemKind.Value, PERCENT: CompletionItemKind.Value, MONEY: CompletionItemKind.Value, QUANTITY: CompletionItemKind.Value, ORDINAL: CompletionItemKind.Value, CARDINAL: CompletionItemKind.Value,
};

/** More names than a person reads through while writing. */
const MOST_NAMES = 15;

export class Writing {
  private annotates = false;
  private versions = false;
  private refreshes = false;

  constructor(private readonly connection: Connection, private readonly desk: Desk, private readonly glossaries: Glossaries, private readonly identities: Identities) {
    connection.onRequest(lookUpRequest, ({ textDocument, range }, cancel) =>
      desk.answer('look-up', textDocument.uri, cancel, (ready) => this.lookedUp(ready, range)));
    connection.onRequest(nameRequest, ({ textDocument, range }, cancel) =>
      desk.answer('name', textDocument.uri, cancel, (ready) => this.named(ready, range)));
    connection.onPrepareRename(({ textDocument, position }, cancel) =>
      desk.answer('name to respell', textDocument.uri, cancel, (ready) => nameToRespell(ready, position)));
    connection.onRenameRequest(({ textDocument, position, newName }, cancel) =>
      desk.answer('respelling', textDocument.uri, cancel, (ready) => this.respelt(ready, position, newName)));
    connection.onCompletion(({ textDocument, position }, cancel) =>
      (isGlossary(textDocument.uri) ? this.inGlossary(textDocument.uri, position) : desk.answerAtOnce('completion', textDocument.uri, cancel, (ready, typed) => completions(ready, position, typed))));
    connection.onRequest(houseLineRequest, async ({ textDocument, range }, cancel) =>
      (await desk.answer('line of the house list', textDocument.uri, cancel, ({ open, article }) => glossaries.lineFor(open.uri, article, spanOf(open.positions, range)))) ?? null);
    connection.languages.inlayHint.on(({ textDocument, range }, cancel) =>
      desk.answer('hints', textDocument.uri, cancel, (ready) => hintsIn(ready, range)));
    this.answerCalls();
  }

  initialise({ capabilities: { workspace } }: InitializeParams): void {
    this.versions = workspace?.workspaceEdit?.documentChanges === true;
    this.annotates = this.versions && workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
    this.refreshes = workspace?.inlayHint?.refreshSupport === true;
  }

  /** Settings have changed, and with them which hints are shown. */
  refresh(): void {
    if (this.refreshes) this.connection.languages.inlayHint.refresh().catch((error: unknown) => { this.desk.log('refresh of hints', error); });
  }

  private async inGlossary(uri: string, position: Position): Promise<CompletionItem[] | null> {
    try {
      return await this.glossaries.complete(uri, position);
    } catch (error) {
      this.desk.log('completion in the house list', error);
      return null;
    }
  }

  private answerCalls(): void {
    const { connection, desk } = this;
    connection.languages.callHierarchy.onPrepare(({ textDocument, position }, cancel) =>
      desk.answer('callers', textDocument.uri, cancel, (ready) => {
        const offset = offsetOf(ready.open.positions, position);
        const caller = offset === null ? null : callerAt(ready.article, offset);
        return caller === null ? null : [callItem(ready, caller)];
      }));
    connection.languages.callHierarchy.onIncomingCalls(({ item }, cancel) =>
      desk.answer<CallHierarchyIncomingCall[]>('incoming calls', item.uri, cancel, (ready) =>
        incomingCalls(ready.article, item.data)?.map((call) => ({ from: callItem(ready, call.row), fromRanges: rangesOf(ready, call) })) ?? null));
    connection.languages.callHierarchy.onOutgoingCalls(({ item }, cancel) =>
      desk.answer<CallHierarchyOutgoingCall[]>('outgoing calls', item.uri, cancel, (ready) =>
        outgoingCalls(ready.article, item.data)?.map((call) => ({ to: callItem(ready, call.row), fromRanges: rangesOf(ready, call) })) ?? null));
  }

  private named({ open, article }: Ready, range: Range): NameResult | null {
    const span = spanOf(open.positions, range);
    const name = newEntry(article, span)?.name;
    if (name === undefined) return null;
    const hit = entityAt(article, span.start);
    // Of words inside a name the whole is not meant.
    const isMeant = hit !== undefined && (span.start === span.end || hit.entity.forms.some(({ text }) => oneLine(text) === name));
    if (!isMeant) return { version: open.version, name, entity: null };
    const { entity, span: words } = hit;
    return { version: open.version, name, entity: { type: entity.type, canonical: entity.canonical, range: rangeOf(open.positions, words), confirmed: this.identities.ownIds(open.uri, article, entity) } };
  }

  private lookedUp({ open, article }: Ready, range: Range): LookUpResult | null {
    if (offsetOf(open.positions, range.start) === null) return null;
    const found = lookUp(article, this.desk.gazetteerFor(open.uri), spanOf(open.positions, range), this.desk.factsFor(open.uri));
    if (found === null) return null;
    return { markdown: toMarkdown(found.card), plainText: toPlainText(found.card), range: rangeOf(open.positions, found.span) };
  }

  private respelt(ready: Ready, position: Position, given: string): WorkspaceEdit | null {
    const offset = offsetOf(ready.open.positions, position);
    const found = offset === null ? null : respellingAt(ready.article, offset);
    if (found === null) return null;
    const problem = problemOfName(given);
    if (problem !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, problem);
    return this.annotates ? annotatedEdit(ready, found, given.trim()) : this.plainEdit(ready, found, given.trim());
  }

  private plainEdit({ open }: Ready, { outside, quoted }: Respelling, newText: string): WorkspaceEdit {
    const edits = [...outside, ...quoted].map((s): TextEdit => ({ range: rangeOf(open.positions, s), newText }));
    return this.versions ? { documentChanges: [{ textDocument: { uri: open.uri, version: open.version }, edits }] } : { changes: { [open.uri]: edits } };
  }
}

/** Quotations are a group of their own, which the editor asks about before it touches them. */
function annotatedEdit({ open }: Ready, { name, outside, quoted }: Respelling, newText: string): WorkspaceEdit {
  const edits = [...outside.map((s) => ({ s, annotationId: 'spelling' })), ...quoted.map((s) => ({ s, annotationId: 'quotations' }))];
  return {
    documentChanges: [{
      textDocument: { uri: open.uri, version: open.version },
      edits: edits.map(({ s, annotationId }) => ({ range: rangeOf(open.positions, s), newText, annotationId })),
    }],
    changeAnnotations: {
      ...(outside.length > 0 ? { spelling: { label: `Spell “${name}” as “${newText}”` } } : {}),
      ...(quoted.length > 0 ? { quotations: { label: 'Inside quotations', description: 'These stand in the words of others.', needsConfirmation: true } } : {}),
    },
  };
}

function nameToRespell({ open, article }: Ready, position: Position): PrepareRenameResult | null {
  const offset = offsetOf(open.positions, position);
  const found = offset === null ? null : spellingAt(article, offset);
  return found === null ? null : { range: rangeOf(open.positions, found.span), placeholder: found.name };
}

function completions({ open, article, settings }: Ready, position: Position, edit: Change | undefined): CompletionList | null {
  const offset = settings.completion.names ? offsetOf(open.positions, position) : null;
  const found = offset === null ? [] : completeNames(article, offset, MOST_NAMES + 1, edit === undefined ? undefined : { text: open.positions.text, edit });
  if (found.length === 0) return null;
  // A list that is cut is asked for again with the next letter.
  return { isIncomplete: found.length > MOST_NAMES, items: found.slice(0, MOST_NAMES).map((suggestion, i) => completionItem(open.positions, suggestion, i)) };
}

function completionItem(document: Ready['open']['positions'], { name, type, role, typeWords, replaces, filter }: NameSuggestion, index: number): CompletionItem {
  const detail = role === '' ? typeWords : role;
  return {
    label: name, labelDetails: { description: detail }, detail, kind: COMPLETION_KINDS[type], filterText: filter, sortText: String(index).padStart(5, '0'),
    textEdit: { range: rangeOf(document, replaces), newText: name },
  };
}

function hintsIn({ open, article, settings }: Ready, range: Range): InlayHint[] | null {
  const { inlayHints: shown } = settings;
  if (!(shown.dates || shown.expansions || shown.speakers) || offsetOf(open.positions, range.start) === null) return null;
  return inlayHints(article, spanOf(open.positions, range), shown).map(({ offset, label, place, tooltip }) => ({
    position: open.positions.positionAt(offset), label, ...(tooltip === '' ? {} : { tooltip }), ...(place === 'after' ? { paddingLeft: true } : { paddingRight: true }),
  }));
}

function callItem({ open }: Ready, { name, detail, type, span, selection, key }: CallerRow): CallHierarchyItem {
  return { name, detail, kind: CALLER_KINDS[type], uri: open.uri, range: rangeOf(open.positions, span), selectionRange: rangeOf(open.positions, selection), data: key };
}

function rangesOf({ open }: Ready, { spans }: Call): Range[] {
  return spans.map((s) => rangeOf(open.positions, s));
}
