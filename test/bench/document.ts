/** Where figures are written down. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

export function measuredWith(command: string): string {
  return `Measured ${new Date().toISOString().slice(0, 10)} with \`${command}\` on ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}.`;
}

export function writeTable(name: 'bench' | 'requests' | 'model' | 'anchors' | 'parts' | 'index' | 'annotating' | 'peers', text: string): void {
  const file = 'docs/measurements.md';
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [before, after] = [old.indexOf(start), old.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${file} has no ${start} … ${end}`);
  writeFileSync(file, `${old.slice(0, before + start.length)}\n${text}\n${old.slice(after)}`);
}
