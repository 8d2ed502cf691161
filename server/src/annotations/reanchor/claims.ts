/** From anchors to annotations: what is left of a claim when some of its parts are lost. */
import type { Anchoring } from '../../annotatingProtocol.js';
import type { Annotation, StoredAnchor } from '../annotation.js';
import type { CanonicalText } from '../canonicalText.js';
import type { Target } from './place.js';
import type { AnchorPlacement, Placement } from './placement.js';

/** A cue and its content that stood in one line and are more lines apart than this no longer belong together. */
const MAX_LINES_APART = 5;
/** Where what lies between two parts is not stored, they stood in one line if it was no longer than this. */
const ONE_LINE = 200;

export function claimPlacement(annotation: Annotation, targets: readonly Target[], canonical: CanonicalText): Placement {
  const { id, body } = annotation;
  if (body.type === 'claim' && areApart(targets, canonical.text)) for (const target of targets) lose(target);
  const placed = targets.map((target) => placementOf(target, canonical));
  return { id, anchoring: anchoringOf(annotation, targets, placed), anchors: placed };
}

function anchoringOf({ body, anchors }: Annotation, targets: readonly Target[], placed: readonly AnchorPlacement[]): Anchoring {
  if (anchors.length === 0) return 'anchored';
  const found = targets.filter(({ span }) => span !== null);
  if (found.length === 0) return 'orphaned';
  if (body.type === 'claim') {
    const has = (list: readonly { anchor: StoredAnchor }[], role: StoredAnchor['role']): boolean => list.some(({ anchor }) => anchor.role === role);
    if (has(targets, 'cue') && targets.some(({ anchor, span }) => anchor.role === 'cue' && span === null)) return 'orphaned';
    if (has(targets, 'content') && !has(found, 'content')) return 'orphaned';
  }
  if (found.length < targets.length) return 'incomplete';
  return placed.some(({ edited }) => edited) ? 'edited' : 'anchored';
}

function placementOf({ rule, span, proposals, why }: Target, canonical: CanonicalText): AnchorPlacement {
  return {
    span: span === null ? null : canonical.spanToDocument(span),
    edited: rule === 5,
    rule,
    proposals: proposals.map((proposal) => canonical.spanToDocument(proposal)),
    why,
  };
}

function lose(target: Target): void {
  if (target.span === null) return;
  target.proposals = [target.span];
  target.span = null;
  target.rule = 6;
  target.why = 'apart';
}

function areApart(targets: readonly Target[], text: string): boolean {
  const of = (role: StoredAnchor['role']): readonly Target[] => targets.filter(({ anchor, span }) => anchor.role === role && span !== null);
  return of('cue').some((cue) => {
    const contents = of('content').map((content) => ({ content, isFar: areFarApart(text, cue, content) }));
    // What was stored is looked at only where something is far away.
    if (!contents.some(({ isFar }) => isFar)) return false;
    const together = contents.filter(({ content }) => stoodInOneLine(cue.anchor, content.anchor));
    return together.length > 0 && together.every(({ isFar }) => isFar);
  });
}

/** As far as what was stored tells: by what lay between them, else by how far apart they were. */
function stoodInOneLine(a: StoredAnchor, b: StoredAnchor): boolean {
  const [first, second] = (a.start ?? 0) <= (b.start ?? 0) ? [a, b] : [b, a];
  if (first.end === undefined || second.start === undefined) return false;
  const gap = second.start - first.end;
  if (gap <= 0) return true;
  // Gaps are counted in code points.
  const after = Array.from(first.suffix ?? '').slice(0, gap);
  const before = Array.from(second.prefix ?? '').slice(-gap);
  return !after.includes('\n') && !before.includes('\n') && (after.length + before.length >= gap || gap <= ONE_LINE);
}

function areFarApart(text: string, a: Target, b: Target): boolean {
  if (a.span === null || b.span === null) return false;
  const [first, second] = a.span.start <= b.span.start ? [a.span, b.span] : [b.span, a.span];
  let lines = 0;
  for (let at = text.indexOf('\n', first.end); at >= 0 && at < second.start && lines <= MAX_LINES_APART; at = text.indexOf('\n', at + 1)) lines++;
  return lines > MAX_LINES_APART;
}
