/** Words that give a name its type by standing last in it, or before "of" and "for": "Ministry of …", "… River". */
import { wordSet } from './words.js';

/** Organisations. */
export const ORG_HEADS = wordSet(`
ministry ministries department departments dept agency agencies authority authorities commission committee subcommittee council court courts bureau board party union unions league association associations
federation confederation organization organisation organizations organisations foundation foundations institute institutes institution university universities college school academy academies polytechnic
faculty bank banks corporation corp corp. inc inc. incorporated ltd ltd. limited llc llp plc gmbh ag s.a. n.v. nv bv a/s ab oyj spa s.p.a. pte pty sdn bhd company companies co. group groups holding holdings
partners industries enterprises enterprise airlines airline airways air aviation motors motor automotive pharmaceuticals pharma pharmaceutical laboratories labs lab technologies technology systems
solutions software electronics semiconductor communications telecommunications telecom telecoms media news times post journal herald tribune gazette chronicle observer daily weekly mail express
mirror sun star standard press newspaper newspapers magazine review network networks television tv radio broadcasting broadcaster studios pictures entertainment productions
army navy force forces guard guards police gendarmerie constabulary brigade brigades regiment division command corps battalion squadron militia front movement alliance coalition congress
parliament senate assembly legislature duma knesset bundestag bundesrat majlis cabinet administration service services society club fc f.c. afc cf sc ac athletic rovers wanderers united center centre trust
fund funds initiative network watch church diocese archdiocese patriarchate synod chamber consortium syndicate exchange treasury reserve secretariat tribunal observatory museum gallery library
orchestra philharmonic symphony choir band team teams patrol directorate inspectorate politburo presidium caucus office offices workers teachers nurses journalists lawyers engineers brotherhood
taskforce conference forum capital ventures equity investments investment insurance securities asset financial finance advisors consulting consultancy associates brothers sons & logistics shipping lines railways
railway railroad energy petroleum oil gas power electric mining minerals resources steel foods beverages brewery breweries breweries stores supermarkets retail laboratories healthcare biotech biosciences
ferries cruises couriers courier shipyards trains buses coaches farms markets bakeries dairies
aerospace space defence defense dynamics robotics games gaming cooperative co-operative mosque-council seminary lyceum madrasa monitor agency-general rangers embassy consulate mission delegation
tribe tribes democrats party-coalition greens republicans bloc cartel gang mafia clan triad jihad
prosecutors prosecutor directorate-general constituency programme program project campaign network hub think-tank collective archives archive registry ombudsman regulator senado bundeswehr luftwaffe
`);

/** Heads that are also the last word of works, places or people: they speak for an organisation only weakly. */
export const WEAK_ORG_HEADS = wordSet(`
times post journal herald tribune express mirror sun star standard daily mail force forces guard air front office center centre division conference forum capital energy power oil gas space gaming games
program programme project campaign hub mission service services team school church library museum gallery review watch workers archive archives observatory band command
embassy consulate steel games limited united athletic academy resources sons brothers lab mosque-council electric monitor defence defense finance media news collective securities investment arts
`);

/** Buildings, roads, plants. */
export const FAC_HEADS = wordSet(`
hospitals infirmary hospice polyclinic airport airfield airbase aerodrome airstrip heliport spaceport cosmodrome terminal station stations bridge tunnel dam reservoir-dam canal street st. avenue ave ave. road rd rd. boulevard blvd lane drive highway motorway freeway expressway interstate
turnpike parkway route square plaza piazza platz park-stadium stadium arena coliseum colosseum gymnasium velodrome racecourse speedway circuit theatre theater cinema palace castle fort fortress tower towers
building buildings hall halls house-museum hotel hotels resort inn lodge motel mall mosque temple cathedral basilica abbey monastery convent chapel synagogue shrine pagoda church mausoleum cemetery crematorium prison jail
penitentiary barracks base camp refinery plant mill mine pipeline shipyard port harbor harbour wharf pier dock docks lighthouse monument memorial statue obelisk gate arch wall hospital clinic library museum gallery
zoo aquarium garden gardens observatory courthouse headquarters mansion villa facility complex market field lawn telescope waterfront boardwalk embankment campus bunker silo hangar runway causeway overpass underpass promenade footbridge guesthouse farmhouse birthplace room ballroom row corner way wing residence metro subway junction crossing checkpoint gym playground playfield house warehouse factory skyscraper apartments estate quarters launchpad
center-building speedway substation reactor powerplant terminals viaduct aqueduct marina racetrack ballpark fairgrounds fieldhouse dome ranch
`);

/** Facility heads that as often belong to an organisation or an area. */
export const WEAK_FAC_HEADS = wordSet('room facility complex market field row corner way wing campus telescope house library museum gallery church hotel hotels hall mall st. mission camp base house gate wall ranch estate circuit port gardens observatory dome plant route residence');

/** Natural and other places without a government. */
export const LOC_HEADS = wordSet(`
reservoir pond brook river rivers creek lake lakes sea seas ocean bay gulf strait straits channel sound fjord lagoon reef atoll island islands isle isles archipelago peninsula cape coast shore beach delta basin estuary
mount mountain mountains mt mt. hill hills peak ridge range volcano glacier valley canyon gorge plateau plain plains desert steppe savanna forest rainforest woods jungle swamp marsh wetland wetlands
falls waterfall spring springs cave caves crater trench fault plate rift continent hemisphere region territory territories heights highlands lowlands belt horn corridor sahel basin park
reserve-park sanctuary reservation oasis quarter neighborhood neighbourhood outback triangle valley wadi national-park savannah geopark trail cay cays inlet cove bight mesa butte canyons moor moors fens fells downs everglades tundra icefield icecap seaway narrows waterway headland promontory coastline seaboard heartland subcontinent badlands bayou loch lough firth caldera escarpment seamount shoal ranges foothills cordillera massif dunes oceans wilderness nebula galaxy
`);

/** Places with a government. */
export const GPE_HEADS = wordSet(`
city town township village province state county district municipality prefecture oblast governorate emirate kingdom republic federation-state sultanate principality borough parish canton commune
raion voivodeship department-region regency colony protectorate dominion commonwealth territory capital
`);

/** Happenings. */
export const EVENT_HEADS = wordSet(`
war wars revolution uprising rebellion revolt intifada massacre genocide holocaust battle siege crisis cup games olympics paralympics championship championships tournament league-final open marathon
grand-prix prix festival carnival fair fest expo exhibition summit congress-meeting election elections referendum primaries primary caucuses hurricane typhoon cyclone storm earthquake tsunami
pandemic coup scandal affair derby super bowl playoffs finals final series-final conference-meeting ceremony awards-ceremony day-parade parade pageant biennale biennial triennale spring-uprising
week faire convention anniversary challenge competition contest inquest-inquiry riots rally jubilee coronation olympiad famine earthquakes floods wildfire wildfires
`);

/** Event heads that need more support. */
export const WEAK_EVENT_HEADS = wordSet('open fair challenge contest final primary primaries conference series congress convention conference week');

/** Laws and treaties. */
export const LAW_HEADS = wordSet(`
act acts law laws treaty treaties constitution amendment amendments convention conventions accord accords agreement agreements protocol protocols code bill bills resolution directive decree ordinance statute
charter clause pact covenant regulation regulations declaration article section proclamation magna
`);

export const WEAK_LAW_HEADS = wordSet('law laws declaration convention conventions code charter regulation regulations bill bills article section resolution');

/** Prizes and works. */
export const WORK_HEADS = wordSet('prize prizes award awards medal symphony sonata opera trilogy concerto requiem overture chronicles show story anthem oscar grammy emmy bafta');

/** Vessels and vehicles by the letters or words before their names. */
export const SHIP_PREFIXES = wordSet('uss hms hmas hmcs hmnzs ins mv ms ss rms mt rrs usns cnr');

/** What makes a run of capitalised words end as goods. */
export const PRODUCT_HEADS = wordSet('vaccine missile missiles rocket rockets rifle rifles tank tanks drone drones jet jets helicopter helicopters smartphone phone console engine aircraft satellite rover shuttle submarine torpedo');

/** Heads that are surnames too: after a given name they end a person's name as well as a building's or a place's. */
export const SURNAME_HEADS = wordSet(`
castle hall lane bridge bridges temple church house mills mill wall gates gate street streets field fields park parks hill hills lake rivers brook brooks woods forest forrest pond ford marsh
west east north camp fort court law banks beach cape close dale glen holmes lodge moon moor peak place plant poole ridge shore story underwood wells wing
`);

/** Makers of vehicles, aircraft, arms and devices: what follows them in a row is their product. */
export const MAKERS = wordSet(`
airbus beechcraft bell boeing bombardier cessna dassault embraer eurocopter fokker gulfstream ilyushin lockheed mcdonnell mikoyan piper raytheon saab sikorsky sukhoi tupolev antonov bayraktar
audi bentley bmw bugatti buick cadillac chevrolet chrysler citroën citroen dodge ferrari fiat ford honda hyundai isuzu jaguar jeep kia lamborghini lexus maserati mazda mercedes mercedes-benz mitsubishi
nissan opel peugeot pontiac porsche renault rivian rolls-royce scania škoda skoda subaru suzuki tesla toyota vauxhall volkswagen volvo vw yamaha kawasaki ducati harley-davidson
apple samsung nokia huawei xiaomi sony motorola blackberry lenovo dell nintendo microsoft google canon nikon kodak glock beretta colt remington winchester kalashnikov
`);
