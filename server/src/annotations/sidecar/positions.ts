/** Positions of a sidecar held against the text that it belongs to. */
import type { CanonicalText } from '../canonicalText.js';
import type { Problem, SidecarRead } from './sidecar.js';

/** Those that lie outside the text, though the file says that it was made for this text, or for none. Of an older text they may well. */
export function positionsOutside({ value, lines }: SidecarRead, canonical: CanonicalText): Problem[] {
  if (value.textSha256 !== undefined && value.textSha256 !== canonical.sha256) return [];
  return value.annotations.flatMap(({ id, anchors }) => anchors.flatMap(({ exact, start, end }): Problem[] => {
    if (start === undefined || end === undefined || end <= canonical.length) return [];
    const words = exact.replace(/\s+/g, ' ').slice(0, 40);
    return [{ rule: 'outside-text', line: lines.get(id) ?? 1, message: `“${words}” is said to stand at ${start}–${end}, and the text has ${canonical.length} characters; it is looked for by its words` }];
  }));
}
