/** What other people have decided of one document, in files of their own: read again whenever these change, placed as one's own is, shown, and never written. */
import { LiveAnnotations } from '../live/live.js';
import type { Pace } from '../reanchor/index.js';
import { readSidecar } from '../sidecar/read.js';
import { SUFFIX, ownerOf } from '../sidecar/sidecar.js';
import type { Home, SidecarFiles } from './files.js';
import { folderOf, isOfOthers, nameOf } from './files.js';
import { placedIn } from './placing.js';
import { slugOf } from './who.js';

export interface Other {
  /** As the file's name has it; empty for the file that all share. */
  readonly who: string;
  /** The person's name where the file tells it. */
  readonly name: string;
  readonly uri: string;
  readonly live: LiveAnnotations;
  /** With file and line, where it cannot be read as a whole. */
  readonly problem: string | null;
}

export interface OthersHost {
  readonly files: SidecarFiles;
  readonly pace: Pace;
  /** The document's text now. */
  text(): string;
  /** These annotations follow the edits of the document from now on, or do so no longer. */
  follow(live: LiveAnnotations, isFollowing: boolean): void;
}

/** Sidecars of the same article that are not one's own, by their names: other people's, or the one that all share. `folder`: where the article lies. */
export async function othersThere(files: SidecarFiles, home: Home, folder: string): Promise<{ readonly uri: string; readonly who: string }[]> {
  const place = folderOf(home.uri);
  const listed = await files.list(place);
  const names = (listed.ok ? [...listed.names].sort() : []).map((name) => ({ name, uri: `${place}/${encodeURIComponent(name)}`, who: ownerOf(name, home.article) }));
  const others = names.flatMap(({ name, uri, who }) => (who !== null && isOfOthers(uri, home) ? [{ name, uri, who }] : []));
  if (others.length === 0) return [];
  // That of “harbour.txt” is none of “harbour”.
  const beside = place === folder ? listed : await files.list(folder);
  const articles = new Set(beside.ok ? beside.names : []);
  return others.filter(({ name, who }) => who === '' || !articles.has(name.slice(0, -SUFFIX.length)));
}

export class OthersFiles {
  private held = new Map<string, { readonly content: string | Uint8Array; readonly other: Other }>();
  private turn: Promise<unknown> = Promise.resolve();

  /** @param folder in which the article lies */
  constructor(private readonly home: Home, private readonly folder: string, private readonly host: OthersHost) {}

  /** In the order of the files' names. */
  get all(): readonly Other[] {
    return [...this.held.values()].map(({ other }) => other);
  }

  /** Looks what is there now. True if anything is another than before. */
  look(): Promise<boolean> {
    const looked = this.turn.then(() => this.lookNow());
    this.turn = looked.catch(() => undefined);
    return looked;
  }

  private async lookNow(): Promise<boolean> {
    const now: typeof this.held = new Map();
    let isNews = false;
    for (const { uri, who } of await othersThere(this.host.files, this.home, this.folder)) {
      const read = await this.host.files.read(uri);
      const known = this.held.get(uri);
      if (!read.ok) {
        if (known !== undefined) now.set(uri, known);
      } else if (read.content !== null) {
        if (known?.content === read.content) now.set(uri, known);
        else {
          isNews = true;
          now.set(uri, { content: read.content, other: await this.read(uri, who, read.content) });
        }
      }
    }
    for (const [uri, { other }] of this.held) {
      if (now.get(uri)?.other === other) continue;
      isNews = true;
      this.host.follow(other.live, false);
    }
    this.held = now;
    return isNews;
  }

  private async read(uri: string, who: string, content: string | Uint8Array): Promise<Other> {
    const { value, problems: [problem], readOnly } = readSidecar(content, { article: this.home.article });
    const live = new LiveAnnotations(this.host.text());
    this.host.follow(live, true);
    const lives = await placedIn(live, value.annotations, value.textSha256, this.host.pace);
    live.apply(lives.map((after) => ({ id: after.annotation.id, before: null, after })));
    const name = [...live.people.values()].find((one) => slugOf(one) === who) ?? who;
    return { who, name, uri, live, problem: readOnly && problem !== undefined ? `${nameOf(uri)}, line ${problem.line}: ${problem.message}` : null };
  }
}
