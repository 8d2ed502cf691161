/** What a sidecar file holds. */
import type { Annotation } from '../annotation.js';
import type { Json } from './json.js';

export const SUFFIX = '.annotations.jsonld';
/** The newest version of the format that we know. */
export const FORMAT_VERSION = 1;
export const OUR_CONTEXT: Json = ['http://www.w3.org/ns/anno.jsonld', { aa: 'urn:article-annotator:ns#' }];

export interface Sidecar {
  /** Name of the file itself, relative, so that the two files can be moved together. */
  readonly id: string;
  /** Name of the article's file, as targets call it. */
  readonly article: string;
  readonly formatVersion: number;
  /** SHA-256 of the canonical text that *every* position of the file was computed on. */
  readonly textSha256: string | undefined;
  readonly annotations: readonly Annotation[];
  /** Root keys that we do not know, and a context of the file's own. */
  readonly unknown: Readonly<Record<string, unknown>>;
}

/** All of it but the annotations. */
export type SidecarHead = Omit<Sidecar, 'annotations'>;

export interface Problem {
  /** Stable name of what is wrong: `truncated`, `conflict-markers`, `newer-version`, `repaired-comma` … */
  readonly rule: string;
  /** Of the sidecar, from 1. */
  readonly line: number;
  /** A sentence without file and line: the caller puts these before it. */
  readonly message: string;
}

export interface SidecarRead {
  readonly value: Sidecar;
  readonly problems: readonly Problem[];
  /** Writing the value over the file would lose something of it: the file must stay as it is. */
  readonly readOnly: boolean;
  /** First line of each annotation, by its id. */
  readonly lines: ReadonlyMap<string, number>;
}

/** The sidecar of an article that has none yet. `who`: one file a person. */
export function emptySidecar(article: string, who?: string): Sidecar {
  return { id: sidecarName(article, who), article, formatVersion: FORMAT_VERSION, textSha256: undefined, annotations: [], unknown: {} };
}

export function sidecarName(article: string, who?: string): string {
  return `${article}${who === undefined ? '' : `.${who}`}${SUFFIX}`;
}

/** Whose the sidecar of that name is, if it is one of the article: `''` for the one that all share. Null for any other file. */
export function ownerOf(name: string, article: string): string | null {
  if (!name.startsWith(article) || !name.endsWith(SUFFIX)) return null;
  const between = name.slice(article.length, -SUFFIX.length);
  if (between === '') return '';
  return /^\.[a-z0-9._-]+$/.test(between) ? between.slice(1) : null;
}
