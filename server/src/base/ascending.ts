/** Lists of numbers in ascending order. */

/** How many of them are less than the limit; of the first `count`, where the rest is not part of the list. Work: a few looks. */
export function countBelow(ascending: ArrayLike<number>, limit: number, count = ascending.length): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
