import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { locateEditorText } from './in-page.mjs';

const WAIT_MS = 10_000;

/**
 * What a test can have done to the workbench, by name: the control server offers each as POST /NAME.
 * Each takes the request's JSON and returns JSON; a bad request or a failure is an Error.
 * @param {any} page playwright's page
 * @returns {Record<string, (request: any) => Promise<object>>}
 */
export function workbenchActions(page) {
  return {
    /** `{ path }`: writes a PNG of the whole window to an absolute path. */
    async screenshot({ path }) {
      if (!isAbsolute(text('path', path))) throw new Error(`screenshot: the path must be absolute, not ${path}`);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path });
      return { path };
    },
    /** `{ keys }`: one key or chord in playwright's notation, such as `F12` or `Control+Shift+P`. */
    async press({ keys }) {
      await page.keyboard.press(text('keys', keys));
      return {};
    },
    /** `{ text }`: types it where the focus is. */
    async type({ text: typed }) {
      await page.keyboard.type(text('text', typed));
      return {};
    },
    /** `{ text }`: brings it in where the focus is, without keys, as a symbol picker or dictation does. */
    async insert({ text: brought }) {
      await page.keyboard.insertText(text('text', brought));
      return {};
    },
    /** `{ steps }`: what an input method shows while one types, one text after the other; the last one is taken. */
    async compose({ steps }) {
      const session = await page.context().newCDPSession(page);
      try {
        for (const step of steps) await session.send('Input.imeSetComposition', { text: text('step', step), selectionStart: step.length, selectionEnd: step.length });
        await session.send('Input.insertText', { text: text('step', steps.at(-1)) });
      } finally {
        await session.detach();
      }
      return {};
    },
    /** `{ text, nth? }`: moves the mouse over the nth (from 0) place where the editors show the text. */
    async hoverText({ text: sought, nth }) {
      const place = await waitForText(page, text('text', sought), nth ?? 0);
      // Two steps, because the editor ignores a mouse that appears without having moved.
      await page.mouse.move(place.x - 3, place.y);
      await page.mouse.move(place.x, place.y, { steps: 3 });
      return place;
    },
    /** `{ text, nth? }`: clicks there, which puts the caret in the text. */
    async clickText({ text: sought, nth }) {
      const place = await waitForText(page, text('text', sought), nth ?? 0);
      await page.mouse.click(place.x, place.y);
      return place;
    },
    /** `{ x, y }`: moves the mouse to a place of the window, for example away from a hover. */
    async moveMouse({ x, y }) {
      await page.mouse.move(number('x', x), number('y', y));
      return {};
    },
    /** `{ expression }`: evaluates JavaScript in the page, for example computed styles; the value must be JSON. */
    async evaluate({ expression }) {
      return { value: (await page.evaluate(text('expression', expression))) ?? null };
    },
    /** `{ selector, nth? }`: clicks an element, waiting until it can be clicked. */
    async click({ selector, nth }) {
      await page.locator(text('selector', selector)).nth(nth ?? 0).click({ timeout: WAIT_MS });
      return {};
    },
    /** `{ text }`: waits until a page inside the window, such as a preview of Markdown, shows the text. */
    async waitInWebview({ text: sought }) {
      const deadline = Date.now() + WAIT_MS;
      for (;;) {
        for (const frame of page.frames()) {
          if (frame !== page.mainFrame() && (await frame.getByText(text('text', sought)).first().isVisible().catch(() => false))) return {};
        }
        if (Date.now() > deadline) throw new Error(`Waited ${WAIT_MS / 1000} s for “${sought}” in a page inside the window.`);
        await page.waitForTimeout(50);
      }
    },
    /** `{ selector, text?, state?, timeoutMs? }`: waits until an element (with the text) is visible, or `hidden`. */
    async waitFor({ selector, text: contained, state, timeoutMs }) {
      const all = page.locator(text('selector', selector));
      const element = (contained === undefined ? all : all.filter({ hasText: contained })).first();
      await element.waitFor({ state: state ?? 'visible', timeout: timeoutMs ?? WAIT_MS });
      return { text: state === 'hidden' ? '' : await element.innerText() };
    },
  };
}

/**
 * @param {any} page
 * @param {string} sought
 * @param {number} nth
 * @returns {Promise<{ x: number, y: number }>}
 */
async function waitForText(page, sought, nth) {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const { places, visibleText } = await page.evaluate(locateEditorText, sought);
    if (places[nth]) return places[nth];
    if (Date.now() > deadline) {
      throw new Error(`Waited ${WAIT_MS / 1000} s for place ${nth} of “${sought}” in the editor; ${places.length} are visible. Within one row of the screen, it shows:\n${visibleText}`);
    }
    await page.waitForTimeout(50);
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {string}
 */
function text(name, value) {
  if (typeof value !== 'string' || value === '') throw new Error(`"${name}" must be a text, not ${JSON.stringify(value)}`);
  return value;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {number}
 */
function number(name, value) {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`"${name}" must be a number, not ${JSON.stringify(value)}`);
  return value;
}
