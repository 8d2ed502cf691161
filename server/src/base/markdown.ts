/** Text of others inside Markdown of ours. */

/**
 * The text as Markdown that shows exactly these characters on one line. CommonMark lets any ASCII mark be escaped;
 * only those that can begin markup are, since editors that show Markdown raw show the backslashes too.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#+!|~&$^=@]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/(www)\.|(ftp|https?|mailto|command|vscode|file|data|javascript):/gi, (_, www: string | undefined, scheme: string | undefined) =>
      www !== undefined ? `${www}\\.` : `${scheme ?? ''}\\:`)
    .replace(/^(\s*)([-.]|\d+(?=\.))/, (_, space: string, mark: string) => (/\d/.test(mark) ? `${space}${mark}` : `${space}\\${mark}`))
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** White space of every kind becomes one space: a line end in a name must not end the card's line. */
export function oneLine(text: string): string {
  // Most texts are one line already, and an outline asks for thousands.
  if (!IS_FOLDED.test(text)) return text.trim();
  // eslint-disable-next-line no-control-regex -- control characters are what is removed here
  return text.replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for here
const IS_FOLDED = / {2}|[^\S ]|[\u0000-\u001f\u007f\u0085]/;
