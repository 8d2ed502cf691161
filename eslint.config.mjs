import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** A folder of the server may import itself and the ones named here; `base` imports nothing. */
const ROOMS = {
  base: [],
  analysis: ['base'],
  model: ['base', 'analysis'],
  knowledge: ['base', 'analysis'],
  annotations: ['base', 'analysis'],
  index: ['base', 'analysis'],
  ide: ['base', 'analysis', 'model', 'knowledge', 'annotations'],
  lsp: ['base', 'analysis', 'model', 'knowledge', 'annotations', 'index', 'ide'],
};
const EVERY_ROOM = Object.keys(ROOMS);

/** Modules that only an edge may name. */
const LSP = { group: ['vscode-languageserver', 'vscode-languageserver/*', 'vscode-languageserver-*', 'vscode-jsonrpc', 'vscode-jsonrpc/*'], message: 'Only lsp/ and the entries know LSP.' };
const EDITOR = { group: ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'], message: 'Only the client knows VS Code.' };
const NODE_BUILT_INS = { regex: '^(node:|(assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|process|stream|url|util|worker_threads|zlib)(/|$))', message: 'No Node built-ins outside main, cli and *.node.ts: the same code runs in a browser.' };

function imports(...patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

function rulesOfRoom(room) {
  const forbidden = EVERY_ROOM.filter((other) => other !== room && !ROOMS[room].includes(other));
  const patterns = [EDITOR, NODE_BUILT_INS, { regex: '(^|/)(main\\.(node|browser)|cli)\\.js$', message: 'Nothing imports an entry.' }];
  if (forbidden.length > 0) {
    patterns.push({ regex: `^(\\.\\./)+(${forbidden.join('|')})/`, message: `${room}/ may import only ${[...ROOMS[room], room].join('/, ')}/.` });
  }
  if (room !== 'lsp') patterns.push(LSP);
  return imports(...patterns);
}

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'dist-test/', 'dist-types/', '.vscode-test/', 'test/e2e/.out/', 'training/', 'models/', 'data-build/lists/', '**/*.d.ts', '**/*.d.mts'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'URLSearchParams', 'Buffer', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'performance', 'TextEncoder', 'TextDecoder', 'AbortController', 'AbortSignal', 'window', 'document', 'NodeFilter', 'globalThis', 'structuredClone'].map((name) => [name, 'readonly']),
      ),
    },
  },
  // What Node loads before everything else can be no module.
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { process: 'readonly', __filename: 'readonly', globalThis: 'readonly', URL: 'readonly' } } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['vitest.config.ts'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', { selector: 'CatchClause > BlockStatement[body.length=0]', message: 'Say what happens with the error, or why nothing needs to.' }],
    },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
  ...EVERY_ROOM.map((room) => ({
    files: [`server/src/${room}/**/*.ts`],
    ignores: ['**/*.node.ts', '**/*.test.ts', '**/*.testHelper.ts', '**/testing/**'],
    rules: rulesOfRoom(room),
  })),
  { files: ['server/src/**/*.node.ts'], ignores: ['server/src/main.node.ts'], rules: imports(EDITOR) },
  { files: ['server/src/*.ts'], ignores: ['**/*.test.ts', 'server/src/*.node.ts', 'server/src/cli.ts'], rules: imports(EDITOR, NODE_BUILT_INS) },
  {
    files: ['client/src/**/*.ts'],
    ignores: ['**/*.node.ts', '**/*.test.ts'],
    rules: imports(
      NODE_BUILT_INS,
      { regex: '^(\\.\\./)+server/src/(?!(protocol|annotatingProtocol|highlightsProtocol|settings)\\.js$|base/)', message: 'Of the server the client imports only the protocol files, settings.ts and base/.' },
    ),
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-deprecated': 'off' },
  },
);
