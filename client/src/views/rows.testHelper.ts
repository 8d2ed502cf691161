/** Lists of a view from short notes, and views as text. */
import type { ClaimLine, ListedEntity } from '../../../server/src/protocol.js';
import type { NumberedClaim } from './claimRows.js';
import { sourceKey } from './claimRows.js';
import type { NumberedEntity } from './entityRows.js';
import type { Choices, Row } from './row.js';

const START = { line: 0, character: 0 };

/** "PERSON Ruth Oduya, mayor ×4": type, name, role, mentions. */
export function entities(...notes: string[]): (NumberedEntity & ListedEntity)[] {
  return notes.map((note, i) => {
    const [, type = '', canonical = '', role = '', count = '1'] = /^(\w+) ([^,×]+?)(?:, ([^×]+?))?(?: ×(\d+))?$/.exec(note) ?? [];
    return { id: note, row: String(i), type: type as ListedEntity['type'], canonical, role, aliases: [], count: Number(count), first: { start: { line: i, character: 0 }, end: START } };
  });
}

/** "unnamed-bare officials: they are late": kind, source ("-" for none), content. */
export function claims(...notes: string[]): (NumberedClaim & { readonly line: number })[] {
  return notes.map((note, i) => {
    const [, kind = '', source = '', content = ''] = /^([\w-]+) ([^:]+): (.*)$/.exec(note) ?? [];
    const claim: ClaimLine = {
      source: source === '-' ? '' : source, name: null, entity: null, kind: kind as ClaimLine['kind'], unnamed: kind.startsWith('unnamed'), cue: 'said', content, quotation: 'indirect', paragraph: i + 1,
    };
    return { ...claim, line: i, row: String(i), sourceRow: sourceKey(claim) };
  });
}

export function choose(change: Partial<Choices> = {}): Choices {
  return { text: '', kinds: undefined, order: 'place', ...change };
}

export function drawn(rows: readonly Row[], indent = ''): string {
  return rows.map((row) => `${indent}${row.label} (${row.description})\n${drawn(row.rows, `${indent}  `)}`).join('');
}
