/** What a sidecar would bring to another article of the same text. */
import type { CopySource } from '../../annotatingProtocol.js';
import type { Annotation } from '../annotation.js';
import { readSidecar } from '../sidecar/read.js';
import { SUFFIX } from '../sidecar/sidecar.js';
import { nameOf } from './files.js';

export { CanonicalText } from '../canonicalText.js';

/** Null where nothing is to be had: nothing was decided, it cannot be read without loss, or, with one file a person, it is another person's (`who`: whose may be had). */
export function sourceOf(content: string | Uint8Array, uri: string, who: string | undefined): CopySource | null {
  const { value: { article, annotations }, readOnly } = readSidecar(content);
  const name = nameOf(uri).slice(0, -SUFFIX.length);
  const isOthers = who !== undefined && name !== article && name !== `${article}.${who}`;
  if (readOnly || annotations.length === 0 || isOthers) return null;
  return { uri, article: name === `${article}.${who ?? ''}` ? article : name, annotations: annotations.length, people: peopleOf(annotations) };
}

/** Who decided, each once, in the order of the file. */
function peopleOf(annotations: readonly Annotation[]): string[] {
  const names = new Map<string, string>();
  for (const { creator } of annotations) if (creator?.type === 'Person' && creator.name !== '') names.set(creator.id, creator.name);
  const people = annotations.flatMap(({ creator, reviewer }) => {
    const id = reviewer ?? (creator?.type === 'Person' ? creator.id : undefined);
    return id === undefined ? [] : [names.get(id) ?? id.replace(/^mailto:|^urn:article-annotator:person:/, '')];
  });
  return [...new Set(people)];
}
