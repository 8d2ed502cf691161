/** Semantic tokens in LSP's form: five numbers a token, relative to the one before, none over a line's end; and their edits. */
import type { Range, SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from 'vscode-languageserver';
import { SemanticTokensBuilder } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article } from '../analysis/article.js';
import type { Span } from '../base/span.js';
import { entityTokens } from '../ide/index.js';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../protocol.js';
import type { Settings } from '../settings.js';
import type { OpenDocument } from './openDocument.js';
import { spanOf } from './translate.js';

export const tokenLegend: SemanticTokensLegend = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };

interface Source {
  readonly open: OpenDocument;
  readonly article: Article;
  readonly settings: Settings;
}

export class TokenStore {
  private readonly builders = new Map<string, SemanticTokensBuilder>();

  full(source: Source): SemanticTokens {
    const builder = this.builderOf(source.open.uri);
    // Closes the last build, so that the next delta starts from this one.
    builder.previousResult('');
    fill(builder, source);
    return builder.build();
  }

  /** Edits from the result of that id, or all tokens if it is not the last one given out. */
  delta(source: Source, previousResultId: string): SemanticTokens | SemanticTokensDelta {
    const builder = this.builderOf(source.open.uri);
    builder.previousResult(previousResultId);
    fill(builder, source);
    return builder.buildEdits();
  }

  range(source: Source, range: Range): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    fill(builder, source, spanOf(source.open.positions, range));
    return { data: builder.build().data };
  }

  forget(uri: string): void {
    this.builders.delete(uri);
  }

  private builderOf(uri: string): SemanticTokensBuilder {
    const known = this.builders.get(uri);
    if (known !== undefined) return known;
    const made = new SemanticTokensBuilder();
    this.builders.set(uri, made);
    return made;
  }
}

function fill(builder: SemanticTokensBuilder, { open, article, settings }: Source, within?: Span): void {
  const { entities } = settings;
  if (!entities.enabled) return;
  const lines = new LineWalker(open.positions, article.text.length);
  entityTokens(article, new Set(entities.types), (start, length, type, modifiers) => {
    // A name in hard-wrapped text may run over a line's end, a token may not.
    for (let from = start; from < start + length;) {
      lines.advanceTo(from);
      const to = Math.min(start + length, lines.end);
      const visible = trimmedEnd(article.text, from, to);
      if (visible > from) builder.push(lines.line, from - lines.start, visible - from, type, modifiers);
      from = to;
    }
  }, within);
}

/** Where the line's words end: an end of line is not part of a token. */
function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return end;
}

/** Follows offsets that only grow, so that a whole article costs one walk over its lines. */
class LineWalker {
  line = 0;
  start = 0;
  end: number;

  constructor(private readonly document: TextDocument, private readonly length: number) {
    this.end = this.endOf(0);
  }

  advanceTo(offset: number): void {
    if (offset < this.end) return;
    this.line = this.document.positionAt(offset).line;
    this.start = this.document.offsetAt({ line: this.line, character: 0 });
    this.end = this.endOf(this.line);
  }

  private endOf(line: number): number {
    return line + 1 < this.document.lineCount ? this.document.offsetAt({ line: line + 1, character: 0 }) : this.length;
  }
}
