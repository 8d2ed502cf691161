/** Lists of what other articles say: pure rows, which the commands put before a person. */
import type { ElsewherePlace, SaidElsewhere, SaidOtherwise } from '../../../server/src/protocol.js';

export interface ElsewhereItem {
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
}

/** How two claims differ; never which of them holds. */
const DIFFERENCES: Readonly<Record<SaidOtherwise['by'], string>> = {
  figure: 'another figure', polarity: 'affirmed here and denied there, or the reverse', date: 'another date', again: 'the same again',
};

export function saidItem(said: SaidElsewhere): ElsewhereItem {
  return { label: plain(said.text), description: plain(whereOf(said)) };
}

export function pairItem({ by, here, there, source }: SaidOtherwise): ElsewhereItem {
  return { label: plain(there.text), description: plain(`${DIFFERENCES[by]} · ${whereOf(there)}`), detail: plain(`${source}, here: ${here.text}`) };
}

/** "2026-03-12, harbour.txt". */
function whereOf({ uri, day }: ElsewherePlace): string {
  const name = nameOf(uri);
  return day === null ? name : `${day}, ${name}`;
}

export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A lone percent sign in a foreign URI: the raw name is the best reading of it.
    return name;
  }
}

/** The editor would draw an icon for what an article happens to write as one. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
