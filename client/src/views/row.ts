/** A line of a view. Plain data, made by pure functions; `listView.ts` turns it into what the editor draws. */
export interface Row {
  /** Keeps its value while the thing is the same, whatever changes in it. Unique in the view. */
  readonly id: string;
  readonly kind: 'group' | 'entity' | 'mention' | 'claim' | 'annotation' | 'reminder' | 'check';
  /** Which buttons and menus it has, where that is not its kind's. */
  readonly context?: string;
  readonly label: string;
  /** The part of the label that is drawn strongly, for a mention in its line. */
  readonly strong?: readonly [start: number, end: number];
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  /** A codicon. */
  readonly icon?: string | undefined;
  readonly rows: readonly Row[];
}

/** What a view shows: the user's choices. */
export interface Choices {
  readonly text: string;
  /** Undefined: every kind. */
  readonly kinds: ReadonlySet<string> | undefined;
  readonly order: Order;
}

/** Rows by what they show: the same row as long as that is the same object. */
export function keptRows<T extends object>(make: (thing: T) => Row): (thing: T) => Row {
  const made = new WeakMap<T, Row>();
  return (thing) => {
    const known = made.get(thing);
    if (known !== undefined) return known;
    const row = make(thing);
    made.set(thing, row);
    return row;
  };
}

export const ORDERS = ['place', 'name', 'count'] as const;
export type Order = (typeof ORDERS)[number];

export const NO_FILTER = { text: '', kinds: undefined } as const;

export function isFiltered({ text, kinds }: Pick<Choices, 'text' | 'kinds'>): boolean {
  return text.trim() !== '' || kinds !== undefined;
}

/** Every word of the filter stands somewhere in the texts, in any case. */
export function matchesText(filter: string, texts: () => readonly string[]): boolean {
  if (filter.trim() === '') return true;
  const all = texts().join('\n').toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => all.includes(word));
}

/** For lists of things with a name, a count and a place; the order of equal ones is that of the text. */
export function inOrder<T>(things: readonly T[], order: Order, nameOf: (thing: T) => string, countOf: (thing: T) => number): T[] {
  switch (order) {
    case 'place': return [...things];
    case 'name': return [...things].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));
    case 'count': return [...things].sort((a, b) => countOf(b) - countOf(a));
  }
}

/** Cut at the end of a word, so that what stands after the label in a narrow view can be seen. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, cut.includes(' ') ? cut.lastIndexOf(' ') : length).replace(/[\s,;:]+$/, '')}…`;
}

export function plural(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
