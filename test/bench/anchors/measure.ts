/** Re-anchoring against the truth: right, wrong, or an orphan without need. */
import type { Annotation, Placement } from '../../../server/src/annotations/index.js';
import { CanonicalText, anchorsFor, newAnnotation, reanchor } from '../../../server/src/annotations/index.js';
import type { Span } from '../../../server/src/base/span.js';
import { trimmed } from '../../../server/src/base/span.js';
import type { Sample } from './corpus.js';
import { EDITS } from './edits.js';
import { Random } from './random.js';
import { Tracked } from './tracked.js';
import type { TrackedSpan } from './tracked.js';

export interface Tally {
  all: number;
  right: number;
  wrong: number;
  /** Lost, though its words are there. */
  orphaned: number;
}

export interface Failure {
  readonly edit: string;
  readonly sample: string;
  readonly what: 'wrong' | 'orphaned';
  readonly words: string;
  readonly rule: number;
  readonly place: string;
  readonly truth: string;
}

export function measure(samples: readonly Sample[], rounds: number, fail: (failure: Failure) => void = () => undefined): Map<string, Tally> {
  const pool = samples.flatMap(({ text }) => text.match(/(?<=[.!?] )\p{Lu}[^.!?\n“”]{30,}[.]/gu) ?? []);
  const tallies = new Map<string, Tally>();
  for (const [name, edit] of Object.entries(EDITS)) {
    const tally: Tally = { all: 0, right: 0, wrong: 0, orphaned: 0 };
    tallies.set(name, tally);
    samples.forEach((sample, s) => {
      const before = new CanonicalText(sample.text);
      const annotations = sample.marked.map(({ body, parts }, i) => newAnnotation({ id: `${i}`, body, created: '', anchors: anchorsFor(before, parts) }));
      for (let round = 0; round < rounds; round++) {
        const spans = sample.marked.map(({ parts }) => parts.map(({ start, end }): TrackedSpan => ({ start, end, state: 'at' })));
        const text = new Tracked(sample.text, spans.flat());
        edit(text, new Random(1000 * s + round), pool);
        const placements = reanchor(new CanonicalText(text.text), annotations, before.sha256);
        placements.forEach((placement, i) => {
          const verdict = judged(placement, spans[i] ?? [], annotations[i], text.text);
          tally.all++;
          tally[verdict]++;
          if (verdict === 'right') return;
          const at = placement.anchors.map(({ span }) => (span === null ? '–' : text.text.slice(span.start, span.end)));
          fail({
            edit: name, sample: sample.name, what: verdict, rule: Math.max(...placement.anchors.map(({ rule }) => rule)),
            words: (annotations[i]?.anchors ?? []).map(({ exact }) => exact).join(' | '), place: at.join(' | '),
            truth: (spans[i] ?? []).map(({ state, start, end }) => `${state} ${text.text.slice(Math.max(0, start - 25), start)}[${text.text.slice(start, end)}]${text.text.slice(end, end + 25)}`).join(' | '),
          });
        });
      }
    });
  }
  return tallies;
}

function judged({ anchoring, anchors }: Placement, truth: readonly TrackedSpan[], annotation: Annotation | undefined, text: string): 'right' | 'wrong' | 'orphaned' {
  if (anchoring === 'orphaned') return isLost(truth, annotation) ? 'right' : 'orphaned';
  let isWhole = true;
  for (const [i, { span }] of anchors.entries()) {
    const place = truth[i];
    if (place === undefined) continue;
    if (span === null) isWhole &&= place.state === 'gone';
    else if (![place, ...place.copies ?? []].some((one) => isOn(span, one, text))) return 'wrong';
  }
  return isWhole ? 'right' : 'orphaned';
}

/** White space at the borders does not count: a word that is deleted leaves one there. */
function isOn(span: Span, { start, end, state }: TrackedSpan, text: string): boolean {
  const place = trimmed(text, { start, end });
  return state !== 'gone' && span.start === place.start && span.end === place.end;
}

/** Whether nothing, or too little of it, is left to be shown. */
function isLost(truth: readonly TrackedSpan[], annotation: Annotation | undefined): boolean {
  const lost = (role: string | undefined): boolean[] => truth.filter((_, i) => annotation?.anchors[i]?.role === role).map(({ state }) => state === 'gone');
  const contents = lost('content');
  return truth.every(({ state }) => state === 'gone') || lost('cue').some(Boolean) || (contents.length > 0 && contents.every(Boolean));
}

export function total(tallies: Iterable<Tally>): Tally {
  const sum: Tally = { all: 0, right: 0, wrong: 0, orphaned: 0 };
  for (const tally of tallies) for (const key of ['all', 'right', 'wrong', 'orphaned'] as const) sum[key] += tally[key];
  return sum;
}
