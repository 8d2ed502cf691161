import type { Amount, DateExpression, ValueType } from '../../types.js';

/** What one reader found at a piece. Pieces `[first, next)` are the mention. */
export interface Match {
  readonly type: ValueType;
  readonly first: number;
  readonly next: number;
  /** 0–1, by rule. */
  readonly confidence: number;
  readonly amount?: Amount;
  readonly date?: DateExpression;
}

export function valueMatch(type: ValueType, first: number, next: number, confidence: number, extra: { amount?: Amount | undefined; date?: DateExpression | undefined } = {}): Match {
  return {
    type, first, next, confidence,
    ...(extra.amount === undefined ? {} : { amount: extra.amount }),
    ...(extra.date === undefined ? {} : { date: extra.date }),
  };
}
