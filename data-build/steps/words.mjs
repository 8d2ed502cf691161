/**
 * Counts of words in the training texts. Counts are facts; no text is carried over.
 * A word is common if it is written in lower case most of the time where no sentence begins.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byText } from '../lib/forms.mjs';

const COMMON_WORDS = 7000;

export function countWords(trainFolder) {
  const lower = new Map();
  const capital = new Map();
  for (const text of trainTexts(trainFolder)) {
    let sentenceStart = true;
    for (const [token] of text.replaceAll('’', "'").matchAll(/\p{L}+(?:[-']\p{L}+)*|[.!?:;…"“”()\n]/gu)) {
      if (!/^\p{L}/u.test(token)) {
        sentenceStart = true;
        continue;
      }
      if (token === token.toLowerCase()) add(lower, token);
      else if (!sentenceStart && /^\p{Lu}/u.test(token)) add(capital, token.toLowerCase());
      sentenceStart = false;
    }
  }
  const share = (word) => (lower.get(word) ?? 0) / ((lower.get(word) ?? 0) + (capital.get(word) ?? 0) || 1);
  const common = [...lower].filter(([word, n]) => n >= 2 && word.length >= 2 && /^[a-z]+(?:[-'][a-z]+)*$/.test(word) && share(word) >= 0.7)
    .sort((a, b) => b[1] - a[1] || byText(a[0], b[0])).slice(0, COMMON_WORDS).map(([word]) => word).sort(byText);
  const commonSet = new Set(common);
  return {
    common,
    isCommon: (word) => commonSet.has(word),
    /** Seen in lower case at all, and not as a rare slip: enough to make a name of one word ambiguous. */
    isUsedAsWord: (word) => commonSet.has(word) || ((lower.get(word) ?? 0) >= 2 && share(word) >= 0.35),
  };
}

function add(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function* trainTexts(folder) {
  for (const file of ['marked.jsonl', 'unmarked.jsonl']) {
    for (const line of read(folder, 'wikinews', file).split('\n')) if (line !== '') yield JSON.parse(line).text;
  }
  for (const name of readdirSync(join(folder, 'gum')).sort()) {
    if (name.endsWith('.conllu')) yield* columns(read(folder, 'gum', name), (cells) => (/^\d+$/.test(cells[0]) ? cells[1] : null));
  }
  for (const name of readdirSync(join(folder, 'uner-ewt')).sort()) {
    if (name.endsWith('.iob2')) yield* columns(read(folder, 'uner-ewt', name), (cells) => cells[1] ?? null);
  }
  for (const name of readdirSync(join(folder, 'crossner-politics')).sort()) yield* columns(read(folder, 'crossner-politics', name), (cells) => cells[0]);
  for (const name of readdirSync(join(folder, 'wikigold/CONLL-format/data')).sort()) {
    yield* columns(read(folder, 'wikigold/CONLL-format/data', name).replaceAll(/^(\S+) /gm, '$1\t'), (cells) => cells[0]);
  }
  for (const name of ['dev-test.tsv', 'dev.tsv', 'train.tsv']) {
    for (const line of read(folder, 'checkthat24', name).split('\n').slice(1)) yield line.split('\t')[1] ?? '';
  }
}

function read(...path) {
  return readFileSync(join(...path), 'utf8');
}

/** One text for each sentence of a column file. */
function* columns(text, form) {
  for (const block of text.split(/\n\s*\n/)) {
    const words = block.split('\n').filter((line) => !line.startsWith('#')).map((line) => form(line.split('\t'))).filter((word) => word !== null && word !== undefined);
    yield words.join(' ');
  }
}
