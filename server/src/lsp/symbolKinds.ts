/** The icons that an editor shows for entities of each type. */
import { SymbolKind } from 'vscode-languageserver';
import type { EntityType } from '../analysis/types.js';

export const SYMBOL_KINDS: Readonly<Record<EntityType, SymbolKind>> = {
  PERSON: SymbolKind.Class, NORP: SymbolKind.Interface, FAC: SymbolKind.Module, ORG: SymbolKind.Module, GPE: SymbolKind.Namespace, LOC: SymbolKind.Namespace,
  PRODUCT: SymbolKind.Object, EVENT: SymbolKind.Event, WORK_OF_ART: SymbolKind.File, LAW: SymbolKind.File, LANGUAGE: SymbolKind.String, DATE: SymbolKind.Constant,
  TIME: SymbolKind.Constant, PERCENT: SymbolKind.Number, MONEY: SymbolKind.Number, QUANTITY: SymbolKind.Number, ORDINAL: SymbolKind.Number, CARDINAL: SymbolKind.Number,
};
