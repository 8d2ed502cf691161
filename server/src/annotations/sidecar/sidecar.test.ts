import { describe, expect, it } from 'vitest';
import { changed } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import { anchorsFor } from '../selectors.js';
import { HARBOUR, HARBOUR_FILE } from './example.testHelper.js';
import { readSidecar } from './read.js';
import { emptySidecar } from './sidecar.js';
import { writeSidecar } from './write.js';

describe('the example of the format', () => {
  const canonical = new CanonicalText(HARBOUR);

  it('is read without problems and written byte for byte', () => {
    const { value, problems, readOnly } = readSidecar(HARBOUR_FILE);
    expect(problems).toEqual([]);
    expect(readOnly).toBe(false);
    expect(value.annotations.map(({ unknown }) => unknown)).toEqual([{}, {}]);
    expect(writeSidecar(value)).toBe(HARBOUR_FILE);
  });

  it('is written byte for byte from its values alone, also with its lines forgotten and its items in another order', () => {
    const { value } = readSidecar(HARBOUR_FILE);
    const anew = { ...value, annotations: value.annotations.map((annotation) => changed(annotation, {})).reverse() };
    expect(writeSidecar(anew)).toBe(HARBOUR_FILE);
  });

  it('has the hash and the anchors that the text gives', () => {
    const { value } = readSidecar(HARBOUR_FILE);
    expect(canonical.sha256).toBe(value.textSha256);
    expect(canonical.length).toBe(89);
    for (const { anchors } of value.annotations) {
      const spans = anchors.map(({ exact, role }) => ({ start: HARBOUR.indexOf(exact), end: HARBOUR.indexOf(exact) + exact.length, ...(role === undefined ? {} : { role }) }));
      expect(anchorsFor(canonical, spans)).toEqual(anchors);
    }
  });

  it('begins as an empty page', () => {
    const text = writeSidecar(emptySidecar('harbour.txt', 'mk'));
    expect(text).toBe('{\n"@context":["http://www.w3.org/ns/anno.jsonld",{"aa":"urn:article-annotator:ns#"}],\n"id":"harbour.txt.mk.annotations.jsonld",\n"type":"AnnotationPage",\n"aa:formatVersion":1,\n"items":[\n]\n}\n');
    expect(readSidecar(text)).toMatchObject({ problems: [], readOnly: false, value: { annotations: [] } });
  });
});
