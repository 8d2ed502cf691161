/** Head nouns of sources, by kind (design document, part B1). */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((w) => w !== ''));

/** Things that store words or data. */
export const DOCUMENT_HEADS = words(`report study survey poll census filing indictment affidavit law bill letter email e-mail transcript recording video footage photo photos
  photograph photographs map data records record statistics database website site post statement tweet article paper document documents documentation complaint lawsuit
  constitution motion opinion ruling act treaty decree notice memo release advisory guidelines figures research analysis investigation investigations review evidence polls surveys studies
  forecast model models results findings petition order judgment judgement verdict resolution agreement report reports images image tape book charter rules regulations amendment
  advertisement poster message scriptures bulletin app calculations estimate estimates numbers exhibits inscription sign page facts summary doctrine doctrines request decision caption account entry entries register minutes log logs tests test autopsy examination experiments`);

/** Bodies of state, of definite reference. */
export const OFFICIAL_HEADS = words(`police authorities prosecutors prosecution government ministry court courts jury council parliament congress senate army military navy delegation embassy department
  administration commission agency kremlin cabinet legislature assembly coastguard customs treasury junta regime state states city county country nation countries committee tribunal bureau
  force forces authority board office officials' bank bundestag duma knesset nato un eu who service house side judiciary electorate gendarmerie sheriff prosecutor's pentagon
  governments ministries republic municipality commune province mission inspectorate`);

/** Words in an organisation's name that make it a body of state, or of states. */
export const OFFICIAL_NAME_WORDS = words(`ministry court army navy police government department council parliament senate congress commission agency administration office bureau authority embassy
  kremlin pentagon nato un eu nations house assembly committee force forces guard service services bundestag duma knesset diet cabinet federal national state royal supreme treasury
  fbi cia fda cdc who unesco unicef imf opec fema faa ntsb nasa epa fcc sec nhs moh interpol europol unhcr iaea wto icc icj scotus fsb sbu mi5 mi6 nsa dhs doj ice usgs nhc noaa
  gendarmerie carabinieri sheriff fire municipality city county mayor prosecutor prosecutors directorate secretariat inspectorate coast institute survey board tribunal command defense defence
  fund monetary au asean opcw osce volcanology seismology health weather meteorological geological security election elections electoral reserve central statistics customs immigration aviation transport transportation safety`);

/** Unions of states: other unions are those of people at work. */
export const UNIONS_OF_STATES = /\b(?:European|African|Eurasian Economic|Soviet|Inter-Parliamentary|International Telecommunication|Universal Postal) Union\b/i;

/** Words that make it none, whatever else is in the name. */
export const COMPANY_NAME_WORDS = words(`times post news journal herald guardian press media tv radio broadcasting inc ltd corp corporation company group university college club fc party association
  society foundation network airlines airways magazine tribune telegraph daily daily mail reuters bbc cnn abc nbc cbs fox afp al-jazeera sky gazette independent observer church
  agence xinhua tass sun mirror star globe chronicle today reporter international`);

/** People and reports that say nothing about who they are. */
export const BARE_HEADS = words(`official officials source sources reports rumour rumours rumor rumors some many people others person insider insiders someone somebody everyone nobody one most
  several few anyone both all none media`);

/** Words before a bare head that describe nobody. */
export const NOT_DESCRIBING = words(`anonymous unnamed unidentified well-placed reliable credible trusted informed one two three four five several some multiple a an the other further same many more
  these those such various numerous early initial recent earlier unconfirmed first this that no any all most few another`);

/** Heads that stand for an organisation named before. */
export const ORGANISATION_HEADS = words(`company firm party club team airline newspaper outlet group organisation organization association corporation charity manufacturer network broadcaster
  magazine university college school church label publisher studio bank union federation institute publication daily operator maker carrier chain institution foundation airport hospital coalition
  venture diocese hotel store shop museum zoo hospital brand foundation chain academy supplier retailer channel paper league`);

/** Heads that stand for a person, often one named before. */
export const ROLE_HEADS = words(`president minister mayor governor senator spokesman spokeswoman spokesperson judge king queen pope prince princess chancellor premier secretary ambassador
  general colonel captain sergeant sheriff chief director chairman chairwoman chair head leader founder ceo executive manager coach author writer artist actor actress singer musician
  professor doctor researcher scientist expert analyst economist historian lawyer attorney prosecutor defendant suspect victim driver pilot player candidate nominee lawmaker congressman
  congresswoman representative justice archbishop bishop priest imam activist journalist reporter editor correspondent politician politician diplomat envoy commissioner officer official student teacher
  man woman boy girl father mother son daughter husband wife brother sister widow star champion wrestler comedian director-general co-founder deputy advisor adviser aide commander admiral councillor`);

export const THIRD_PERSON: ReadonlyMap<string, 'he' | 'she' | 'they' | 'it'> = new Map([
  ['he', 'he'], ['him', 'he'], ['his', 'he'], ["he's", 'he'], ["he'd", 'he'], ["he'll", 'he'], ['she', 'she'], ['her', 'she'], ["she's", 'she'], ["she'd", 'she'], ["she'll", 'she'],
  ['they', 'they'], ['their', 'they'], ['them', 'they'], ["they're", 'they'], ["they've", 'they'], ["they'd", 'they'], ["they'll", 'they'], ['it', 'it'], ['its', 'it'], ["it's", 'it'],
]);

export const FIRST_PERSON = words("i we me us my our i'm i've i'd i'll we're we've we'd we'll myself ourselves");
