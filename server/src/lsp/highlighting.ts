/** What is drawn and shown over the text: semantic tokens, decorations, hover cards. */
import type { Connection, Hover, InitializeParams, Position, Range, SemanticTokens, SemanticTokensDelta, ServerCapabilities } from 'vscode-languageserver';
import type { OthersOf } from '../ide/index.js';
import { boilerplateIn, claimsIn, hover, ownClaimsIn, toMarkdown, toPlainText } from '../ide/index.js';
import type { DecorationsResult } from '../protocol.js';
import { decorationsRequest } from '../protocol.js';
import { followsLinks, linkAddress } from './cardLinks.js';
import type { Desk, Ready } from './desk.js';
import type { FirstHighlights } from './firstHighlights.js';
import type { SecondTier } from './secondTier.js';
import type { Across } from './across.js';
import { TokenStore, tokenLegend } from './tokenStore.js';
import { rangeOf, rangesOf, spanOf } from './translate.js';

export const highlightingCapabilities: ServerCapabilities = {
  hoverProvider: true,
  semanticTokensProvider: { legend: tokenLegend, range: true, full: { delta: true } },
};

export class Highlighting {
  private readonly tokens = new TokenStore();
  private markdown = true;
  private links = false;

  constructor(connection: Connection, private readonly desk: Desk, secondTier: SecondTier, first: FirstHighlights, across: Across) {
    connection.onHover(async ({ textDocument, position }, cancel) => {
      const others = await across.othersOf(textDocument.uri);
      return desk.answer('hover', textDocument.uri, cancel, (ready) => this.hoverAt(ready, position, others));
    });
    const { semanticTokens } = connection.languages;
    const highlighted = <T>(tokens: T): T => {
      first.answered();
      return tokens;
    };
    semanticTokens.on(async ({ textDocument }, cancel) =>
      (await desk.answer<SemanticTokens>('tokens', textDocument.uri, cancel, (ready) => highlighted(this.tokens.full(ready)))) ?? { data: [] });
    semanticTokens.onDelta(async ({ textDocument, previousResultId }, cancel) =>
      (await desk.answer<SemanticTokens | SemanticTokensDelta>('token edits', textDocument.uri, cancel, (ready) => this.tokens.delta(ready, previousResultId))) ?? { data: [] });
    semanticTokens.onRange(async ({ textDocument, range }, cancel) =>
      (await desk.answer<SemanticTokens>('tokens in range', textDocument.uri, cancel, (ready) => highlighted(this.tokens.range(ready, range)))) ?? { data: [] });
    connection.onRequest(decorationsRequest, ({ textDocument, ranges }, cancel) =>
      desk.answer('decorations', textDocument.uri, cancel, (ready) => {
        secondTier.saw(textDocument.uri, ranges.map((range) => spanOf(ready.open.positions, range)));
        return decorationsFor(ready, ranges);
      }));
  }

  initialise(params: InitializeParams): void {
    const formats = params.capabilities.textDocument?.hover?.contentFormat;
    this.markdown = formats === undefined || formats.includes('markdown');
    this.links = followsLinks(params.initializationOptions);
  }

  forget(uri: string): void {
    this.tokens.forget(uri);
  }

  private hoverAt({ open, article, settings }: Ready, position: Position, others: OthersOf | undefined): Hover | null {
    const found = settings.hover.enabled ? hover(article, open.positions.offsetAt(position), { ownClaims: settings.claims.ownVoice, facts: this.desk.factsFor(open.uri), others, looksUp: settings.lookUp.sources.some(({ name }) => settings.lookUp.on.includes(name)) }) : null;
    if (found === null) return null;
    const address = this.links ? linkAddress(open.uri, open.positions) : undefined;
    const contents = this.markdown ? { kind: 'markdown' as const, value: toMarkdown(found.card, address) } : { kind: 'plaintext' as const, value: toPlainText(found.card) };
    return { contents, range: rangeOf(open.positions, found.span) };
  }
}

export function decorationsFor({ open, article, settings: { claims, boilerplate } }: Ready, ranges: readonly Range[]): DecorationsResult {
  const visible = ranges.map((range) => spanOf(open.positions, range));
  const part = (spans: readonly { start: number; end: number }[]): Range[] => spans.flatMap((s) => rangesOf(open.positions, article.text, s));
  return {
    version: open.version,
    claims: claims.enabled
      ? [...claimsIn(article, visible), ...(claims.ownVoice ? ownClaimsIn(article, visible) : [])].map((claim) => ({ style: claim.style, source: part(claim.source), cue: part(claim.cue), content: part(claim.content) }))
      : [],
    boilerplate: boilerplate.dim ? part(boilerplateIn(article, visible)) : [],
  };
}
