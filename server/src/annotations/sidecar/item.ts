/** One annotation of the file, both ways. */
import type { Agent, Annotation } from '../annotation.js';
import { bodyInto, bodyJson, motivationOf, readBody } from './bodies.js';
import type { JsonObject } from './json.js';
import { inOrder, isObject, jsonText, listOf, sameJson, stringOf } from './json.js';
import type { Report } from './targets.js';
import { TARGET_KEYS, readTargets, targetsInto, targetsJson } from './targets.js';

export const ITEM_KEYS = ['id', 'type', 'motivation', 'aa:review', 'aa:reviewer', 'created', 'modified', 'creator', 'generator', 'body', 'target'];
/** Written after all of these, like every key that is not among them. */
const MODEL_VERSION = 'aa:modelVersion';

export function readItem(item: JsonObject, id: string, article: string, raw: string | undefined, report: Report, countWhereNone = 1): Annotation {
  const body = readBody(item['body'] ?? (item['bodyValue'] === undefined ? undefined : { type: 'TextualBody', value: item['bodyValue'] }));
  const review = item['aa:review'];
  const { anchors, about } = readTargets(item['target'], article, report, countWhereNone);
  const annotation: Annotation = {
    id, body, anchors, about, raw,
    review: review === 'accepted' || review === 'rejected' || review === 'suggested' ? review : undefined,
    created: stringOf(item['created']) ?? '',
    modified: stringOf(item['modified']) ?? '',
    creator: agentOf(item['creator']),
    reviewer: stringOf(item['aa:reviewer']),
    generator: idOf(item['generator']),
    modelVersion: stringOf(item[MODEL_VERSION]),
    unknown: {},
  };
  const ours = fields(annotation, article);
  const unknown = Object.fromEntries(Object.entries(item).filter(([key, value]) => key !== 'id' && !sameJson(ours[key], value)));
  return { ...annotation, unknown };
}

function agentOf(raw: unknown): Agent | undefined {
  const agent = listOf(raw)[0];
  if (typeof agent === 'string') return { id: agent, type: 'Person', name: agent };
  if (!isObject(agent)) return undefined;
  const id = stringOf(agent['id']) ?? '';
  return { id, type: agent['type'] === 'Software' ? 'Software' : 'Person', name: stringOf(agent['name']) ?? id };
}

function idOf(raw: unknown): string | undefined {
  const first = listOf(raw)[0];
  return typeof first === 'string' ? first : isObject(first) ? stringOf(first['id']) : undefined;
}

/** What our fields say of it, `undefined` where they say nothing. */
function fields(annotation: Annotation, article: string): JsonObject {
  const { id, body, review, reviewer, created, modified, creator, generator, modelVersion } = annotation;
  return {
    id,
    type: 'Annotation',
    motivation: motivationOf(body),
    'aa:review': review,
    'aa:reviewer': reviewer,
    created: created === '' ? undefined : created,
    modified: modified === '' ? undefined : modified,
    creator: creator === undefined ? undefined : { id: creator.id, type: creator.type, name: creator.name },
    generator,
    body: bodyJson(body),
    target: targetsJson(annotation, article),
    [MODEL_VERSION]: modelVersion,
  };
}

/** The lines of one annotation, without a comma at their end: as they were read, if nobody has changed it. */
export function itemText(annotation: Annotation, article: string): string {
  if (annotation.raw !== undefined) return annotation.raw;
  const ours = fields(annotation, article);
  const item = inOrder({ ...ours, ...kept(annotation, article, ours) }, ITEM_KEYS);
  const members = Object.entries(item).map(([key, value]) => `${jsonText(key)}:${key === 'target' ? targetText(value) : jsonText(value)}`);
  return `{${members.join(',')}}`;
}

/** The keys whose value says more than our fields do, with what our fields say now. */
function kept(annotation: Annotation, article: string, ours: JsonObject): JsonObject {
  const { unknown, body } = annotation;
  const values = Object.entries(unknown).map(([key, raw]): [string, unknown] => {
    switch (key) {
      case 'body':
        return [key, sameJson(readBody(raw), body) ? raw : bodyInto(raw, body)];
      case 'target': {
        const read = readTargets(raw, article, () => undefined, annotation.anchors.some(({ count }) => count === 0) ? 0 : 1);
        const isSame = read.about === annotation.about && sameJson(read.anchors, annotation.anchors);
        return [key, isSame ? raw : targetsInto(raw, ours['target'])];
      }
      case 'bodyValue':
        // It has become a body of ours, or nobody has changed it.
        return [key, body.type === 'comment' && body.text === raw ? raw : undefined];
      case 'aa:review':
      case 'aa:reviewer':
      case 'created':
      case 'modified':
      case MODEL_VERSION:
        return [key, ours[key] ?? raw];
      default:
        return [key, raw];
    }
  });
  const result = Object.fromEntries(values);
  return result['bodyValue'] === undefined ? result : { ...result, body: undefined };
}

function targetText(target: unknown): string {
  if (!Array.isArray(target)) return jsonText(ordered(target));
  const targets: readonly unknown[] = target;
  const lines = targets.map((one) => jsonText(ordered(one)));
  return lines.length > 1 ? `[\n${lines.join(',\n')}\n]` : `[${lines.join(',')}]`;
}

function ordered(target: unknown): unknown {
  return isObject(target) ? inOrder(target, TARGET_KEYS) : target;
}
