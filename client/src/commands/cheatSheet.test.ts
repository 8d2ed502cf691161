import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cheatSheet } from './cheatSheet.js';
import type { Manifest } from './cheatSheet.js';

describe('the cheat sheet', () => {
  it('says what package.json says', () => {
    const commands = [{ command: 'a.next', title: 'Go On' }, { command: 'a.log', title: 'Show Log' }];
    const text = cheatSheet({ contributes: { commands, keybindings: [{ command: 'a.next', key: 'shift+alt+q', mac: 'ctrl+cmd+c' }] } });
    expect(text).toContain('| Go On | `Shift+Alt+Q` | `Ctrl+Cmd+C` |');
    expect(text).toContain('- Show Log');
    expect(text).not.toContain('- Go On');
  });

  it('tells a key once that is bound twice, as for who hears the editor', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as Manifest;
    expect(cheatSheet(manifest)).toContain('| Go to Next Unnamed Source | `Alt+U` | `Ctrl+Cmd+U` |');
  });

  it('names every command of ours once', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as Manifest;
    const text = cheatSheet(manifest);
    for (const { title } of manifest.contributes.commands) expect(text.split(new RegExp(`^(?:- |\\| )${title.replace(/[()]/g, '\\$&')}(?: \\||$)`, 'm')).length, title).toBe(2);
  });
});
