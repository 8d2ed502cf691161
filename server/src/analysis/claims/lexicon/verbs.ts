/**
 * Verbs of attribution by stance: the project's own compilation (design document, part B2).
 * One entry is `lemma:complements+preposition…`. What may follow the verb as content:
 *
 *  q  a quotation, also before the verb or around it        n  a noun phrase
 *  t  that, whether or a wh-clause                           i  to + infinitive
 *  c  a bare clause                                          o  noun phrase + to + infinitive
 *  r  a person told first, left out of the content           a  noun phrase + "as" phrase
 *  g  an -ing clause                                         s  the passive, its subject being part of the content
 *  x  the bare participle after "be" counts even with nothing after it
 *
 * A `+preposition` belongs to the cue and leads to the content. No letter means `tcq`.
 */
import type { Stance } from '../../types.js';

export const VERBS: Readonly<Record<Stance, string>> = {
  report: `say:tcqns tell:rtcqos state:tcqns add:tcq report:tcqnasgx note:tcqns remark:tcq+on+about comment:tcq+on+about mention:tcngs
    reply:tcq respond:tcq+with answer:tcq write:tcq+about read:tcq recount:tcqn relate:t explain:tcq describe:nastg recall:tcqng
    repeat:tcqn reiterate:tcqn restate:tcqn continue:q conclude:tcqs summarise:qn quote:na cite:nasx speak:q+of+about
    talk:q+about+of inform:rtc+of+about notify:rt+of brief:r+on+about testify:tcq+about post:q tweet:tcqn joke:tcq quip:tcq
    whisper:tcq murmur:q mutter:q shout:tcq yell:tcq cry:q chant:qn scream:tcq sing:q smile:q laugh:q sigh:q interject:tcq
    interrupt:q volunteer:tq confide:tcq observe:tcqgs outline:n elaborate:q+on detail:nt list:nas refer:+to allude:+to touch:+on
    recite:qn echo:n specify:tcn clarify:tcqn caption:q discuss:nt debate:t reason:tcq narrate:q depict:nas picture:s
    rumour:s record:s+as characterise:nas remind:rtc reference:n communicate:t confer:t`,
  assertion: `announce:tcqnsx declare:tcqnosx affirm:tcqn assert:tcqn insist:tcq+on maintain:tcq stress:tcqn emphasise:tcqn underline:tcqn
    underscore:tcqn highlight:tqn argue:tcq+for+against contend:tcq hold:t pledge:tcqin vow:tcqi swear:tcqi promise:tcqin
    proclaim:tcqns pronounce:tqns certify:tsn attest:tcq+to guarantee:tcn assure:rtcq reassure:rtcq confirm:tcqnsx reaffirm:tcqn
    corroborate:n verify:tcn boast:tcq brag:tcq+about warn:rtcqo+of+about+against caution:rtcqo+against predict:tcqnsx forecast:tcqnsx
    foresee:tn prophesy:tcq project:tsx estimate:tcqsn calculate:t reckon:tcq label:nas dub:s call:nqs+for+on term:na
    posit:tc theorise:tc propose:tcqinsx submit:t rule:t advise:rtcqosx counsel:o preach:t conjecture:tc brand:nas name:a
    identify:as designate:nas ascribe:n attribute:n categorise:as tout:na address:q establish:t point:t mean:t specify:t publish:t`,
  concession: `admit:tcqng+to concede:tcqn acknowledge:tcqng grant:t confess:tcq+to accept:t agree:tcqi+on+to+with
    recognise:tcnas apologise:q+for plead:q`,
  denial: `deny:tcqngs reject:qnasx refute:n rebut:n dispute:tns dismiss:qnas disclaim:n disavow:n repudiate:n rebuff:n
    refuse:in decline:in discount:n disagree:tq+with counter:tcq retort:tcq object:tq+to retract:n recant:qn scoff:tcq+at
    protest:t+against downplay:n challenge:q`,
  distance: `claim:tcqinsx allege:tcqnsx purport:i profess:tin pretend:ti suggest:tcqngs hint:tcq+at imply:tcn insinuate:tc
    intimate:t speculate:tcqs+about accuse:nsqx charge:s implicate:s blame:nsq bill:a trumpet:t question:tnq query:tq
    doubt:tcn wonder:tqc+about float:n`,
  belief: `believe:tcqos+in think:tcqs+of+about suppose:tc assume:tcs presume:tcs consider:gnasto deem:ns regard:s+as view:as see:s+as
    feel:tcq figure:t guess:tcq imagine:tc expect:tcinosx anticipate:tcnsx suspect:tcns trust:t judge:t perceive:as understand:tcs
    interpret:nas bet:tc wager:tc gather:tc infer:tc deduce:tc surmise:tc hypothesise:tc contemplate:gn ponder:tn fathom:t`,
  intention: `plan:itsx+on+for intend:iosx aim:is hope:tci+for want:ion wish:ito seek:i desire:in decide:tcis+on resolve:ti
    determine:tcis choose:i commit:is+to threaten:is offer:iq undertake:i prepare:i long:i aspire:i mull:ng weigh:g
    opt:i+for elect:i strive:i volunteer:i`,
  emotion: `fear:tcns worry:tcq+about regret:tcngq lament:tcqng mourn:nq rejoice:tqi+in welcome:qn resent:nt dread:ng bemoan:n
    deplore:qn complain:tcq+of+about grumble:tcq moan:q groan:q fume:q rage:q gush:q enthuse:q love:i hate:ing like:i dislike:n
    marvel:tq+at weep:q prefer:in appreciate:tn care:+about admire:n cherish:n grieve:q`,
  request: `ask:rtqosn+for inquire:t demand:tcqins request:tnosx urge:oqnts+for appeal:q+for+to plead:tq+for+with beg:o implore:oq
    beseech:o exhort:o press:+for require:tosx recommend:tcqnos invite:osq petition:+for pray:tq+for lobby:+for encourage:ons
    nudge:o prod:o insist:+on instruct:rosx advocate:tnq+for caution:o direct:osx summon:s remind:o pressure:o`,
  factive: `know:tcsn+about learn:tc discover:tc find:tcqos reveal:tcqnsx disclose:tcnsx expose:t uncover:t show:tcns demonstrate:tn
    prove:t establish:ts determine:tcs realise:tc notice:tcng remember:tcgq forget:tc discern:tn detect:t see:t hear:tc
    document:ns register:s point:+to indicate:tcqns ascertain:t divulge:tn leak:s unveil:n reflect:t illustrate:tn release:x
    note:t underline:n stipulate:tc notify:t read:t`,
  decision: `rule:tcqs+against+on+in decree:tcns order:osnqtx command:oq approve:nsx authorise:nosx ban:nsx forbid:nos
    prohibit:nsx sentence:nsx convict:nsx acquit:nsx veto:n enact:n endorse:nqsx overturn:n uphold:ns impose:ns
    vote:itx+to+for+against+on nominate:ns find:s mandate:tnogsx bar:nsx indict:nsx overrule:n outlaw:ns
    sanction:n revoke:n disallow:sx charge:nsx instruct:o`,
  judgement: `praise:nqsa+for commend:nqa applaud:nq hail:nasq laud:nas salute:nq credit:ns+with support:ngsq favour:ng oppose:ngqsx
    defend:nq champion:n criticise:nqsax+for condemn:nqasx denounce:nqasx attack:q slam:nqas blast:nqas rebuke:nq scold:q chide:q
    chastise:nq lambast:nq lambaste:nq berate:nq mock:nq ridicule:nq deride:nqas decry:nqa disparage:n belittle:n castigate:nq
    censure:s reprimand:s liken:ns thank:nqr congratulate:nq back:nq honour:q`,
};

/** Two-word cues: the particle is part of the word. `lemma+particle:complements`, by stance. */
export const PHRASAL: Readonly<Record<Stance, string>> = {
  report: 'go on:q sum up:qn call out:qn chime in:q chip in:q',
  assertion: 'put forward:n set out:nt spell out:nt point out:tcqn rule out:ng make clear:tc lay out:nt',
  concession: 'plead guilty:n+to own up:q climb down:q back down:q',
  denial: 'brush aside:n brush off:n wave away:n shoot down:n push back:+against+on turn down:n hit back:q',
  distance: 'make out:t',
  belief: 'count on:n',
  intention: 'look forward:+to',
  emotion: '',
  request: 'call on:on call for:no',
  factive: 'find out:tc',
  decision: 'strike down:n',
  judgement: 'lash out:+at come out:+against+for',
};
/** Verbs whose infinitive complement is a plan, whatever their usual stance. */
export const INTENTION_WITH_INFINITIVE: ReadonlySet<string> = new Set([
  'agree', 'offer', 'threaten', 'promise', 'pledge', 'vow', 'swear', 'decide', 'propose', 'volunteer', 'consider', 'expect',
]);

/** Adjectives after "be" and the like, with the complements that make them cues. */
export const ADJECTIVES: Readonly<Partial<Record<Stance, string>>> = {
  belief: 'convinced:t+of certain:t sure:t+about confident:t+in sceptical:t+of+about skeptical:t+of+about doubtful:t+about unsure:t+about uncertain:t+about aware:t+of optimistic:t+about',
  intention: 'willing:i ready:i prepared:i committed:i+to reluctant:i keen:i determined:i eager:i unwilling:i',
  emotion: `glad:ti+about happy:ti+with+about+for sorry:ti+for angry:ti+about+at+with proud:ti+of afraid:ti+of alarmed:t+by+at shocked:t+by+at
    surprised:t+by+at relieved:ti disappointed:t+by+with+in+at concerned:t+about frustrated:t+with+by outraged:t+by+at grateful:t+for
    worried:t+about saddened:ti+by honoured:ti+by honored:ti+by humbled:ti+by excited:ti+about+by+for pleased:ti+with+by delighted:ti+by+with thankful:t+for`,
};
