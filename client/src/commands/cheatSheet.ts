/** The cheat sheet: made from what package.json declares, so that it says what is so. No VS Code in here. */

import { VIEW_KEYS, keySections } from '../annotating/keys.js';
import type { KeySection } from '../annotating/keys.js';

export interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string; readonly when?: string }[];
  };
}

/** Keys of a mode stand in a table of their own. */
const OF_A_MODE = /articleAnnotator\.(?:reviewing|picking|draftingNote)|^focusedView == /;

/** The editor's own keys do what they do in code. They are its defaults, the same in every version that we run in. */
const OF_THE_EDITOR = [
  ['Outline: go to a paragraph or claim', 'Ctrl+Shift+O', 'Cmd+Shift+O'],
  ['Go to the fullest mention', 'F12', 'F12'],
  ['Find all mentions', 'Shift+F12', 'Shift+F12'],
  ['Next and previous highlighted place', 'F7, Shift+F7', 'F7, Shift+F7'],
  ['Spell this name so everywhere (the box names the key for a preview)', 'F2', 'F2'],
  ['Who says what (call hierarchy)', 'Shift+Alt+H', 'Shift+Option+H'],
  ['Select more: mention, claim, sentence, paragraph', 'Shift+Alt+Right', 'Ctrl+Shift+Cmd+Right'],
  ['Show the card', 'Ctrl+K Ctrl+I', 'Cmd+K Cmd+I'],
  ['Show the card in the accessible view (on Linux with Shift, too)', 'Alt+F2', 'Option+F2'],
  ['Suggest a name', 'Ctrl+Space', 'Ctrl+Space'],
  ['Fold and unfold', 'Ctrl+Shift+[, Ctrl+Shift+]', 'Option+Cmd+[, Option+Cmd+]'],
  ['All commands', 'Ctrl+Shift+P', 'Cmd+Shift+P'],
] as const;

const NAMES: Readonly<Record<string, string>> = { ctrl: 'Ctrl', shift: 'Shift', alt: 'Alt', cmd: 'Cmd', pagedown: 'PageDown', pageup: 'PageUp', delete: 'Delete', backspace: 'Backspace' };

/** As Markdown. */
export function cheatSheet({ contributes: { commands, keybindings } }: Manifest): string {
  const title = (id: string): string => commands.find(({ command }) => command === id)?.title ?? id;
  const always = keybindings.filter(({ when = '' }) => !OF_A_MODE.test(when));
  const keyed = [...new Set(always.map(({ command }) => command))].map((command) => {
    const keys = always.filter((binding) => binding.command === command);
    return [title(command), keyList(keys.map(({ key }) => key)), keyList(keys.map(({ key, mac }) => mac ?? key))] as const;
  });
  const keyless = commands.filter(({ command }) => !always.some((binding) => binding.command === command)).map((one) => `- ${one.title}`);
  return [
    '# Keys of Article Annotator', 'These are the keys as they come. *Preferences: Open Keyboard Shortcuts* shows yours and changes them: search for “Article Annotator”.',
    '## In an article', table(keyed), '## The editor’s own, in an article', table(OF_THE_EDITOR),
    '## In review mode', 'Single keys, from *Review the Suggestions* until `Escape`. Outside it they write, as ever.', ...keySections().map(reviewTable),
    '## In the views', 'On the row that has the focus, in *Annotations* and the *Checking Log*. Undo and redo are as in the text.', table(viewKeys()),
    '## Commands without a key', 'In the command palette, under *Article Annotator*:', keyless.join('\n'), '',
  ].join('\n\n');
}

/** The same key under several conditions is told once. */
function keyList(keys: readonly string[]): string {
  return [...new Set(keys)].map(keyWords).join(', ');
}

/** A key that does the same in both views is told once. */
function viewKeys(): (readonly [title: string, key: string, mac: string])[] {
  const keys = new Map(VIEW_KEYS.map(({ words, key, mac }) => [`${words} ${key}`, [words, keyWords(key), keyWords(mac)] as const]));
  return [...keys.values()];
}

function table(rows: readonly (readonly [title: string, key: string, mac: string])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(['', 'Windows and Linux', 'Mac']), line(['---', '---', '---']), ...rows.map(([title, key, mac]) => line([title, code(key), code(mac)]))].join('\n');
}

function reviewTable({ title, keys }: KeySection): string {
  return [`| ${title} | |`, '| --- | --- |', ...keys.map(([key, words]) => `| \`${key}\` | ${words} |`)].join('\n');
}

function code(keys: string): string {
  return keys.split(', ').map((key) => `\`${key}\``).join(', ');
}

/** `shift+alt+q` as it stands on keys: Shift+Alt+Q. */
function keyWords(key: string): string {
  return key.split(' ').map((chord) => chord.split('+').map((part) => NAMES[part] ?? part.toUpperCase()).join('+')).join(' ');
}
