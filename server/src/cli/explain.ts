/** An article for the terminal: its text with entities coloured, and its claims below. Without colours types stand in brackets. */
import type { Article, Claim, Mention } from '../analysis/article.js';
import { mentionsOf, paragraphAt, resolvedDate } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import { oneLine, plural, quoted, shortened } from '../ide/card.js';
import { contentText, sourceName } from '../ide/sayings.js';
import { KIND_WORDS, QUOTATION_WORDS, TYPE_WORDS } from '../ide/words.js';

/** Paints text; a terminal without colours gives functions that return it as it is. */
export interface Paint {
  readonly colours: boolean;
  bold(text: string): string;
  dim(text: string): string;
  name(type: EntityType, text: string): string;
}

export function explain(article: Article, paint: Paint): string {
  return [annotatedText(article, paint), legend(article, paint), claimList(article, paint), dates(article, paint)].filter((part) => part !== '').join('\n\n') + '\n';
}

function annotatedText(article: Article, paint: Paint): string {
  let out = '';
  let at = 0;
  for (const block of article.blocks) {
    out += article.text.slice(at, block.start);
    if (block.zone === 'boilerplate') {
      out += paint.colours ? paint.dim(article.text.slice(block.start, block.end)) : article.text.slice(block.start, block.end);
    } else {
      let inside = block.start;
      for (const mention of block.mentions) {
        out += article.text.slice(inside, block.start + mention.start) + painted(mention, paint);
        inside = block.start + mention.end;
      }
      out += article.text.slice(inside, block.end);
    }
    at = block.end;
  }
  return (out + article.text.slice(at)).trimEnd();
}

function painted(mention: Mention, paint: Paint): string {
  return paint.colours ? paint.name(mention.type, mention.text) : `[${mention.text}]${mention.type}`;
}

/** Entities by first mention, with how often. */
function legend(article: Article, paint: Paint): string {
  const rows = article.entities().map((entity) =>
    `  ${paint.name(entity.type, entity.canonical)}  ${paint.dim(`${TYPE_WORDS[entity.type]}, ${plural(entity.forms.length, 'mention')}`)}`);
  return rows.length === 0 ? '' : [paint.bold(`Entities (${rows.length})`), ...rows].join('\n');
}

function claimList(article: Article, paint: Paint): string {
  const rows = article.claims().map((claim, i) => claimRow(article, claim, i, paint));
  return [paint.bold(`Claims (${rows.length})`), ...rows].join('\n');
}

function claimRow(article: Article, claim: Claim, index: number, paint: Paint): string {
  const at = claim.cue[0]?.start ?? claim.content[0]?.start ?? 0;
  const paragraph = paragraphAt(article, at);
  const cue = claim.cue.map((s) => oneLine(article.text.slice(s.start, s.end))).join(' … ');
  const nested = claim.parent === null ? '' : `, inside claim ${claim.parent + 1}`;
  const kind = `${KIND_WORDS[claim.linked.sourceKind]}, ${QUOTATION_WORDS[claim.linked.candidate.quotation]}${paragraph === undefined ? '' : `, ¶${paragraph}`}${nested}`;
  return `${String(index + 1).padStart(3)}. ${paint.bold(sourceName(article, claim))} ${paint.dim(`(${kind})`)}\n     ${quoted(cue, 60)}: ${shortened(contentText(article, claim), 400)}`;
}

function dates(article: Article, paint: Paint): string {
  const rows = new Map<string, string>();
  for (const mention of mentionsOf(article)) {
    const iso = mention.type === 'DATE' ? resolvedDate(article, mention) : undefined;
    if (iso !== undefined && iso !== mention.text) rows.set(oneLine(mention.text), iso);
  }
  const list = [...rows].map(([text, iso]) => `  ${text} = ${iso}`);
  const basis = article.date === null ? 'article date not known' : `article date ${article.date.iso}`;
  return [paint.bold(`Dates (${basis})`), ...list].join('\n');
}
