/** What is drawn and shown over the text: semantic tokens, decorations, hover cards. */
import type { Connection, Hover, InitializeParams, Position, Range, SemanticTokens, SemanticTokensDelta, ServerCapabilities } from 'vscode-languageserver';
import { boilerplateIn, claimsIn, hover, howToCheck, ownClaimsIn, toMarkdown, toPlainText } from '../ide/index.js';
import type { DecorationsResult, LookUpResult } from '../protocol.js';
import { decorationsRequest, howToCheckRequest } from '../protocol.js';
import { followsLinks, linkAddress } from './cardLinks.js';
import type { Desk, Ready } from './desk.js';
import type { FirstHighlights } from './firstHighlights.js';
import type { SecondTier } from './secondTier.js';
import type { Across, OnCards } from './across.js';
import { TokenStore, tokenLegend } from './tokenStore.js';
import { rangeOf, rangesOf, spanOf } from './translate.js';

export const highlightingCapabilities: ServerCapabilities = {
  hoverProvider: true,
  semanticTokensProvider: { legend: tokenLegend, range: true, full: { delta: true } },
};

/** For words of other articles: nobody notices so short a time. */
const MISSED_MS = 20;

export class Highlighting {
  private readonly tokens = new TokenStore();
  private markdown = true;
  private links = false;

  constructor(connection: Connection, private readonly desk: Desk, secondTier: SecondTier, first: FirstHighlights, across: Across) {
    connection.onHover(async ({ textDocument, position }, cancel) => {
      const known = await across.onCards(textDocument.uri);
      const answer = (): Promise<Hover | null> => desk.answer('hover', textDocument.uri, cancel, (ready) => this.hoverAt(ready, position, known));
      const card = await answer();
      // What lies on this machine is read by then; where it takes longer, the card comes as it is.
      return known?.missed() !== undefined && (await isDoneWithin(known.missed(), MISSED_MS)) ? answer() : card;
    });
    connection.onRequest(howToCheckRequest, ({ textDocument, position }, cancel) =>
      desk.answer('how to check', textDocument.uri, cancel, ({ open, article, settings }): LookUpResult | null => {
        const found = howToCheck(article, open.positions.offsetAt(position), settings.claims.ownVoice);
        return found === null ? null : { markdown: toMarkdown(found.card), plainText: toPlainText(found.card), range: rangeOf(open.positions, found.span) };
      }));
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

  private hoverAt({ open, article, settings }: Ready, position: Position, known: OnCards | undefined): Hover | null {
    const found = settings.hover.enabled ? hover(article, open.positions.offsetAt(position), { ownClaims: settings.claims.ownVoice, facts: this.desk.factsFor(open.uri), others: known?.others, wordings: known?.wordings, online: settings.lookUp.sources.filter(({ name }) => settings.lookUp.on.includes(name)) }) : null;
    if (found === null) return null;
    const address = this.links ? linkAddress(open.uri, open.positions) : undefined;
    const contents = this.markdown ? { kind: 'markdown' as const, value: toMarkdown(found.card, address) } : { kind: 'plaintext' as const, value: toPlainText(found.card) };
    return { contents, range: rangeOf(open.positions, found.span) };
  }
}

async function isDoneWithin(work: Promise<unknown> | undefined, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => { timer = setTimeout(() => { resolve(false); }, milliseconds); });
  const done = await Promise.race([Promise.resolve(work).then(() => true), late]);
  clearTimeout(timer);
  return done;
}

export function decorationsFor({ open, article, settings: { claims, boilerplate } }: Ready, ranges: readonly Range[]): DecorationsResult {
  const visible = ranges.map((range) => spanOf(open.positions, range));
  const part = (spans: readonly { start: number; end: number }[]): Range[] => spans.flatMap((s) => rangesOf(open.positions, article.written, s));
  return {
    version: open.version,
    claims: claims.enabled
      ? [...claimsIn(article, visible), ...(claims.ownVoice ? ownClaimsIn(article, visible) : [])].map((claim) => ({ style: claim.style, source: part(claim.source), cue: part(claim.cue), content: part(claim.content) }))
      : [],
    boilerplate: boilerplate.dim ? part(boilerplateIn(article, visible)) : [],
  };
}
