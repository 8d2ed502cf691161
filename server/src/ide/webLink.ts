/** Links on cards to pages of the web, whose addresses people and sources have written. Only what an address of a page is made of comes through. */
import { webAddress } from '../base/webAddress.js';
import type { CardLink } from './card.js';

/** Says where it goes. Undefined for what is no address of a page with a name for its host. */
export function webLink(address: string): CardLink | undefined {
  const page = webAddress(address);
  // The editor would make a link of its own of “www.” in the words of ours.
  return page === undefined ? undefined : { label: `Open ${page.host.replace(/^(?:www\.)+/, '')}`, places: [], web: page.href };
}

/** Each address once. */
export function webLinks(addresses: readonly string[]): CardLink[] {
  const links = new Map<string, CardLink>();
  for (const address of addresses) {
    const link = webLink(address);
    if (link?.web !== undefined) links.set(link.web, link);
  }
  return [...links.values()];
}
