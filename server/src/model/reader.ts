/** The model as a reader of blocks: text in, opinion out. Each run is one call with nothing else in it, so that equal text always gives an equal opinion. */
import type { OpinedClaim, OpinedMention, Opinion, WordBelief } from '../analysis/opinion.js';
import { claimsOf, mentionsOf } from './decode.js';
import type { Labels } from './labels.js';
import type { Session } from './outputs.js';
import type { Pieces } from './pieces.js';

export class Reader {
  constructor(readonly labels: Labels, private readonly pieces: Pieces, private readonly session: Session) {}

  /**
   * @param isCancelled asked between the runs of a long block
   * @returns null if it was cancelled
   * @throws whatever the session throws: the model cannot be used then
   */
  async read(text: string, sentenceEnds: readonly number[], isCancelled: () => Promise<boolean> = () => Promise.resolve(false)): Promise<Opinion | null> {
    const { runs, end } = this.pieces.runs(text, sentenceEnds, this.labels.maxPieces);
    const mentions: OpinedMention[] = [];
    const words: WordBelief[] = [];
    const claims: OpinedClaim[] = [];
    for (const [i, run] of runs.entries()) {
      if (i > 0 && await isCancelled()) return null;
      const outputs = await this.session.run(run.pieces, run.shapes);
      const found = mentionsOf(run, outputs, this.labels);
      mentions.push(...found.mentions);
      words.push(...found.words);
      claims.push(...claimsOf(run, outputs, this.labels));
    }
    return { mentions, words, claims, end };
  }

  close(): Promise<void> {
    return this.session.close();
  }
}
