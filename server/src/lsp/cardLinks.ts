/** Links on cards as addresses of a command of the client's. */
import type { CardLink, CardQuestion, LinkAddress } from '../ide/index.js';
import type { RevealArguments, RevealedPlace } from '../protocol.js';
import { CARD_LINKS, COMPARE_COMMAND, HOW_TO_CHECK_COMMAND, LOOK_UP_COMMAND, NOTE_COMMAND, REMIND_COMMAND, REVEAL_COMMAND, SAID_ELSEWHERE_COMMAND, SET_DATE_COMMAND } from '../protocol.js';
import type { Positions } from './translate.js';
import { rangeOf } from './translate.js';

const COMMANDS: Readonly<Record<CardQuestion, string>> = {
  lookUpOnline: LOOK_UP_COMMAND, compareElsewhere: COMPARE_COMMAND, saidElsewhere: SAID_ELSEWHERE_COMMAND, howToCheck: HOW_TO_CHECK_COMMAND,
  addNote: NOTE_COMMAND, remindMe: REMIND_COMMAND, setArticleDate: SET_DATE_COMMAND,
};

/** True if the client said that it can follow links. */
export function followsLinks(initializationOptions: unknown): boolean {
  return typeof initializationOptions === 'object' && initializationOptions !== null && CARD_LINKS in initializationOptions && initializationOptions[CARD_LINKS] === true;
}

export function linkAddress(uri: string, positions: Positions): LinkAddress {
  return ({ places, page, asks, web }: CardLink) => {
    if (web !== undefined) return web;
    const given: RevealArguments = page !== undefined ? [page.uri, [page.place]] : [uri, places.map((place): RevealedPlace => {
      const { start, end } = rangeOf(positions, place);
      return [start.line, start.character, end.line, end.character];
    })];
    // What stands between the brackets of a link must not close them.
    return `command:${asks === undefined ? REVEAL_COMMAND : COMMANDS[asks]}?${encodeURIComponent(JSON.stringify(given)).replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29'))}`;
  };
}
