/** What stands before or after a person's name: honorifics, ranks, offices, occupations. All in lower case, without the final stop of an abbreviation. */
import { wordSet } from './words.js';

/** Say nothing but "a person follows". */
export const HONORIFICS = wordSet(`
mr mrs ms mx miss mister madam madame mme mlle monsieur messrs dr doctor prof sir dame lord lady hon rev revd reverend fr sr bro sen rep gov lt col gen maj capt
sgt cpl pvt cmdr adm brig pres atty supt insp det const pc sheikh sheik shaikh shaykh ayatollah mullah maulana mufti imam hajj haji hajji alhaji alhaja mallam
archbishop bishop cardinal pope patriarch metropolitan monsignor msgr pastor rabbi deacon archdeacon canon swami guru lama shri sri smt tun tan elder honorable honourable datuk dato datin
tengku ustaz ustad kyai herr frau doña señor señora sheikha begum khawaja pandit pt apostle prophet evangelist chief oba emir senhor signor justice gov-gen
`);

/** Ranks and offices that stand before a name with a capital: "President", "Gen.". */
export const OFFICES = wordSet(`
president premier chancellor minister ministers senator senators representative representatives congressman congresswoman lawmaker governor governors mayor councillor councilor
councilman councilwoman alderman secretary secretary-general speaker ambassador envoy commissioner commissioners consul attorney solicitor prosecutor judge judges magistrate justice
justices general generals lieutenant colonel major captain sergeant corporal private admiral commander commodore brigadier marshal officer detective inspector superintendent
constable sheriff chief chiefs deputy king queen prince princess emperor empress sultan emir duke duchess count countess baron baroness viscount earl marquess tsar czar shah kaiser
caliph khan raja maharaja nawab chairman chairwoman chairperson chair director directors manager managing-director editor editor-in-chief coach captain ceo cfo coo cto vp evp svp md mp mps mep msp
mla mna mec td igp dgp cji cm dsp professor principal rector dean provost chaplain president-elect vice-president vicepresident vice-chancellor leader head spokesman spokeswoman spokesperson
adviser advisor counsellor counselor administrator coordinator convener treasurer comptroller registrar ombudsman whip taoiseach tánaiste premier-designate
undersecretary under-secretary under-secretary-general sub-lieutenant lieutenant-general lieutenant-colonel major-general brigadier-general attorney-general solicitor-general
governor-general director-general high-commissioner co-chair co-founder founder cofounder co-director vice-chair vice-chairman vice-premier vice-minister vice-admiral rear-admiral
wing-commander maj-general maj-gen lt-general lt-gen lt-colonel lt-col brig-general brig-gen parliamentarian legislator subedar havildar naib jawan analyst correspondent reporter pilot astronaut cosmonaut engineer delegate delegates assemblyman assemblywoman assemblymember councilmember
firefighter trooper agent agents emeritus member members presidents premiers leaders kings queens princes princesses ambassadors captains coaches advisers advisors commandant congressmen sergeant-major doctor sir congressmember candidate candidates lawyer
`);

/** Words that come before an office and belong to the role: "Deputy Foreign Minister", "former US president". */
export const ROLE_MODIFIERS = wordSet(`
prime foreign defence defense interior deputy vice first second assistant associate acting interim former ex outgoing incoming incumbent late then chief senior junior lead
special general national federal regional provincial state district county city local executive managing non-executive honorary permanent presidential parliamentary
majority minority opposition party house senate supreme court appeal high security policy press media communications finance financial economy economic trade commerce
industry energy oil petroleum health education culture cultural sports sport youth labour labor agriculture environment climate transport transportation infrastructure
justice home home-affairs internal external affairs exterior development planning housing water mines mining tourism information technology science innovation
social welfare women family gender migration immigration refugee police military army navy naval air force marine lieutenant major brigadier rear wing field group squadron staff
crown grand opposition shadow cabinet junior undersecretary under human rights legal religious spiritual supreme founding public relations operations technical medical
veteran longtime long-time exiled jailed imprisoned convicted disgraced embattled ousted deposed elected newly-elected self-proclaimed self-declared caretaker
anti-corruption counterterrorism homeland treasury budget tax central banking bank union club team football soccer cricket rugby tennis basketball
twitter tech billionaire two-time three-time award-winning pro-democracy pro-government independent investigative freelance famous renowned prominent leading star young retired
ai us uk un eu u.s. u.k. u.n. co chief-of-staff affairs commercial digital creative artistic marketing research clinical strategic corporate
`);

/** Lower-case nouns that stand before a name or after it in apposition. Occupations by ending (-ist) are added by rule. */
export const ROLE_NOUNS = wordSet(`
president minister premier chancellor senator representative congressman congresswoman lawmaker legislator parliamentarian politician governor mayor councillor councilor councilman
councilwoman secretary speaker ambassador envoy diplomat commissioner consul attorney solicitor prosecutor judge magistrate justice general lieutenant colonel major captain sergeant
admiral commander brigadier marshal officer detective inspector superintendent constable sheriff chief deputy king queen prince princess emperor sultan emir duke duchess monarch
ruler dictator strongman chairman chairwoman chairperson chair director manager boss editor coach head leader ceo cfo mp professor rector dean principal lecturer teacher student
researcher scholar academic spokesman spokeswoman spokesperson adviser advisor aide counsel counsellor counselor administrator coordinator founder co-founder cofounder owner
co-owner partner analyst expert correspondent reporter anchor broadcaster presenter host commentator columnist writer author poet novelist playwright blogger photographer
filmmaker film-maker director actor actress singer rapper musician composer conductor pianist guitarist drummer dancer comedian comic model celebrity star player
striker midfielder defender goalkeeper winger forward quarterback batsman bowler skipper captain boxer wrestler sprinter runner swimmer cyclist golfer driver pilot astronaut
engineer architect designer developer programmer entrepreneur businessman businesswoman tycoon magnate billionaire millionaire banker trader investor executive farmer fisherman
worker doctor physician surgeon nurse midwife lawyer barrister advocate defendant suspect victim witness survivor killer gunman attacker shooter bomber fugitive prisoner
inmate dissident whistleblower whistle-blower campaigner organizer organiser volunteer resident villager shopkeeper trader vendor hairdresser taxi-driver
priest pastor bishop archbishop cardinal pope cleric preacher imam rabbi monk nun missionary
father mother brother sister son daughter husband wife widow widower uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother stepfather stepmother
voter shopper passenger commuter bystander fan supporter friend colleague boyfriend girlfriend fiancé fiancee partner child boy girl man woman teenager toddler patient
successor predecessor counterpart rival opponent challenger candidate nominee hopeful contender runner-up winner champion laureate member delegate negotiator mediator
rapporteur inspector-general historian veteran soldier warlord militant rebel guerrilla mercenary oligarch philanthropist activist whip treasurer trustee patron
manager-coach trainer tutor mentor assistant curator librarian archaeologist biologist chemist physicist mathematician statistician technician politician electrician musician
physician clinician academician theologian sociologist psychologist criminologist seismologist epidemiologist virologist meteorologist
`);

/** Nouns that end like occupations but are none. */
export const NOT_OCCUPATIONS = wordSet('exist consist resist insist assist persist list mist twist fist wrist gist checklist enlist shortlist tourist artist-led communist fascist racist sexist terrorist islamist jihadist nationalist socialist separatist leftist rightist centrist feminist marxist extremist populist');

/** Second words of a title with "of": "Secretary of State", "Chief of Staff", "Minister of Health". */
export const TITLE_TOPICS = wordSet(`
state defense defence staff foreign affairs home interior internal external finance health education justice commerce trade agriculture transportation transport energy labor labour treasury
homeland national intelligence security environment culture sport sports youth science technology tourism industry information communications communication development planning
water housing works public service services mission operations police naval parliament human rights religious economic economy social welfare women veterans
`);

/** Whether a lower-case word is an occupation, a rank or a relation. Plurals count: "senators Ana Teel and Milo Kant". */
export function isRoleNoun(lower: string): boolean {
  if (ROLE_NOUNS.has(lower)) return true;
  if (lower.length > 6 && lower.endsWith('ist')) return !NOT_OCCUPATIONS.has(lower);
  if (lower.endsWith('s') && ROLE_NOUNS.has(lower.slice(0, -1))) return true;
  const hyphen = lower.lastIndexOf('-');
  return hyphen > 0 && ROLE_NOUNS.has(lower.slice(hyphen + 1));
}

/** Parts that belong to a person's name after the last surname. */
export const NAME_SUFFIXES = wordSet('jr jr. sr sr. ii iii iv phd md esq');

/** Particles in lower case inside a person's name; some of them may also open it ("al-", "de"). */
export const PARTICLES = wordSet(`
de del dela delos della delle degli di da das do dos du des la le las los van von der den ter ten te zu zur af av bin ibn bint ben bat abu umm al el ul ur ud us-salam e y i o
e' d' l' 'd und st san santa mac mc ap ould wa
`);
