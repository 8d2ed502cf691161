/** The answers of online sources on disk: a file each, not more than a few megabytes in all. No VS Code in here. */
import type { Store } from './lookUp.js';

/** Where files lie. */
export interface Files {
  /** Undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** In any order; none where the folder is not there. */
  list(): Promise<readonly { readonly name: string; readonly bytes: number; readonly written: number }[]>;
}

export interface Room {
  readonly files: number;
  readonly bytes: number;
}

export const ROOM: Room = { files: 2_000, bytes: 5 * 1024 * 1024 };
const ENDING = '.json';

export class KeptAnswers implements Store {
  constructor(private readonly files: Files, private readonly room: Room = ROOM) {}

  read(key: string): Promise<string | undefined> {
    return this.files.read(`${key}${ENDING}`);
  }

  /** The oldest answers give way. */
  async write(key: string, text: string): Promise<void> {
    const name = `${key}${ENDING}`;
    await this.files.write(name, text);
    const all = [...await this.files.list()].sort((a, b) => Number(b.name === name) - Number(a.name === name) || b.written - a.written);
    let bytes = 0;
    for (const [i, file] of all.entries()) {
      bytes += file.bytes;
      if (i > 0 && (i >= this.room.files || bytes > this.room.bytes)) await this.files.remove(file.name);
    }
  }

  /** How many there were. */
  async clear(): Promise<number> {
    const all = await this.files.list();
    for (const { name } of all) await this.files.remove(name);
    return all.length;
  }
}
