/**
 * A function that runs inside the workbench's page. It must stand alone: only its source text gets there.
 */

/**
 * Where a text is drawn in the visible part of the editors, from top to bottom.
 * The editor keeps its rows in any order in the DOM, cuts each into many elements and draws
 * spaces as no-break spaces. A text that is wrapped over two rows of the screen is not found.
 * @param {string} text
 * @returns {{ places: { x: number, y: number }[], visibleText: string }} centres, in CSS pixels of the window
 */
export function locateEditorText(text) {
  /** @param {string} value */
  const plain = (value) => value.replaceAll('\u00a0', ' ');

  /**
   * @param {Element} row
   * @returns {{ node: Text, start: number }[]} the row's texts, and where each begins in the row
   */
  const pieces = (row) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let start = 0; walker.nextNode(); start += found[found.length - 1].node.data.length) {
      found.push({ node: /** @type {Text} */ (walker.currentNode), start });
    }
    return found;
  };

  /**
   * @param {{ node: Text, start: number }[]} row
   * @param {number} from
   * @param {number} to
   */
  const centre = (row, from, to) => {
    const first = row.findLast(({ start }) => start <= from);
    const last = row.findLast(({ start }) => start < to);
    if (!first || !last) return undefined;
    const range = document.createRange();
    range.setStart(first.node, from - first.start);
    range.setEnd(last.node, to - last.start);
    const box = range.getBoundingClientRect();
    const place = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    // A row may lie outside its editor's window, drawn in advance for scrolling.
    return document.elementFromPoint(place.x, place.y)?.closest('.monaco-editor') ? place : undefined;
  };

  const rows = [...document.querySelectorAll('.monaco-editor .view-lines .view-line')]
    .filter((row) => row.getClientRects().length > 0)
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const places = [];
  for (const row of rows) {
    const content = plain(row.textContent ?? '');
    for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + 1)) {
      const place = centre(pieces(row), at, at + text.length);
      if (place) places.push(place);
    }
  }
  return { places, visibleText: rows.map((row) => plain(row.textContent ?? '')).join('\n') };
}
