import * as assert from 'node:assert/strict';
import { extension } from './support/annotator.js';
import { colorOf, contrast, defaultTheme } from './support/theme.js';
import type { Theme, ThemeKind } from './support/theme.js';

/** WCAG 2.2, success criteria 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const LINE = 3;

/** The default themes since VS Code 1.91, and those that followed. */
const ALWAYS = ['dark_modern.json', 'light_modern.json', 'hc_black.json', 'hc_light.json'];
const NEWER = ['2026-dark.json', '2026-light.json'];

interface Contributions {
  readonly semanticTokenScopes: readonly { readonly language: string; readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<ThemeKind, string>> }[];
}

/** Whatever is too faint, in words. */
function faint(theme: Theme): string[] {
  const { semanticTokenScopes, colors } = (extension().packageJSON as { contributes: Contributions }).contributes;
  const entities = semanticTokenScopes.flatMap(({ language, scopes }) =>
    Object.entries(scopes).map(([type, probes]) => ({ name: `${type} (${language})`, color: colorOf(theme, probes), least: TEXT })));
  const ours = colors.map(({ id, defaults }) => ({ name: id, color: defaults[theme.kind], least: id.endsWith('Foreground') ? TEXT : LINE }));
  return [...entities, ...ours].flatMap(({ name, color, least }) => {
    if (color === undefined) return [`${name} has no colour`];
    const ratio = contrast(color, theme.background);
    return ratio >= least ? [] : [`${name}: ${color} on ${theme.background} has ${ratio.toFixed(2)}:1, not ${String(least)}:1`];
  });
}

describe('our colours can be read', () => {
  for (const name of ALWAYS) {
    it(`in ${name}`, () => {
      const theme = defaultTheme(name);
      assert.ok(theme, `this VS Code has no ${name}`);
      assert.deepEqual(faint(theme), []);
    });
  }

  it('in the default themes of newer versions', () => {
    assert.deepEqual(NEWER.map(defaultTheme).flatMap((theme) => (theme === null ? [] : faint(theme))), []);
  });
});
