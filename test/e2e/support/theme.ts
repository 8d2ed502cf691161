/** The default themes of the VS Code that runs, and how they colour a scope. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

export type ThemeKind = 'dark' | 'light' | 'highContrast' | 'highContrastLight';

interface Rule {
  readonly scope?: string | readonly string[];
  readonly settings: { readonly foreground?: string };
}

export interface Theme {
  readonly path: string;
  readonly kind: ThemeKind;
  readonly background: string;
  readonly rules: readonly Rule[];
}

const KINDS: Readonly<Record<string, ThemeKind>> = { 'vs-dark': 'dark', vs: 'light', 'hc-black': 'highContrast', 'hc-light': 'highContrastLight' };
/** What the editor takes where a theme names no background. */
const BACKGROUNDS: Readonly<Record<ThemeKind, string>> = { dark: '#1E1E1E', light: '#FFFFFF', highContrast: '#000000', highContrastLight: '#FFFFFF' };

/** Themes by the names of their files, which have stayed while their titles changed; null if this VS Code has none of that name. */
export function defaultTheme(fileName: string): Theme | null {
  const extension = vscode.extensions.getExtension('vscode.theme-defaults');
  const manifest = extension?.packageJSON as { contributes: { themes: { path: string; uiTheme: string }[] } } | undefined;
  const found = manifest?.contributes.themes.find(({ path }) => path.endsWith(`/${fileName}`));
  if (extension === undefined || found === undefined) return null;
  const { colors, rules } = read(join(extension.extensionPath, found.path));
  const kind = KINDS[found.uiTheme] ?? 'dark';
  return { path: found.path, kind, rules, background: colors['editor.background'] ?? BACKGROUNDS[kind] };
}

/** The colour of the first scope that the theme has one for. */
export function colorOf(theme: Theme, scopes: readonly string[]): string | undefined {
  for (const scope of scopes) {
    const color = bestRule(theme.rules, scope)?.settings.foreground;
    if (color !== undefined) return color;
  }
  return undefined;
}

/** The rule whose selector says most of the scope; of equals the last one, as in VS Code. */
function bestRule(rules: readonly Rule[], scope: string): Rule | undefined {
  let best: Rule | undefined;
  let length = 0;
  for (const rule of rules) {
    if (rule.settings.foreground === undefined) continue;
    const selectors = typeof rule.scope === 'string' ? rule.scope.split(',') : (rule.scope ?? []);
    for (const selector of selectors.map((text) => text.trim())) {
      if (selector.length < length || !(scope === selector || scope.startsWith(`${selector}.`))) continue;
      best = rule;
      length = selector.length;
    }
  }
  return best;
}

function read(path: string): { colors: Record<string, string>; rules: Rule[] } {
  const own = parseWithComments(readFileSync(path, 'utf8')) as { include?: string; colors?: Record<string, string>; tokenColors?: Rule[] };
  const base = own.include === undefined ? { colors: {}, rules: [] } : read(join(dirname(path), own.include));
  return { colors: { ...base.colors, ...own.colors }, rules: [...base.rules, ...(own.tokenColors ?? [])] };
}

function parseWithComments(text: string): unknown {
  const bare = text.replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string?: string) => string ?? '');
  return JSON.parse(bare.replace(/,(?=\s*[}\]])/g, ''));
}

/** Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance by WCAG 2.2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
