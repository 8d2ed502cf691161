/** The views at 50,000 words: from the server's report of a new version to the rows that the editor is told to draw anew. */
import type { TextDocument } from 'vscode';
import { ClaimsContent } from '../../client/src/views/claims.js';
import type { Content } from '../../client/src/views/content.js';
import { DrawnRows } from '../../client/src/views/drawnRows.js';
import { EntitiesContent } from '../../client/src/views/entities.js';
import { NO_FILTER } from '../../client/src/views/row.js';
import { claimChangesRequest, claimPlacesRequest, entitiesRequest, entityChangesRequest, mentionsRequest } from '../../server/src/protocol.js';
import type { LspSession } from '../lsp/harness.js';
import type { Typist } from './requests.js';
import { processorTimes, summary } from './stopwatch.js';

export interface ViewRow {
  readonly what: string;
  /** Milliseconds of processor time of server and client: the first list, and what comes after a keystroke. */
  readonly first: number;
  readonly p95: number;
  readonly median: number;
  /** Most rows that were drawn anew for a keystroke. */
  readonly redrawn: number;
}

const ROUNDS = 60;

export async function measureViews({ connection, process: { pid = 0 } }: LspSession, uri: string, typist: Typist): Promise<ViewRow[]> {
  const textDocument = { uri };
  // The content asks nothing of a document: it is handed on.
  const document = {} as TextDocument;
  const entities = new EntitiesContent(() => ({
    entities: () => connection.sendRequest(entitiesRequest, { textDocument }),
    entityChanges: (_, since) => connection.sendRequest(entityChangesRequest, { textDocument, since }),
    mentions: (_, entity) => connection.sendRequest(mentionsRequest, { textDocument, entity }),
  }));
  const claims = new ClaimsContent(() => ({
    claimPlaces: (_, list, rows) => connection.sendRequest(claimPlacesRequest, { textDocument, list, rows }),
    claimChanges: (_, since) => connection.sendRequest(claimChangesRequest, { textDocument, since }),
  }));
  return [await measured('Entities view', entities, document, typist, pid), await measured('Claims view', claims, document, typist, pid)];
}

async function measured<R>(what: string, content: Content<R>, document: TextDocument, typist: Typist, pid: number): Promise<ViewRow> {
  const drawn = new DrawnRows();
  let redrawn = 0;
  let groups = 0;
  const update = async (): Promise<void> => {
    const result = await content.ask(document);
    if (result === null) throw new Error(`The benchmark's answer is wrong: ${what} got no list`);
    content.summary(result);
    const redraw = drawn.update(content.rows(result, { ...NO_FILTER, order: 'place' }));
    redrawn = redraw?.length ?? Infinity;
    groups = drawn.roots.length;
  };
  await typist.clear();
  const [[first = NaN] = []] = await processorTimes(1, [{ action: update, pid }]);
  if (groups === 0) throw new Error(`The benchmark's answer is wrong: ${what} shows nothing`);
  let most = 0;
  const [times = []] = await processorTimes(ROUNDS, [{ prepare: typist.settled, pid, action: async () => {
    await update();
    most = Math.max(most, redrawn);
  } }]);
  const { median, p95 } = summary(times);
  return { what, first, p95, median, redrawn: most };
}
