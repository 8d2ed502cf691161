/** Ids that stay with the things of a list while it is edited, so that a view keeps its selection and what is open in it. */
export class StableIds {
  private keys: readonly string[] = [];
  private ids: readonly number[] = [];
  private next = 0;

  /**
   * One id for each key, none twice. What stands unchanged before and after the edit keeps its id, so does what has
   * only moved in between; if as many things are left over as before, they are the same ones, changed.
   */
  assign(keys: readonly string[]): readonly number[] {
    const { keys: old, ids: oldIds } = this;
    const limit = Math.min(old.length, keys.length);
    let before = 0;
    while (before < limit && old[before] === keys[before]) before++;
    let after = 0;
    while (after < limit - before && old[old.length - 1 - after] === keys[keys.length - 1 - after]) after++;
    const oldEnd = old.length - after;
    const middle = this.matched(old.slice(before, oldEnd), oldIds.slice(before, oldEnd), keys.slice(before, keys.length - after));
    this.keys = keys;
    this.ids = [...oldIds.slice(0, before), ...middle, ...oldIds.slice(oldEnd)];
    return this.ids;
  }

  /** Nothing that comes is what was there: ids go on with new ones. */
  forget(): void {
    this.keys = [];
    this.ids = [];
  }

  private matched(old: readonly string[], oldIds: readonly number[], keys: readonly string[]): number[] {
    const free = new Map<string, number[]>();
    for (const [i, key] of old.entries()) {
      const list = free.get(key);
      if (list === undefined) free.set(key, [oldIds[i] ?? this.next++]);
      else list.push(oldIds[i] ?? this.next++);
    }
    const kept = keys.map((key) => free.get(key)?.shift());
    const left = [...free.values()].flat().sort((a, b) => a - b);
    const isOneToOne = left.length === kept.filter((id) => id === undefined).length;
    return kept.map((id) => id ?? (isOneToOne ? left.shift() : undefined) ?? this.next++);
  }
}
