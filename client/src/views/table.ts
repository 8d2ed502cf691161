/** Tab-separated values with a header, as spreadsheets and editors paste them. Pure. */

/** One line a row, with a line break after the last. */
export function toTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join('\t')}\n`).join('');
}

/** A cell that begins like a formula is marked as text: what an article says must not run in a spreadsheet (OWASP, "CSV Injection"). */
function cell(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
