/** Finds what stands between quotation marks. Linear in the tokens. */
import type { Quotation, Token } from '../types.js';

type Kind = 'curly' | 'straight' | 'single' | 'straightSingle' | 'low' | 'angle';

interface Open {
  readonly kind: Kind;
  readonly token: number;
}

/** Marks that say by themselves what they open and close, if the spaces around them agree. */
const MARKS: Readonly<Record<string, readonly Kind[]>> = {
  '“': ['curly', 'low'],
  '”': ['curly', 'low'],
  '„': ['low'],
  '‟': ['curly'],
  '"': ['straight'],
  '＂': ['straight'],
  "''": ['straight'],
  '``': ['straight'],
  '«': ['angle'],
  '»': ['angle'],
  '‘': ['single'],
  '’': ['single'],
  '‚': ['single'],
  "'": ['straightSingle'],
};

/** Longest single-quoted stretch, in tokens. An unclosed one is an apostrophe and not a quotation, so none may run on for ever. */
const LONGEST_SINGLE = 120;

/**
 * Quotations in order of their start, outer before inner. One without a closing mark is `open` and runs to the block's end,
 * or to the next opening mark of its kind; single marks must close, since they may be apostrophes.
 */
export function findQuotations(tokens: readonly Token[]): Quotation[] {
  return new Finder(tokens).find();
}

class Finder {
  private readonly found: Quotation[] = [];
  private readonly stack: Open[] = [];
  private readonly marks: readonly number[];

  constructor(private readonly tokens: readonly Token[]) {
    this.marks = markIndexes(tokens);
  }

  find(): Quotation[] {
    for (let m = 0; m < this.marks.length; m++) this.read(m);
    while (this.stack.length > 0) this.abandon(this.stack.pop(), this.tokens.length - 1);
    return this.found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  private read(m: number): void {
    const index = this.marks[m] ?? 0;
    const mark = this.tokens[index];
    if (mark === undefined) return;
    const kinds = MARKS[mark.text] ?? [];
    const isOpen = kinds.find((kind) => this.stack.some((open) => open.kind === kind));
    if (isOpen !== undefined && this.closes(m, index, mark)) this.close(isOpen, index);
    else if (this.opens(index, mark)) this.open(kinds[0] ?? 'curly', index);
  }

  private open(kind: Kind, index: number): void {
    const same = this.stack.findIndex((open) => open.kind === kind);
    // The same kind twice: the first was never closed.
    if (same >= 0) for (const open of this.stack.splice(same)) this.abandon(open, index - 1);
    this.stack.push({ kind, token: index });
  }

  private close(kind: Kind, index: number): void {
    for (let open = this.stack.pop(); open !== undefined; open = this.stack.pop()) {
      if (open.kind !== kind) continue;
      if (isSingle(kind) && (index - open.token > LONGEST_SINGLE || this.isClippedAnd(open.token, index))) return;
      this.add(open.token, index, this.tokens[index]?.start ?? 0, false);
      return;
    }
  }

  private abandon(open: Open | undefined, last: number): void {
    if (open === undefined || isSingle(open.kind) || last <= open.token) return;
    this.add(open.token, last, this.tokens[last]?.end ?? 0, true);
  }

  private add(first: number, last: number, innerEnd: number, open: boolean): void {
    const from = this.tokens[first];
    const to = this.tokens[last];
    if (from === undefined || to === undefined) return;
    this.found.push({ start: from.start, end: to.end, inner: { start: from.end, end: innerEnd }, open });
  }

  /** "rock 'n' roll". */
  private isClippedAnd(first: number, last: number): boolean {
    return last === first + 2 && this.tokens[first + 1]?.lower === 'n';
  }

  private opens(index: number, mark: Token): boolean {
    if (mark.text === '“' || mark.text === '„' || mark.text === '«' || mark.text === '``') return true;
    const next = this.tokens[index + 1];
    if (next === undefined || (!mark.spaceBefore && !this.followsOpener(index))) return false;
    if (next.spaceBefore) return mark.text === '"';
    return true;
  }

  /** True if the mark, though something of its kind is open, does not begin another one. */
  private closes(m: number, index: number, mark: Token): boolean {
    const next = this.tokens[index + 1];
    const attachedNext = next !== undefined && !next.spaceBefore;
    const attachedBefore = !mark.spaceBefore && !this.followsOpener(index);
    if (mark.text === '”' || mark.text === '»' || mark.text === "''") return true;
    if (mark.text === '‘' || mark.text === '„' || mark.text === '«' || mark.text === '‚') return false;
    if (mark.text === '“') return attachedBefore && !(attachedNext && isWord(next)) || this.stack.some((open) => open.kind === 'low');
    if (mark.text === '’' || mark.text === "'") return attachedBefore && !(attachedNext && isWord(next)) && !this.isPossessive(m, index);
    return attachedBefore || !attachedNext || !isWord(next) || !mark.spaceBefore;
  }

  /** "‘the workers’ rights’": a mark after an s, inside a sentence, with a better one to come. */
  private isPossessive(m: number, index: number): boolean {
    const before = this.tokens[index - 1];
    const next = this.tokens[index + 1];
    if (before === undefined || next === undefined || !before.lower.endsWith('s') || next.shape !== 'lower') return false;
    const later = this.marks[m + 1];
    const laterMark = later === undefined ? undefined : this.tokens[later];
    return laterMark !== undefined && (laterMark.text === '’' || laterMark.text === "'") && !laterMark.spaceBefore;
  }

  private followsOpener(index: number): boolean {
    const before = this.tokens[index - 1];
    return before === undefined || '([{—–―“„«‘"\'¿¡--…:/'.includes(before.text) && (before.shape === 'punct' || before.shape === 'symbol')
      && !(before.text === '"' && !before.spaceBefore) && !(before.text === "'" && !before.spaceBefore);
  }
}

function markIndexes(tokens: readonly Token[]): number[] {
  const marks: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token !== undefined && (token.shape === 'punct' || token.shape === 'symbol') && MARKS[token.text] !== undefined) marks.push(i);
  }
  return marks;
}

function isSingle(kind: Kind): boolean {
  return kind === 'single' || kind === 'straightSingle';
}

function isWord(token: Token): boolean {
  return token.shape !== 'punct' && token.shape !== 'symbol';
}
