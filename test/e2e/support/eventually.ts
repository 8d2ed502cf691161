const POLL_MS = 20;

/**
 * Repeats an assertion until it holds: the window, the extension host and the language server are three
 * processes, and what one has done reaches the others a little later.
 * @param check throws as long as the expectation is not met; what it returns is handed on
 * @throws the last failure of `check`, after `timeoutMs`
 */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 10_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
