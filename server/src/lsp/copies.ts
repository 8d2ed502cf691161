/**
 * Knows an annotated article again by its text: of an article without a sidecar, the sidecars that were made for the very same words, be it
 * copied here or elsewhere, in the editor or outside. It only says so; whose decisions they are is a person's to say.
 */
import type { CopySource } from '../annotatingProtocol.js';
import type { CanonicalText } from '../annotations/canonicalText.js';
import { SUFFIX } from '../annotations/sidecar/sidecar.js';
import type { Home, SidecarFiles } from '../annotations/store/files.js';
import { decoded, folderOf, isOfOthers, nameOf } from '../annotations/store/files.js';
import type { WorkspaceSidecars } from './workspaceSidecars.js';

/** A text whose annotations are kept in that sidecar. */
interface Known {
  readonly text: string;
  readonly sidecar: string;
}

/** Annotated articles that were closed, for what is saved under another name. */
const CLOSED = 5;
/** Sidecars of one folder that are looked into for one article. */
const BESIDE = 500;

export class Copies {
  /** The hash that each sidecar of the workspace records. */
  private readonly hashes = new Map<string, string>();
  private readonly closed: Known[] = [];

  constructor(private readonly workspace: WorkspaceSidecars, private readonly filesFor: (uri: string) => SidecarFiles) {
    workspace.onRead((uri, text) => {
      const hash = recordedHash(text);
      if (hash === undefined) this.hashes.delete(uri);
      else this.hashes.set(uri, hash);
    });
  }

  noteClosed(known: Known): void {
    this.closed.push(known);
    if (this.closed.length > CLOSED) this.closed.shift();
  }

  /** @param others annotated articles that are open */
  async of(uri: string, text: string, home: Home, others: readonly Known[]): Promise<CopySource[]> {
    await this.workspace.whenRead();
    const beside = await this.beside(home);
    if (this.hashes.size + beside.length + this.closed.length + others.length === 0) return [];
    // What counts and reads is loaded where there is something to look into.
    const { CanonicalText, sourceOf } = await import('../annotations/store/copied.js');
    const canonical = new CanonicalText(text);
    const found = new Map<string, string>();
    const add = (sidecar: string): void => { found.set(decoded(sidecar), sidecar); };
    for (const known of [...others, ...this.closed]) if (known.text === text) add(known.sidecar);
    for (const [sidecar, hash] of this.hashes) if (hash === canonical.sha256) add(sidecar);
    for (const sidecar of beside) if (!found.has(decoded(sidecar)) && await this.isOf(sidecar, uri, canonical, (content) => new CanonicalText(content))) add(sidecar);
    const sources: CopySource[] = [];
    for (const sidecar of found.values()) {
      if (isOwn(sidecar, home)) continue;
      const read = await this.filesFor(sidecar).read(sidecar);
      const source = read.ok && read.content !== null ? sourceOf(read.content, sidecar, home.who) : null;
      if (source !== null) sources.push(source);
    }
    return sources;
  }

  /** Sidecars of other articles in the folder. */
  private async beside(home: Home): Promise<string[]> {
    const folder = folderOf(home.uri);
    const listed = await this.filesFor(home.uri).list(folder);
    const names = listed.ok ? listed.names.filter((name) => name.endsWith(SUFFIX)) : [];
    return names.map((name) => `${folder}/${encodeURIComponent(name)}`).filter((sidecar) => !isOwn(sidecar, home)).slice(0, BESIDE);
  }

  /** It records the text's hash; or the article beside which it lies, which may have been edited since, has the text now. */
  private async isOf(sidecar: string, uri: string, { text, sha256 }: CanonicalText, canonical: (content: string) => CanonicalText): Promise<boolean> {
    const files = this.filesFor(sidecar);
    let recorded = this.hashes.get(sidecar);
    if (recorded === undefined) {
      const read = await files.read(sidecar);
      recorded = read.ok && typeof read.content === 'string' ? recordedHash(read.content) : undefined;
    }
    if (recorded === sha256) return true;
    const article = await files.read(`${folderOf(uri)}/${encodeURIComponent(nameOf(sidecar).slice(0, -SUFFIX.length))}`);
    return article.ok && typeof article.content === 'string' && canonical(article.content).text === text;
  }
}

function recordedHash(text: string): string | undefined {
  return /"aa:textSha256"\s*:\s*"([0-9a-f]{64})"/.exec(text)?.[1];
}

/** Of the article itself, whoever's it is. */
function isOwn(sidecar: string, home: Home): boolean {
  return decoded(sidecar) === decoded(home.uri) || isOfOthers(sidecar, home);
}
