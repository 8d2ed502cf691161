/** Whose mouth a spokesperson is, as the article says it: “the ministry” of “a spokesman for the ministry”, “ministry” of “a ministry spokesman”. */

const SPOKES = 'spokes(?:man|woman|person|people|men|women)';
const BEHIND = new RegExp(`\\b${SPOKES}\\s+(?:for|of)\\s+([^,;:()“”"]+?)\\s*(?:$|,|who\\b|that\\b)`, 'i');
const BEFORE = new RegExp(`^(?:(?:an?|the|one|another)\\s+)?(.+?)\\s+${SPOKES}\\b`, 'i');
/** Words beside the office that name nobody it is held for. */
const NOBODY = /^(?:an?|the|one|another|its|his|her|their|our|my|former|senior|chief|official|deputy|longtime|veteran|new|main|top|lead|second|unnamed|same)$/i;

const ANY = new RegExp(`\\b${SPOKES}\\b`, 'i');

export function isSpokesperson(words: string): boolean {
  return ANY.test(words);
}

/** Undefined where the words are no spokesperson's, or do not say whose. */
export function speaksFor(words: string): string | undefined {
  const behind = BEHIND.exec(words)?.[1];
  if (behind !== undefined) return behind;
  const before = BEFORE.exec(words)?.[1]?.split(/\s+/).filter((word) => !NOBODY.test(word)).join(' ').replace(/['’]s?$/, '');
  return before === undefined || before === '' || !words.includes(before) ? undefined : before;
}
