import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from './settings.js';

describe('readSettings', () => {
  it('gives the defaults for nothing at all', () => {
    for (const raw of [undefined, null, {}, 'odd', 7]) expect(readSettings(raw)).toEqual({ value: DEFAULT_SETTINGS, problems: [] });
  });

  it('takes what is set and keeps the rest', () => {
    const { value, problems } = readSettings({ claims: { enabled: false }, unknown: 1 });
    expect(value).toEqual({ ...DEFAULT_SETTINGS, claims: { ...DEFAULT_SETTINGS.claims, enabled: false } });
    expect(problems).toEqual([]);
  });

  it('names what is wrong by its key and puts the default in its place only', () => {
    const { value, problems } = readSettings({ claims: { enabled: 'often' }, entities: { types: ['PERSON', 'ALIEN'], enabled: false }, hover: 3 });
    expect(problems.map((p) => p.key)).toEqual(['articleAnnotator.entities.types.1', 'articleAnnotator.claims.enabled', 'articleAnnotator.hover']);
    expect(value.claims.enabled).toBe(true);
    expect(value.entities).toEqual({ enabled: false, types: DEFAULT_SETTINGS.entities.types });
    expect(value.hover).toEqual({ enabled: true });
  });
});
