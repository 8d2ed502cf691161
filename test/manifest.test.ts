/** package.json says again what the code says: here the two are held together. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { LETTERS, REVIEW_KEYS, SILENT_CHORDS, VIEW_KEYS, silentKeys, whenInView } from '../client/src/annotating/keys.js';
import { ANNOTATING_COMMANDS, SILENT_COMMANDS } from '../client/src/commands/annotatingCommands.js';
import { READING_COMMANDS } from '../client/src/commands/readingCommands.js';
import { ALOUD, TELLING_COMMANDS } from '../client/src/commands/tellingCommands.js';
import { ENTITY_TYPES } from '../server/src/analysis/types.js';
import { CARD_COMMANDS, SERVED_LANGUAGES, TOKEN_MODIFIERS, TOKEN_TYPES } from '../server/src/protocol.js';
import { installedParts } from '../scripts/host/installed-extension.mjs';
import { DEFAULT_SETTINGS, SECTION, settingsSchema } from '../server/src/settings.js';

interface Property {
  readonly type: string;
  readonly scope: string;
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly items?: { readonly type: string; readonly enum?: readonly string[]; readonly enumDescriptions?: readonly string[] };
}

interface Step {
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly language: string; readonly scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string; readonly args?: unknown; readonly when: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
    readonly walkthroughs: readonly { readonly icon: string; readonly steps: readonly Step[] }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly languages: readonly { readonly configuration: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
  };
}

const root = new URL('../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as Manifest;
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** Every setting with its full key: an object of settings is a prefix, not a setting. */
function leaves(schema: JsonSchema, values: unknown, path: string): [key: string, schema: JsonSchema, value: unknown][] {
  if (schema.properties === undefined) return [[path, schema, values]];
  return Object.entries(schema.properties).flatMap(([key, inner]) => leaves(inner, (values as Record<string, unknown>)[key], `${path}.${key}`));
}

describe('settings in package.json', () => {
  const typed = leaves(z.toJSONSchema(settingsSchema) as JsonSchema, DEFAULT_SETTINGS, SECTION);
  const { properties } = contributes.configuration;

  it('are those of the typed source', () => {
    expect(Object.keys(properties).sort()).toEqual(typed.map(([key]) => key).sort());
  });

  it.each(typed)('%s has the same type, values and default', (key, schema, value) => {
    const property = properties[key];
    expect(property?.default).toEqual(value);
    expect(property?.type).toBe(schema.type);
    expect(property?.enum).toEqual(schema.enum);
    expect(property?.items?.type).toBe(schema.items?.type);
    expect(property?.items?.enum).toEqual(schema.items?.enum);
  });

  it.each(Object.entries(properties))('%s is described, value by value, and may differ by folder', (key, property) => {
    expect(property.markdownDescription).toMatch(/^[A-Z].*\.$/s);
    expect(property.enumDescriptions?.length).toBe(property.enum?.length);
    expect(property.items?.enumDescriptions?.length).toBe(property.items?.enum?.length);
    // What is loaded into the server is the machine's to say: a folder that somebody sends cannot set it.
    // Nor may it turn on an online source, or change where one lies.
    expect(property.scope).toBe(key.endsWith('.model.path') ? 'machine' : key.includes('.lookUp.') ? 'application' : 'resource');
  });
});

describe('token types in package.json', () => {
  it('are those of the legend, in its order', () => {
    expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual([...TOKEN_TYPES]);
    expect(contributes.semanticTokenModifiers.map(({ id }) => id)).toEqual([...TOKEN_MODIFIERS]);
    expect(TOKEN_TYPES.length).toBe(ENTITY_TYPES.length);
  });

  it('have a scope for themes that do not know them, in every served language', () => {
    expect(contributes.semanticTokenScopes.map(({ language }) => language).sort()).toEqual([...SERVED_LANGUAGES].sort());
    for (const { scopes } of contributes.semanticTokenScopes) expect(Object.keys(scopes).sort()).toEqual([...TOKEN_TYPES].sort());
  });

  it('get a font style only under names that exist', () => {
    const rules = contributes.configurationDefaults['editor.semanticTokenColorCustomizations']?.['rules'] as Record<string, unknown>;
    expect(Object.keys(rules).filter((name) => !TOKEN_TYPES.some((type) => type === name))).toEqual([]);
  });

  it('are switched on where they are served', () => {
    for (const language of SERVED_LANGUAGES) expect(contributes.configurationDefaults[`[${language}]`]?.['editor.semanticHighlighting.enabled']).toBe(true);
  });
});

/** Keys of a mode mean something else outside it. */
const OF_A_MODE = /articleAnnotator\.(?:reviewing|picking|draftingNote)/;
/** And keys of a view, while it has the focus. */
const OF_A_VIEW = /^focusedView == /;
/** The editor's own keys for undo and redo, while they mean a decision. */
const OF_HISTORY: Readonly<Record<string, string>> = {
  'articleAnnotator.undoDecision': 'editorTextFocus && articleAnnotator.undoIsDecision && !commentEditorFocused', 'articleAnnotator.redoDecision': 'editorTextFocus && articleAnnotator.redoIsDecision && !commentEditorFocused',
};

describe('the rest of package.json', () => {
  it('names commands that the client registers, all under one category', () => {
    const atOnce = [...readFileSync(new URL('client/src/commands/index.ts', root), 'utf8').matchAll(/registerCommand\('([^']+)'/g)].map(([, command]) => command);
    const registered = [...atOnce, ...[...READING_COMMANDS, ...ANNOTATING_COMMANDS].map((command) => `${SECTION}.${command}`)];
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual(registered.sort());
    expect(new Set(contributes.commands.map(({ category }) => category))).toEqual(new Set(['Article Annotator']));
  });

  it('has every command that cards may call, one of them a link and no more', () => {
    expect(CARD_COMMANDS.filter((command) => !commands.includes(command))).toEqual(['articleAnnotator.reveal']);
  });

  it('puts commands that exist on keys, each key once, and only while an article has the focus', () => {
    const always = contributes.keybindings.filter(({ when, args }) => !OF_A_MODE.test(when) && !OF_A_VIEW.test(when) && args !== ALOUD);
    for (const keys of [always.map(({ key }) => key), always.map(({ key, mac }) => mac ?? key)]) expect(new Set(keys).size).toBe(keys.length);
    for (const { command, when } of always) {
      expect(commands).toContain(command);
      expect(when).toBe(OF_HISTORY[command] ?? 'editorTextFocus && articleAnnotator.annotated');
    }
  });

  it('tells the commands that move the cursor when the editor is heard, on the keys that they have anyway', () => {
    const aloud = contributes.keybindings.filter(({ args }) => args === ALOUD);
    expect(aloud.map(({ command }) => command).sort()).toEqual([...TELLING_COMMANDS].map((command) => `${SECTION}.${command}`).sort());
    for (const binding of aloud) {
      const silent = contributes.keybindings.find(({ command, args }) => command === binding.command && args === undefined);
      expect(binding).toEqual({ ...silent, args: ALOUD, when: `${silent?.when} && accessibilityModeEnabled` });
      // Of two that fit, the editor takes the later one.
      expect(contributes.keybindings.indexOf(binding)).toBeGreaterThan(contributes.keybindings.findIndex((one) => one === silent));
    }
  });

  it('has the single keys of review mode in that mode only, and leaves none that would write into the text', () => {
    const bound = contributes.keybindings.filter(({ when }) => when.includes('articleAnnotator.reviewing'));
    const expected = [
      ...REVIEW_KEYS.flatMap(({ keys, command, args }) => keys.map((key) => ({ command: `${SECTION}.${command}`, key, args }))),
      ...LETTERS.map((letter) => ({ command: `${SECTION}.reviewType`, key: letter, args: letter })),
      ...silentKeys().map((key) => ({ command: `${SECTION}.ignoreKey`, key, args: undefined })),
      ...SILENT_CHORDS.map(([key, mac]) => ({ command: `${SECTION}.ignoreKey`, key, args: undefined, mac: mac === key ? undefined : mac })),
    ];
    expect(bound.map(({ command, key, args, mac }) => ({ command, key, args, mac }))).toEqual(expected.map((one) => ({ mac: undefined, ...one })));
    expect(new Set(expected.map(({ key }) => key)).size).toBe(expected.length);
    const known = [...commands, ...SILENT_COMMANDS.map((command) => `${SECTION}.${command}`)];
    for (const { command, when } of contributes.keybindings.filter((binding) => OF_A_MODE.test(binding.when))) {
      expect(known).toContain(command);
      // Notes are written beside the text while review mode is on.
      expect(when).toMatch(/^editorTextFocus && articleAnnotator\.(reviewing && !commentEditorFocused|picking|draftingNote && commentEditorFocused)/);
    }
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') for (const key of [letter, `shift+${letter}`]) expect(bound.map((binding) => binding.key)).toContain(key);
  });

  it('has keys for the rows of the views while these have the focus', () => {
    const bound = contributes.keybindings.filter(({ when }) => OF_A_VIEW.test(when));
    expect(bound).toEqual([
      ...VIEW_KEYS.map(({ view, key, mac, does }) => ({
        command: 'runCommands', key, mac, args: { commands: [{ command: `${SECTION}.${view === 'annotations' ? 'onRow' : 'onCheck'}`, args: 'key' }, 'list.toggleSelection', { command: `${SECTION}.${view === 'annotations' ? 'onRow' : 'onCheck'}`, args: does }] }, when: whenInView(view),
      })),
      { command: `${SECTION}.undoDecision`, key: 'ctrl+z', mac: 'cmd+z', when: whenInView('annotations') },
      { command: `${SECTION}.redoDecision`, key: 'ctrl+y', mac: 'cmd+shift+z', when: whenInView('annotations') },
    ]);
  });

  it('offers in menus only what exists, and in the palette nothing that needs an article without one', () => {
    const submenus = contributes.submenus.map(({ id }) => id);
    for (const { command, submenu } of Object.values(contributes.menus).flat()) expect([...commands, ...submenus]).toContain(command ?? submenu);
    const alwaysUseful = ['clearLookUps', 'restartServer', 'showLog', 'openSample', 'showKeys', 'openWalkthrough'].map((name) => `${SECTION}.${name}`);
    const limited = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when !== undefined).map(({ command }) => command);
    expect(commands.filter((command) => !limited.includes(command)).sort()).toEqual(alwaysUseful.sort());
  });

  it('leads newcomers by commands and events that exist, with pictures that are described', () => {
    const views = Object.values(contributes.views).flat().map(({ id }) => id);
    for (const { description, media, completionEvents } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const ours = [...description.matchAll(/\(command:(articleAnnotator\.\w+)(?:\.focus)?\)/g)].map(([, command]) => command);
      for (const command of ours) expect([...commands, ...views]).toContain(command);
      for (const event of completionEvents) expect(event).toMatch(/^on(Context:articleAnnotator\.(annotated|articleReached)|(Command|View):articleAnnotator\.\w+)$/);
      expect(media.altText).toMatch(/\.$/);
    }
  });

  it('gives every colour a value in all four kinds of theme', () => {
    for (const { id, defaults } of contributes.colors) {
      expect(id).toMatch(/^articleAnnotator\.\w+$/);
      expect(Object.keys(defaults)).toEqual(['dark', 'light', 'highContrast', 'highContrastLight']);
    }
  });

  it('is activated by every served language', () => {
    for (const language of SERVED_LANGUAGES) expect(manifest.activationEvents).toContain(`onLanguage:${language}`);
  });

  it('has what it reads where it is installed, by a package or by npm start', () => {
    expect(installedParts(fileURLToPath(root))).toEqual(expect.arrayContaining(['package.json', 'dist', 'media', 'models', 'samples', 'syntaxes', 'language-configuration.json']));
  });

  it('points at files that exist', () => {
    const files = [...contributes.grammars.map(({ path }) => path), ...contributes.languages.map(({ configuration }) => configuration), 'media/icon.png', 'LICENSE',
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon), ...Object.values(contributes.views).flat().map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.svg)])];
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });
});
