/**
 * What a file holds, as bytes in pieces: a sidecar of thousands of annotations is written after each decision, and most of its pieces are
 * those of the last time. A string of the whole, or bytes of the whole, would be megabytes of garbage each time. Never changes.
 */

export class Content {
  readonly length: number;

  constructor(readonly pieces: readonly Uint8Array[]) {
    this.length = pieces.reduce((sum, { length }) => sum + length, 0);
  }

  static of(text: string): Content {
    return new Content([new TextEncoder().encode(text)]);
  }

  /** The same bytes, however they are cut into pieces. */
  equals(other: Content): boolean {
    if (this.length !== other.length) return false;
    const comparison = new Comparison(other);
    return this.pieces.every((piece) => comparison.goesOn(piece));
  }

  toString(): string {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return this.pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  }
}

/** A content held against bytes that come one part after the other. */
export class Comparison {
  private piece = 0;
  /** In the piece. */
  private at = 0;

  /** `same`: for who can compare bytes faster. */
  constructor(private readonly content: Content, private readonly same: SameBytes = sameBytes) {}

  /** True if these are the next bytes of the content. */
  goesOn(bytes: Uint8Array): boolean {
    let from = 0;
    while (from < bytes.length) {
      const piece = this.content.pieces[this.piece];
      if (piece === undefined) return false;
      const size = Math.min(bytes.length - from, piece.length - this.at);
      // The same piece in two contents needs no look at its bytes.
      const isSamePiece = piece === bytes && this.at === from;
      if (!isSamePiece && !this.same(piece, this.at, bytes, from, size)) return false;
      from += size;
      this.at += size;
      if (this.at === piece.length) {
        this.piece++;
        this.at = 0;
      }
    }
    return true;
  }
}

/** So many bytes of both, each from a place of its own; no piece is cut for it, since there are hundreds. */
type SameBytes = (a: Uint8Array, atA: number, b: Uint8Array, atB: number, size: number) => boolean;

function sameBytes(a: Uint8Array, atA: number, b: Uint8Array, atB: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (a[atA + i] !== b[atB + i]) return false;
  return true;
}
