/** Words → the pieces of the model's vocabulary, cut into runs that fit the model. */
import { Tokenizer } from '@huggingface/tokenizers';
import type { Span } from '../base/span.js';
import { MODEL_FILES } from './labels.js';
import type { Word } from './words.js';
import { SHAPES, wordsIn } from './words.js';

/** One call of the model: `[CLS]`, the pieces of some words, `[SEP]`. */
export interface Run {
  readonly words: readonly Word[];
  /** Index in `pieces` of each word's first piece. */
  readonly firsts: readonly number[];
  readonly pieces: readonly number[];
  /** Shape of the whole word, by piece. */
  readonly shapes: readonly number[];
}

/** A longer word is one unknown piece, as the tokeniser itself has it. */
const LONGEST_WORD = 100;
/** Words whose pieces are kept. */
const REMEMBERED = 20_000;
/** Runs that one block may cost; what lies behind is not read. Longer paragraphs than some 3,000 words are no prose. */
export const MOST_RUNS = 16;

export class Pieces {
  private readonly known = new Map<string, readonly number[]>();

  private constructor(private readonly tokenizer: Tokenizer, private readonly cls: number, private readonly sep: number, private readonly unknown: number) {}

  /** @returns the tokeniser, or what is wrong with it in one clause */
  static read(text: string): Pieces | string {
    try {
      const raw: unknown = JSON.parse(text);
      if (typeof raw !== 'object' || raw === null) return `${MODEL_FILES.tokenizer} is not a tokenizer`;
      if (!('model' in raw) || typeof raw.model !== 'object' || raw.model === null || !('type' in raw.model) || raw.model.type !== 'WordPiece') return `${MODEL_FILES.tokenizer} has no word pieces`;
      const tokenizer = new Tokenizer(raw, {});
      const [cls, sep, unknown] = ['[CLS]', '[SEP]', '[UNK]'].map((piece) => tokenizer.token_to_id(piece));
      if (cls === undefined || sep === undefined || unknown === undefined) return `${MODEL_FILES.tokenizer} lacks [CLS], [SEP] or [UNK]`;
      return new Pieces(tokenizer, cls, sep, unknown);
    } catch (error) {
      return `${MODEL_FILES.tokenizer} cannot be read (${error instanceof Error ? error.message : String(error)})`;
    }
  }

  /** Pieces of one word; none for what the normaliser drops. */
  of(word: string): readonly number[] {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    const made = this.make(word);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(word, made);
    return made;
  }

  /** The runs of a block, each as long as the model reads: cut at ends of sentences, and a longer sentence between words. */
  runs(text: string, sentenceEnds: readonly number[], maxPieces: number): { runs: Run[]; end: number } {
    const runs: Run[] = [];
    const room = maxPieces - 2;
    let words: Word[] = [];
    let pieces: (readonly number[])[] = [];
    let size = 0;
    const close = (): void => {
      if (words.length > 0) runs.push(this.runOf(words, pieces));
      words = [];
      pieces = [];
      size = 0;
    };
    for (const sentence of sentencesOf(text, sentenceEnds)) {
      if (runs.length >= MOST_RUNS) return { runs, end: runs[MOST_RUNS - 1]?.words.at(-1)?.end ?? 0 };
      const own = wordsIn(text, sentence.start, sentence.end).map((word) => ({ word, pieces: this.of(word.text) })).filter((w) => w.pieces.length > 0 && w.pieces.length <= room);
      const needs = own.reduce((sum, w) => sum + w.pieces.length, 0);
      if (size + needs > room) close();
      for (const w of own) {
        if (size + w.pieces.length > room) {
          close();
          if (runs.length >= MOST_RUNS) return { runs, end: runs[MOST_RUNS - 1]?.words.at(-1)?.end ?? 0 };
        }
        words.push(w.word);
        pieces.push(w.pieces);
        size += w.pieces.length;
      }
    }
    close();
    if (runs.length > MOST_RUNS) return { runs: runs.slice(0, MOST_RUNS), end: runs[MOST_RUNS - 1]?.words.at(-1)?.end ?? 0 };
    return { runs, end: text.length };
  }

  private make(word: string): readonly number[] {
    if (word.length > LONGEST_WORD) return [this.unknown];
    return this.tokenizer.encode(word, { add_special_tokens: false }).ids;
  }

  private runOf(words: readonly Word[], of: readonly (readonly number[])[]): Run {
    const pieces = [this.cls];
    const shapes: number[] = [SHAPES.special];
    const firsts: number[] = [];
    words.forEach((word, i) => {
      firsts.push(pieces.length);
      for (const piece of of[i] ?? []) {
        pieces.push(piece);
        shapes.push(word.shape);
      }
    });
    pieces.push(this.sep);
    shapes.push(SHAPES.special);
    return { words, firsts, pieces, shapes };
  }
}

/** Sentences up to their ends, and the rest; ends that do not ascend are passed over. */
function* sentencesOf(text: string, ends: readonly number[]): Generator<Span> {
  let start = 0;
  for (const end of ends) {
    if (end <= start || end > text.length) continue;
    yield { start, end };
    start = end;
  }
  if (start < text.length) yield { start, end: text.length };
}
