/** Files beside an article, for a server that cannot reach them by itself: on the web, and in virtual workspaces. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { FileAnswer, FileEntry, FileRequest } from '../../../server/src/annotatingProtocol.js';

/** What has its own temporary name, so that two windows do not write into one file. */
let written = 0;

export async function answerFile(request: FileRequest): Promise<FileAnswer> {
  try {
    switch (request.do) {
      case 'read': {
        const content = await read(Uri.parse(request.uri));
        return content === null ? { ok: true, content } : { ok: true, content, edited: new Date((await workspace.fs.stat(Uri.parse(request.uri))).mtime).toISOString().slice(0, 10) };
      }
      case 'write': return await write(Uri.parse(request.uri), request.content, request.replaces);
      case 'rename': return await rename(Uri.parse(request.from), Uri.parse(request.to));
      case 'entries': return { ok: true, entries: entriesIn(Uri.parse(request.folder), await workspace.fs.readDirectory(Uri.parse(request.folder))) };
      case 'marks': return { ok: true, marks: await Promise.all(request.uris.map((uri) => markOf(Uri.parse(uri)))) };
      case 'list': return { ok: true, names: (await workspace.fs.readDirectory(Uri.parse(request.folder))).map(([name]) => name) };
    }
  } catch (error) {
    return { ok: false, reason: reasonOf(error), message: error instanceof Error ? error.message : String(error) };
  }
}

/** Links are left out: what they lead to is there by itself, or lies elsewhere. */
function entriesIn(folder: Uri, found: readonly [string, FileType][]): FileEntry[] {
  return found.flatMap(([name, type]) => (type === FileType.File || type === FileType.Directory ? [{ uri: Uri.joinPath(folder, name).toString(), isFolder: type === FileType.Directory }] : []));
}

async function markOf(uri: Uri): Promise<{ modified: number; size: number } | null> {
  try {
    const { type, mtime, size } = await workspace.fs.stat(uri);
    return type === FileType.File ? { modified: Math.floor(mtime), size } : null;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** `null` where there is no such file. */
async function read(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}

/** Compares last of all, so that little can happen between the comparison and the renaming. */
async function write(uri: Uri, content: string, replaces: string | null): Promise<FileAnswer> {
  const temporary = uri.with({ path: `${uri.path}.${Date.now().toString(36)}-${++written}.tmp` });
  await workspace.fs.writeFile(temporary, new TextEncoder().encode(content));
  try {
    if ((await read(uri)) !== replaces) {
      await workspace.fs.delete(temporary);
      return { ok: false, reason: 'changed', message: 'The file has been written by somebody else.' };
    }
    await workspace.fs.rename(temporary, uri, { overwrite: true });
    return { ok: true };
  } catch (error) {
    await removeLeftover(temporary);
    throw error;
  }
}

async function rename(from: Uri, to: Uri): Promise<FileAnswer> {
  await workspace.fs.rename(from, to, { overwrite: false });
  return { ok: true };
}

async function removeLeftover(uri: Uri): Promise<void> {
  try {
    await workspace.fs.delete(uri);
  } catch (error) {
    // Already gone: what matters is the error that led here, which the caller hands on.
    if (!(error instanceof FileSystemError) || error.code !== 'FileNotFound') throw error;
  }
}

function reasonOf(error: unknown): 'read-only' | 'full' | 'failed' {
  if (error instanceof FileSystemError && error.code === 'NoPermissions') return 'read-only';
  const text = String(error);
  if (/EROFS|EACCES|EPERM|read-?only/i.test(text)) return 'read-only';
  return /ENOSPC|EDQUOT|quota/i.test(text) ? 'full' : 'failed';
}
