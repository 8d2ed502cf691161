/** The document pass: from what each paragraph can be by itself to what it is in its place. Linear in the paragraphs. */
import type { Span } from '../../base/span.js';
import type { ArticleDate, Block, Structure, Zone } from '../types.js';
import { countWords, isHeadlineLike, isTitleCase } from './headers.js';
import type { Part, RawShape } from './shape.js';

/** More paragraphs than this before the story are no head of an article. */
const LONGEST_HEAD = 15;

/** Headlines listed behind one label ("Most read"), at most. */
const MOST_TEASERS = 12;

/** A summary behind a label has fewer words. */
const SUMMARY_WORDS = 50;

/**
 * Zones, paragraphs and date of a text cut by `splitRaw`.
 * @param shapeOf the `rawShape` of the text of `raw[i]`
 */
export function classify(text: string, raw: readonly Span[], shapeOf: (rawIndex: number) => RawShape): Structure {
  const pass = new Pass(text, raw, shapeOf);
  return pass.run();
}

/**
 * True if putting one of these paragraphs in the other's place inside a story changes no zone and no number of any paragraph:
 * both are plain prose, and alike in all that `classify` asks of a paragraph and its neighbours. How many words it has, and which, is
 * asked only behind what may be a label, a teaser or a crosshead.
 */
export function isSamePlace(index: number, previous: RawShape | undefined, before: RawShape, after: RawShape): boolean {
  if (index <= LONGEST_HEAD || !isPlain(before) || !isPlain(after) || before.asks !== after.asks) return false;
  // The number of a list of the most read is shorter.
  if (previous !== undefined && isPlain(previous) && previous.words > 3) return true;
  // A summary of a teaser is shorter, and its words are read.
  return before.words === after.words && after.words >= SUMMARY_WORDS;
}

function isPlain({ parts, titleLike, label, section, reference, speaker, item }: RawShape): boolean {
  return parts.length === 1 && parts[0]?.zone === 'body' && parts[0].date === undefined && !titleLike && !label && !section && !reference && !speaker && !item;
}

class Pass {
  private readonly blocks: Block[] = [];
  private date: ArticleDate | null = null;
  private paragraph = 0;
  private inHead = true;

  constructor(private readonly text: string, private readonly raw: readonly Span[], private readonly shapeOf: (i: number) => RawShape) {}

  run(): Structure {
    let i = 0;
    while (i < this.raw.length) i = this.inHead ? this.readHead(i) : this.readStory(i);
    // Without a story what looked like a headline is all there is.
    if (this.paragraph === 0) this.headlinesToBody();
    return { blocks: this.blocks, articleDate: this.date };
  }

  private readHead(i: number): number {
    const shape = this.shapeOf(i);
    const parts = this.headParts(i, shape);
    const teaser = shape.label ? this.teaserEnd(i + 1) : i + 1;
    this.add(i, parts);
    for (const part of parts) this.noteDate(i, part);
    if (this.paragraph > 0 || i + 1 >= LONGEST_HEAD) this.inHead = false;
    if (teaser > i + 1) this.addAll(i + 1, teaser, 'boilerplate');
    return teaser;
  }

  /** A short sentence over a byline or a date is a headline, though it has an end mark. */
  private headParts(i: number, shape: RawShape): readonly Part[] {
    const only = shape.parts.length === 1 ? shape.parts[0] : undefined;
    const short = only?.zone === 'body' && shape.words <= 25 && shape.head === shape.parts && i + 1 < this.raw.length;
    if (short && isHeaderOnly(this.shapeOf(i + 1))) return [{ ...only, zone: 'headline' }];
    return shape.speaker && this.isTranscript(i) ? shape.parts : shape.head;
  }

  /** Another speaker follows within three paragraphs. */
  private isTranscript(i: number): boolean {
    for (let next = i + 1; next < Math.min(this.raw.length, i + 4); next++) if (this.shapeOf(next).speaker) return true;
    return false;
  }

  private readStory(i: number): number {
    const shape = this.shapeOf(i);
    if (shape.section) {
      const end = this.sectionEnd(i + 1);
      if (end > i + 1 || i + 1 === this.raw.length) {
        this.addAll(i, end, 'boilerplate');
        return end;
      }
    }
    if (shape.label) {
      const end = this.teaserEnd(i + 1);
      this.addAll(i, end, 'boilerplate');
      return end;
    }
    if (shape.item && this.besideItem(i)) this.addAll(i, i + 1, 'list');
    else if (isDateLine(shape)) this.add(i, shape.head);
    else if (this.isCrosshead(i, shape)) this.addAll(i, i + 1, 'headline');
    else this.add(i, shape.parts);
    return i + 1;
  }

  private besideItem(i: number): boolean {
    return (i > 0 && this.shapeOf(i - 1).item) || (i + 1 < this.raw.length && this.shapeOf(i + 1).item);
  }

  /** A short line without any end mark between two paragraphs. */
  private isCrosshead(i: number, shape: RawShape): boolean {
    if (!shape.titleLike || shape.asks || shape.words > 9 || i + 1 >= this.raw.length || shape.parts[0]?.zone !== 'body') return false;
    const next = this.shapeOf(i + 1);
    return !next.titleLike && next.words > shape.words && next.parts[0]?.zone === 'body';
  }

  /** Behind the headlines that follow a label, and one summary that speaks of the last of them. */
  private teaserEnd(from: number): number {
    let end = from;
    while (end < this.raw.length && end - from < MOST_TEASERS && this.isTeaser(end)) end++;
    if (end < this.raw.length && this.isHeadedSummary(end)) return end + 1;
    const last = this.raw[end - 1];
    const summary = this.raw[end];
    if (end === from || last === undefined || summary === undefined || end + 1 >= this.raw.length) return end;
    const shape = this.shapeOf(end);
    const isSummary = shape.words < SUMMARY_WORDS && shape.parts.length === 1 && shape.parts[0]?.zone === 'body' && sharesWords(this.textOf(last), this.textOf(summary));
    return isSummary ? end + 1 : end;
  }

  /** A headline, or the number before one in a list of the most read. */
  private isTeaser(i: number): boolean {
    const raw = this.raw[i];
    if (raw !== undefined && raw.end - raw.start <= 3 && /^\d{1,2}[.)]?$/.test(this.text.slice(raw.start, raw.end))) return true;
    const shape = this.shapeOf(i);
    return (shape.titleLike || this.isListedTitle(i, shape)) && shape.words >= 3 && shape.parts.length === 1 && shape.parts[0]?.zone === 'body';
  }

  private isListedTitle(i: number, shape: RawShape): boolean {
    const raw = this.raw[i];
    return shape.item && raw !== undefined && isHeadlineLike(this.text.slice(raw.start, raw.end).replace(/^\S+\s+/, ''));
  }

  /** Both in one paragraph: a line that is a headline, and its summary in the next. */
  private isHeadedSummary(i: number): boolean {
    const raw = this.raw[i];
    const shape = this.shapeOf(i);
    if (raw === undefined || shape.words >= SUMMARY_WORDS || shape.parts.length !== 1 || shape.parts[0]?.zone !== 'body') return false;
    const text = this.textOf(raw);
    const newline = text.indexOf('\n');
    if (newline < 0) return false;
    const title = text.slice(0, newline).trim();
    const summary = text.slice(newline).trim();
    return isHeadlineLike(title) && countWords(title, 3) === 3 && /^[\p{Lu}\p{Nd}“"‘']/u.test(summary) && (isTitleCase(title) || sharesWords(title, summary));
  }

  private textOf(raw: Span): string {
    return this.text.slice(raw.start, raw.end);
  }

  private sectionEnd(from: number): number {
    let end = from;
    while (end < this.raw.length) {
      const shape = this.shapeOf(end);
      if (!shape.reference && !shape.section && !(shape.titleLike && shape.words < 30)) break;
      end++;
    }
    return end;
  }

  private add(i: number, parts: readonly Part[]): void {
    const raw = this.raw[i];
    if (raw === undefined) return;
    let counted = false;
    for (const part of parts) {
      if (part.zone === 'body' && !counted) {
        counted = true;
        this.paragraph++;
      }
      this.blocks.push(blockOf(part, raw.start, part.zone === 'body' ? this.paragraph : 0));
    }
  }

  /** Whole raw paragraphs of one zone. */
  private addAll(from: number, to: number, zone: Zone): void {
    for (let i = from; i < to; i++) {
      const raw = this.raw[i];
      if (raw !== undefined) this.blocks.push({ start: raw.start, end: raw.end, zone, paragraph: 0 });
    }
  }

  private noteDate(i: number, part: Part): void {
    const raw = this.raw[i];
    if (part.date === undefined || part.date.iso === null || raw === undefined) return;
    if (this.date !== null) return;
    const { start, end, iso } = part.date;
    this.date = { iso, span: { start: raw.start + start, end: raw.start + end }, from: part.header === 'dateline' ? 'dateline' : 'header' };
  }

  private headlinesToBody(): void {
    for (let b = 0; b < this.blocks.length; b++) {
      const block = this.blocks[b];
      if (block?.zone === 'headline') this.blocks[b] = { ...block, zone: 'body', paragraph: ++this.paragraph };
    }
  }
}

/** Two words of five letters or more in common, by their first five letters. */
function sharesWords(a: string, b: string): boolean {
  const stems = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{5}/gu));
  const first = stems(a);
  let shared = 0;
  for (const stem of stems(b)) if (first.has(stem)) shared++;
  return shared >= 2;
}

function isDateLine(shape: RawShape): boolean {
  return shape.head.length === 1 && shape.head[0]?.header === 'date';
}

function isHeaderOnly(shape: RawShape): boolean {
  return shape.head.length > 0 && shape.head.every((part) => part.zone === 'header' && (part.header === 'date' || part.header === 'byline'));
}

function blockOf(part: Part, offset: number, paragraph: number): Block {
  const { zone, header } = part;
  const start = part.start + offset;
  const end = part.end + offset;
  return header === undefined ? { start, end, zone, paragraph } : { start, end, zone, paragraph, header };
}
