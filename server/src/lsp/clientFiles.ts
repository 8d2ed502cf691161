/** Sidecars that only the editor can reach: on the web, and in virtual workspaces. A client that knows no such request has no files. */
import type { Connection } from 'vscode-languageserver';
import { fileRequest } from '../annotatingProtocol.js';
import type { FileAnswer, FileRequest } from '../annotatingProtocol.js';
import { Content } from '../annotations/store/content.js';
import type { Failure, ListAnswer, ReadAnswer, SidecarFiles, WriteAnswer } from '../annotations/store/files.js';

export class ClientFiles implements SidecarFiles {
  constructor(private readonly connection: Connection) {}

  async read(uri: string): Promise<ReadAnswer> {
    const answer = await this.ask({ do: 'read', uri });
    return answer.ok ? { ok: true, content: answer.content ?? null } : answer;
  }

  async write(uri: string, content: Content, replaces: Content | null): Promise<WriteAnswer> {
    const answer = await this.ask({ do: 'write', uri, content: content.toString(), replaces: replaces === null ? null : replaces.toString() });
    return answer.ok ? { ok: true } : answer;
  }

  async readUnless(uri: string, known: Content): Promise<ReadAnswer | null> {
    const answer = await this.read(uri);
    return answer.ok && typeof answer.content === 'string' && Content.of(answer.content).equals(known) ? null : answer;
  }

  async rename(from: string, to: string): Promise<WriteAnswer> {
    const answer = await this.ask({ do: 'rename', from, to });
    return answer.ok ? { ok: true } : answer;
  }

  async list(folder: string): Promise<ListAnswer> {
    const answer = await this.ask({ do: 'list', folder });
    return answer.ok ? { ok: true, names: answer.names ?? [] } : answer;
  }

  private async ask(request: FileRequest): Promise<FileAnswer> {
    try {
      return await this.connection.sendRequest(fileRequest, request);
    } catch (error) {
      return { ok: false, reason: 'failed', message: error instanceof Error ? error.message : String(error) } satisfies Failure;
    }
  }
}
