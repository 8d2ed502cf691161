import type { TextEditor, Uri } from 'vscode';
import type { AnalysedParams } from '../../server/src/protocol.js';
import type { Shown } from './decorations/controller.js';
import type { Reading } from './reading.js';
import type { Session } from './session.js';
import type { ViewName } from './views/frames.js';

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
}

export function testApi(session: () => Session | undefined, reading: () => Promise<Reading>): TestApi {
  return {
    clientState: () => session()?.clientState,
    serverPid: () => session()?.serverPid,
    analysed: (uri) => session()?.states.get(uri),
    decorations: (editor) => session()?.decorations.shownIn(editor),
    rows: async (view) => (await reading()).rowsOf(view),
  };
}
