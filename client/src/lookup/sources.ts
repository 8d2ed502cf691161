/** What each kind of source is asked, and what its answers say. Only the name is sent. No VS Code in here. */
import * as z from 'zod/mini';
import type { LookUpSource } from '../../../server/src/settings.js';
import { LookUpFailure, fetchJson, soundAddress } from './fetching.js';
import type { Limits } from './fetching.js';

/** Somebody or something that may be meant. Texts are as the source gives them: whoever shows them escapes them. */
export interface Candidate {
  readonly label: string;
  readonly description: string;
  /** The source's own address of it. */
  readonly iri: string;
}

const MOST_CANDIDATES = 5;

export async function ask(source: LookUpSource, name: string, signal: AbortSignal, limits?: Limits): Promise<readonly Candidate[]> {
  switch (source.kind) {
    case 'reconciliation': return reconcile(source.address, name, signal, limits);
    case 'wikipedia': return summarise(source.address, name, signal, limits);
    case 'page': case 'map': return [{ label: name, description: '', iri: filled(source.address, name) }];
  }
}

/** Of an address with `{name}` in it. */
export function filled(template: string, name: string): string {
  if (!template.includes('{name}')) throw new LookUpFailure('its address in the settings has no {name}');
  return soundAddress(template.replaceAll('{name}', encodeURIComponent(name))).href;
}

/* ---------- Reconciliation API 0.2 ---------- */

const manifest = z.object({ versions: z.array(z.string()), identifierSpace: z.string(), view: z.optional(z.object({ url: z.string() })) });
const kind = z.union([z.string(), z.object({ id: z.string(), name: z.optional(z.string()) })]);
const results = z.object({ q0: z.object({ result: z.array(z.object({ id: z.string(), name: z.string(), score: z.number(), description: z.optional(z.string()), type: z.optional(z.array(kind)) })) }) });

/** The batch of queries that is sent. */
export function queriesFor(name: string): Readonly<Record<string, unknown>> {
  return { q0: { query: name, limit: MOST_CANDIDATES } };
}

async function reconcile(address: string, name: string, signal: AbortSignal, limits?: Limits): Promise<readonly Candidate[]> {
  const { versions, identifierSpace, view } = understood(manifest, await fetchJson({ address }, signal, limits));
  if (!versions.includes('0.2')) throw new LookUpFailure('it does not speak the Reconciliation API 0.2');
  const { q0 } = understood(results, await fetchJson({ address, form: { queries: JSON.stringify(queriesFor(name)) } }, signal, limits));
  return q0.result.slice(0, MOST_CANDIDATES).map(({ id, name: label, description = '', type = [], score }) => ({
    label, iri: view?.url.replaceAll('{{id}}', encodeURIComponent(id)) ?? `${identifierSpace}${id}`,
    description: [description, type.map((one) => (typeof one === 'string' ? one : one.name ?? one.id)).slice(0, 2).join(', '), id, `score ${Math.round(score)}`].filter((part) => part !== '').join(' · '),
  }));
}

/* ---------- summaries of pages ---------- */

const summary = z.object({
  title: z.string(), description: z.optional(z.string()), extract: z.optional(z.string()), type: z.optional(z.string()),
  content_urls: z.optional(z.object({ desktop: z.object({ page: z.string() }) })),
});

async function summarise(address: string, name: string, signal: AbortSignal, limits?: Limits): Promise<readonly Candidate[]> {
  const { title, description = '', extract = '', type, content_urls: urls } = understood(summary, await fetchJson({ address: filled(address, name.replaceAll(' ', '_')) }, signal, limits));
  const several = type === 'disambiguation' ? 'several things have this name' : description;
  return [{ label: title, description: [several, extract].filter((part) => part !== '').join(' · '), iri: urls?.desktop.page ?? '' }];
}

function understood<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new LookUpFailure(`its answer is not understood (${read.error.issues[0]?.path.map(String).join('.') || 'all of it'})`);
}
