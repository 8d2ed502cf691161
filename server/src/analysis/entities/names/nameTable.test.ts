import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../knowledge/index.js';
import { NameTable, isUncertain } from './index.js';
import { checkNames, decide, namesOf, tableOf } from './names.testHelper.js';

describe('entities', () => {
  it('gives a surname the full name', () => {
    const text = 'Defense Minister Rustem Osei spoke. Osei said talks would go on.';
    expect(decide(text, 'Osei')).toMatchObject({ type: 'PERSON', canonical: 'Rustem Osei', entity: decide(text, 'Rustem Osei').entity });
  });

  it('gives a surname that is also a team’s name to whom the article gives a title', () => {
    const text = 'Environment Minister Kristjan Mets said he knew. An aide said that Mets was told on Sunday. Mets denied this. On Monday Mets left.';
    expect(decide(text, 'Mets')).toMatchObject({ type: 'PERSON', canonical: 'Kristjan Mets' });
    expect(decide('The Mets won. Fans of the Mets cheered.', 'Mets')).toMatchObject({ type: 'ORG' });
  });

  it('takes the article\'s own long form before the one that the lists know', () => {
    const text = 'The United Dairy Alliance (UDA) met in Nairobi. The UDA elected a chair.';
    expect(decide(text, 'UDA').canonical).toBe('United Dairy Alliance');
  });

  it('keeps a court that every country has apart from the listed one, unless the article names that', () => {
    expect(decide('Kenya\'s Supreme Court annulled the vote.', 'Supreme Court').canonical).toBe('Supreme Court');
    const both = 'The US Supreme Court ruled on Monday. The Supreme Court had waited.';
    expect(decide(both, 'Supreme Court').entity).toBe(decide(both, 'US Supreme Court').entity);
  });

  it('joins initials, nicknames and accents', () => {
    const text = 'President William R. Keld met Bill Keld. Mr. Recep Özdoğan left. Ozdogan said so.';
    expect(decide(text, 'Bill Keld').canonical).toBe('William R. Keld');
    expect(decide(text, 'Ozdogan').canonical).toBe('Recep Özdoğan');
  });

  it('keeps two people of one surname apart', () => {
    const text = 'Mr. Daniel Kim and Ms. Laura Kim voted. Kim said it was late.';
    expect(decide(text, 'Daniel Kim').entity).not.toBe(decide(text, 'Laura Kim').entity);
    expect(decide(text, 'Kim')).toMatchObject({ type: 'PERSON', canonical: 'Kim', ambiguousWith: ['Daniel Kim', 'Laura Kim'] });
  });

  it('keeps a son apart from his father', () => {
    const text = 'Mr. Robert Keld Jr. and his father Robert Keld arrived.';
    expect(decide(text, 'Robert Keld Jr.').entity).not.toBe(decide(text, 'Robert Keld').entity);
  });

  it('knows that a family name may come first', () => {
    expect(decide('President Moon Hae-jin spoke. Moon said no.', 'Moon').canonical).toBe('Moon Hae-jin');
  });

  it('expands an acronym by the brackets, or by its letters', () => {
    const text = 'The Road Transport Licensing Agency (RTLA) answered. RTLA inspectors came.';
    expect(decide(text, 'RTLA')).toMatchObject({ type: 'ORG', canonical: 'Road Transport Licensing Agency' });
    expect(decide(text, 'RTLA').entity).toBe(decide(text, 'Road Transport Licensing Agency').entity);
    expect(decide('The Road Transport Licensing Agency answered. The RTLA was late.', 'RTLA').canonical).toBe('Road Transport Licensing Agency');
  });

  it('takes canonical names from the lists', () => {
    expect(decide('The US agreed.', 'US')).toMatchObject({ type: 'GPE', canonical: 'United States' });
  });

  it('knows a place in capitals', () => {
    expect(decide('KYIV (Reuters) - Rain fell in Kyiv.', 'KYIV').entity).toBe(decide('Rain fell in Kyiv.', 'Kyiv').entity);
  });

  it('keeps a company apart from one whose name begins with its own', () => {
    const text = 'The company Zonda sold Zonda Logistics Ltd.';
    expect(decide(text, 'Zonda').entity).not.toBe(decide(text, 'Zonda Logistics Ltd').entity);
  });
});

describe('types over the article', () => {
  it('lets the whole article decide a name', () => {
    checkNames('[Dorian]EVENT is near.\n\n[Hurricane Dorian]EVENT grew. People fled [Dorian]EVENT.');
    checkNames('The surgeon [Lin Ford]PERSON said so. [Ford]PERSON, 51, smiled.');
  });

  it('takes nothing for a place because it owns what stands after “in”', () => {
    expect(decide('They met in Velnik.', 'Velnik').type).toBe('GPE');
    expect(decide('They met in Velnik’s temple.', 'Velnik').type).not.toBe('GPE');
  });

  it('drops a word that has a capital only where a sentence begins', () => {
    checkNames('Negotiations began. Police came. Residents left.');
  });
});

describe('history', () => {
  const TEXTS = [
    'Mr. Daniel Kim met the Road Transport Licensing Agency (RTLA).', 'Kim said the RTLA was late.', 'Ms. Laura Kim lives in Kim Street.', 'KYIV (Reuters) - Erdoğan left Kyiv.',
    'Erdogan, 71, is president. President Recep Erdoğan spoke.', 'Hurricane Kim grew; the company Kim sold Kim Air.', 'The US and U.S. officials met.', 'Zonda said so. Zonda Polska and Zonda Ltd agreed.',
    'They keep zonal guard duties (ZGDs).', 'The ZGD is late, said the Zonal Guard Department.', 'Two ZGDs were kept, said the ZGD.',
  ].map((text) => namesOf(text).flatMap(({ names }) => names));
  const keys = [...new Set(TEXTS.flat().map((n) => n.key))];

  it('does not matter: blocks in any order, added and removed, give what a fresh table gives', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(TEXTS.length - 1), fc.boolean()), { maxLength: 40 }), (steps) => {
      const table = new NameTable(loadGazetteer());
      const held: number[] = [];
      const seen = new Map<string, string>();
      for (const [index, remove] of steps) {
        const at = held.indexOf(index);
        if (remove && at >= 0) {
          held.splice(at, 1);
          table.remove(TEXTS[index] ?? []);
        } else if (!remove) {
          held.push(index);
          table.add(TEXTS[index] ?? []);
        }
        const changed = table.takeChanged();
        for (const key of keys) {
          const { type, entity, canonical, confidence } = table.decide(key);
          const now = JSON.stringify(type === null ? null : { type, entity, canonical, uncertain: isUncertain(confidence) });
          if (!changed.has(key) && seen.has(key)) expect(now).toBe(seen.get(key));
          seen.set(key, now);
        }
      }
      const fresh = new NameTable(loadGazetteer());
      for (const index of [...held].sort()) fresh.add(TEXTS[index] ?? []);
      for (const key of keys) expect(table.decide(key)).toEqual(fresh.decide(key));
    }), { numRuns: 100 });
  });

  it('reports new names, changed ones and names that are gone, once', () => {
    const table = tableOf('Mr. Daniel Osei spoke.');
    const more = namesOf('Osei said so.').flatMap(({ names }) => names);
    expect([...table.takeChanged()]).toEqual(['Daniel Osei']);
    expect(table.takeChanged().size).toBe(0);
    table.add(more);
    expect(table.takeChanged().has('Osei')).toBe(true);
    table.remove(more);
    expect([...table.takeChanged()]).toContain('Osei');
    expect(table.decide('Osei').type).toBeNull();
  });

  it('reports no name of which it is only surer than before', () => {
    const table = tableOf('Mr. Daniel Osei spoke.');
    table.takeChanged();
    const { confidence } = table.decide('Daniel Osei');
    table.add(namesOf('Daniel Osei, the mayor, said so. Daniel Osei said no.').flatMap(({ names }) => names));
    expect(table.decide('Daniel Osei').confidence).not.toBe(confidence);
    expect([...table.takeChanged()]).not.toContain('Daniel Osei');
  });
});
