/** The CIA World Factbook, one JSON object a country. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export function readFactbook(folder) {
  const out = [];
  for (const region of readdirSync(folder).sort()) {
    if (!statSync(join(folder, region)).isDirectory() || region === 'meta') continue;
    for (const file of readdirSync(join(folder, region)).sort()) out.push(JSON.parse(readFileSync(join(folder, region, file), 'utf8')));
  }
  return out;
}

const ENTITIES = { amp: '&', quot: '"', nbsp: ' ', rsquo: "'", lsquo: "'", ndash: '–', mdash: '—' };

/** The text of a field without markup; named letters such as `&ocirc;` are decoded. */
export function factbookText(object, field) {
  const text = String(object?.[field]?.text ?? '');
  return text.replace(/<br\s*\/?>/g, '\n').replace(/<[^>]+>/g, '').replace(/&(\w)(acute|grave|circ|uml|tilde|cedil|ring|caron);/g, (_, letter, mark) => (letter + MARKS[mark]).normalize('NFC'))
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
}

const MARKS = { acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327', ring: '\u030a', caron: '\u030c' };
