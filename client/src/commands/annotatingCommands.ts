/** Commands of annotating, loaded when the first of them is used; a test holds the lists to package.json. */
export const ANNOTATING_COMMANDS = [
  'toggleReview', 'leaveReview', 'nextUndecided', 'previousUndecided', 'showReviewKeys',
  'accept', 'reject', 'changeType', 'reopen', 'extendEnd', 'shrinkEnd', 'extendStart', 'shrinkStart',
  'acceptSeveral', 'rejectSeveral', 'undoDecision', 'redoDecision',
  'addEntity', 'annotateEveryOccurrence', 'addClaim', 'placeHere', 'discard', 'updateAnchors', 'takeAlong',
  'setArticleDate', 'remindMe', 'changeReminder', 'removeReminder', 'addNote', 'saveNote', 'changeNote', 'saveNoteChange', 'leaveNoteChange', 'deleteNote',
  'noteCheck', 'exportChecks', 'reportChecks',
  'searchAnnotations', 'filterAnnotations', 'clearAnnotationsFilter', 'sortAnnotations', 'copyAnnotations',
  'filterChecks', 'clearChecksFilter', 'sortChecks',
] as const;

/** On keys and links only: they say nothing by themselves. */
export const SILENT_COMMANDS = ['reviewType', 'reviewCheck', 'ignoreKey', 'takeWords', 'leaveWords', 'leaveNote', 'decideParagraph', 'onRow', 'onCheck'] as const;

export type AnnotatingCommand = (typeof ANNOTATING_COMMANDS)[number] | (typeof SILENT_COMMANDS)[number];
