import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { ReadAhead } from './readAhead.js';

const DOCUMENT = { uri: 'file:///a.article', languageId: 'article', version: 1, text: 'Talks in Riga failed, said Ilze Kalna on Monday.' };

function readAhead(): ReadAhead {
  const ahead = new ReadAhead();
  ahead.read(DOCUMENT, loadGazetteer);
  return ahead;
}

function open(ahead: ReadAhead, { uri, languageId, version, text } = DOCUMENT): ReturnType<ReadAhead['open']> {
  return ahead.open(uri, languageId, version, text);
}

describe('a document that was read ahead', () => {
  it('is the one that is opened if the editor opens that very text', () => {
    const opened = open(readAhead());
    expect(opened.work?.blocksAnalysed).toBeGreaterThan(0);
    expect(opened.positions.getText()).toBe(DOCUMENT.text);
  });

  it.each([
    ['text', { text: `${DOCUMENT.text} ` }],
    ['address', { uri: 'file:///b.article' }],
    ['language', { languageId: 'plaintext' }],
    ['version', { version: 2 }],
  ])('is thrown away if the %s is another', (_, other) => {
    const ahead = readAhead();
    const given = { ...DOCUMENT, ...other };
    const opened = open(ahead, given);
    expect(opened.work).toBeNull();
    const { uri, languageId, version } = opened;
    expect({ uri, languageId, version, text: opened.positions.getText() }).toEqual(given);
    expect(open(ahead).work).toBeNull();
  });

  it('is given once: opened again, the document is read again', () => {
    const ahead = readAhead();
    open(ahead);
    expect(open(ahead).work).toBeNull();
  });
});
