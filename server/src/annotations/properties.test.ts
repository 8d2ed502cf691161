/** For any text and any annotation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_QUADRATIC, growth } from '../../../test/fixtures/work.js';
import { longArticle } from '../../../test/fixtures/articles.js';
import type { Annotation, Body } from './annotation.js';
import { changed, newAnnotation } from './annotation.js';
import { CanonicalText, SplitSurrogate } from './canonicalText.js';
import { reanchor, reanchorInSlices } from './reanchor/index.js';
import { anchorsFor } from './selectors.js';
import { emptySidecar } from './sidecar/sidecar.js';
import { readSidecar } from './sidecar/read.js';
import { writeSidecar } from './sidecar/write.js';

/** Emoji of several code points, combining marks, line ends of all kinds, right to left, what editors treat as line ends. */
const PIECES = ['a', 'Ana', ' ', 'said ', '\n', '\r\n', '\r', '\n\n', '🚢', '👩‍👩‍👧', 'e\u0301', 'שלום', 'مرحبا', '\u202e', '\u2028', '“', '”', '’', '-', '–', '\ufeff', '\u200d', '€2m', '"', '\\', '\t'];
const anyText = fc.tuple(fc.constantFrom('', '\ufeff'), fc.array(fc.constantFrom(...PIECES), { maxLength: 60 })).map(([mark, pieces]) => mark + pieces.join(''));

/** Offsets of the document at which a character begins, never inside CRLF. */
function borders(document: string): number[] {
  const result: number[] = [];
  for (let i = document.startsWith('\ufeff') ? 1 : 0; i <= document.length; i++) {
    const isInside = (document.charCodeAt(i) & 0xfc00) === 0xdc00 || (document[i] === '\n' && document[i - 1] === '\r');
    if (!isInside) result.push(i);
  }
  return result;
}

const textAndSpan = anyText.chain((document) => {
  const all = borders(document);
  return fc.tuple(fc.constant(document), fc.nat(all.length - 1), fc.nat(all.length - 1)).map(([text, a, b]) => ({ document: text, start: all[Math.min(a, b)] ?? 0, end: all[Math.max(a, b)] ?? 0 }));
});

describe('offsets', () => {
  it('lead there and back, in UTF-16 and in code points', () => {
    fc.assert(fc.property(anyText, (document) => {
      const canonical = new CanonicalText(document);
      const plain = document.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
      expect(canonical.text).toBe(plain);
      expect(canonical.length).toBe(Array.from(plain).length);
      for (const offset of borders(document)) {
        const inText = canonical.fromDocument(offset);
        expect(canonical.toDocument(inText)).toBe(offset);
        const codePoint = canonical.toCodePoint(inText);
        expect(codePoint).toBe(Array.from(plain.slice(0, inText)).length);
        expect(canonical.fromCodePoint(codePoint)).toBe(inText);
      }
    }));
  });

  it('inside a character are an error, and are not rounded', () => {
    expect(() => anchorsFor(new CanonicalText('a🚢b'), [{ start: 2, end: 4 }])).toThrow(SplitSurrogate);
    expect(() => anchorsFor(new CanonicalText('ab'), [{ start: 1, end: 4 }])).toThrow(RangeError);
  });
});

describe('stored anchors', () => {
  it('hold the words, and what stands beside them, without half a character', () => {
    fc.assert(fc.property(textAndSpan, ({ document, start, end }) => {
      const canonical = new CanonicalText(document);
      const [anchor] = anchorsFor(canonical, [{ start, end }]);
      const codePoints = Array.from(canonical.text);
      expect(codePoints.slice(anchor?.start, anchor?.end).join('')).toBe(anchor?.exact);
      expect(canonical.text).toContain((anchor?.prefix ?? '') + (anchor?.exact ?? '') + (anchor?.suffix ?? ''));
      for (const text of [anchor?.prefix, anchor?.suffix]) {
        expect(Array.from(text ?? '').length).toBeLessThanOrEqual(128);
        expect(text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
    }));
  });

  it('leave a character of several code points whole', () => {
    const family = '👩‍👩‍👧';
    const text = `${family}${'x'.repeat(30)}Ana${'y'.repeat(30)}${family}`;
    const start = text.indexOf('Ana');
    expect(anchorsFor(new CanonicalText(text), [{ start, end: start + 3 }])[0]).toMatchObject({ prefix: 'x'.repeat(30), suffix: 'y'.repeat(30) });
  });

  it('grow until they stand once in the text, by what is in their own paragraph, and count their words', () => {
    const sentence = 'The players of the home side will rest on Monday, and then on Tuesday.';
    const text = `Alpha: ${sentence}\n\nBeta: ${sentence}\n`;
    const start = text.lastIndexOf('Monday');
    const [anchor] = anchorsFor(new CanonicalText(text), [{ start, end: start + 6 }]);
    expect(anchor?.count).toBe(2);
    expect(anchor?.prefix).toContain('Beta: The');
    expect(anchorsFor(new CanonicalText('a'.repeat(1000)), [{ start: 500, end: 501 }])[0]?.prefix).toHaveLength(128);
  });
});

describe('re-anchoring', () => {
  it('finds every annotation where it is in the same text, if its words are more than white space', () => {
    fc.assert(fc.property(textAndSpan, ({ document, start, end }) => {
      const canonical = new CanonicalText(document);
      const annotations = [newAnnotation({ id: 'a', body: { type: 'entity', entityType: 'X' }, created: '', anchors: anchorsFor(canonical, [{ start, end }]) })];
      const isNothing = canonical.text.slice(canonical.fromDocument(start), canonical.fromDocument(end)).trim() === '';
      const span = reanchor(canonical, annotations, canonical.sha256)[0]?.anchors[0]?.span;
      expect(span).toEqual(isNothing ? null : { start, end });
    }));
  });

  it('never cuts a character in two, and never stands on other letters unless it says so, in any other text', () => {
    fc.assert(fc.property(textAndSpan, anyText, ({ document, start, end }, other) => {
      const before = new CanonicalText(document);
      const annotations = [newAnnotation({ id: 'a', body: { type: 'entity', entityType: 'X' }, created: '', anchors: anchorsFor(before, [{ start, end }]) })];
      const anchor = reanchor(new CanonicalText(other), annotations, before.sha256)[0]?.anchors[0];
      for (const s of [anchor?.span, ...(anchor?.proposals ?? [])]) {
        if (s === null || s === undefined) continue;
        expect(s.start).toBeLessThan(s.end);
        expect(other.slice(s.start, s.end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }
    }));
  });

  it('in slices gives the same, rests when its time is over, and can be given up', async () => {
    const before = new CanonicalText(longArticle(1500));
    const spans = [...before.text.matchAll(/[A-Z]\w+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
    const annotations = anchorsFor(before, spans).map((anchor, i) => newAnnotation({ id: `${i}`, body: { type: 'entity', entityType: 'X' }, created: '', anchors: [anchor] }));
    const after = new CanonicalText(before.text.replace(/workers had been paid/g, 'crews were paid'));
    let time = 0;
    let rests = 0;
    const pace = { now: () => (time += 1), rest: () => { rests++; return Promise.resolve(); } };
    expect(await reanchorInSlices(after, annotations, before.sha256, pace)).toEqual(reanchor(after, annotations, before.sha256));
    expect(rests).toBeGreaterThan(annotations.length / 20);
    expect(await reanchorInSlices(after, annotations, before.sha256, { ...pace, isCancelled: () => true })).toBeNull();
  });

  it('takes work in proportion to the number of annotations', () => {
    const prepare = (count: number): { after: CanonicalText; annotations: Annotation[] } => {
      const before = new CanonicalText(longArticle(count * 4));
      const spans = [...before.text.matchAll(/said|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*/gu)].slice(0, count).map((m) => ({ start: m.index, end: m.index + m[0].length }));
      const annotations = anchorsFor(before, spans).map((anchor, i) => newAnnotation({ id: `${i}`, body: { type: 'entity', entityType: 'X' }, created: '', anchors: [anchor] }));
      return { after: new CanonicalText(before.text.replace(/ferry talks/g, 'ship talks')), annotations };
    };
    expect(growth(prepare, ({ after, annotations }) => reanchor(after, annotations, undefined), 250)).toBeLessThan(NOT_QUADRATIC);
  });
});

const anyString = fc.string({ unit: 'grapheme', maxLength: 20 });
const anyBody: fc.Arbitrary<Body> = fc.oneof(
  fc.record({ type: fc.constant('entity' as const), entityType: fc.constantFrom('PERSON', 'urn:x:Y', 'MISC') }),
  fc.record({ type: fc.constant('entity' as const), entityType: fc.constant('GPE'), identity: fc.constant('http://www.wikidata.org/entity/Q1') }),
  fc.record({ type: fc.constant('claim' as const), attributes: fc.record({ stance: fc.constant('assertion'), certainty: fc.constant('certain') }, { requiredKeys: [] }) }),
  fc.record({ type: fc.constant('comment' as const), text: anyString }),
  fc.record({ type: fc.constant('ignoredFinding' as const), rule: anyString, key: anyString }),
  fc.record({ type: fc.constant('articleDate' as const), date: fc.constant('2026-03-12') }),
  fc.record({ type: fc.constant('twoPeople' as const), names: fc.tuple(anyString, anyString) }),
  fc.record({ type: fc.constant('speaker' as const), entity: anyString }),
  fc.record({ type: fc.constant('identity' as const), iri: anyString, service: anyString, retrieved: anyString, label: anyString }),
  fc.record({ type: fc.constant('identity' as const), iri: anyString, service: anyString, retrieved: anyString, label: anyString, name: anyString, entityType: anyString }),
  fc.record({ type: fc.constant('check' as const), status: fc.constantFrom('unchecked', 'asked'), evidence: fc.array(fc.record({ kind: fc.constantFrom('link' as const, 'note' as const), value: anyString }), { maxLength: 2 }), by: anyString, on: anyString }),
  fc.record({ type: fc.constant('reminder' as const), date: anyString, note: anyString }),
  fc.record({ type: fc.constant('variable' as const), name: anyString, value: anyString }),
);
/** As it comes out of a file: JSON writes -0 as 0, at any depth. */
const jsonValue: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
const unknownKeys = fc.dictionary(fc.string({ maxLength: 8 }).map((key) => `x:${key}`), jsonValue, { maxKeys: 3 });

describe('the file', () => {
  const anyAnnotation = fc.tuple(textAndSpan, anyBody, unknownKeys, fc.constantFrom('accepted' as const, 'rejected' as const, undefined), fc.constantFrom(undefined, 'urn:uuid:b'), fc.boolean())
    .map(([{ document, start, end }, body, unknown, review, about, isPlaced]): Omit<Annotation, 'id'> => newAnnotation({
      id: '', body, review, about, unknown: { ...unknown }, created: '2026-01-01T00:00:00Z', modified: '2026-01-02T00:00:00Z', modelVersion: 'm1', reviewer: 'mailto:a@example.org',
      creator: { id: 'mailto:a@example.org', type: 'Software', name: 'A' }, generator: 'urn:article-annotator', anchors: isPlaced ? anchorsFor(new CanonicalText(document), [{ start, end }, { start, end }]) : [],
    }));

  it('gives back what was written, values and letters', () => {
    fc.assert(fc.property(fc.array(anyAnnotation, { maxLength: 5 }), (list) => {
      const annotations = list.map((annotation, i): Annotation => ({ ...annotation, id: `urn:uuid:${i}` }));
      const text = writeSidecar({ ...emptySidecar('a.txt'), annotations });
      const { value, problems, readOnly } = readSidecar(text);
      expect([problems.filter(({ rule }) => rule !== 'no-words'), readOnly]).toEqual([[], false]);
      expect(writeSidecar(value)).toBe(text);
      const byId = new Map(value.annotations.map((annotation) => [annotation.id, annotation]));
      for (const annotation of annotations) expect(changed(byId.get(annotation.id) ?? annotation, {})).toEqual({ ...annotation, unknown: { ...annotation.unknown } });
      expect(writeSidecar({ ...value, annotations: value.annotations.map((annotation) => changed(annotation, {})) })).toBe(text);
    }));
  });

  it('keeps what it does not know when an annotation is changed', () => {
    const line = '{"id":"urn:uuid:1","type":"Annotation","motivation":["classifying","tagging"],"aa:review":"accepted","modified":"2026-01-01T00:00:00Z","body":[{"type":"SpecificResource","purpose":"classifying","source":"aa:GPE","x:why":1},{"type":"TextualBody","purpose":"tagging","value":"sea"}],"target":{"type":"SpecificResource","source":"a.txt","selector":[{"type":"TextQuoteSelector","exact":"Riga"}],"x:state":{"b":1}},"x:more":[null]}';
    const text = `{\n"@context":["http://www.w3.org/ns/anno.jsonld",{"aa":"urn:article-annotator:ns#","x":"urn:x#"}],\n"id":"a.txt.annotations.jsonld",\n"type":"AnnotationPage",\n"aa:formatVersion":1,\n"x:page":true,\n"items":[\n${line}\n]\n}\n`;
    const { value } = readSidecar(text);
    expect(writeSidecar(value)).toBe(text);
    const [one] = value.annotations;
    if (one === undefined) throw new Error('one');
    expect(writeSidecar({ ...value, annotations: [changed(one, {})] })).toBe(text);
    const moved = changed(one, { review: 'rejected', body: { type: 'entity', entityType: 'ORG' }, anchors: anchorsFor(new CanonicalText('In Riga.'), [{ start: 3, end: 7 }]) });
    expect(writeSidecar({ ...value, annotations: [moved] })).toBe(text
      .replace('"accepted"', '"rejected"').replace('aa:GPE', 'aa:ORG')
      .replace('{"type":"TextQuoteSelector","exact":"Riga"}', '{"type":"TextQuoteSelector","exact":"Riga","prefix":"In ","suffix":"."},{"type":"TextPositionSelector","start":3,"end":7}'));
  });
});
