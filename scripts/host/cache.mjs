import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder under the user's cache, as the XDG base directory specification places it.
 * What is in it may be deleted at any time; the next start makes it again.
 * @param {...string} segments
 * @returns {string} an absolute path, which need not exist yet
 */
export function cacheFolder(...segments) {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'article-annotator', ...segments);
}
