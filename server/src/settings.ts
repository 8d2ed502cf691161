/**
 * The one typed source of all settings: the server validates with it, and a test holds `contributes.configuration`
 * in package.json to it. Values arrive as plain objects and are passed down per call; nothing reads a setting from a global.
 */
import * as z from 'zod/mini';
import { ENTITY_TYPES } from './analysis/types.js';
import type { EntityType } from './analysis/types.js';

/** Types of entities that maps are asked about. */
export const MAPPED_TYPES: readonly EntityType[] = ['GPE', 'LOC', 'FAC'];

export const SECTION = 'articleAnnotator';

const entityType = z.enum(ENTITY_TYPES);

export const settingsSchema = z.object({
  entities: z.object({
    enabled: z.boolean(),
    types: z.array(entityType),
  }),
  claims: z.object({ enabled: z.boolean(), ownVoice: z.boolean() }),
  boilerplate: z.object({ dim: z.boolean() }),
  hover: z.object({ enabled: z.boolean() }),
  inlayHints: z.object({
    dates: z.boolean(),
    expansions: z.boolean(),
    speakers: z.boolean(),
  }),
  completion: z.object({ names: z.boolean() }),
  annotating: z.object({ codeLens: z.boolean(), folder: z.string(), filePerPerson: z.boolean(), name: z.string(), id: z.string() }),
  model: z.object({ enabled: z.boolean(), path: z.string() }),
  /** For the client: the server asks nobody, and only offers a link where a source is on. */
  lookUp: z.object({ on: z.array(z.string()), sources: z.array(z.object({ name: z.string(), kind: z.enum(['reconciliation', 'wikipedia', 'page', 'map']), address: z.string() })) }),
  plainText: z.object({ annotate: z.enum(['prose', 'never']) }),
  filePatterns: z.array(z.string()),
  workspaceIndex: z.object({ enabled: z.boolean() }),
});

export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  entities: { enabled: true, types: [...ENTITY_TYPES] },
  claims: { enabled: true, ownVoice: true },
  boilerplate: { dim: true },
  hover: { enabled: true },
  inlayHints: { dates: false, expansions: false, speakers: false },
  completion: { names: true },
  annotating: { codeLens: false, folder: '', filePerPerson: false, name: '', id: '' },
  model: { enabled: true, path: '' },
  lookUp: {
    on: [],
    sources: [
      { name: 'Wikidata', kind: 'reconciliation', address: 'https://wikidata.reconci.link/en/api' },
      { name: 'Wikipedia', kind: 'wikipedia', address: 'https://en.wikipedia.org/api/rest_v1/page/summary/{name}' },
      { name: 'OpenStreetMap', kind: 'map', address: 'https://www.openstreetmap.org/search?query={name}' },
    ],
  },
  plainText: { annotate: 'prose' },
  filePatterns: [],
  workspaceIndex: { enabled: true },
};

export type LookUpSource = Settings['lookUp']['sources'][number];

export interface SettingProblem {
  /** Full key, `articleAnnotator.entities.types`. */
  readonly key: string;
  readonly message: string;
}

/**
 * Reads whatever the editor sent. A value that is missing takes its default; one that is wrong takes its default too and is reported.
 * Never throws.
 */
export function readSettings(raw: unknown): { value: Settings; problems: SettingProblem[] } {
  const merged = overlay(DEFAULT_SETTINGS, raw);
  const parsed = settingsSchema.safeParse(merged);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) => ({ key: [SECTION, ...issue.path.map(String)].join('.'), message: issue.message }));
  const repaired = structuredCloneOf(merged);
  for (const issue of parsed.error.issues) restoreDefault(repaired, issue.path.map(String));
  const second = settingsSchema.safeParse(repaired);
  return { value: second.success ? second.data : DEFAULT_SETTINGS, problems };
}

type Plain = { [key: string]: unknown };

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function structuredCloneOf(value: Plain): Plain {
  const copy: Plain = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = isPlain(inner) ? structuredCloneOf(inner) : inner;
  return copy;
}

/** Values of `over` where both have the key and they are not null, else those of `base`. Keys that `base` lacks are left out. */
function overlay(base: object, over: unknown): Plain {
  const result: Plain = {};
  for (const [key, value] of Object.entries(base)) {
    const given = isPlain(over) ? over[key] : undefined;
    if (isPlain(value)) result[key] = given === undefined || given === null || isPlain(given) ? overlay(value, given) : given;
    else result[key] = given ?? value;
  }
  return result;
}

/** Puts the default back at the shortest prefix of the path that has one; an array is replaced whole. */
function restoreDefault(target: Plain, path: readonly string[]): void {
  let defaults: unknown = DEFAULT_SETTINGS;
  let place: Plain = target;
  for (const key of path) {
    if (!isPlain(defaults) || !(key in defaults)) return;
    const value = defaults[key];
    const next = place[key];
    if (!isPlain(value) || !isPlain(next)) {
      place[key] = value;
      return;
    }
    defaults = value;
    place = next;
  }
}
