/**
 * Where the values of a JSON text begin and end: so that what nobody touched can be written back as it stood, and what is broken can be
 * named by its line. One pass; parsing what lies between is `JSON.parse`'s.
 */

/** Deeper than anything that annotates a text, and shallow enough for functions that go down by themselves. */
const MAX_DEPTH = 100;

export interface Value {
  readonly start: number;
  readonly end: number;
}

export type Skipped = Value | 'truncated' | 'too-deep' | 'no-value';

const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;

export class Scanner {
  at = 0;

  constructor(readonly text: string) {
    this.space();
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  get next(): string {
    return this.text.charAt(this.at);
  }

  /** Past the character, if it comes next. */
  take(character: string): boolean {
    if (this.next !== character || this.atEnd()) return false;
    this.at++;
    this.space();
    return true;
  }

  space(): void {
    this.at = afterSpace(this.text, this.at);
  }

  /** Past one value, whatever it is, and the space behind it. On failure the place stays. */
  value(): Skipped {
    const start = this.at;
    const end = this.skip();
    if (typeof end === 'string') return end;
    this.at = end;
    this.space();
    return { start, end };
  }

  private skip(): number | 'truncated' | 'too-deep' | 'no-value' {
    let depth = 0;
    let at = this.at;
    const { text } = this;
    if (at >= text.length) return 'truncated';
    do {
      at = afterSpace(text, at);
      const c = text.charAt(at);
      if (at >= text.length) return 'truncated';
      if (c === '{' || c === '[') {
        if (++depth > MAX_DEPTH) return 'too-deep';
        at++;
      } else if (c === '}' || c === ']') {
        if (depth === 0) return 'no-value';
        depth--;
        at++;
      } else if (c === ',' || c === ':') {
        if (depth === 0) return 'no-value';
        at++;
      } else {
        const end = c === '"' ? afterString(text, at) : afterWord(text, at);
        if (typeof end === 'string') return end;
        at = end;
      }
    } while (depth > 0);
    return at;
  }
}

function afterSpace(text: string, at: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && (code < 9 || code > 13)) break;
  }
  return at;
}

/** A string does not go over the end of its line: where it does, something is missing there. */
function afterString(text: string, at: number): number | 'truncated' | 'no-value' {
  for (let i = at + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code === BACKSLASH) i++;
    else if (code === LINE_FEED) return 'no-value';
  }
  return 'truncated';
}

/** A number, `true`, `false`, `null`, or what is none of these and will not be parsed. */
function afterWord(text: string, at: number): number {
  const start = at;
  while (at < text.length && !' \t\r\n,:{}[]"'.includes(text.charAt(at))) at++;
  return Math.max(at, start + 1);
}

/** Line numbers of growing offsets, from 1, in one pass over the text for all of them. */
export class Lines {
  private line = 1;
  private counted = 0;

  constructor(private readonly text: string) {}

  at(offset: number): number {
    if (offset < this.counted) {
      this.line = 1;
      this.counted = 0;
    }
    for (let i = this.text.indexOf('\n', this.counted); i >= 0 && i < offset; i = this.text.indexOf('\n', i + 1)) {
      this.line++;
      this.counted = i + 1;
    }
    return this.line;
  }
}
