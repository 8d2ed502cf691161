/** S&P 500 companies under the short names that news uses: "Apple", not "Apple Inc.". */
import { readFileSync } from 'node:fs';
import { listLines } from '../lib/lists.mjs';
import { cleanForm } from '../lib/forms.mjs';

const LEGAL = /,? (?:Inc\.?|Incorporated|Corp\.?|Corporation|Company|Co\.?|plc|PLC|Ltd\.?|Limited|N\.V\.|S\.A\.|SE|Holdings?|L\.P\.|Trust|\(The\)|\(Class [A-C]\))$/;

export function companyEntries(file) {
  const skip = new Set(listLines('companies-skip.txt'));
  const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter((line) => line.trim() !== '');
  return rows.map((row) => securityOf(row)).map((name) => ({ type: 'ORG', subtype: 'company', country: '', source: 'sp500', forms: formsOf(name, skip) })).filter((entry) => entry.forms.length > 0);
}

/** The second column; it is quoted if it holds a comma. */
function securityOf(row) {
  const [, quoted, bare] = /^[^,]*,(?:"([^"]*)"|([^,]*))/.exec(row) ?? [];
  return cleanForm(quoted ?? bare ?? '');
}

function formsOf(name, skip) {
  const full = name.replace(/ \((?:The|Class [A-C])\)$/, '');
  let short = full;
  while (LEGAL.test(short)) short = short.replace(LEGAL, '');
  return [...new Set([short, full])].filter((form) => !skip.has(form) && form.length > 1).map((text) => ({ text, flag: '' }));
}
