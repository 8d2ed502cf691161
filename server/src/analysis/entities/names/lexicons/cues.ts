/** Words around a name that speak for its type. All in lower case. */
import { wordSet } from './words.js';

/** Verbs whose subject speaks or thinks: people, and bodies that speak. */
export const SPEECH_VERBS = wordSet(`
said says say told tells added adds noted notes stated states explained explains argued argues claimed claims warned warns insisted insists denied denies announced announces confirmed confirms
acknowledged admitted admits believes believed thinks thought wrote writes tweeted tweets posted replied asked asks urged urges called vowed pledged promised accused accuses criticized criticised
condemned described suggested suggests declared declares revealed reveals recalled recalls continued continues concluded observed remarked responded testified testifies alleged alleges reiterated
stressed emphasized emphasised expressed hopes hoped wants wanted knows knew feels felt hailed praised
`);

/** Verbs that people do and bodies seldom. */
export const PERSONAL_VERBS = wordSet(`
smiled laughed cried wept nodded married died walked ran sat stood grew born lived lives resigned retired graduated dreamed dreams sang sings smiles joked studied enjoys loves loved remembers
remembered whispered shouted recalled recalls suffered wrote writes pleaded testified thinks feels knew knows hugged thanked starred co-wrote co-founded attended scored
enrolled wed divorced emigrated befriended apologised apologized confided quipped reminisced shrugged grinned sobbed frowned winced sighed
`);

/** A name after one of these is a place, if nothing speaks against it. */
export const PLACE_PREPOSITIONS = wordSet('in near nearby throughout across outside inside around within toward towards into beyond');
export const WEAK_PLACE_PREPOSITIONS = wordSet('at from to through over along on off');

/** Lower-case nouns before or after a name. */
export const GPE_NOUNS = wordSet(`
city town village province state county district municipality prefecture oblast governorate emirate republic borough suburb township hamlet commune neighbourhood neighborhood capital country
nation kingdom settlement port-city
`);
export const LOC_NOUNS = wordSet('river lake sea island islands peninsula mountain mountains valley desert region coast archipelago strait gulf bay forest volcano range delta reef plateau glacier basin area rainforest');
export const FAC_NOUNS = wordSet('airport stadium bridge prison jail hospital hotel mosque cathedral church street square building tower station plant refinery port dam palace theatre theater mall pipeline base camp museum tunnel highway restaurant supermarket nightclub monastery temple');
export const ORG_NOUNS = wordSet(`
company companies firm firms group newspaper magazine broadcaster channel network airline airlines bank agency organization organisation charity ngo non-profit nonprofit club team party union startup
start-up maker manufacturer operator carrier retailer giant conglomerate chain label publisher website portal tabloid daily weekly outlet platform university college militia cartel
account accounts page post posts users user video video-sharing bloc alliance coalition association federation committee regulator watchdog think-tank brewer automaker carmaker chipmaker drugmaker lender insurer consultancy institute foundation ministry
subsidiary shareholders employees shares stock ceo headquarters-based
`);
/** What a people has. */
export const GROUP_NOUNS = wordSet('tribe tribes tribal tribesmen people peoples community communities ethnic origin descent ancestry nationals citizens citizen national minority minorities faith believers believer worshippers dialect settlers nomads clan clans refugees immigrants migrants diaspora heritage traditions cuisine culture voters');
/** What is called after the person at its head. */
export const LEADER_NOUNS = wordSet('administration presidency government regime campaign supporters loyalists rally dynasty era cabinet');
/** Lower-case heads of waters and lands that leave no doubt. */
export const SURE_LOC_NOUNS = wordSet('river lake sea island islands peninsula desert archipelago strait gulf rainforest basin mountains plateau glacier');

export const EVENT_NOUNS = wordSet('festival tournament summit championship marathon hurricane typhoon cyclone storm operation pandemic war election referendum movement protests rally conference');
export const PRODUCT_NOUNS = wordSet(`
missile missiles rocket rockets rifle rifles tank tanks drone drones jet jets helicopter helicopters fighter bomber vaccine vaccines app smartphone smartphones console aircraft plane planes submarine
frigate destroyer warship ship vessel ferry tanker yacht spacecraft satellite rover capsule software chatbot browser truck car suv pickup drug launcher launchers
`);
export const WORK_NOUNS = wordSet('film movie novel book song album single show series sitcom documentary musical play opera painting memoir poem anime manga podcast drama thriller comedy blockbuster biopic essay soundtrack hit programme films movies novels books songs albums memoirs mockumentary miniseries sitcoms videogame musicals poems paintings docuseries');
/** What a sentence about works has in it. */
export const WORK_CUES = wordSet('film films movie movies novel novels book books song songs album albums single singles episode episodes track tracks poem poems musical opera sitcom documentary memoir lyrics soundtrack sang sing sings singing performed performing starred starring directed recorded co-wrote titled author novelist singer songwriter band composer playwright painting paintings hits chart charts television screenplay video videos music column columnist essay article aria chapter tour stage theatre theater concert ballet anthem comic comics cartoon verse tune ep lp demo remix premiered nominated nomination award awards published');

/** What a company or a body has and a person or place has not. */
export const ORG_POSSESSIONS = wordSet('shares stock headquarters board spokesman spokeswoman spokesperson chairman chairwoman products customers users employees engineers founders founder co-founder executives leadership website editor editor-in-chief platform app');
/** What companies alone have. */
export const COMPANY_POSSESSIONS = wordSet('ceo cfo shareholders subsidiary subsidiaries');
/** What a person has and others have seldom. */
export const PERSON_POSSESSIONS = wordSet('wife husband son daughter father mother brother sister family lawyer lawyers attorney attorneys death career life body birthday parents children girlfriend boyfriend home remarks supporters office arrest resignation widow childhood team-mate aides tweet tweets cousin uncle grandmother grandfather');

/** Words after "the" + name that keep the name a modifier: "the Umerov delegation". */
export const FAMILY_NOUNS = wordSet('family families brothers sisters couple');

export const SPOKEN_BEFORE = wordSet('language speak speaks spoke spoken speaking translated translation interpreter fluent subtitles dialect written');
export const LANGUAGE_NOUNS = wordSet('language languages alphabet dialect translation speaker speakers grammar vocabulary proverb script subtitles words-language');

export const STORM_WORDS = wordSet('hurricane typhoon cyclone superstorm');
