import { execFileSync } from 'node:child_process';
import { isAbsolute, join } from 'node:path';
import { eventually } from './eventually.js';

/**
 * Eyes and hands of an end-to-end test: what the extension API cannot show or do, done to the window itself.
 * It exists where the suite runs in the browser host. In a desktop VS Code `workbench` is undefined: write
 * `await workbench?.screenshot('cards')`, and keep what a test asserts on the API's side of it where you can.
 */
export interface Workbench {
  /** Writes a picture of the whole window to test/e2e/.out/NAME.png (or to an absolute path) and returns its path. */
  screenshot(name: string): Promise<string>;
  /** Presses one key or chord in Playwright's notation: `F12`, `Control+Shift+P`, `Escape`. */
  press(keys: string): Promise<void>;
  /** Types a text where the focus is. */
  type(text: string): Promise<void>;
  /** Moves the mouse over the nth (from 0) visible place of a text; it must stand within one row of the screen. */
  hoverText(text: string, nth?: number): Promise<void>;
  /** Brings in a text where the focus is, without keys: as a symbol picker or dictation does. */
  insert(text: string): Promise<void>;
  /** Types by an input method, which shows one text after the other; the last one is taken. */
  compose(steps: readonly string[]): Promise<void>;
  /** Hovers over a text and returns what the card says, once it says `expected`. */
  hoverCard(text: string, expected?: string, nth?: number): Promise<string>;
  /** Clicks on a visible text in the editor, which puts the caret there. */
  clickText(text: string, nth?: number): Promise<void>;
  /** Moves the mouse to a place of the window, for example away from a card. */
  moveMouse(x: number, y: number): Promise<void>;
  /** Clicks an element; waits until it can be clicked. */
  click(selector: string, nth?: number): Promise<void>;
  /** Evaluates a JavaScript expression in the workbench's page; its value must be JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until a page inside the window (a preview of Markdown, a picture of a walkthrough) shows a text. */
  waitInWebview(text: string): Promise<void>;
  /** Waits until an element that has the text is visible (or, with `hidden`, none is); returns its text. */
  waitFor(selector: string, options?: { text?: string; state?: 'visible' | 'hidden'; timeoutMs?: number }): Promise<string>;
}

const CARD = '.monaco-hover:visible';
const CARD_TIMEOUT_MS = 3_000;
const PICTURE_TIMEOUT_MS = 15_000;
/** A program for another Node: this one waits for it. */
const POST = `fetch(process.argv[1], { method: 'POST', body: process.argv[2] }).then(async (answer) => {
  if (!answer.ok) throw new Error(await answer.text());
})`;
const address = process.env['ARTICLE_ANNOTATOR_WORKBENCH'];
const pictures = process.env['ARTICLE_ANNOTATOR_E2E_PICTURES'] ?? '';

/** Undefined in a desktop VS Code. */
export const workbench: Workbench | undefined = address === undefined ? undefined : connect(address);

/**
 * Takes a picture before anything else happens in this process: for the moment of a failure.
 * Does nothing in a desktop VS Code. Throws if the picture could not be taken.
 */
export function pictureNow(name: string): void {
  if (address === undefined) return;
  const body = JSON.stringify({ path: join(pictures, `${name}.png`) });
  execFileSync(process.execPath, ['-e', POST, `${address}/screenshot`, body], { timeout: PICTURE_TIMEOUT_MS, stdio: 'pipe' });
}

function connect(url: string): Workbench {
  const send = (action: string, request: object): Promise<Record<string, unknown>> => post(`${url}/${action}`, request);
  const self: Workbench = {
    async screenshot(name) {
      const path = isAbsolute(name) ? name : join(pictures, `${name}.png`);
      await send('screenshot', { path });
      return path;
    },
    async press(keys) {
      await send('press', { keys });
    },
    async type(text) {
      await send('type', { text });
    },
    async insert(text) {
      await send('insert', { text });
    },
    async compose(steps) {
      await send('compose', { steps });
    },
    async hoverText(text, nth = 0) {
      await send('hoverText', { text, nth });
    },
    async hoverCard(text, expected, nth = 0) {
      // An editor whose hover provider was not ready when the mouse came asks again only when it comes again.
      return eventually(async () => {
        await self.moveMouse(0, 0);
        await self.waitFor(CARD, { state: 'hidden' });
        await self.hoverText(text, nth);
        return self.waitFor(CARD, { timeoutMs: CARD_TIMEOUT_MS, ...(expected === undefined ? {} : { text: expected }) });
      });
    },
    async clickText(text, nth = 0) {
      await send('clickText', { text, nth });
    },
    async moveMouse(x, y) {
      await send('moveMouse', { x, y });
    },
    async click(selector, nth = 0) {
      await send('click', { selector, nth });
    },
    async evaluate<T>(expression: string) {
      return (await send('evaluate', { expression }))['value'] as T;
    },
    async waitInWebview(text) {
      await send('waitInWebview', { text });
    },
    async waitFor(selector, options = {}) {
      return String((await send('waitFor', { selector, ...options }))['text']);
    },
  };
  return self;
}

async function post(url: string, request: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(request) });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(String(answer['error']));
  return answer;
}
