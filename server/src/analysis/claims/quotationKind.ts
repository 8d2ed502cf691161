/** How content is quoted (design document, part B3): all of it between marks, some of it, or none. */
import type { Span } from '../../base/span.js';
import type { QuotationKind } from '../types.js';
import type { Context } from './context.js';
import { firstTokenAt } from './context.js';

/** A quotation that also holds the cue does not count: a claim inside a quotation is indirect unless it has marks of its own. */
export function quotationKindOf(context: Context, content: readonly Span[], cueToken: number): QuotationKind {
  const around = context.quotation[cueToken] ?? -1;
  let inside = 0;
  let outside = 0;
  for (const piece of content) {
    for (let i = firstTokenAt(context, piece.start); i < context.tokens.length; i++) {
      const token = context.tokens[i];
      if (token === undefined || token.start >= piece.end) break;
      if (token.shape === 'punct' || token.shape === 'symbol') continue;
      const q = context.quotation[i] ?? -1;
      if (q >= 0 && q !== around) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
