/**
 * How much the article's decision hears of the model. Tuned by `npm run tiers -- --tune` on articles that trained neither the
 * rules nor the model; each line says what it weighs. Points are those of `evidence.ts`, tenths of a nat or so.
 */
export interface ModelWeights {
  /** Points for a type for each nat by which the model's probability exceeds the faintest one that is heard. */
  readonly evidence: number;
  /** Points taken from every type for each nat of odds by which the model holds the words for no name at all. */
  readonly against: number;
  /** Part of these points that counts for types of which marked articles have few, so that the model has seen few. */
  readonly rare: number;
  /** Part of them for a type that the model only thinks possible, or says of a longer or shorter name. */
  readonly unsaid: number;
  /** Part of all points against the rare type that the rules give a name. */
  readonly againstRare: number;
  /** Least confidence with which words in lower case behind a name's capitals are its part. */
  readonly lowerTail: number;
  /** Least confidence of a name that the rules have not seen at all. */
  readonly unseen: number;
  /** The same for a name of a rare type. */
  readonly rareUnseen: number;
  /** Least confidence of a name that joins what the rules part, or goes further. */
  readonly wider: number;
  /** Least confidence of a name inside one of the rules. */
  readonly narrower: number;
  /** The same where the model sees several in it. */
  readonly parting: number;
  /** Least confidence of a name that begins in one of the rules and ends outside it. */
  readonly across: number;
  /** Least confidence of an amount or a time where the rules see neither one nor a name. */
  readonly value: number;
  /** Least confidence of a claim whose cue the rules do not know. */
  readonly claim: number;
}

export const MODEL_WEIGHTS: ModelWeights = {
  evidence: 16, unsaid: 0.5, against: 12, rare: 1, againstRare: 0.25, lowerTail: 0.7, unseen: 0.6, rareUnseen: 0.8, wider: 0.3, narrower: 0.7, parting: 0.6, across: 1.01, value: 0.8, claim: 0.95,
};
