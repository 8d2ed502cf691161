import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the code and need no build; the protocol tests speak with the built server. */
export default defineConfig({
  test: {
    // For what hangs. Some properties take ten seconds of processor time, and a machine may be busy with other things.
    testTimeout: 180_000,
    setupFiles: ['test/propertySeed.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['server/src/**/*.test.ts', 'client/src/**/*.test.ts', 'test/*.test.ts'] } },
      { extends: true, test: { name: 'protocol', include: ['test/lsp/**/*.test.ts', 'test/cli/**/*.test.ts'], globalSetup: ['test/globalSetup.ts'] } },
    ],
  },
});
