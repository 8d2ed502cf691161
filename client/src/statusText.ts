/** The words of the status bar. */
import type { DocumentState } from '../../server/src/protocol.js';

export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly label: string;
}

/** `stopped`: a person has switched the file off. */
export function describeState(state: DocumentState, stopped: boolean): StatusText {
  if (state.kind === 'ignored') {
    const why = stopped ? 'You stopped annotating this file' : state.message;
    return { text: '$(book) Not annotated', tooltip: `${why}.\nClick to annotate this file.`, label: `Not annotated. ${why}.` };
  }
  const unnamed = state.unnamed === 0 ? '' : `, ${state.unnamed} unnamed`;
  const counts = `${count(state.entities, 'entity', 'entities')}, ${count(state.claims, 'claim', 'claims')}${unnamed}`;
  const last = state.unnamed === 0 ? '' : `\n${count(state.unnamed, 'claim has a source that is', 'claims have a source that is')} not named.`;
  const problem = state.problem === undefined ? { sign: '', line: '', label: '' } : { sign: ' $(warning)', line: `\n${state.problem}.`, label: `. ${state.problem}` };
  return {
    text: `$(book) ${counts}${problem.sign}`,
    tooltip: `Article Annotator: ${counts}.${last}${problem.line}\nClick to jump to one of them.`,
    label: `Article Annotator: ${counts}${problem.label}`,
  };
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
