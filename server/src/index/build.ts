/** Brings an index up to date with the files that there are: reads what is new or changed, takes out what is gone. One article at a time. */
import type { ArticleIndex, FileMark, IndexedArticle } from './articleIndex.js';

/** Where articles lie. What it cannot reach is not there. */
export interface Library {
  /** Files that may be articles, in any order. */
  list(): Promise<readonly FileMark[]>;
  /** Null if it is gone, or may be no article by its name, folder or size. */
  mark(uri: string): Promise<FileMark | null>;
  /** Null for what is gone or cannot be read. */
  read(uri: string): Promise<string | null>;
}

export interface BuildParts {
  readonly index: ArticleIndex;
  readonly library: Library;
  /** Null for a text that is no article. Never throws. */
  readonly read: (uri: string, text: string) => IndexedArticle | null;
  /** Lets others work, after each article. */
  readonly pause: () => Promise<void>;
  readonly isCancelled: () => boolean;
  /** Called before the first file and after each; `total` is what has to be read. */
  readonly progress?: (done: number, total: number) => void;
}

/** Files that are read before they are made to last. */
const AT_A_TIME = 50;

/** How many files were read. Stops, with what it has, when it is cancelled. */
export async function bringUpToDate({ index, library, read, pause, isCancelled, progress }: BuildParts): Promise<number> {
  const files = await library.list();
  if (isCancelled()) return 0;
  const there = new Set(files.map(({ uri }) => uri));
  for (const uri of [...index.files().keys()]) if (!there.has(uri)) index.remove(uri);
  const waiting = files.filter((file) => !isSame(index.files().get(file.uri), file));
  progress?.(0, waiting.length);
  let done = 0;
  for (const file of waiting) {
    if (isCancelled()) break;
    const text = await library.read(file.uri);
    // The index may be closed by then.
    if (isCancelled()) break;
    take(file, text, index, read);
    done++;
    if (done % AT_A_TIME === 0) index.commit();
    progress?.(done, waiting.length);
    await pause();
  }
  index.commit();
  return done;
}

/** The same for files of which is known that they came, changed or went. */
export async function update(uris: Iterable<string>, { index, library, read, pause, isCancelled }: BuildParts): Promise<void> {
  for (const uri of uris) {
    if (isCancelled()) break;
    const mark = await library.mark(uri);
    const isNew = mark !== null && !isSame(index.files().get(uri), mark);
    const text = isNew ? await library.read(uri) : null;
    if (isCancelled()) break;
    if (mark === null) index.remove(uri);
    else if (isNew) take(mark, text, index, read);
    await pause();
  }
  index.commit();
}

function take(file: FileMark, text: string | null, index: ArticleIndex, read: BuildParts['read']): void {
  if (text === null) index.remove(file.uri);
  else index.put(file, read(file.uri, text));
}

function isSame(known: FileMark | undefined, file: FileMark): boolean {
  return known !== undefined && known.modified === file.modified && known.size === file.size;
}
