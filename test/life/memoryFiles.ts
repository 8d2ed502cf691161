/** A disk without a disk: an article and its sidecars, and writes that are cut off by the end of whoever writes. */
import type { Content } from '../../server/src/annotations/store/content.js';
import type { ListAnswer, ReadAnswer, SidecarFiles, WriteAnswer } from '../../server/src/annotations/store/files.js';

export type Fate = 'lives' | 'dies before it writes' | 'dies after it wrote' | 'disk full';

export class MemoryFiles implements SidecarFiles {
  readonly files = new Map<string, string>();
  /** What becomes of whoever writes next. */
  fate: Fate = 'lives';
  private wakes: (() => void)[] = [];

  constructor(public article: string) {}

  /** When somebody is about to write, and has died of it. */
  whenDead(): Promise<void> {
    return new Promise((resolve) => { this.wakes.push(resolve); });
  }

  read(uri: string): Promise<ReadAnswer> {
    return Promise.resolve({ ok: true, content: this.files.get(uri) ?? null });
  }

  readUnless(uri: string, known: Content): Promise<ReadAnswer | null> {
    return this.files.get(uri) === known.toString() ? Promise.resolve(null) : this.read(uri);
  }

  write(uri: string, content: Content, replaces: Content | null): Promise<WriteAnswer> {
    if (this.fate === 'disk full') return Promise.resolve({ ok: false, reason: 'full', message: 'the disk is full' });
    if ((this.files.get(uri) ?? null) !== (replaces === null ? null : replaces.toString())) return Promise.resolve({ ok: false, reason: 'changed', message: 'the file was changed by somebody else' });
    if (this.fate !== 'dies before it writes') this.files.set(uri, content.toString());
    if (this.fate === 'lives') return Promise.resolve({ ok: true });
    for (const wake of this.wakes.splice(0)) wake();
    return new Promise(() => undefined);
  }

  rename(from: string, to: string): Promise<WriteAnswer> {
    const content = this.files.get(from);
    if (content === undefined || this.files.has(to)) return Promise.resolve({ ok: false, reason: 'failed', message: 'there is no such file, or there is one already' });
    this.files.set(to, content);
    this.files.delete(from);
    return Promise.resolve({ ok: true });
  }

  list(): Promise<ListAnswer> {
    return Promise.resolve({ ok: true, names: [...this.files.keys()] });
  }
}
