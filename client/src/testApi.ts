import type { TextDocument, TextEditor, Uri } from 'vscode';
import type { AnnotationsChangedParams } from '../../server/src/annotatingProtocol.js';
import type { AnalysedParams } from '../../server/src/protocol.js';
import type { Annotating } from './annotating.js';
import type { Shown } from './decorations/controller.js';
import type { Reading } from './reading.js';
import type { Session } from './session.js';
import type { Filling, ViewName } from './views/frames.js';
import type { Row } from './views/row.js';

/** What `activate` returns: what tests cannot see through the editor's own interface. Not for other extensions. */
export interface TestApi {
  /** `undefined` while nothing has been loaded. */
  clientState(): Session['clientState'] | undefined;
  /** Process of the server; `undefined` where it is none, and while there is none. */
  serverPid(): number | undefined;
  /** What the server last said of the document. */
  analysed(uri: Uri): AnalysedParams | undefined;
  /** What is drawn in the editor, for which version, as it was when it was drawn. */
  decorations(editor: TextEditor): Pick<Shown, 'version' | 'ranges'> | undefined;
  /** What a view of the side bar shows, a line a row, rows in rows further in. */
  rows(view: ViewName): Promise<string[]>;
  /** What the server last said of the document's annotations. */
  annotations(uri: Uri): AnnotationsChangedParams | undefined;
  /** Words that are marked as undecided; none outside review mode. */
  marked(editor: TextEditor): Promise<string[]>;
  /** Notes as they stand in the text, "words: note | reply". */
  notes(document: TextDocument): Promise<string[]>;
}

export function testApi(session: () => Session | undefined, said: (uri: Uri) => AnnotationsChangedParams | undefined, reading: () => Promise<Reading>, annotating: () => Promise<Annotating>): TestApi {
  return {
    clientState: () => session()?.clientState,
    serverPid: () => session()?.serverPid,
    analysed: (uri) => session()?.states.get(uri),
    decorations: (editor) => session()?.decorations.shownIn(editor),
    rows: async (view) => {
      if (view === 'entities' || view === 'claims') return rowsOf((await reading()).view(view));
      const list = (await annotating()).view(view);
      // Decisions do not change the text: what was asked for while nobody looked is old.
      await list.feed.upToDate();
      return rowsOf(list);
    },
    annotations: (uri) => said(uri),
    marked: async (editor) => (await annotating()).review.marks.markedIn(editor),
    notes: async (document) => (await annotating()).notes.linesOf(document),
  };
}

async function rowsOf(view: Filling, row?: Row, indent = ''): Promise<string[]> {
  const rows = await view.getChildren(row);
  const lines = rows.map(async (one) => [`${indent}${one.label} (${one.description})`, ...(await rowsOf(view, one, `${indent}  `))]);
  return (await Promise.all(lines)).flat();
}
