/** S&P 500 companies: sector, head office, symbol. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const LEGAL = /,? (?:Inc\.?|Incorporated|Corp\.?|Corporation|Company|Co\.?|plc|PLC|Ltd\.?|Limited|N\.V\.|S\.A\.|SE|Holdings?|L\.P\.|Trust|\(The\)|\(Class [A-C]\))$/;

export function companyRecords(file) {
  const records = new Map();
  for (const row of parse(readFileSync(file, 'utf8'), { columns: true })) {
    const full = row.Security.replace(/ \((?:The|Class [A-C])\)$/, '').normalize('NFC');
    let short = full;
    while (LEGAL.test(short)) short = short.replace(LEGAL, '');
    // A company with two classes of shares has two rows.
    if (!records.has(short)) records.set(short, { names: [short, full], type: 'ORG', kind: 'company', facts: [['Sector', `${row['GICS Sector']}, ${row['GICS Sub-Industry']}`], ['Head office', row['Headquarters Location']], ['Symbol', row.Symbol], ['Founded', row.Founded]] });
  }
  return [...records.values()];
}
