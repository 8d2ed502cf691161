/** Where sidecars lie, as the store sees it: on disk, or behind the editor where the server cannot reach them by itself. */
import { ownerOf } from '../sidecar/sidecar.js';
import type { Content } from './content.js';

export type Failure = { readonly ok: false; readonly reason: 'changed' | 'read-only' | 'full' | 'failed'; readonly message: string };
/** `content` is null where there is no such file; bytes that are not UTF-8 come as they are. */
export type ReadAnswer = { readonly ok: true; readonly content: string | Uint8Array | null } | Failure;
export type WriteAnswer = { readonly ok: true } | Failure;
export type ListAnswer = { readonly ok: true; readonly names: readonly string[] } | Failure;

export interface SidecarFiles {
  read(uri: string): Promise<ReadAnswer>;
  /** Whole and at once, or not at all; `replaces`: the content must still be this, `null` for no file. Folders are made where they lack. */
  write(uri: string, content: Content, replaces: Content | null): Promise<WriteAnswer>;
  /** Null if the file's content is this one, which then need not be handed over. */
  readUnless(uri: string, known: Content): Promise<ReadAnswer | null>;
  /** A file or a folder; never over another one. */
  rename(from: string, to: string): Promise<WriteAnswer>;
  /** Names in the folder. */
  list(folder: string): Promise<ListAnswer>;
}

/** Where one document's decisions are kept. */
export interface Home {
  /** Of the sidecar. */
  readonly uri: string;
  /** Name of the article's file. */
  readonly article: string;
  /** One file a person: whose. */
  readonly who: string | undefined;
}

/** The URI's last name, decoded. */
export function nameOf(uri: string): string {
  const path = pathOf(uri);
  return decoded(path.slice(path.lastIndexOf('/') + 1));
}

export function folderOf(uri: string): string {
  const path = pathOf(uri);
  return path.slice(0, path.lastIndexOf('/'));
}

/** Without query and fragment. */
export function pathOf(uri: string): string {
  return uri.split(/[?#]/, 1)[0] ?? uri;
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: the raw name is the best reading of it.
    return text;
  }
}

/** A sidecar of the same article, but another person's, or the one that all share. */
export function isOfOthers(sidecar: string, { uri, article }: Home): boolean {
  return decoded(sidecar) !== decoded(uri) && decoded(folderOf(sidecar)) === decoded(folderOf(uri)) && ownerOf(nameOf(sidecar), article) !== null;
}
