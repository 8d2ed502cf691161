/** `labels.json` of a model directory: what the numbers that the model gives mean. Read as foreign input. */
import * as z from 'zod/mini';
import { ENTITY_TYPES } from '../analysis/types.js';
import type { EntityType } from '../analysis/types.js';

export const MODEL_FILES = { model: 'news.onnx', tokenizer: 'tokenizer.json', labels: 'labels.json' } as const;

/** Pieces that a model may be asked for in one run at most: what bounds time and memory. */
const MOST_PIECES = 512;

const positive = z.number().check(z.positive());
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const schema = z.object({
  version: z.string().check(z.minLength(1)),
  maxPieces: z.number().check(z.int(), z.minimum(8), z.maximum(MOST_PIECES)),
  entityLabels: z.array(z.string()),
  entityTemperature: positive,
  cueTemperature: positive,
  roleTemperature: positive,
  roles: z.tuple([z.literal('source'), z.literal('content')]),
  roleWidth: z.number().check(z.int(), z.minimum(1), z.maximum(1024)),
  distanceBuckets: z.array(z.number()),
  roleDistance: z.array(z.array(z.number())),
  sha256: z.object({ 'news.onnx': hash, 'tokenizer.json': hash }),
});

/** What a label says of a word. */
export type Tag = { readonly kind: 'O' } | { readonly kind: 'B' | 'I'; readonly type: EntityType };

export interface Labels extends z.infer<typeof schema> {
  /** By label index. */
  readonly tags: readonly Tag[];
}

/**
 * @returns the labels, or what is wrong with them in one clause
 */
export function readLabels(text: string): Labels | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return `${MODEL_FILES.labels} is not JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return `${MODEL_FILES.labels}, ${first?.path.join('.') ?? ''}: ${first?.message ?? 'not of this form'}`;
  }
  const tags = tagsOf(parsed.data.entityLabels);
  if (typeof tags === 'string') return tags;
  const { distanceBuckets, roleDistance } = parsed.data;
  if (roleDistance.length !== 2 || roleDistance.some((row) => row.length !== distanceBuckets.length + 1)) return `${MODEL_FILES.labels}: roleDistance does not fit distanceBuckets`;
  if (distanceBuckets.some((bound, i) => i > 0 && bound <= (distanceBuckets[i - 1] ?? 0))) return `${MODEL_FILES.labels}: distanceBuckets do not ascend`;
  return { ...parsed.data, tags };
}

const TYPES: ReadonlySet<string> = new Set(ENTITY_TYPES);

function tagsOf(names: readonly string[]): Tag[] | string {
  const tags: Tag[] = [];
  for (const name of names) {
    const kind = name.slice(0, 1);
    const type = name.slice(2);
    if (name === 'O') tags.push({ kind: 'O' });
    else if ((kind === 'B' || kind === 'I') && name[1] === '-' && isType(type)) tags.push({ kind, type });
    else return `${MODEL_FILES.labels}: “${name}” is no label of ours`;
  }
  if (tags[0]?.kind !== 'O' || new Set(names).size !== names.length) return `${MODEL_FILES.labels}: the labels must begin with O and differ`;
  for (const type of ENTITY_TYPES) {
    if (names.includes(`I-${type}`) && !names.includes(`B-${type}`)) return `${MODEL_FILES.labels}: I-${type} without B-${type}`;
  }
  return tags;
}

function isType(name: string): name is EntityType {
  return TYPES.has(name);
}
