/** Persons as the sidecar names them. */
import type { Agent } from '../annotation.js';

/** `id`: an IRI or an e-mail address; without one the name is made into an id. */
export function personOf(name: string, id: string): Agent {
  const shown = name === '' ? id.replace(/^mailto:/, '').split('@', 1)[0] ?? '' : name;
  const words = shown === '' ? 'unknown' : shown;
  if (/^[a-z][a-z0-9+.-]*:\S+$/i.test(id)) return { id, type: 'Person', name: words };
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(id)) return { id: `mailto:${id}`, type: 'Person', name: words };
  return { id: `urn:article-annotator:person:${slugOf(words)}`, type: 'Person', name: words };
}

/** As a file's name may carry it: `[a-z0-9._-]+`. */
export function slugOf(name: string): string {
  const slug = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return slug === '' ? 'unknown' : slug;
}
