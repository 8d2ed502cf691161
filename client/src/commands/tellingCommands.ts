/** What the keys of these commands give while the editor's screen reader mode is on (`accessibilityModeEnabled`). */
export const ALOUD = 'aloud';

/** Commands whose keys tell whether the editor is heard; a test holds the list to package.json. */
export const TELLING_COMMANDS: ReadonlySet<string> = new Set([
  'nextEntity', 'previousEntity', 'nextClaim', 'previousClaim', 'nextUnnamedSource', 'previousUnnamedSource', 'describe', 'toggleReview',
]);
