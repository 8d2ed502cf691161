/** The index as plain maps, for places without a file system, such as the web. Lost when the program ends. */
import type { ArticleIndex, FileMark, FoundClaim, FoundMentions, FoundSymbol, IndexedArticle, IndexedName, NameKey } from './articleIndex.js';
import { MOST_LOOKED_AT, searchOf, searchWords } from './articleIndex.js';
import { dayOf, isoOf } from './days.js';

interface Kept {
  readonly file: FileMark;
  readonly number: number;
  readonly day: number;
  readonly article: IndexedArticle | null;
}

interface Name extends NameKey {
  readonly canonical: string;
  readonly words: readonly string[];
  readonly in: Map<Kept, IndexedName>;
}

export class MemoryIndex implements ArticleIndex {
  private readonly known = new Map<string, Kept>();
  private readonly names = new Map<string, Name>();
  private next = 1;

  files(): ReadonlyMap<string, FileMark> {
    return new Map([...this.known].map(([uri, { file }]) => [uri, file]));
  }

  put(file: FileMark, article: IndexedArticle | null): void {
    this.remove(file.uri);
    const kept: Kept = { file, number: this.next++, day: dayOf(article?.day ?? null), article };
    this.known.set(file.uri, kept);
    for (const name of article?.names ?? []) {
      const { type, key, canonical } = name;
      const found = this.names.get(idOf(name)) ?? { type, key, canonical, words: searchWords(canonical), in: new Map<Kept, IndexedName>() };
      this.names.set(idOf(name), found);
      found.in.set(kept, name);
    }
  }

  remove(uri: string): void {
    const kept = this.known.get(uri);
    if (kept === undefined) return;
    this.known.delete(uri);
    for (const name of kept.article?.names ?? []) {
      const found = this.names.get(idOf(name));
      found?.in.delete(kept);
      if (found?.in.size === 0) this.names.delete(idOf(name));
    }
  }

  commit(): void {
    // What was put is there at once.
  }

  symbols(query: string, limit: number): FoundSymbol[] {
    const search = searchOf(query);
    if (search === undefined) return [];
    const fitting: Name[] = [];
    for (const name of this.names.values()) if (fitting.length < MOST_LOOKED_AT && search.fits(name.words)) fitting.push(name);
    fitting.sort((a, b) => b.in.size - a.in.size || (a.key < b.key ? -1 : 1));
    return fitting.slice(0, limit).flatMap(({ type, key, canonical, in: articles }) => {
      const [newest] = newestFirst(articles.keys());
      const place = newest === undefined ? undefined : articles.get(newest)?.places[0];
      return newest === undefined || place === undefined ? [] : [{ type, key, canonical, articles: articles.size, uri: newest.file.uri, place }];
    });
  }

  count(name: NameKey, without: readonly string[]): number {
    const found = this.names.get(idOf(name));
    if (found === undefined) return 0;
    return [...found.in.keys()].filter(({ file }) => !without.includes(file.uri)).length;
  }

  mentions(name: NameKey, limit: number, without: readonly string[] = [], enough = Infinity): FoundMentions[] {
    const found = this.names.get(idOf(name));
    if (found === undefined) return [];
    const mentions: FoundMentions[] = [];
    let count = 0;
    for (const kept of newestFirst(found.in.keys()).slice(0, limit)) {
      if (count >= enough) break;
      if (without.includes(kept.file.uri)) continue;
      const places = found.in.get(kept)?.places ?? [];
      mentions.push({ uri: kept.file.uri, day: isoOf(kept.day), places });
      count += places.length;
    }
    return mentions;
  }

  claims(name: NameKey, limit: number): FoundClaim[] {
    const found = this.names.get(idOf(name));
    if (found === undefined) return [];
    return newestFirst(found.in.keys()).flatMap(({ file, day, article }) =>
      (article?.claims ?? []).flatMap(({ speaker, place, facts }) => {
        const said = article?.names[speaker];
        return said !== undefined && idOf(said) === idOf(name) ? [{ uri: file.uri, day: isoOf(day), place, facts }] : [];
      })).slice(0, limit);
  }

  close(): void {
    this.known.clear();
    this.names.clear();
  }
}

function newestFirst(articles: Iterable<Kept>): Kept[] {
  return [...articles].sort((a, b) => b.day - a.day || a.number - b.number);
}

function idOf({ type, key }: NameKey): string {
  return `${type}/${key}`;
}
