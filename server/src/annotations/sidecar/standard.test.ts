/** The file as other programs see it, and theirs as we do. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { Annotation, Body } from '../annotation.js';
import { newAnnotation } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import { anchorsFor } from '../selectors.js';
import { HARBOUR, HARBOUR_FILE } from './example.testHelper.js';
import { readSidecar } from './read.js';
import { emptySidecar } from './sidecar.js';
import { writeSidecar } from './write.js';

const BODIES: readonly Body[] = [
  { type: 'entity', entityType: 'GPE', identity: 'http://www.wikidata.org/entity/Q1770' },
  { type: 'claim', attributes: { stance: 'assertion', quotation: 'direct', certainty: 'certain', sourceKind: 'named-person' } },
  { type: 'comment', text: 'Ask the port.' },
  { type: 'ignoredFinding', rule: 'number-mismatch', key: '2|3', note: 'Both are right.' },
  { type: 'articleDate', date: '2025-03-24' },
  { type: 'twoPeople', names: ['Ana Ruiz', 'A. Ruiz'] },
  { type: 'speaker', entity: 'Ana Ruiz' },
  { type: 'identity', iri: 'http://www.wikidata.org/entity/Q1770', service: 'Wikidata', retrieved: '2025-03-24', label: 'Tallinn' },
  { type: 'identity', iri: 'http://www.wikidata.org/entity/Q1770', service: 'Wikidata', retrieved: '2025-03-24', label: 'Tallinn', name: 'Tallinn', entityType: 'GPE' },
  { type: 'check', status: 'asked', evidence: [{ kind: 'link', value: 'https://example.org/a' }, { kind: 'note', value: 'by phone' }], by: 'M. Kask', on: '2025-03-24' },
  { type: 'reminder', date: '2025-04-01', note: 'Is it open?' },
  { type: 'variable', name: 'genre', value: 'news' },
];

/** The context of the standard, where it lies beside the project. */
const CONTEXT = resolve('../shared/vendor/anno.jsonld');

if (existsSync(CONTEXT)) {
  describe('as linked data', () => {
    const document = JSON.parse(readFileSync(CONTEXT, 'utf8')) as object;
    const documentLoader = (url: string): Promise<{ documentUrl: string; document: object }> =>
      url === 'http://www.w3.org/ns/anno.jsonld' ? Promise.resolve({ documentUrl: url, document }) : Promise.reject(new Error(`no network in tests: ${url}`));
    // Safe: a key that means nothing to the standard is an error.
    const toQuads = async (text: string): Promise<string> => {
      const options = { documentLoader, base: 'https://example.org/a/', format: 'application/n-quads', safe: true };
      return (await jsonld.toRDF(JSON.parse(text) as object, options as object)) as unknown as string;
    };

    it('means what the standard says', async () => {
      const quads = await toQuads(HARBOUR_FILE);
      expect(quads).toMatch(/oa#start> "58"\^\^<http:\/\/www\.w3\.org\/2001\/XMLSchema#nonNegativeInteger>/);
      expect(quads).toContain('<urn:article-annotator:ns#GPE>');
    });

    it('has no key that means nothing, whatever is annotated', async () => {
      const canonical = new CanonicalText(HARBOUR);
      const annotations = BODIES.map((body, i): Annotation => newAnnotation({
        id: `urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, body, review: 'accepted', reviewer: 'mailto:mk@example.org', generator: 'urn:article-annotator', modelVersion: '1', created: '2025-03-24T09:15:00Z',
        creator: { id: 'urn:article-annotator', type: 'Software', name: 'Article Annotator' }, about: i % 3 === 0 ? 'urn:uuid:00000000-0000-4000-8000-000000000001' : undefined,
        anchors: i % 2 === 0 ? anchorsFor(canonical, [{ start: 32, end: 39 }]) : [],
      }));
      const text = writeSidecar({ ...emptySidecar('harbour.txt'), annotations });
      const quads = await toQuads(text);
      for (const body of BODIES) if (!['entity', 'comment'].includes(body.type)) expect(quads).toContain(`<urn:article-annotator:ns#${body.type.charAt(0).toUpperCase()}${body.type.slice(1)}>`);
      await expect(toQuads(text.replaceAll('aa:review', 'review'))).rejects.toThrow();
    });
  });
}

describe('files of other programs', () => {
  const target = { source: 'a.txt', selector: { type: 'TextQuoteSelector', exact: 'Riga', prefix: 'In ' } };
  const read = (root: unknown): readonly Annotation[] => {
    const { value, readOnly, problems } = readSidecar(JSON.stringify(root));
    expect([readOnly, problems[0]?.rule]).toEqual([true, 'foreign-file']);
    return value.annotations;
  };

  it('may hold one annotation, a list, or a collection with its first page in it', () => {
    const one = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://example.org/1', type: 'Annotation', bodyValue: 'Where?', target };
    for (const root of [one, [one], { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [one] } }]) {
      expect(read(root)).toMatchObject([{ id: 'http://example.org/1', body: { type: 'comment', text: 'Where?' }, anchors: [{ exact: 'Riga', prefix: 'In ', suffix: undefined, count: 0, start: undefined }] }]);
    }
  });

  it('may select by character positions, by ranges, and more closely', () => {
    const select = (selector: unknown): Annotation | undefined => read([{ id: 'urn:x:1', type: 'Annotation', target: { source: 'a.txt', selector } }])[0];
    expect(select({ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc5147', value: 'char=5,10' })?.anchors[0]).toMatchObject({ start: 5, end: 10 });
    const from = { type: 'TextPositionSelector', start: 10, end: 20 };
    expect(select({ ...from, refinedBy: { type: 'TextPositionSelector', start: 2, end: 4 } })?.anchors[0]).toMatchObject({ start: 12, end: 14 });
    expect(select({ type: 'RangeSelector', startSelector: from, endSelector: { type: 'TextPositionSelector', start: 30, end: 31 } })?.anchors[0]).toMatchObject({ start: 10, end: 30 });
    expect(select(null)?.anchors[0]).toMatchObject({ exact: '' });
    const { problems, value } = readSidecar(JSON.stringify([{ id: 'urn:x:1', type: 'Annotation', target: { source: 'a.txt', selector: { type: 'XPathSelector', value: '/p' } } }]));
    expect(problems.map(({ rule }) => rule)).toContain('unresolved-selector');
    expect(writeSidecar(value)).toContain('{"type":"XPathSelector","value":"/p"}');
  });

  it('of Hypothesis become comments whose positions are not trusted', () => {
    const row = { id: 'abc', created: '2025-03-24T09:15:00.123456+00:00', updated: '2025-03-25T09:15:00.5+00:00', user: 'acct:mk@hypothes.is', uri: 'https://example.org/a', text: 'Really?', tags: ['port'], target: [{ source: 'https://example.org/a', selector: [{ type: 'RangeSelector' }, { type: 'TextPositionSelector', start: 5, end: 9 }, { type: 'TextQuoteSelector', exact: 'Riga', prefix: 'In ', suffix: '.' }] }] };
    expect(read({ total: 1, rows: [row] })).toMatchObject([{
      id: 'https://hypothes.is/a/abc', body: { type: 'comment', text: 'Really?' }, created: '2025-03-24T09:15:00Z', modified: '2025-03-25T09:15:00Z', creator: { name: 'mk', type: 'Person' },
      anchors: [{ exact: 'Riga', prefix: 'In ', suffix: '.', start: undefined }], unknown: { 'aa:tags': ['port'] },
    }]);
  });
});
