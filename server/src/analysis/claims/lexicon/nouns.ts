/**
 * Noun cues by stance (design document, part B2): `noun:complements`, where `t` is a that-clause, `i` an infinitive and
 * `+preposition` leads to the content and belongs to the cue.
 */
import type { Stance } from '../../types.js';

export const NOUNS: Readonly<Record<Stance, string>> = {
  report: 'statement:t+of remark:t comment:t report:t+of account:+of testimony:t+about',
  assertion: 'assertion:t contention:t argument:t+for+against insistence:t+on announcement:t+of+about+on declaration:t+of warning:t+of+about+against prediction:t+of forecast:t+for+of estimate:t+of assurance:t proclamation:t+of assessment:t+of hypothesis:t conclusion:t position:t+on',
  concession: 'admission:t+of acknowledgement:t+of confession:t',
  denial: 'denial:t+of rejection:+of refusal:i dismissal:+of objection:+to dissent:+in',
  distance: 'claim:tn+of+to allegation:t+of+against accusation:t+of+against insinuation:t rumour:t+of+about speculation:t+about+over suggestion:t suspicion:t+of',
  belief: 'belief:t+in view:t+on opinion:t+on impression:t expectation:t+of doubt:t+about theory:t idea:t confidence:t+in consensus:t scepticism:t+about skepticism:t+about',
  intention: 'plan:i+for intention:i+of pledge:it vow:it threat:i+against+of promise:it+of+to commitment:i hope:t+for+of+i aim:i priority:i goal:i desire:i willingness:i decision:i+on proposal:i+for offer:i+of readiness:i',
  emotion: 'fear:t+of+over concern:t+about+over+regarding worry:t+about+over regret:+for+about+over sadness:+at disappointment:t+at+over+with outrage:+at+over anger:+at+over gratitude:+for',
  request: 'request:i+for demand:it+for call:i+for appeal:i+for plea:i+for recommendation:it+for petition:i+for invitation:i',
  factive: 'finding:t+on revelation:t+about+of disclosure:t+of indication:t+of evidence:t+of proof:t+of',
  decision: 'order:i+for ruling:t+on+against decree:i',
  judgement: 'criticism:+of+for+over condemnation:+of support:+for praise:+for opposition:+to endorsement:+of approval:+of',
};

/** Adverbs that hand the words to somebody unnamed. */
export const HEARSAY_ADVERBS: ReadonlySet<string> = new Set([
  'reportedly', 'allegedly', 'supposedly', 'purportedly', 'apparently', 'ostensibly', 'seemingly', 'reputedly', 'rumouredly', 'presumably',
]);

/** Adjectives before a noun that do the same. */
export const HEARSAY_ADJECTIVES: ReadonlySet<string> = new Set(['alleged', 'reported', 'purported', 'rumoured', 'rumored', 'supposed']);

/** Verbs that carry a noun cue: "made the claim", "issued a statement". */
export const LIGHT_VERBS: ReadonlySet<string> = new Set([
  'make', 'makes', 'made', 'making', 'issue', 'issues', 'issued', 'issuing', 'release', 'releases', 'released', 'releasing', 'raise', 'raises',
  'raised', 'raising', 'express', 'expresses', 'expressed', 'expressing', 'voice', 'voices', 'voiced', 'voicing', 'give', 'gives', 'gave',
  'giving', 'announce', 'announced', 'announcing', 'reiterated', 'repeated', 'has', 'have', 'had', 'having', 'offered', 'published', 'posted', 'sent',
  'filed', 'state', 'states', 'stated', 'declared', 'declare', 'withdrew',
]);
