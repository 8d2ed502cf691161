/** Ids that stay with the things of a list while it is edited, so that a view keeps its selection and what is open in it. */
export class StableIds {
  private last: readonly { readonly key: string; readonly id: number }[] = [];
  private next = 0;

  /**
   * One id for each key, none twice. What stands unchanged before and after the edit keeps its id, so does what has
   * only moved in between; if as many things are left over as before, they are the same ones, changed.
   */
  assign(keys: readonly string[]): number[] {
    const { last } = this;
    let before = 0;
    while (before < Math.min(last.length, keys.length) && last[before]?.key === keys[before]) before++;
    let after = 0;
    while (after < Math.min(last.length, keys.length) - before && last.at(-1 - after)?.key === keys.at(-1 - after)) after++;
    const middle = this.matched(last.slice(before, last.length - after), keys.slice(before, keys.length - after));
    const ids = [...last.slice(0, before).map(({ id }) => id), ...middle, ...last.slice(last.length - after).map(({ id }) => id)];
    this.last = keys.map((key, i) => ({ key, id: ids[i] ?? this.next++ }));
    return ids;
  }

  /** Nothing that comes is what was there: ids go on with new ones. */
  forget(): void {
    this.last = [];
  }

  private matched(old: StableIds['last'], keys: readonly string[]): number[] {
    const free = new Map<string, number[]>();
    for (const { key, id } of old) free.set(key, [...(free.get(key) ?? []), id]);
    const kept = keys.map((key) => free.get(key)?.shift());
    const left = [...free.values()].flat().sort((a, b) => a - b);
    const isOneToOne = left.length === kept.filter((id) => id === undefined).length;
    return kept.map((id) => id ?? (isOneToOne ? left.shift() : undefined) ?? this.next++);
  }
}
