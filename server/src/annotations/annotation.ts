/**
 * What people decide, as the sidecar keeps it (W3C Web Annotation, `docs/sidecar.md`). An annotation is immutable:
 * a change makes another one with the same id. Does no I/O.
 */
import type { ClaimAttributes, Evidence, KeptBody } from '../annotatingProtocol.js';

export type Review = 'accepted' | 'rejected';

export interface Agent {
  /** An IRI; `mailto:` allowed. */
  readonly id: string;
  readonly type: 'Person' | 'Software';
  readonly name: string;
}

/** Where an annotation stood when it was written: its words, what stood around them, and their place. Offsets are code points of the canonical text. */
export interface StoredAnchor {
  readonly role?: 'source' | 'cue' | 'content';
  /** How often the words stood in the text; 1 where our file says nothing, 0 (not known) where a foreign one does. */
  readonly count: number;
  readonly exact: string;
  /** `undefined` where a foreign file has none: not known. */
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export type Body =
  | { readonly type: 'entity'; readonly entityType: string; /** Knowledge-base record, where one was confirmed. */ readonly identity?: string }
  | { readonly type: 'claim'; readonly attributes: ClaimAttributes }
  | { readonly type: 'comment'; readonly text: string }
  | KeptBody
  | { readonly type: 'articleDate'; readonly date: string }
  | { readonly type: 'twoPeople'; readonly names: readonly [string, string] }
  | { readonly type: 'check'; readonly status: string; readonly evidence: readonly Evidence[]; readonly by: string; readonly on: string }
  /** Of the article as a whole, as a codebook asks for it. */
  | { readonly type: 'variable'; readonly name: string; readonly value: string }
  /** Of a kind that we do not know: kept as it is, in {@link Annotation.unknown}. */
  | { readonly type: 'foreign' };

export interface Annotation {
  readonly id: string;
  readonly body: Body;
  /** `suggested` occurs only in exports; what has no review (a comment, a date) has none. */
  readonly review: Review | 'suggested' | undefined;
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly created: string;
  readonly modified: string;
  readonly creator: Agent | undefined;
  /** Id of the person who decided on a machine's suggestion. */
  readonly reviewer: string | undefined;
  readonly generator: string | undefined;
  /** Version of the model whose suggestion it was. */
  readonly modelVersion: string | undefined;
  /** Where it stands in the text, in the order source, cue, content; empty where it is about the whole article or about another annotation. */
  readonly anchors: readonly StoredAnchor[];
  /** Id of the annotation that it is about. */
  readonly about: string | undefined;
  /** The lines of the file that it was read from, without a comma at their end: written back as they are for as long as nobody changes it. `undefined` for a new or a changed one; see {@link changed}. */
  readonly raw: string | undefined;
  /**
   * Kept when the annotation is changed: keys that we do not know, with their values; and keys that we know whose value says more than
   * the fields above, as it was read. The writer puts what has changed into it.
   */
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** The annotation with other values, to be written anew. Its `modified` is the caller's to give. */
export function changed(annotation: Annotation, change: Partial<Omit<Annotation, 'id' | 'raw'>>): Annotation {
  return { ...annotation, ...change, raw: undefined };
}

/** An annotation that nobody has read from a file. */
export function newAnnotation(fields: Pick<Annotation, 'id' | 'body' | 'created'> & Partial<Annotation>): Annotation {
  return {
    review: undefined, modified: fields.created, creator: undefined, reviewer: undefined, generator: undefined, modelVersion: undefined,
    anchors: [], about: undefined, raw: undefined, unknown: {}, ...fields,
  };
}
