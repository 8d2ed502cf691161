/** Decoding of labels in BIO form: the likeliest sequence in which nothing goes on that did not begin. Pure. */

/** For each label, the labels that it goes on from; null if it may follow any. */
export type Follows = readonly (readonly number[] | null)[];

/** Natural logarithms of the softmax of `logits[from … from + width)`, divided by the temperature first. */
export function logSoftmax(logits: Float32Array, from: number, width: number, temperature: number): Float64Array {
  const result = new Float64Array(width);
  let top = -Infinity;
  for (let i = 0; i < width; i++) {
    // A model that gives no number has no opinion of the label.
    const logit = logits[from + i] ?? 0;
    const value = Number.isFinite(logit) ? logit / temperature : 0;
    result[i] = value;
    if (value > top) top = value;
  }
  let sum = 0;
  for (const value of result) sum += Math.exp(value - top);
  const norm = top + Math.log(sum);
  for (let i = 0; i < width; i++) result[i] = (result[i] ?? 0) - norm;
  return result;
}

/** Index of the label of each row on the likeliest path. */
export function likeliest(rows: readonly Float64Array[], follows: Follows): number[] {
  const width = follows.length;
  const back: Int16Array[] = [];
  let before = new Float64Array(width).fill(-Infinity);
  for (let t = 0; t < rows.length; t++) {
    const row = rows[t] ?? new Float64Array(width);
    const now = new Float64Array(width).fill(-Infinity);
    const from = new Int16Array(width).fill(-1);
    const best = t === 0 ? -1 : indexOfGreatest(before);
    for (let label = 0; label < width; label++) {
      const sources = follows[label];
      let source = best;
      let score = t === 0 ? 0 : before[best] ?? -Infinity;
      if (sources !== null && sources !== undefined) {
        source = -1;
        score = -Infinity;
        for (const candidate of t === 0 ? [] : sources) {
          if ((before[candidate] ?? -Infinity) > score) {
            source = candidate;
            score = before[candidate] ?? -Infinity;
          }
        }
      }
      now[label] = score + (row[label] ?? 0);
      from[label] = source;
    }
    back.push(from);
    before = now;
  }
  const path = new Array<number>(rows.length).fill(0);
  let label = rows.length === 0 ? 0 : indexOfGreatest(before);
  for (let t = rows.length - 1; t >= 0; t--) {
    path[t] = label;
    label = back[t]?.[label] ?? 0;
  }
  return path;
}

function indexOfGreatest(row: Float64Array): number {
  let best = 0;
  for (let i = 1; i < row.length; i++) if ((row[i] ?? -Infinity) > (row[best] ?? -Infinity)) best = i;
  return best;
}
