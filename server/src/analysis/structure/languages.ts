/** Tells the language of a text by its script or its commonest small words. */

interface Script {
  readonly letters: RegExp;
  readonly name: (text: string) => string;
}

const SCRIPTS: readonly Script[] = [
  { letters: /\p{Script=Cyrillic}/gu, name: cyrillic },
  { letters: /\p{Script=Arabic}/gu, name: (text) => (/[ٹڈڑےں]/.test(text) ? 'Urdu' : /[پچژگ]/.test(text) ? 'Persian' : 'Arabic') },
  { letters: /\p{Script=Hangul}/gu, name: () => 'Korean' },
  { letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, name: (text) => (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'Japanese' : 'Chinese') },
  { letters: /\p{Script=Greek}/gu, name: () => 'Greek' },
  { letters: /\p{Script=Hebrew}/gu, name: () => 'Hebrew' },
  { letters: /\p{Script=Devanagari}/gu, name: () => 'Hindi' },
  { letters: /\p{Script=Bengali}/gu, name: () => 'Bengali' },
  { letters: /\p{Script=Tamil}/gu, name: () => 'Tamil' },
  { letters: /\p{Script=Thai}/gu, name: () => 'Thai' },
  { letters: /\p{Script=Georgian}/gu, name: () => 'Georgian' },
  { letters: /\p{Script=Armenian}/gu, name: () => 'Armenian' },
  { letters: /\p{Script=Ethiopic}/gu, name: () => 'Amharic' },
  { letters: /[^\p{Script=Latin}\P{L}]/gu, name: () => 'another script' },
];

/** Letters unknown to Russian tell its neighbours apart. */
function cyrillic(text: string): string {
  if (/[ЇїЄєҐґ]/.test(text)) return 'Ukrainian';
  if (/[Ўў]/.test(text)) return 'Belarusian';
  if (/[ЉљЊњЂђЋћЏџЈј]/.test(text)) return /[ЃѓЌќЅѕ]/.test(text) ? 'Macedonian' : 'Serbian';
  return /[ыэёЫЭЁ]/.test(text) ? 'Russian' : /ъ[а-я]/.test(text) ? 'Bulgarian' : 'Russian';
}

/** Fewer letters than this are a name or a quoted word and tell nothing. */
const FEWEST_LETTERS = 12;

/** The language of a text most of whose letters are not Latin, or null. */
export function languageByScript(text: string): string | null {
  const letters = count(text, /\p{L}/gu);
  if (letters < FEWEST_LETTERS) return null;
  for (const script of SCRIPTS) if (count(text, script.letters) > letters / 2) return script.name(text);
  return count(text, /\p{Script=Latin}/gu) < letters / 2 ? 'another script' : null;
}

function count(text: string, pattern: RegExp): number {
  let n = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(text) !== null) n++;
  return n;
}

/** Small words by language. One that two languages share is given to both: only the totals are compared. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  English: words('the of and to in a is that for was on with as it by at he she from his her they be this has have had are were not but which who an their will would after been its or about more than when also there we you i all no if out so what up can do into over said could may one two other some only'),
  German: words('der die das und in den von zu mit dem ist des sich auf für nicht im eine auch ein als es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wurden kein keine'),
  French: words('le la les de des du et en un une est que qui dans pour pas au aux sur plus par ce cette il elle sont avec ont été a ne se son sa ses mais comme ou leur nous vous on lors après selon était être d l à ces deux même'),
  Spanish: words('el la los las de del y en un una es que por con para se no al lo su sus como más pero o este esta fue ha han sobre entre también cuando según desde hasta muy sin ya son está ser dos años'),
  Italian: words('il la le i gli di del della dei delle e in un una è che per con non si al alla sono da dal ha come più ma anche lo nel nella ai su questo questa hanno stato era dopo tra o se ed'),
  Portuguese: words('o a os as de do da dos das e em um uma é que por com para se não no na nos nas ao à mais como mas foi são ser seu sua pelo pela também ou já quando entre depois até há'),
  Dutch: words('de het een en van in is dat op te zijn voor met die niet aan er om ook als bij door maar naar uit nog wordt over of tot heeft hij zij ze worden werd was dan meer geen deze kan'),
  Polish: words('w i na z się nie do że jest to o jak po co za od przez dla ale czy tym był była były jego jej oraz które który która są tego także może już przed'),
  Czech: words('a v se na je že s z do o k i ve pro za by jako po ale podle jsou byl byla nebo také od při který která které však už jeho tak'),
  Turkish: words('ve bir bu da de için ile olarak olan daha çok gibi sonra ise kadar ne ancak en göre her o dedi oldu olduğu değil ya'),
  Swedish: words('och i att det som en på är av för med den till inte har om ett men var vi de han hon så från kan när eller efter även under sig där vid'),
  Danish: words('og i at det er en til af på som for med de den har ikke et der var om han hun sig fra men vil kan efter også eller blev ved så'),
  Norwegian: words('og i at det er en til av på som for med de den har ikke et om han hun seg fra men vil kan etter også eller ble ved så var'),
  Finnish: words('ja on ei se että oli hän mutta myös ovat kun tai sekä jo kuin ole jos joka mukaan sen ovat vain nyt'),
  Romanian: words('și în de la a cu pe că nu este o un din pentru mai au care fi să prin dar sau după fost sunt al ale lui'),
  Hungarian: words('a az és hogy nem is egy volt meg de csak már ez még vagy lehet ki el szerint után kell mint között'),
  Indonesian: words('yang dan di ini itu dengan untuk dari dalam tidak akan pada juga ke karena oleh ada sebagai adalah telah bisa mereka atau kata'),
  Vietnamese: words('và của là có được trong cho không một những các với người này đã khi để ở từ đến'),
  Swahili: words('ya na wa kwa ni katika za la kuwa hiyo huo hilo hata kama lakini pia baada alisema cha yake'),
  Croatian: words('i u je da se na su za od s što kao o ne koji koja koje nije bi iz će ali te bio po do'),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

export function isEnglishSmallWord(lower: string): boolean {
  return SMALL_WORDS.English?.has(lower) === true;
}

/** Another language than English that fits the words clearly better, or null. `lowerWords` are lower-case words in order. */
export function languageByWords(lowerWords: readonly string[]): string | null {
  if (lowerWords.length < 5) return null;
  let best = { name: '', hits: 0, different: 0 };
  let english = 0;
  for (const [name, set] of Object.entries(SMALL_WORDS)) {
    const hits = lowerWords.filter((word) => set.has(word));
    if (name === 'English') english = hits.length;
    else if (hits.length > best.hits) best = { name, hits: hits.length, different: new Set(hits).size };
  }
  const clear = best.hits >= 0.15 * lowerWords.length && best.hits >= 1.4 * english + 1;
  return clear && best.different >= 3 ? best.name : null;
}
