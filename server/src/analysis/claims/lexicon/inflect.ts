/** English verb and noun forms, made once when the lexicon is loaded. */

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'pastOrParticiple' | 'ing';

/** Past and participle; the participle is left out where it equals the past. */
const IRREGULAR: Readonly<Record<string, readonly [string, string?]>> = {
  say: ['said'], tell: ['told'], know: ['knew', 'known'], think: ['thought'], write: ['wrote', 'written'], see: ['saw', 'seen'],
  hear: ['heard'], find: ['found'], hold: ['held'], feel: ['felt'], swear: ['swore', 'sworn'], read: ['read'], speak: ['spoke', 'spoken'],
  show: ['showed', 'shown'], foresee: ['foresaw', 'foreseen'], put: ['put'], set: ['set'], let: ['let'], forbid: ['forbade', 'forbidden'],
  withdraw: ['withdrew', 'withdrawn'], mean: ['meant'], dream: ['dreamt'], bet: ['bet'], understand: ['understood'], teach: ['taught'],
  draw: ['drew', 'drawn'], lay: ['laid'], make: ['made'], give: ['gave', 'given'], take: ['took', 'taken'], bring: ['brought'],
  go: ['went', 'gone'], cast: ['cast'], begin: ['began', 'begun'], sing: ['sang', 'sung'], seek: ['sought'], forget: ['forgot', 'forgotten'],
  choose: ['chose', 'chosen'], overturn: ['overturned'], uphold: ['upheld'], strike: ['struck'], weep: ['wept'], retell: ['retold'],
  come: ['came', 'come'], plead: ['pleaded', 'pled'], shoot: ['shot'], spin: ['spun'], beseech: ['beseeched'], forecast: ['forecast'],
  send: ['sent'], stand: ['stood'], cut: ['cut'], split: ['split'], become: ['became', 'become'], mistake: ['mistook', 'mistaken'],
};

const DOUBLING = new Set([
  'admit', 'plan', 'ban', 'beg', 'rebut', 'refer', 'infer', 'permit', 'commit', 'quip', 'fret', 'dub', 'slam', 'bar', 'submit', 'blog',
  'brag', 'chat', 'nod', 'prod', 'pen', 'regret', 'acquit', 'defer', 'omit', 'set', 'put', 'let', 'bet', 'forget', 'begin', 'cut', 'spin',
]);

const VOWEL_Y = /[aeiou]y$/;
const SIBILANT = /(?:s|x|z|ch|sh)$/;

/** Every form of a one-word verb with what it is; the base comes first. */
export function verbForms(base: string): readonly (readonly [string, VerbForm])[] {
  const irregular = IRREGULAR[base];
  const forms: (readonly [string, VerbForm])[] = [[base, 'base'], [thirdPerson(base), 's'], [ingForm(base), 'ing']];
  if (irregular === undefined) forms.push([pastForm(base), 'pastOrParticiple']);
  else if (irregular[1] === undefined) forms.push([irregular[0], 'pastOrParticiple']);
  else forms.push([irregular[0], 'past'], [irregular[1], 'participle']);
  return forms;
}

/** "-ise" verbs come in both spellings. */
export function spellings(base: string): readonly string[] {
  return base.endsWith('ise') && !NOT_IZE.has(base) ? [base, `${base.slice(0, -3)}ize`] : [base];
}

const NOT_IZE = new Set(['advise', 'promise', 'praise', 'surmise', 'raise', 'exercise', 'premise']);

export function pluralOf(noun: string): string {
  if (noun.endsWith('y') && !VOWEL_Y.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (noun.endsWith('is')) return `${noun.slice(0, -2)}es`;
  return SIBILANT.test(noun) ? `${noun}es` : `${noun}s`;
}

function thirdPerson(base: string): string {
  if (base === 'have') return 'has';
  if (base.endsWith('y') && !VOWEL_Y.test(base)) return `${base.slice(0, -1)}ies`;
  return SIBILANT.test(base) || base === 'go' ? `${base}es` : `${base}s`;
}

function pastForm(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (base.endsWith('y') && !VOWEL_Y.test(base)) return `${base.slice(0, -1)}ied`;
  return DOUBLING.has(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

function ingForm(base: string): string {
  if (base.endsWith('ee')) return `${base}ing`;
  if (base.endsWith('e')) return `${base.slice(0, -1)}ing`;
  return DOUBLING.has(base) ? `${base}${base.slice(-1)}ing` : `${base}ing`;
}
