import type { ClaimLine } from '../../../server/src/protocol.js';

type SourceKind = ClaimLine['kind'];

/** How lists call the kinds of source, those that nobody can be asked about first, and the icon (a codicon) beside each. */
export const KINDS: Readonly<Record<SourceKind, { readonly words: string; readonly icon: string }>> = {
  'unnamed-bare': { words: 'Unnamed, not described', icon: 'question' },
  'unnamed-described': { words: 'Unnamed, described', icon: 'question' },
  'named-person': { words: 'Named person', icon: 'person' },
  'named-organisation': { words: 'Named organisation', icon: 'organization' },
  'official-body': { words: 'Official body', icon: 'library' },
  document: { words: 'Document', icon: 'file' },
  author: { words: 'The writer', icon: 'edit' },
  article: { words: 'The article itself', icon: 'book' },
};

/** Who speaks: the fullest name, else the article's words, else what we call a source that it does not mention. Starts with a capital. */
export function sourceLabel({ name, source, kind, unnamed }: ClaimLine): string {
  const label = name ?? (source !== '' ? source : unnamed ? 'Nobody named' : KINDS[kind].words);
  return label.replace(/[,;:\s]+$/, '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
