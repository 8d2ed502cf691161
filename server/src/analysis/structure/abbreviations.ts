/** Words that keep their stop. Lower case, without the stop. */

/** Stand before a name or a number, so that they never end a sentence. */
const BEFORE_NAME = words(`
  mr mrs ms mx messrs mme mlle dr prof rev fr hon sen sens rep reps gov govs gen lt col maj capt cmdr cdr sgt cpl pvt adm brig det insp supt
  pres amb atty st ste mt ft jan feb apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri vs viz cf ca eds vol vols fig figs
  pp ch nos art arts sec para univ dept asst assoc msgr gens cllr supr ald
`);

/** May stand at the end of a sentence: what follows decides. */
const MAY_END = words('inc ltd co corp bros plc jr sr etc al esq est ave blvd rd approx dist tel ext ph.d intl mfg natl govt cal calif conn ariz ark colo fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo');

/** Abbreviations only as written here, with a capital, since the lower-case word is common. */
const CAPITAL_ONLY = words('gen rep reps col gov govs fr hon art sec mon wed fri sun sat jan mar dec cal ga ill ind la ky md mo pa va miss wash ore ark mt ft st ste co al ave pres amb det');

/** Abbreviations only if a number follows: "No. 4", "p. 12", "Mar. 3". */
const BEFORE_NUMBER = words('no nos p pp mar sat sun art sec fig figs vol vols ch para op tel ext');

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

export type AbbreviationKind = 'none' | 'before' | 'may-end';

/**
 * Whether `word` followed by a stop is an abbreviation.
 * @param word without its stop, as written
 * @param beforeNumber the next thing after the stop and white space is a digit
 */
export function abbreviationKind(word: string, beforeNumber: boolean): AbbreviationKind {
  if (word.length > 6) return 'none';
  const lower = word.toLowerCase();
  if (BEFORE_NUMBER.has(lower)) return beforeNumber ? 'before' : 'none';
  const before = BEFORE_NAME.has(lower);
  if (!before && !MAY_END.has(lower)) return 'none';
  if (CAPITAL_ONLY.has(lower) && word === lower) return 'none';
  return before ? 'before' : 'may-end';
}

const STARTERS = words(`
  the a an in on at he she it they we i you his her its their our this that these those there here but and or so yet however meanwhile when while
  after before since if as for from with by to of what who how why where although though because despite during until many most some several
  all both one two three each every another other more no not now then also still even according officials police last earlier later
`);

/** True for words that often open a sentence and hardly ever stand inside a name. */
export function isStarter(lower: string): boolean {
  return STARTERS.has(lower);
}
