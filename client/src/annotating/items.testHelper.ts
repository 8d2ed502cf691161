/** Annotations from short notes, on one line of text each word after the other. */
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';

/**
 * "PERSON? Ruth Oduya 1:0-10 90%": type (a source kind makes it a claim), state (`?` undecided, `+` accepted, `-` rejected, `~` its words
 * changed, `!` orphaned), words, place ("-" for none), confidence. Its id is its words, unless another stands at the end: "#1".
 */
export function items(...notes: string[]): AnnotationItem[] {
  return notes.map((note) => {
    const [, type = '', sign = '', quote = '', line = '', start = '', end = '', sure, id] = /^([\w-]+?)([?+\-~!]) (.*?) (?:-|(\d+):(\d+)-(\d+))(?: (\d+)%)?(?: #(\w+))?$/.exec(note) ?? [];
    const range = line === '' ? null : { start: { line: Number(line), character: Number(start) }, end: { line: Number(line), character: Number(end) } };
    return {
      id: id ?? quote, kind: type === type.toUpperCase() ? 'entity' : 'claim', review: sign === '?' ? 'undecided' : sign === '-' ? 'rejected' : 'accepted',
      anchoring: sign === '~' ? 'edited' : sign === '!' ? 'orphaned' : 'anchored', origin: 'machine', type, quote, entity: quote, confidence: sure === undefined ? null : Number(sure) / 100,
      range, parts: null, proposals: [], check: null, comments: 0,
    };
  });
}
