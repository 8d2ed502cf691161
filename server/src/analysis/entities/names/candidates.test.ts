import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, NOT_QUADRATIC } from '../../../../../test/fixtures/work.js';
import { loadGazetteer } from '../../../knowledge/index.js';
import { tokeniseBlock } from '../../structure/index.js';
import type { TokenisedBlock } from '../../types.js';
import { findValues } from '../values/index.js';
import { findNames, valuesOutside } from './index.js';
import { checkNames, checkRoles } from './names.testHelper.js';

describe('borders of names', () => {
  it('leaves titles, articles and possessives out', () => {
    checkNames('[Ukrainian]NORP Interior Minister [Petra Osei]PERSON met Sen. [Roy Lund]PERSON and the [US]GPE envoy in [Kyiv]GPE’s centre.');
    checkNames('Attorney General [Maria Velasco]PERSON and Chief Justice [John P. Marlow]PERSON left.');
    checkNames('[US]GPE Secretary of State [Dana Whitlock]PERSON praised Prime Minister of [Hungary]GPE [Viktor Halasz]PERSON.');
    checkNames('She asked [Senate]ORG President [Tomas Rivera]PERSON and Judge [Durham Hollis]PERSON QC.');
  });

  it('keeps the “’s” that a listed name ends in', () => {
    checkNames('[Moody’s]ORG said that growth would slow, and [Sotheby\'s]ORG shares fell.');
    checkNames('The map went to [Christie’s]ORG in [London]GPE. [Lloyd’s of London]ORG paid, and so did [McDonald’s]ORG and [Macy’s]ORG.');
    checkNames('Roads in [St. John’s]GPE were closed. [Moody’s]ORG lowered its outlook.');
  });

  it('takes it for a possessive where somebody may be called so and owns what follows', () => {
    checkNames('[Ana Casey]PERSON left early. [Casey]PERSON’s lawyer said little, and [Casey]PERSON’s disputed bill was read again.');
  });

  it('takes for a company who has a chief executive', () => {
    checkNames('[Brandt]ORG’s chief executive resigned, and [Tervo]ORG’s shareholders met.');
  });

  it('cuts compounds at their hyphens', () => {
    checkNames('The [US]GPE-[Russia]GPE talks were held by a [Paris]GPE-based envoy in [Russian]NORP-occupied towns.');
    checkNames('A pro-[Russian]NORP party and non-[EU]ORG states wrote to [Jean-Philippe Morel]PERSON and [Choi Jae-in]PERSON.');
    checkNames('The [Iran]GPE–[Iraq]GPE border is not the [Iran–Iraq War]EVENT.');
  });

  it('keeps a country with the kind of body that every country has', () => {
    checkNames('The [Israeli Supreme Court]ORG and the [Singaporean Coast Guard]ORG wrote to the [Pakistani Foreign Office]ORG.');
  });

  it('joins names over small words', () => {
    checkNames('The [Ministry of Health and Social Services]ORG wrote to the [Center for Marine Safety]ORG.');
    checkNames('The [Food and Water Administration]ORG and the [Veterans and Housing Commission]ORG agreed.');
    checkNames('He studied at the [University of Riga]ORG before he joined the [People’s Reform Party]ORG.');
    checkNames('[Ana Teel]PERSON and [Milo Kant]PERSON met at the [Kuwait Friendship Hospital]FAC.');
  });

  it('keeps a listed name apart from the person behind it', () => {
    checkNames('[Florida]GPE [Republican]NORP [Mark Teel]PERSON and [California]GPE governor [Dana Kant]PERSON spoke.');
    checkNames('[Roman Catholic]NORP Bishop [Emilio Santoro]PERSON died.');
    checkNames('Information and Broadcasting Minister [Anil Kumar]PERSON resigned.');
  });

  it('knows an office from a given name, and from the middle of a name', () => {
    checkNames('Prosecutor [Dean Mandros]PERSON asked [Khalid Shaikh Mohammed]PERSON about Dean [Anna Teel]PERSON and Sheikh [Hassan Oyelu]PERSON.');
  });

  it('ends a chain of places before the person behind it', () => {
    checkNames('Mayor of [Savannah]GPE, [Georgia]GPE [Van Johnson]PERSON and the mayor of [Montgomery]GPE, [Alabama]GPE [Milo Kant]PERSON met [Georgia Teel]PERSON.');
  });

  it('takes a label before a colon for no place', () => {
    checkNames('[KYIV]GPE: The bridge is shut.\n\nLOCATION: the old town hall');
  });

  it('takes what is known by its initials for a body, unless it is shown to be a person', () => {
    checkNames('[Ana Teel]PERSON, leader of the main opposition [Samura Jana Balavega]ORG ([SJB]ORG), and Senator [John Frank Kelly]PERSON ([JFK]PERSON) met.');
  });

  it('keeps a generation, a nickname, initials and the wing of a party in one name', () => {
    checkNames('[Milo Kant, Jr.]PERSON met [José “Pepe” Oduya]PERSON, [A G Osei]PERSON and [A R Teel]PERSON.');
    checkNames('The [JD(S)]ORG and [ZRP(M)]ORG lost.');
    checkNames('Inspector [Md Salauddin]PERSON met [Md Nazrul Osei]PERSON and Maulana [Umri]PERSON saheb.');
  });

  it('takes an epithet and the number of a ruler into a name, and nobody who speaks', () => {
    checkNames('[Alexander the Great]PERSON met King [Haakon I]PERSON and the king [Oskar I]PERSON in spring.');
    checkNames('In [Riga]GPE I saw [Ana the Good]PERSON.');
  });

  it('reads no newspaper where a people is meant', () => {
    checkNames('The [Australian]NORP experts wrote.');
    checkNames('They wrote to [The Australian]ORG.');
  });

  it('parts two states from their body, a state from the prefix of another, and an organisation from its office', () => {
    checkNames('The [Kenya]GPE-[Latvia]GPE [Joint Commission]ORG met.');
    checkNames('[Sino]NORP-[US]GPE ties are strong in [sub-Saharan Africa]LOC.');
    checkNames('The [United Nations]ORG High Commissioner for Human Rights came.');
  });

  it('knows an office of the whole republic from its holder', () => {
    checkNames('President of the Republic [Ana Teel]PERSON and MEC for Finance [Nomusa Oduya]PERSON spoke.');
    checkNames('The President of the Republic, [Ana Teel]PERSON, spoke.');
  });

  it('parts a party from a state', () => {
    checkNames('Sen. [Ana Teel]PERSON, R-[Iowa]GPE, met Rep. [Milo Kant]PERSON, D-[Ohio]GPE, on [D-Day]EVENT.');
  });

  it('knows a think tank', () => {
    checkNames('Analysts at [Keldrun]ORG, a [Brussels]GPE think tank, warn of it.');
  });

  it('reads datelines and place chains', () => {
    checkNames('NAIROBI ([Reuters]ORG) - Rain fell in [Skokie]GPE, [Illinois]GPE, and in [North]LOC'.replace('NAIROBI', '[NAIROBI]GPE').replace(', and in [North]LOC', '.'));
  });

  it('takes an acronym of the letters of Roman numerals for what it is, and a numeral for none', () => {
    checkNames('The [ICC]ORG issued a warrant. Part XIV begins, and Part II ends.');
    checkNames('The [International Criminal Court]ORG ([ICC]ORG) sits in [The Hague]GPE.');
  });

  it('finds names in headlines, where every word has a capital', () => {
    checkNames('New Round of [US]GPE-[Russia]GPE Talks Kicks Off in [Saudi Arabia]GPE After Productive Meeting', 'headline');
    checkNames('Bridge Repairs Delayed', 'headline');
    checkNames('Union Says 4,000 Dockers May Strike', 'headline');
    checkNames('[Ruth Oduya]PERSON Wins Vote', 'headline');
    checkNames('Minister Resigns Over Leak', 'headline');
    checkNames('Mayor Says Bridge Unsafe', 'headline');
    checkNames('Harbour Fire', 'headline');
    checkNames('Port Strike', 'headline');
    checkNames('[Ruth Oduya]PERSON', 'headline');
    checkNames('[Biden]PERSON Visits [Kyiv]GPE Again', 'headline');
    checkNames('[KYIV]GPE STRIKES [MOSCOW]GPE OIL DEPOT AS LEADER VISITS [BERLIN]GPE', 'headline');
    checkNames('[Nigerian]NORP President [Ola Teniba]PERSON Names New Army Chief', 'headline');
    checkNames('[Supreme Court]ORG Blocks Order, [Homeland Security Department]ORG Says', 'headline');
  });

  it('drops numbers, grades and acronyms that name nothing', () => {
    checkNames('The storm reached Category 5, and COVID-19 spread; DNA was taken at 9 p.m. by the CEO.');
    checkNames('Officials said the President and the Prime Minister would travel.');
  });
});

describe('what names nothing', () => {
  it('is a state of things, whoever holds an office for something, and the abbreviation of either', () => {
    checkNames('Under the State of Emergency the First Lady met the minister of Tourism and Culture, and the IGP.');
    checkNames('He led [Europol]ORG, as Inspector General of Police.');
    checkNames('The [PPP]ORG won in [Sindh]GPE.');
    checkNames('FDI rose, two PPPs were signed, and No. 15 of the list left. K-pop was heard. She has an M.A. in music.');
  });

  it('is a country’s independence, unlike the town', () => {
    checkNames('Few came before Independence, and more after Independence.');
    checkNames('He lives in [Independence]GPE, [Missouri]GPE.');
  });

  it('is what the article spells out in lower case, or as an office', () => {
    checkNames('They sign zonal guard duties (ZGDs) in [Riga]GPE. Each ZGD is kept, and no ZGDs are late.');
    checkNames('The chief ferry commissioner (CFC) spoke. On Monday the CFC left [Riga]GPE.');
    checkNames('Staff of the [Zonal Guard Department]ORG ([ZGD]ORG) left. The [ZGD]ORG is late.');
    checkNames('The zonal guard agency ([ZGA]ORG) is late.');
  });
});

describe('types of names', () => {
  it('finds laws, events and works by their forms', () => {
    checkNames('Under [Article 5 of the Riga Treaty]LAW and the [Water Safety Act of 1972]LAW, the [2020 United States presidential election]EVENT was held.');
    checkNames('After [9/11]EVENT and [Hurricane Keld]EVENT came the [Battle of Osei]EVENT.');
    checkNames('The film “[The Long Harbour]WORK_OF_ART” won, but talks were “productive and focused”.');
    checkNames('Her “[Bird of Passage]WORK_OF_ART” is a novel.');
  });

  it('knows a pandemic from its disease, and an airliner by its number', () => {
    checkNames('The [COVID-19 pandemic]EVENT began. Many had COVID-19, and the COVID-19 outbreak went on.');
    checkNames('The aircraft was a [Boeing]ORG [737]PRODUCT, and the [707]PRODUCT was old. It has no [747s]PRODUCT or 757 seats.'.replace('no [747s]', 'any [747s]'));
    checkNames('She sold the 747 tickets.');
  });

  it('takes a ship for a ship, whatever its name is', () => {
    checkNames('The [USS Pearl Harbor]PRODUCT and [HMS Bristol]PRODUCT sailed.');
  });

  it('knows peoples, creeds and followers of many countries', () => {
    checkNames('[Bosniaks]NORP, [Adivasis]NORP and the [Dagomba]NORP met [Mandaeans]NORP, [Greek Cypriots]NORP and [Latter-day Saints]NORP.');
    checkNames('A [Zanzibari]NORP judge, two [Sadrists]NORP and a [Nova Scotian]NORP agreed.');
  });

  it('tells a maker from its product', () => {
    checkNames('A [Boeing]ORG [737 Max]PRODUCT and an [F-16]PRODUCT fighter landed.');
  });

  it('takes makers of vehicles, arms and devices from their models', () => {
    checkNames('Police in a [Ford]ORG [Focus]PRODUCT followed a white [Volvo]ORG [XC90]PRODUCT and her 2005 [Opel]ORG [Zafira]PRODUCT.');
    checkNames('The aircraft, a [Boeing]ORG [B-17 Flying Fortress]PRODUCT, circled above a [Cessna]ORG [172]PRODUCT.');
    checkNames('He sold an [iPhone 11 Pro]PRODUCT, a [Galaxy S20]PRODUCT and a copy of [Windows 10]PRODUCT.');
    checkNames('The [Ford Foundation]ORG and the [BMW Championship]EVENT were named; [Nissan]ORG Chairman [Carl Teel]PERSON left.');
  });

  it('tells roads and codes from models', () => {
    checkNames('The crash closed the [M25]FAC between two exits, and traffic on [I-95]FAC stopped.');
    checkNames('Flight 1344 (AXB1344) landed, CO2 leaked and strain S288C grew beside an [AK-47]PRODUCT.');
  });

  it('reads a title in marks only where works are spoken of', () => {
    checkNames('Her songs “[Bird of Passage]WORK_OF_ART” and “[Cold Harbour Light]WORK_OF_ART” were sung.');
    checkNames('They held a sign with “Bread For All” and called the plan “Forward Together”.');
    checkNames('Members passed the “[Clean Harbour Act 2019]LAW”, and troops began “[Operation Cold Harbour]EVENT”.');
    checkNames('An event called “[Learning Boats]EVENT” was held in [Riga]GPE.');
  });

  it('reads a title without marks after its kind', () => {
    checkNames('She won for the film [Love Me or Lose Me]WORK_OF_ART and the documentary [Beware of the Harbour]WORK_OF_ART.');
    checkNames('The album [Wheels of Glass]WORK_OF_ART was recorded in [Lagos]GPE.');
    checkNames('The film [Ana Teel]PERSON made opened in [Riga]GPE.');
    checkNames('He starred in The [Great Velnik]WORK_OF_ART.');
  });

  it('knows what a head means after certain words', () => {
    checkNames('He was held at the [Osei Correctional Complex]FAC beside [Velnik Air Base]FAC and the [Nagle Missile Range]FAC.');
    checkNames('The [Velnik Autonomous Region]GPE and the [Nagle School District]ORG closed offices.');
    checkNames('The [Suez Crisis]EVENT came before the [Velnik Climate Accord]LAW and the [Nagle Image Awards]WORK_OF_ART.');
    checkNames('She got the [Defender of Harbours Award]WORK_OF_ART under the [Tenure of Masters Act]LAW and [Executive Order 13769]LAW.');
  });

  it('tells a building from the person of that name', () => {
    checkNames('Crowds met at the [Bingley Hall]FAC. [Darrell Castle]PERSON ran for mayor.');
    checkNames('Patients went to [Mount Osei Hospital]FAC, and skiers to [Mount Osei]LOC.');
    checkNames('The match at [Teel Field]FAC was late.');
  });

  it('leaves a direction before a country out', () => {
    checkNames('It rained in North [Latvia]GPE and in [South London]LOC.');
  });

  it('takes what the words after a name call it', () => {
    checkNames('[Velnik]GPE is a town in [Latvia]GPE. The [Karnok]LOC oil field burned.');
    checkNames('They shut the [Velnik]FAC gas pipeline and fished on the banks of the [Orra]LOC.');
  });

  it('tells a language from a nationality, mention by mention', () => {
    checkNames('The [Korean]NORP actor wrote in [Korean]LANGUAGE and spoke the [Tamil]LANGUAGE language.');
  });

  it('tells buildings, waters and organisations by their heads', () => {
    checkNames('The [Osei Bridge]FAC over the [Keld River]LOC near [Lake Teel]LOC was bought by [Keld Holdings]ORG.');
  });

  it('takes for a person who has a family, enrolled or is a third of the name', () => {
    checkNames('[Velnik]PERSON, whose grandmother sailed, was late.');
    checkNames('[Velnik]PERSON enrolled at the [University of Riga]ORG.');
    checkNames('In the days of [Velnik III]PERSON it rained.');
  });

  it('takes the seat of a ruler for a place', () => {
    checkNames('They wrote to the kings of [Velnik]GPE.');
  });

  it('takes what the text says about an unknown name', () => {
    checkNames('The retailer [Zonda]ORG sacked its staff. Shares of [Zonda]ORG fell.');
    checkNames('The town of [Velnik]GPE was shelled. Residents fled [Velnik]GPE on foot.');
    checkNames('[Velnik]PERSON, 34, was arrested.');
  });
});

describe('roles', () => {
  it('reads a role in front', () => {
    checkRoles('Ukrainian Defense Minister Rustem Osei arrived.', 'Rustem Osei', ['Ukrainian Defense Minister']);
    checkRoles('Kyiv’s defense minister Rustem Osei said so.', 'Rustem Osei', ['defense minister']);
  });

  it('takes a chief executive for a title, and the leader for the name before “administration”', () => {
    checkNames('Chief Executive [Choi Ho-sun]PERSON told analysts that the [Oduya]PERSON administration had failed.');
  });

  it('reads a role in apposition', () => {
    checkRoles('It includes Michael Teel, director of policy planning under the secretary of state; and others.', 'Michael Teel', ['director of policy planning under the secretary of state']);
    checkRoles('Sergey Kant, an adviser to the director of the Federal Security Service, came.', 'Sergey Kant', ['adviser to the director of the Federal Security Service']);
  });
});

describe('roles beside a name', () => {
  it.each([
    ['The president of the federation, Ana Ruiz, said it was late.', ['president of the federation']],
    ['The Inspector General of Police (IGP), Ana Ruiz, told reporters so.', ['Inspector General of Police (IGP)']],
    ['A spokesman for the president, Ana Ruiz, said so.', ['spokesman for the president']],
    ['She met the minister of health, Ana Ruiz, on Monday.', ['minister of health']],
    ['The Minister of Health, Dr. Ana Ruiz, said so.', ['Minister of Health', 'Dr.']],
    ['Ana Ruiz – president of the federation – came.', ['president of the federation']],
    ['Ana Ruiz (the federation’s president) came.', ['federation’s president']],
    ['Ana Ruiz, who leads the federation, said it was late.', ['leads the federation']],
    ['Ana Ruiz, who is the director of the Keld Institute, came.', ['director of the Keld Institute']],
    ['Ana Ruiz, who runs a bakery in Riga and has two sons, came.', ['runs a bakery in Riga']],
  ])('are read: %s', (text, roles) => { checkRoles(text, 'Ana Ruiz', roles); });

  it.each([
    'After she had met the minister, Ana Ruiz said it was late.',
    'The wife of the minister, Ana Ruiz, said it was late.',
    'Ana Ruiz, the minister said, would go.',
    'Ana Ruiz, who came late, said so.',
  ])('are not those of somebody else: %s', (text) => { checkRoles(text, 'Ana Ruiz', []); });
});

describe('for any text', () => {
  const words = fc.constantFrom('The', 'US', '-', 'Kim', 'of', 'and', 'President', 'Ministry', '“', '”', '"', '’s', '(', ')', ',', '.', '2020', '9/11', 'Article', '5', 'al-Assad', 'Jean-Luc', 'van', 'de', 'St.', 'İstanbul', '\ud800', '\u0000', '\n', 'war', 'War', 'said', 'No.', 'General', '\u200d', '&', '–', 'Monday', 'May');
  const texts = fc.oneof(fc.array(words, { maxLength: 40 }).map((w) => w.join(' ')), fc.array(words, { maxLength: 40 }).map((w) => w.join('')), fc.string({ unit: 'binary', maxLength: 200 }));

  it('gives disjoint spans in order that slice to their text, and holds or misses each value whole', () => {
    fc.assert(fc.property(texts, (text) => {
      const block = tokeniseBlock(text, 'body');
      const values = findValues(block);
      const names = findNames(block, values, loadGazetteer());
      let end = 0;
      for (const name of names) {
        expect(name.start).toBeGreaterThanOrEqual(end);
        expect(name.end).toBeGreaterThan(name.start);
        expect(text.slice(name.start, name.end)).toBe(name.text);
        end = name.end;
        for (const value of values) {
          if (value.start < name.end && name.start < value.end) expect(name.start <= value.start && value.end <= name.end).toBe(true);
        }
        for (const points of Object.values(name.scores)) expect(Number.isInteger(points)).toBe(true);
      }
      for (const value of valuesOutside(values, names)) expect(names.every((n) => n.end <= value.start || value.end <= n.start)).toBe(true);
    }), { numRuns: 300 });
  });

  it('is linear in the capitals of one line', () => {
    const block = (n: number): TokenisedBlock => tokeniseBlock('President Kim of the General Union and Ministry '.repeat(n), 'body');
    expect(growth(block, (made) => findNames(made, [], loadGazetteer()), 400)).toBeLessThan(NOT_QUADRATIC);
  });
});
