/** Commands that are loaded when the first of them is used; a test holds the list to package.json. */
export const READING_COMMANDS = [
  'nextEntity', 'previousEntity', 'nextClaim', 'previousClaim', 'nextUnnamedSource', 'previousUnnamedSource',
  'showJumpList', 'lookUp', 'describe', 'goToFullestMention', 'findAllMentions', 'respell', 'whoSaysWhat', 'foldBoilerplate', 'addToHouseList', 'howToCheck', 'lookUpOnline', 'confirmIdentity', 'forgetIdentity', 'clearLookUps',
  'searchEntities', 'filterEntities', 'clearEntitiesFilter', 'sortEntities', 'copyEntities',
  'searchClaims', 'filterClaims', 'clearClaimsFilter', 'sortClaims', 'copyClaims',
  'saidElsewhere', 'compareElsewhere', 'indexArticles',
  'openSample', 'showKeys', 'openWalkthrough',
] as const;

export type ReadingCommand = (typeof READING_COMMANDS)[number];
