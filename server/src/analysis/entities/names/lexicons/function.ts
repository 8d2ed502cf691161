/** Words that open a sentence, or a headline, without being part of a name. Lower case. */
import { wordSet } from './words.js';

export const FUNCTION_WORDS = wordSet(`
the a an this that these those it its it's he his him she her they their them we our us you your i me my mine ours who whom whose which what when where why how whether if unless until till since because
although though while whereas as at by for from in into of off on onto out over per than through throughout to toward towards under up upon with within without about above across after against
along amid amidst among amongst around before behind below beneath beside besides between beyond but concerning considering despite down during except following including inside like near nor not
notwithstanding and or so yet both either neither each every all any some many much most more less few fewer several other others another such same own no none nobody nothing nowhere never ever
always often sometimes usually rarely seldom once twice again also too very just only even still already almost nearly quite rather perhaps maybe indeed however moreover furthermore therefore
thus hence otherwise instead meanwhile nevertheless nonetheless then there here now today yesterday tomorrow tonight later earlier soon recently currently previously formerly finally eventually
first second third last next is are was were be been being am do does did done doing has have had having will would shall should can could may might must ought let let's go get got
said says asked according speaking asked told adding despite given unlike yes ok okay oh well please thanks hello dear hi plus minus via versus vs vs. re amid-the
one two three four five six seven eight nine ten eleven twelve hundred thousand million billion hundreds thousands millions dozens half
don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't i'm i've i'll i'd he's she's that's there's we're we've we'll they're they've you're what's who's
`);

/** Weekdays, and the months that are nobody's name: a value finder has most of them, but not in a name's company. */
export const CALENDAR = wordSet('monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february july september october november december feb aug sept oct nov dec tues thurs');

/** Capitalised in prose without being names of ours. */
export const NEVER_NAMES = wordSet(`
m.a. b.a. m.sc. b.sc. m.b.a. ll.b. ll.m. m.d. ev evs cpi ceos cto ctos tvs ipo ipos ids vips esg pcr vat gst ppe lng lpg cng led r&d faqs asap aka rip fdi gnp ppps etf etfs evm evms fir firs tds kpi kpis roi csr agm agms ict
ptsd adhd ivf std stds sti stis gbv idp idps pow pows wmd wmds icbm icbms uav uavs mou mous otp sim cio cmo fyi rsvp hq hqs cv cvs igps mecs mlas meps msps
i i'm i've i'd i'll ok am pm a.m. p.m. ad bc bce ce gmt est edt utc bst cet pst pdt mst cst ast km mph kg kw mw gw tv hiv aids covid sars mers dna rna ph.d phd ba ma mba bsc msc gdp ai it hr pr faq
url html pdf ceo cfo coo vip diy ngo ngos sme smes lgbt lgbtq lgbtqi lgbtq+ lgbti pc id ied ieds ufo ufos suv suvs atm atms cctv gps usb q&a a&e icu
covid-19 internet web christmas easter ramadan eid halloween thanksgiving god bible quran koran photo image photos video source sources editor's note update updated breaking exclusive
saheb sahab ist cest cdt eest eat wat sast jst hst akst eta r0 mvp qc kc phd md mbe obe cbe jr sr dj
advertisement read watch related share follow subscribe caption credit file
`);

/** Common nouns that reporters write with a capital when they stand for a body or a person without naming it. */
export const GENERIC_CAPITALS = wordSet(`
government governments state states party opposition president minister prime cabinet-secretary secretary governor mayor king queen prince pope chancellor chairman director general major captain
chief department ministry agency committee commission council board court university college school hospital bank company institute bill act law constitution
bishop archbishop cardinal professor doctor senator representative members member mr mrs ms dr sir article section chapter figure table part phase level class grade group team
north south east west northern southern eastern western central internet earth province county city district region republic union federation embassy ambassador
`);

/** With a capital and "the", a definite body: "Congress passed", "the Senate". */
export const DEFINITE_BODIES = wordSet('parliament senate house congress court cabinet treasury pentagon kremlin knesset duma bundestag politburo commons lords assembly council army navy underground coalition');

/** Before a country, not a part of its name. */
export const DIRECTIONS = wordSet('north south east west northern southern eastern western central');
