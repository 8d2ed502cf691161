/** One spelling for each file: editors write the same URI with more or fewer escapes. */

/** As VS Code writes them: everything but letters, digits and `-._~/` escaped, a drive in small letters. Other schemes than `file` stay as they are. */
export function uriOfPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const rooted = slashed.startsWith('/') ? slashed : `/${slashed}`;
  const driven = rooted.replace(/^\/([A-Za-z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
  return `file://${driven.split('/').map(escaped).join('/')}`;
}

export function sameSpelling(uri: string): string {
  if (!uri.startsWith('file:///')) return uri;
  try {
    return uriOfPath(decodeURIComponent(uri.slice('file://'.length)));
  } catch {
    // A lone percent sign: nobody else writes this file otherwise.
    return uri;
  }
}

function escaped(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
