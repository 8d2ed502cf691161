/**
 * Three-way merge of annotations: of two sidecars in git, and of what is being decided in an editor with what somebody else has written meanwhile
 * (`store/takingIn.ts`). Loses nothing: what both sides changed is merged key by key; where they disagree on a key, the later change stands and
 * the other one is kept beside it as an annotation of its own. Deletion against a change: the change stays.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Annotation } from './annotation.js';
import { changed } from './annotation.js';
import { itemText, readItem } from './sidecar/item.js';
import type { JsonObject } from './sidecar/json.js';
import { isObject, sameJson } from './sidecar/json.js';
import type { SidecarRead } from './sidecar/sidecar.js';
import { readSidecar } from './sidecar/read.js';
import { writeSidecar } from './sidecar/write.js';

export interface Merged {
  /** `null` where a side cannot be read without loss: then people have to look. */
  readonly text: string | null;
  /** What people may want to look at; one sentence each. */
  readonly messages: readonly string[];
}

/** Says of which annotation a copy kept the losing side. */
const MERGED_FROM = 'aa:mergedFrom';
/** Whoever decided goes with what was decided. */
const TOGETHER: Readonly<Record<string, string>> = { 'aa:reviewer': 'aa:review' };

/** `base`: the common ancestor; empty text where there is none. */
export function mergeSidecars(base: string, ours: string, theirs: string): Merged {
  const sides = [['the common version', readSidecar(base)], ['our version', readSidecar(ours)], ['their version', readSidecar(theirs)]] as const;
  const unreadable = sides.flatMap(([name, { readOnly, problems }]) => (readOnly ? problems.map(({ line, message }) => `${name}, line ${line}: ${message}`) : []));
  if (unreadable.length > 0) return { text: null, messages: unreadable };
  return new Merge(sides[0][1], sides[1][1], sides[2][1]).merged();
}

/** One annotation as a side has it, with its lines in the file. */
export interface Version {
  readonly annotation: Annotation;
  readonly text: string;
}

export interface MergedAnnotation {
  /** One of the given ones as it is, or one made of both; null if it is gone. */
  readonly stands: Annotation | null;
  /** The side that does not stand, under an id of its own, where both changed a key, each otherwise. */
  readonly beside: Annotation | null;
  /** What people may want to look at: one sentence, which begins with the words or the id. */
  readonly message: string | null;
}

/** A side is undefined where it does not have it. `article`: by which name targets call it. */
export function mergeAnnotation(base: Version | undefined, ours: Version | undefined, theirs: Version | undefined, article: string): MergedAnnotation {
  const one = (stands: Annotation | null, message: string | null = null): MergedAnnotation => ({ stands, beside: null, message });
  if (ours === undefined || theirs === undefined) {
    const left = ours ?? theirs;
    // Gone on one side: it stays if it is new, or was changed on the other.
    if (left === undefined || (base !== undefined && isSame(base, left))) return one(null);
    return one(left.annotation, base === undefined ? null : `${named(left.annotation)} was deleted on one side and changed on the other: it is kept`);
  }
  if (isSame(ours, theirs) || (base !== undefined && isSame(base, theirs))) return one(ours.annotation);
  if (base !== undefined && isSame(base, ours)) return one(theirs.annotation);
  const [winner, loser] = theirs.annotation.modified > ours.annotation.modified ? [theirs, ours] : [ours, theirs];
  const { value, disagreed } = mergeKeys(base === undefined ? {} : jsonOf(base), jsonOf(winner), jsonOf(loser));
  const stands = readItem(value, winner.annotation.id, article, undefined, () => undefined);
  if (disagreed.length === 0) return one(stands);
  return { stands, beside: copyOf(loser), message: `${named(winner.annotation)}: both sides changed ${disagreed.join(', ')}; the later one stands, the other is kept beside it as rejected` };
}

class Merge {
  constructor(private readonly base: SidecarRead, private readonly ours: SidecarRead, private readonly theirs: SidecarRead) {}

  merged(): Merged {
    const [b, o, t] = [this.base.value, this.ours.value, this.theirs.value];
    const [base, ours, theirs] = [b, o, t].map(({ annotations }) => new Map(annotations.map((annotation) => [annotation.id, { annotation, text: itemText(annotation, o.article) }])));
    const merged = [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])].map((id) => mergeAnnotation(base?.get(id), ours?.get(id), theirs?.get(id), o.article));
    const sidecar = {
      ...o,
      formatVersion: Math.max(o.formatVersion, t.formatVersion),
      // Either side's will do: whoever uses it looks at quotation and context, too.
      textSha256: pick(b.textSha256, o.textSha256, t.textSha256),
      annotations: merged.flatMap(({ stands, beside }) => [stands, beside]).filter((annotation) => annotation !== null),
      unknown: mergeKeys(b.unknown, o.unknown, t.unknown).value,
    };
    return { text: writeSidecar(sidecar), messages: merged.map(({ message }) => message).filter((message) => message !== null) };
  }
}

export function isSame(a: Version, b: Version): boolean {
  return a.text === b.text || sameJson(jsonOf(a), jsonOf(b));
}

function jsonOf({ text }: Version): JsonObject {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

/** The losing side with an id of its own, always the same for the same words, so that merging again makes no second one. */
function copyOf({ annotation: loser, text }: Version): Annotation {
  const hex = bytesToHex(sha256(new TextEncoder().encode(text)));
  const id = `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  const copy = { ...changed(loser, { unknown: { ...loser.unknown, [MERGED_FROM]: loser.id } }), id };
  // A comment cannot be rejected: both were said.
  return loser.body.type === 'comment' ? copy : { ...copy, review: 'rejected' };
}

function pick<T>(base: T, ours: T, theirs: T): T {
  return sameJson(ours, base) ? theirs : ours;
}

/** Each key by itself; of those that both changed, the first side's value. */
function mergeKeys(base: JsonObject, first: JsonObject, second: JsonObject): { value: JsonObject; disagreed: readonly string[] } {
  const disagreed: string[] = [];
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  const chosen = new Map<string, 'first' | 'second'>();
  const choose = (key: string): 'first' | 'second' => {
    const [b, f, s] = [base[key], first[key], second[key]];
    if (sameJson(f, s) || sameJson(b, s)) return 'first';
    if (sameJson(b, f)) return 'second';
    if (key === 'modified') return String(f) >= String(s) ? 'first' : 'second';
    disagreed.push(key);
    return 'first';
  };
  for (const key of keys) if (TOGETHER[key] === undefined) chosen.set(key, choose(key));
  for (const key of keys) {
    const leader = TOGETHER[key];
    if (leader !== undefined) chosen.set(key, chosen.get(leader) ?? choose(key));
  }
  const entries = keys.map((key): [string, unknown] => [key, (chosen.get(key) === 'second' ? second : first)[key]]).filter(([, value]) => value !== undefined);
  return { value: Object.fromEntries(entries), disagreed };
}

function named({ id, anchors }: Annotation): string {
  const words = anchors[0]?.exact.replace(/\s+/g, ' ').slice(0, 40);
  return words === undefined || words === '' ? id : `“${words}” (${id})`;
}
