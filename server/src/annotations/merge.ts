/**
 * Three-way merge of sidecars, by annotation. Loses nothing: what both sides changed is merged key by key; where they disagree on a key,
 * the later change stands and the other one is kept beside it as an annotation of its own. Deletion against a change: the change stays.
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

class Merge {
  private readonly messages: string[] = [];
  private readonly result: Annotation[] = [];

  constructor(private readonly base: SidecarRead, private readonly ours: SidecarRead, private readonly theirs: SidecarRead) {}

  merged(): Merged {
    const [base, ours, theirs] = [this.base, this.ours, this.theirs].map(({ value }) => new Map(value.annotations.map((annotation) => [annotation.id, annotation])));
    for (const id of new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])) this.mergeOne(base?.get(id), ours?.get(id), theirs?.get(id));
    const [b, o, t] = [this.base.value, this.ours.value, this.theirs.value];
    const sidecar = {
      ...o,
      formatVersion: Math.max(o.formatVersion, t.formatVersion),
      // Either side's will do: whoever uses it looks at quotation and context, too.
      textSha256: pick(b.textSha256, o.textSha256, t.textSha256),
      annotations: this.result,
      unknown: mergeKeys(b.unknown, o.unknown, t.unknown).value,
    };
    return { text: writeSidecar(sidecar), messages: this.messages };
  }

  private mergeOne(base: Annotation | undefined, ours: Annotation | undefined, theirs: Annotation | undefined): void {
    if (ours === undefined || theirs === undefined) {
      const left = ours ?? theirs;
      if (left === undefined) return;
      // Gone on one side: it stays if it is new, or was changed on the other.
      if (base !== undefined && this.isSame(base, left)) return;
      if (base !== undefined) this.messages.push(`${named(left)} was deleted on one side and changed on the other: it is kept`);
      this.result.push(left);
      return;
    }
    if (this.isSame(ours, theirs) || (base !== undefined && this.isSame(base, theirs))) this.result.push(ours);
    else if (base !== undefined && this.isSame(base, ours)) this.result.push(theirs);
    else this.mergeBoth(base, ours, theirs);
  }

  private isSame(a: Annotation, b: Annotation): boolean {
    return a.raw === b.raw || sameJson(this.json(a), this.json(b));
  }

  private json(annotation: Annotation): JsonObject {
    const value: unknown = JSON.parse(itemText(annotation, this.ours.value.article));
    return isObject(value) ? value : {};
  }

  private mergeBoth(base: Annotation | undefined, ours: Annotation, theirs: Annotation): void {
    const theirsIsLater = theirs.modified > ours.modified;
    const [winner, loser] = theirsIsLater ? [theirs, ours] : [ours, theirs];
    const { value, disagreed } = mergeKeys(base === undefined ? {} : this.json(base), this.json(winner), this.json(loser));
    this.result.push(this.annotation(value, winner.id));
    if (disagreed.length === 0) return;
    this.messages.push(`${named(winner)}: both sides changed ${disagreed.join(', ')}; the later one stands, the other is kept beside it as rejected`);
    this.result.push(this.copyOf(loser));
  }

  /** The losing side with an id of its own, always the same for the same words, so that merging again makes no second one. */
  private copyOf(loser: Annotation): Annotation {
    const hex = bytesToHex(sha256(new TextEncoder().encode(itemText(loser, this.ours.value.article))));
    const id = `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    const copy = { ...changed(loser, { unknown: { ...loser.unknown, [MERGED_FROM]: loser.id } }), id };
    // A comment cannot be rejected: both were said.
    return loser.body.type === 'comment' ? copy : { ...copy, review: 'rejected' };
  }

  private annotation(value: JsonObject, id: string): Annotation {
    return readItem(value, id, this.ours.value.article, undefined, () => undefined);
  }
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
