/** The words of review mode's status bar item. Pure. */
import type { AnnotationsChangedParams } from '../../../server/src/annotatingProtocol.js';
import { SHORT_HELP } from './keys.js';

export interface ReviewText {
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly label: string;
  readonly isWarning: boolean;
}

/** @param left how many wait for a decision, as far as that is known */
export function reviewText(isOn: boolean, left: number | undefined, state: Pick<AnnotationsChangedParams, 'problem' | 'others'> | undefined): ReviewText {
  const problem = state?.problem?.message;
  const warning = problem === undefined ? '' : ' $(warning)';
  const others = state?.others ?? [];
  const lines = [...(problem === undefined ? [] : [problem]), ...(others.length === 0 ? [] : [`Also annotated, in files of their own: ${others.map(({ name, annotations }) => `${name} (${annotations})`).join(', ')}`])];
  const count = left === undefined ? '' : left === 0 ? ' nothing left' : ` ${left} left`;
  if (!isOn) {
    const tooltip = ['Go through the suggestions and decide on them, a key each.', ...lines].join('\n');
    return { text: `$(tasklist) Review${warning}`, tooltip, label: ['Review the suggestions', ...lines].join('. '), isWarning: problem !== undefined };
  }
  return {
    text: `$(tasklist) REVIEW${count} · ${SHORT_HELP}${warning}`, tooltip: ['Click to leave review mode.', ...lines].join('\n'),
    label: ['Review mode', ...(count === '' ? [] : [count.trim()]), SHORT_HELP, ...lines].join('. '), isWarning: problem !== undefined,
  };
}
