/** Texts longer than this are not analysed: no article is, and each version of one would be copied at each keystroke. In UTF-16 units. */
const LONGEST = 20 * 1024 * 1024;

/** More control characters than one in this many make a binary file; a stray one may be left in a pasted article. */
const CONTROL_SHARE = 200;

/** What makes the text unreadable and where, as a sentence without its stop; null if nothing does. */
export function checkReadable(text: string): string | null {
  if (text.length > LONGEST) return `The text has ${String(text.length)} characters; at most ${String(LONGEST)} are analysed`;
  const nul = text.indexOf('\0');
  if (nul >= 0) return `It is a binary file: there is a NUL character ${place(text, nul)}`;
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (lone !== null) return `It is not valid Unicode: there is half a character ${place(text, lone.index)}`;
  return controls(text);
}

// eslint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROL = /[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]|\ufffd/g;

function controls(text: string): string | null {
  let found = 0;
  let first = -1;
  for (const hit of text.matchAll(CONTROL)) {
    found++;
    if (first < 0) first = hit.index;
  }
  return found > 2 && found > text.length / CONTROL_SHARE ? `It is a binary file or in an unknown encoding: the first unreadable character is ${place(text, first)}` : null;
}

/** "at offset 12 (line 3)"; lines are counted from 1. */
function place(text: string, offset: number): string {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return `at offset ${String(offset)} (line ${String(line)})`;
}
