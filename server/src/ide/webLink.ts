/** Links on cards to pages of the web, whose addresses people and sources have written. Only what an address of a page is made of comes through. */
import type { CardLink } from './card.js';

const LONGEST = 2_000;
/** As hosts are written once they are read: small letters, other scripts as `xn--…`, so that none looks like another. */
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/** Says where it goes. Undefined for what is no address of a page with a name for its host: other schemes, user names before the host, bare numbers. */
export function webLink(address: string): CardLink | undefined {
  if (address.length > LONGEST || !URL.canParse(address)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '' || !HOST.test(hostname) || !/[a-z]/.test(hostname)) return undefined;
  // What would end the address in Markdown; the reader of addresses has escaped spaces, quotation marks and angle brackets.
  // The editor would make a link of its own of “www.” in the words of ours.
  return { label: `Open ${hostname.replace(/^(?:www\.)+/, '')}`, places: [], web: href.replace(/[()[\]\\<>"'`\s|*_]/g, escaped) };
}

function escaped(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
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
