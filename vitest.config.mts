import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the code and need no build; the protocol tests speak with the built server. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['server/src/**/*.test.ts', 'client/src/**/*.test.ts', 'test/*.test.ts'] } },
      { extends: true, test: { name: 'protocol', include: ['test/lsp/**/*.test.ts', 'test/cli/**/*.test.ts'], globalSetup: ['test/globalSetup.ts'] } },
    ],
  },
});
