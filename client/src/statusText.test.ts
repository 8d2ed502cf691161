import { describe, expect, it } from 'vitest';
import { describeState } from './statusText.js';

describe('the status bar', () => {
  it('counts', () => {
    expect(describeState({ kind: 'article', entities: 34, claims: 12, unnamed: 3 }, false)).toEqual({
      text: '$(book) 34 entities, 12 claims, 3 unnamed',
      tooltip: 'Article Annotator: 34 entities, 12 claims, 3 unnamed.\n3 claims have a source that is not named.\nClick to jump to one of them.',
      label: 'Article Annotator: 34 entities, 12 claims, 3 unnamed',
    });
  });

  it('counts one as one, and does not speak of what there is not', () => {
    expect(describeState({ kind: 'article', entities: 1, claims: 1, unnamed: 0 }, false).text).toBe('$(book) 1 entity, 1 claim');
  });

  it('says in one line why the model is not used', () => {
    const problem = 'The news model is not used: news.onnx is missing';
    const { text, tooltip, label } = describeState({ kind: 'article', entities: 2, claims: 1, unnamed: 0, problem }, false);
    expect(text).toBe('$(book) 2 entities, 1 claim $(warning)');
    expect(tooltip.split('\n')).toEqual(['Article Annotator: 2 entities, 1 claim.', `${problem}.`, 'Click to jump to one of them.']);
    expect(label).toBe(`Article Annotator: 2 entities, 1 claim. ${problem}`);
  });

  it('says why a file is left alone, and that a person chose so', () => {
    const ignored = { kind: 'ignored', reason: 'not-prose', message: 'Not prose: looks like a log' } as const;
    expect(describeState(ignored, false).tooltip).toBe('Not prose: looks like a log.\nClick to annotate this file.');
    expect(describeState(ignored, true).label).toBe('Not annotated. You stopped annotating this file.');
  });
});
