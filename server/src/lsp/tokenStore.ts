/** The tokens that each document's editor holds, so that only what changed is sent. */
import type { Range, SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from 'vscode-languageserver';
import type { Article } from '../analysis/article.js';
import type { SameEnds } from '../analysis/history.js';
import type { EntityType } from '../analysis/types.js';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../protocol.js';
import type { Settings } from '../settings.js';
import type { OpenDocument } from './openDocument.js';
import type { Layout } from './tokenEncoding.js';
import { difference, layOut, layOutAgain, numbersOf } from './tokenEncoding.js';
import { spanOf } from './translate.js';

export const tokenLegend: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

interface Source {
  readonly open: OpenDocument;
  readonly article: Article;
  readonly settings: Settings;
}

interface Sent {
  readonly resultId: string;
  readonly layout: Layout;
}

const NONE: ReadonlySet<EntityType> = new Set();

export class TokenStore {
  private readonly sent = new Map<string, Sent>();
  private readonly shownOf = new WeakMap<Settings, ReadonlySet<EntityType>>();
  private lastId = 0;

  full({ open, article, settings }: Source): SemanticTokens {
    open.takeEdits();
    const { resultId, layout } = this.keep(open.uri, layOut(article, this.shown(settings), open.positions.lines));
    return { resultId, data: numbersOf(layout) };
  }

  /** Edits from the result of that id, or all tokens if it is not the last one sent. */
  delta(source: Source, previousResultId: string): SemanticTokens | SemanticTokensDelta {
    const { open, article, settings } = source;
    const before = this.sent.get(open.uri);
    if (before?.resultId !== previousResultId) return this.full(source);
    const change = open.takeEdits();
    const shown = this.shown(settings);
    if (change === null || before.layout.shown !== shown) return this.edits(before.layout, open.uri, layOut(article, shown, open.positions.lines));
    const layout = layOutAgain(before.layout, article, open.positions.lines, change);
    return this.edits(before.layout, open.uri, layout, layout);
  }

  private edits(before: Layout, uri: string, layout: Layout, known?: SameEnds): SemanticTokensDelta {
    const edit = difference(before, layout, known);
    return { resultId: this.keep(uri, layout).resultId, edits: edit === undefined ? [] : [edit] };
  }

  /** The tokens of the blocks that the range touches; an editor shows no more of them than it asked for. */
  range({ open, article, settings }: Source, range: Range): SemanticTokens {
    return { data: numbersOf(layOut(article, this.shown(settings), open.positions.lines, spanOf(open.positions, range))) };
  }

  forget(uri: string): void {
    this.sent.delete(uri);
  }

  private keep(uri: string, layout: Layout): Sent {
    const made = { resultId: String(++this.lastId), layout };
    this.sent.set(uri, made);
    return made;
  }

  /** One set for one settings object, since encoded blocks are kept by it. */
  private shown(settings: Settings): ReadonlySet<EntityType> {
    const known = this.shownOf.get(settings);
    if (known !== undefined) return known;
    const made = settings.entities.enabled ? new Set(settings.entities.types) : NONE;
    this.shownOf.set(settings, made);
    return made;
  }
}
