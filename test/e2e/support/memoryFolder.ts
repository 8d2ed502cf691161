/** A folder that is nowhere on this machine: only the editor can look into it, as on the web and in virtual workspaces. */
import { Disposable, EventEmitter, FileChangeType, FileSystemError, FileType, workspace } from 'vscode';
import type { FileChangeEvent, FileStat, FileSystemProvider, Uri } from 'vscode';

interface Node {
  readonly type: FileType;
  readonly content: Uint8Array;
  readonly mtime: number;
}

export class MemoryFolder implements FileSystemProvider {
  /** What was asked for, as "stat /news/a.article". */
  readonly asked: string[] = [];
  private readonly changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private readonly nodes = new Map<string, Node>();
  private time = Date.now();

  constructor(private readonly root: Uri) {
    this.put('', FileType.Directory);
  }

  register(): Disposable {
    return workspace.registerFileSystemProvider(this.root.scheme, this, { isCaseSensitive: true });
  }

  /** With the folders it lies in. */
  set(path: string, content: string, type = FileType.File): void {
    const parts = path.split('/');
    for (let i = 1; i < parts.length; i++) this.put(parts.slice(0, i).join('/'), FileType.Directory);
    const uri = this.put(path, type, content);
    this.changes.fire([{ type: FileChangeType.Created, uri }, { type: FileChangeType.Changed, uri }]);
  }

  stat(uri: Uri): FileStat {
    this.asked.push(`stat ${uri.path}`);
    const { type, content, mtime } = this.at(uri);
    return { type, ctime: mtime, mtime, size: content.byteLength };
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    this.asked.push(`list ${path}`);
    const inside = `${path.replace(/\/$/, '')}/`;
    return [...this.nodes].flatMap(([key, { type }]): [string, FileType][] => (key.startsWith(inside) && !key.slice(inside.length).includes('/') && key !== inside ? [[key.slice(inside.length), type]] : []));
  }

  readFile(uri: Uri): Uint8Array {
    this.asked.push(`read ${uri.path}`);
    return this.at(uri).content;
  }

  delete(uri: Uri): void {
    for (const key of this.nodes.keys()) if (key === uri.path || key.startsWith(`${uri.path}/`)) this.nodes.delete(key);
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  createDirectory(): void {
    throw FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw FileSystemError.NoPermissions();
  }

  rename(): void {
    throw FileSystemError.NoPermissions();
  }

  private at(uri: Uri): Node {
    const node = this.nodes.get(uri.path.replace(/(?<=.)\/$/, ''));
    if (node === undefined) throw FileSystemError.FileNotFound(uri);
    return node;
  }

  private put(path: string, type: FileType, content = ''): Uri {
    const uri = this.root.with({ path: path === '' ? this.root.path : `${this.root.path}/${path}` });
    this.nodes.set(uri.path, { type, content: new TextEncoder().encode(content), mtime: ++this.time });
    return uri;
  }
}
