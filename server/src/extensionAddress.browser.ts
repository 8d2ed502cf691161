/** Where the extension lies on the web: the client tells it at the start. */
import { EXTENSION_ADDRESS } from './protocol.js';

export class ExtensionAddress {
  private address = '';

  hear(options: unknown): void {
    const given = typeof options === 'object' && options !== null && EXTENSION_ADDRESS in options ? options[EXTENSION_ADDRESS] : undefined;
    if (typeof given === 'string') this.address = given;
  }

  /** @throws if the client has not told it */
  of(path: string): string {
    if (this.address === '') throw new Error('the client does not say where the extension lies');
    return `${this.address}/${path}`;
  }
}
