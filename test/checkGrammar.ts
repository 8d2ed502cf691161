import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';

const GRAMMAR = new URL('../syntaxes/article.tmLanguage.json', import.meta.url);
const ROOT = 'text.article';
let loaded: Promise<IGrammar> | undefined;

/**
 * Checks the grammar on a text. A row of carets under a line names the innermost scope of exactly that run of characters, or one
 * that it starts with; `-` for none but the root. All else in the line is not checked.
 *
 *     By Hanna Brandt
 *     ^^ keyword.other.byline
 */
export async function checkGrammar(marked: string): Promise<void> {
  const grammar = await (loaded ??= load());
  let stack = textmate.INITIAL;
  let line = '';
  let scopes: string[] = [];
  for (const row of marked.replace(/^\n/, '').replace(/\n *$/, '').split('\n')) {
    const mark = /^( *)(\^+) (\S+)$/.exec(row);
    if (mark === null) {
      line = row;
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      scopes = result.tokens.flatMap((token) => Array<string>(token.endIndex - token.startIndex).fill(token.scopes.at(-1) ?? '')).slice(0, line.length);
      continue;
    }
    const start = mark[1]?.length ?? 0;
    const end = start + (mark[2]?.length ?? 0);
    const wanted = mark[3] ?? '';
    if (wanted === '-') {
      expect(new Set(scopes.slice(start, end)), `“${line.slice(start, end)}” in “${line}”`).toEqual(new Set([ROOT]));
    } else {
      expect(scopes[start], `“${line.slice(start, end)}” in “${line}”`).toMatch(new RegExp(`^${wanted.replaceAll('.', '\\.')}(\\.|$)`));
      expect(line.slice(start, runEnd(scopes, start)), `${wanted} in “${line}”`).toBe(line.slice(start, end));
      expect(scopes[start - 1], `${wanted} begins earlier in “${line}”`).not.toBe(scopes[start]);
    }
  }
}

function runEnd(scopes: readonly string[], start: number): number {
  let end = start;
  while (end < scopes.length && scopes[end] === scopes[start]) end++;
  return end;
}

async function load(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR.pathname)),
  });
  const grammar = await registry.loadGrammar(ROOT);
  if (grammar === null) throw new Error('The grammar was not found.');
  return grammar;
}
