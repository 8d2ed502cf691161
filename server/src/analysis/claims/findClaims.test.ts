import { describe, expect, it } from 'vitest';
import { checkClaims, labelsOf } from './checkClaims.js';

describe('a subject and a verb of saying', () => {
  it.each([
    '{s1 The mayor} {q1 said} {c1 that the bridge was closed}.',
    '{s1 The mayor} {q1 said} on Monday {c1 the bridge was closed}.',
    '{s1 Two officials briefed on the matter} {q1 said} {c1 the bridge was closed}.',
    '{c1 The bridge was closed}, {s1 an official briefed on the plan} {q1 said}.',
    '{s1 Three people informed of the plan} {q1 said} {c1 the bridge was closed}.',
    '{s1 Ruth Oduya, head of the ferry union,} {q1 said} {c1 the bridge was closed}.',
    '{s1 A spokesman for the ferry line} {q1 has repeatedly denied} {c1 that boats were late}.',
    '{s1 Two officials briefed on the talks} {q1 said} {c1 the bridge was closed}.',
    '{s1 A person close to the talks} {q1 said} {c1 the bridge was closed}.',
    '{s1 One of them} {q1 said} {c1 the bridge was closed}; {s2 the other} {q2 said} {c2 that it was open}.',
    '{s1 A report} {q1 argued} {c1 that repeated closures had pushed trade away}.',
    '{s1 Two people close to the talks, who spoke on condition of anonymity because they are confidential,} {q1 told} the paper {c1 that the bridge was closed}.',
    '{q1 According to} {s1 its own estimate}, seen by the Riga Times, {c1 the cost is closer to 29 million}.',
    '{s1 The judge} {q1 ruled} on Monday {c1 that the sale was void}.',
    '{s1 The council} {q1 voted} on Tuesday {c1 to close the bridge}.',
    '{s1 The council} {q1 voted} on Monday, {c1 to close the bridge}.',
    '{s1 The council} {q1 announced on Facebook} {c1 that the bridge would reopen}.',
    'In a quiet voice {s1 she} {q1 did not say} {c1 whether the bridge was safe}.',
    '{s1 Oduya} {q1 told} reporters {c1 she would resign}.',
    '{s1 The clerk} {q1 told} Keld Radio {c1 that the files were gone}.',
    '{s1 I}{q1 \'ve said} {c1 that the road is bad}.',
    'The clerk, {s1 who} {q1 said} {c1 the files were gone}, left early.',
    '{s1 The ministry} {q1 neither confirmed nor denied} {c1 that soldiers were hurt}.',
    '{s1 The army} {q1 would neither confirm nor deny} {c1 the report}.',
    '{s1 Officials} {q1 could not confirm or deny} {c1 that the bridge was safe}.',
  ])('%s', (marked) => {
    checkClaims(marked);
  });

  it('ends content before what the writer adds', () => {
    checkClaims('{s1 The mayor} {q1 announced} {c1 three bridges}, which will be in the south.');
    checkClaims('{s1 The mayor} {q1 said} {c1 the bridge was safe}, but {s2 the council} {q2 said} {c2 it was not}.');
    checkClaims('{s1 The mayor} {q1 said} {c1 the bridge, which opened in May, was safe}.');
  });

  it('gives a second verb the same source', () => {
    checkClaims('{s1 {s2 The mayor}} {q1 said} {c1 the bridge was closed} and {q2 warned} {c2 that boats were full}.');
  });

  it('reads the labels', () => {
    expect(labelsOf(checkClaims('{s1 The harbour police} {q1 did not confirm} {c1 that “twelve boats” had left}.'))).toEqual(['official-body mixed assertion negated']);
    expect(labelsOf(checkClaims('{s1 The harbour police} {q1 neither confirmed nor denied} {c1 that boats had left}.'))).toEqual(['official-body indirect denial negated']);
  });
});

describe('a role before a comma and its holder', () => {
  it.each([
    '{c1 The park will open}, {q1 said} {s1 the Minister of Tourism, Ana Ruiz}.',
    '{c1 “We will wait,”} {q1 said} {s1 the mayor of Riga, Dr. Ana Ruiz,} on Monday.',
    '{q1 According to} {s1 the director of the Harbour Workers Association (HWA), Milo Kant,} {c1 half of the members have gone}.',
    '{q1 According to} {s1 the mayor}, {c1 Ana Ruiz will resign}.',
    '{c1 The plan was approved}, {s1 the chairman of the board, Per Dahl,} {q1 said}.',
  ])('%s', (marked) => {
    checkClaims(marked, { 'Ana Ruiz': 'PERSON', 'Milo Kant': 'PERSON', 'Per Dahl': 'PERSON' });
  });

  it('are one source, of the kind of the person', () => {
    expect(labelsOf(checkClaims('On Thursday, {s1 the leader of the Church of Riga, Bishop Ana Ruiz,} {q1 said} {c1 that the law was new}.', { 'Ana Ruiz': 'PERSON' }))).toEqual(['named-person indirect report']);
  });
});

describe('what stands between a source and its cue, or a cue and its content', () => {
  it.each([
    '{s1 The agency} {q1 found in a report published last year} {c1 that nine ships needed repairs}.',
    '{s1 The ferry line}, in a statement on Wednesday, {q1 rejected} {c1 the claim}.',
    'Two officials, speaking because they were not authorised to talk to the press, left.',
    'Asked whether the boats were safe, {s1 the clerk} {q1 said} {c1 the boats were new}.',
  ])('%s', (marked) => {
    checkClaims(marked);
  });

  it('never takes who is told for the source', () => {
    checkClaims('{c1 “We will answer,”} {s1 Dmitri Osei, the port spokesman,} {q1 told} reporters on Tuesday.');
  });

  it('takes a part of a group for its source', () => {
    checkClaims('{c1 “It was a quiet night,”} {s1 one of them} {q1 said}.');
  });

  it('reads court documents as a document', () => {
    expect(labelsOf(checkClaims('{q1 According to} {s1 court documents seen by reporters}, {c1 the ballots were never counted}.'))).toEqual(['document indirect report']);
  });
});

describe('content before the verb', () => {
  it.each([
    '{c1 The bridge is closed}, {s1 the mayor} {q1 said}.',
    '{c1 “The bridge is closed,”} {q1 said} {s1 Ruth Oduya, the mayor}.',
    '{c1 “The bridge,”} {s1 she} {q1 said}, {c1 “is closed.”}',
    '{c1 The bridge was closed}, {s1 officials} {q1 said}, {c1 to let boats pass}.',
  ])('%s', (marked) => {
    checkClaims(marked);
  });

  it('takes a quotation of several sentences whole, and the next one in the paragraph too', () => {
    checkClaims('{c1 “We waited. Nobody came,”} {q1 said} {s1 the clerk}. {c1 “It was dark.”}');
  });
});

describe('according to', () => {
  it.each([
    '{q1 According to} {s1 a clerk at the port}, {c1 the boats were late}.',
    '{c1 The boats were late}, {q1 according to} {s1 people familiar with the timetable}.',
    '{c1 The boats}, {q1 according to} {s1 Keld Radio}, {c1 were late}.',
    '{c1 The boats were late}, {q1 according to a statement} by {s1 the port}.',
  ])('%s', (marked) => {
    checkClaims(marked);
  });
});

describe('other shapes', () => {
  it.each([
    ['passive with an agent', '{c1 The boats} {q1 were described} by {s1 the mayor} {c1 as “rust”}.'],
    ['agentless passive', '{c1 The bridge} {q1 is said} {c1 to be safe}.'],
    ['empty it', 'It {q1 is believed} {c1 that the boats were late}.'],
    ['told that', 'She {q1 was told} by {s1 the clerk} {c1 that the files were gone}.'],
    ['request', '{s1 The mayor} {q1 urged} {c1 residents to stay home}.'],
    ['demand', '{s1 The union} {q1 called for} {c1 a new timetable}.'],
    ['intention', '{s1 The union} {q1 plans} {c1 to stop work}.'],
    ['refusal', '{s1 The clerk} {q1 declined} {c1 to comment}.'],
    ['ruling', '{s1 The court} {q1 ruled} {c1 that the sale was void}.'],
    ['state of mind', '{s1 The mayor} {q1 was happy} {c1 that the bridge held}.'],
    ['hearsay adverb', '{c1 The clerk} {q1 reportedly} {c1 left the country}.'],
    ['hearsay adjective', 'The {q1 alleged} {c1 thief} ran.'],
    ['noun with possessor', '{s1 The mayor}\'s {q1 claim} {c1 that boats were late} drew laughter.'],
    ['light verb', '{s1 The port} {q1 issued a warning} {c1 that boats were late}.'],
    ['issued a statement saying', '{s1 The port} {q1 issued a statement saying} {c1 boats were late}.'],
    ['maker before artifact', '{s1 The port}\'s {q1 report says} {c1 that boats were late}.'],
    ['quoted as saying', '{s1 Keld Radio} {q1 quoted} {c1 {s2 the clerk} {q2 as saying} {c2 files were gone}}.'],
    ['with X saying', 'The boats were late, with {s1 residents} {q1 saying} {c1 the port was empty}.'],
    ['opening participle', '{q1 Calling} {c1 it a disgrace}, {s1 the mayor} left.'],
    ['what is called what', '{s1 The mayor} {q1 called} {c1 the sale “a disgrace”}.'],
  ])('%s', (_name, marked) => {
    checkClaims(marked);
  });

  it('nests a claim in the content of another', () => {
    expect(labelsOf(checkClaims('{c1 {s2 The Latvian side} {q2 hopes} {c2 the port can reopen}, though nobody is sure}, {s1 the source} {q1 added}.'))).toEqual([
      'unnamed-bare indirect report', 'official-body indirect intention in 1',
    ]);
  });

  it('takes labels of interviews and transcripts', () => {
    expect(labelsOf(checkClaims('{s1 Q}{q1 :} {c1 Will the bridge hold?}'))).toEqual(['author direct request']);
    expect(labelsOf(checkClaims('{s1 Ruth Oduya}{q1 :} {c1 It will hold.}', { 'Ruth Oduya': 'PERSON' }))).toEqual(['named-person indirect report']);
  });
});

describe('people who are not named', () => {
  it.each([
    '{s1 A resident, who asked not to be named,} {q1 said} {c1 the river was high}.',
    '{c1 “It was over by noon,”} {q1 said} {s1 an official who asked not to be named}.',
    '{s1 An aide who requested anonymity because the talks were private} {q1 said} {c1 the deal was close}.',
    '{s1 The pilot, who declined to give his name,} {q1 said} {c1 the engine had stopped}.',
    '{s1 Clerks who asked that their names not be used} {q1 said} {c1 the hall was cold}.',
    '{s1 Two people who were not authorised to speak publicly} {q1 said} {c1 the plant would close}.',
    'The engineer asked not to be identified.',
    '{s1 The hospital} {q1 declined} {c1 to identify the patients}.',
    '{s1 The senator} {q1 refused} {c1 to be named as chairman}.',
  ])('%s', (marked) => {
    checkClaims(marked);
  });

  it('leaves the kind unnamed', () => {
    expect(labelsOf(checkClaims('{s1 A resident, who asked not to be named,} {q1 said} {c1 the river was high}.'))).toEqual(['unnamed-described indirect report']);
  });

  it('ends what somebody wants before the main verb', () => {
    checkClaims('{s1 A resident {s2 who} {q2 wanted} {c2 to stay}} {q1 said} {c1 the river was high}.');
  });
});

describe('a source that another source cites', () => {
  it('answers for the words that are passed on', () => {
    const found = checkClaims('{c1 {c2 The suspects are brothers}}, {s1 Keld Radio} {q1 reported}, {q2 citing} {s2 an unnamed police source}.', { 'Keld Radio': 'ORG' });
    expect(labelsOf(found)).toEqual(['named-organisation indirect report', 'unnamed-described indirect report in 1']);
  });

  it.each([
    '{s1 Keld Radio}, {q2 citing} {s2 two officials}, {q1 reported} {c1 {c2 that the road was open}}.',
    '{s1 Keld Radio} {q1 reported}, {q2 citing} {s2 a police officer}, {c1 {c2 that two drivers had fled}}.',
    '{s1 Keld Radio} {q1 reported} on Monday, {q2 citing} {s2 its sources}, {c1 {c2 that prices rose}}.',
    '{q1 Citing} {s1 a police source}, {s2 Keld Radio} {q2 reported} {c1 {c2 that the suspects are brothers}}.',
    '{c1 {c2 The suspects are brothers}}, {q1 according to} {s1 Keld Radio}, which {q2 cited} {s2 court documents}.',
    '{c1 {c2 Boats were late}}, {q1 according to} {s1 a report} {q2 citing} {s2 the mayor’s office}.',
  ])('%s', (marked) => {
    checkClaims(marked, { 'Keld Radio': 'ORG' });
  });

  it('leaves a reason what it is', () => {
    checkClaims('{s1 {s2 The council}} {q1 voted} {c1 to close the bridge}, {q2 citing} {c2 cracks in its arches}.');
  });
});

describe('where a phrase ends and a clause begins', () => {
  it.each([
    '{c1 Longer term}, {q1 according to} {s1 agency head Jim Osei}, {c1 the goal is a lower price}.',
    '{q1 According to} {s1 Jim Osei, the head of the union,} {c1 boats were late}.',
    '{c1 The trip was short}, {q1 as reported} by {s1 Keld Radio}.',
    '{s1 The council} {q1 denied} {c1 funds for the bridge}, and the dispute led to a strike.',
    '{s1 The mayor} {q1 condemned} {c1 the strike, the fires and the looting}.',
    '{c1 The boats were late}, {q1 according to} {s1 two of the crew}, who asked not to be named because the talks are private.',
    '{s1 The lawyers} {q1 said in a letter}, a copy of which was seen by this newspaper, {c1 that the ship was sound}.',
    '{s1 An aide to the minister}, however, {q1 said} {c1 that the ship was sound}.',
    '{s1 The Red Cross} {q1 put} {c1 the number at 31}.',
    '{s1 Scientists at the university} {q1 put} {c1 the damage at more than $12 million}.',
    'The crew put the boat at anchor.',
    '{s1 A report seen by the agency} {q1 warned} {c1 that the gates could fail}.',
    '{c1 The claim} {q1 was dismissed} by {s1 engineers at the dam}, one of {s2 whom} {q2 said} {c2 it was “impossible”}.',
  ])('%s', (marked) => {
    checkClaims(marked, { 'Jim Osei': 'PERSON', 'Keld Radio': 'ORG' });
  });
});

describe('sentences of news in which a word more stands', () => {
  it.each([
    '{s1 Her Polish counterpart — Nils Brandt —} {q1 said} {c1 that boats were late}.',
    '{s1 The plan’s author – a lawyer from Riga –} {q1 warned} {c1 that boats were late}.',
    '{s1 Officials} {q1 warned} {c1 the bridge could fall}.',
    '{s1 The crew} {q1 believes} {c1 two may be trapped}, though {s2 officials} {q2 cautioned} {c2 the number could change}.',
    '{s1 The mayor} {q1 told} residents {c1 the bridge could fall}.',
    '{s1 The mayor} {q1 warned} residents {c1 the bridge could fall}.',
    '{s1 The union} {q1 said} {c1 the crane had failed}, {c2 a claim} {s2 the port} {q2 denies}.',
    '{s1 The union} {q1 accused} {c1 the port of neglect}, {c2 a charge} {s2 Nils Brandt} {q2 rejected} {c2 as baseless}.',
    '{s1 The union} {q1 said} {c1 the crane had failed} — {c2 a claim} {s2 the mayor of Riga} {q2 has denied}.',
    '{s1 The union} {q1 said} {c1 that lenders were paid first}, {c2 something} {s2 the embassy in Riga} {q2 denied}.',
    '{s1 Ruth Oduya, 57,} swept to power last year {q1 promising} {c1 to root out waste}.',
    '{c1 {c2 “Greed is no plan,”} {s2 Ruth Oduya} {q2 told} reporters}, {q1 according to} {s1 a transcript}.',
    '{s1 The air force} {q1 claimed} {c1 it shot down 40 of the drones}.',
    '{s1 The council} {q1 shot down} {c1 the proposal}.',
    '{s1 The union} {q1 said} {c1 that 400 were owed money}, {c2 a figure} that {s2 the port} {q2 has not disputed}.',
    '{s1 At least two towns} {q1 declared} {c1 a state of emergency}.',
    '{s1 Analysts at Keld, a Riga think tank,} {q1 warn} {c1 that boats are late}.',
    '{c1 {s2 A court in Riga} {q2 has ordered} {c2 the sale of 30 boats linked to a former governor}}, {s1 the Keld Commission (KC)} {q1 said} Tuesday.',
    '{s1 A study} {q1 found} {c1 that floods displaced many people in Kogi and Benue states between 2012 and 2022}.',
    '{s1 The port} {q1 dismissed} {c1 {q2 reports} {c2 that boats were late}}.',
  ])('%s', (marked) => {
    checkClaims(marked, { 'Nils Brandt': 'PERSON', Keld: 'ORG', 'Keld Commission': 'ORG', KC: 'ORG', Riga: 'GPE', Kogi: 'GPE', Benue: 'GPE' });
  });
});

describe('what is no claim', () => {
  it.each([
    'Officials are expected to meet on Monday.',
    'Journalists were asked to leave the hall.',
    'Prices rose by four euros per household.',
    'The court may stop the Lagos state government from closing the road.',
    'Boats carry a fish called the silver ling.',
    'Reports about boats fill two states.',
    'The council elected Ruth Oduya.',
    'The mayor tried to leave.',
    'Attorneys from six states filed a suit.',
    'Nobody knows who opened the gate.',
    'Nobody has shown us that the bridge is unsafe.',
    'No one said that the road was shut.',
  ])('%s', (text) => {
    checkClaims(text, { Lagos: 'GPE' });
  });
});
