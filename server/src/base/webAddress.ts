/** Addresses of pages of the web, which people and sources have written. */

const LONGEST = 2_000;
/** As hosts are written once they are read: small letters, other scripts as `xn--…`, so that none looks like another. */
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/**
 * With nothing in it that would end an address in Markdown or begin markup. Undefined for what is no address of a page with a name for
 * its host: other schemes, user names before the host, bare numbers.
 */
export function webAddress(address: string): { readonly href: string; readonly host: string } | undefined {
  if (address.length > LONGEST || !URL.canParse(address)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(address);
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '' || !HOST.test(hostname) || !/[a-z]/.test(hostname)) return undefined;
  // The reader of addresses has escaped spaces, quotation marks and angle brackets.
  return { href: href.replace(/[()[\]\\<>"'`\s|*_]/g, escaped), host: hostname };
}

function escaped(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
