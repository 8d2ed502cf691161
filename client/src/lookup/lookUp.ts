/** Asks sources about a name, keeps their answers with the day, and gives a kept one where a source cannot be reached. No VS Code in here. */
import * as z from 'zod/mini';
import type { LookUpSource } from '../../../server/src/settings.js';
import { LookUpFailure } from './fetching.js';
import type { Limits } from './fetching.js';
import { ask } from './sources.js';
import type { Candidate } from './sources.js';

export interface Outcome {
  readonly source: string;
  readonly isPage: boolean;
  readonly candidates: readonly Candidate[];
  /** ISO day of the answer; empty where there is none. */
  readonly retrieved: string;
  /** One line; undefined where the source has just answered. */
  readonly problem: string | undefined;
}

/** Where answers are kept. */
export interface Store {
  /** Undefined where there is none. */
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
}

const kept = z.object({
  version: z.literal(1), address: z.string(), name: z.string(), retrieved: z.string(),
  candidates: z.array(z.object({ label: z.string(), description: z.string(), iri: z.string() })),
});

export interface LookUpParts {
  readonly store: Store;
  readonly signal: AbortSignal;
  /** ISO day. */
  readonly today: string;
  readonly limits?: Limits;
  /** What does not concern the person who asks, such as a full disk. */
  readonly report: (error: unknown) => void;
}

/** All at once; none keeps another from answering. Throws only what `signal` was aborted with. */
export function lookUpName(sources: readonly LookUpSource[], name: string, parts: LookUpParts): Promise<Outcome[]> {
  return Promise.all(sources.map((source) => lookUpIn(source, name, parts)));
}

async function lookUpIn(source: LookUpSource, name: string, { store, signal, today, limits, report }: LookUpParts): Promise<Outcome> {
  const about = { source: source.name, isPage: source.kind === 'page' || source.kind === 'map' };
  const key = await keyOf(source.address, name);
  try {
    const candidates = await ask(source, name, signal, limits);
    if (!about.isPage) await store.write(key, JSON.stringify({ version: 1, address: source.address, name, retrieved: today, candidates })).catch(report);
    return { ...about, candidates, retrieved: today, problem: undefined };
  } catch (error) {
    if (!(error instanceof LookUpFailure)) throw error;
    const former = await readKept(store, key, source.address, name, report);
    return former === undefined
      ? { ...about, candidates: [], retrieved: '', problem: error.message }
      : { ...about, candidates: former.candidates, retrieved: former.retrieved, problem: `${error.message}; from the cache of ${former.retrieved}` };
  }
}

/** What is broken, or of another name, is as if it were not there. */
async function readKept(store: Store, key: string, address: string, name: string, report: (error: unknown) => void): Promise<z.infer<typeof kept> | undefined> {
  try {
    const text = await store.read(key);
    const read = text === undefined ? undefined : kept.safeParse(JSON.parse(text)).data;
    return read?.address === address && read.name === name ? read : undefined;
  } catch (error) {
    report(error);
    return undefined;
  }
}

async function keyOf(address: string, name: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${address}\n${name}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
