/** Lets what has come meanwhile have its turn: long work waits for this between its pieces. */
export function nextTurn(afterMs = 0): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, afterMs); });
}
