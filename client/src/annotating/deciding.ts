/** Decisions on their way to the server, and what is said when one does not hold. */
import { window } from 'vscode';
import type { TextDocument } from 'vscode';
import type { Decision } from '../../../server/src/annotatingProtocol.js';
import { say } from '../telling.js';
import type { ItemStore } from './itemStore.js';
import type { AnnotatingRequests } from './requests.js';

export class Deciding {
  private refusal = '';

  constructor(private readonly requests: () => AnnotatingRequests | undefined, private readonly items: ItemStore) {}

  /** What now stands for each thing decided on; undefined if nothing was decided, and then the user has been told why. */
  async decide(document: TextDocument, version: number, decisions: readonly Decision[]): Promise<readonly string[] | undefined> {
    const result = await this.requests()?.decide(document, version, decisions);
    if (!result) {
      say('Nothing was decided: the article is not being read.');
      return undefined;
    }
    if (result.outcome === 'done') {
      this.refusal = '';
      return result.ids;
    }
    this.items.forget();
    if (result.outcome === 'outdated') say('The text has changed in between, so nothing was decided. Try again.');
    else this.refuse(result.message ?? 'This could not be done.');
    return undefined;
  }

  /** A warning once; while the same holds on, a line in the status bar. */
  private refuse(message: string): void {
    if (message === this.refusal) say(message);
    else void window.showWarningMessage(message);
    this.refusal = message;
  }
}
