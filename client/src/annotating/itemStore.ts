/** The annotations of the article that is worked on, asked for when something has changed. */
import type { Disposable, Range, TextDocument } from 'vscode';
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';
import type { AnnotationStates, DocumentStates } from '../documentStates.js';
import type { AnnotatingRequests } from './requests.js';
import { decided } from './walk.js';

export interface Held {
  readonly document: TextDocument;
  readonly version: number;
  readonly revision: number;
  /** In order of the text; orphans last. */
  readonly items: readonly AnnotationItem[];
}

/** How often a list is asked for again because the text has changed while it was on its way. */
const TRIES = 5;

export class ItemStore implements Disposable {
  private held: Held | undefined;
  private isStale = false;
  private readonly watching: Disposable;

  constructor(private readonly requests: () => AnnotatingRequests | undefined, states: DocumentStates, private readonly annotations: AnnotationStates) {
    this.watching = states.onDidChange((uri) => {
      if (uri.toString() === this.held?.document.uri.toString()) this.isStale = true;
    });
  }

  /** For the text as it is now; undefined for what is no article. */
  async of(document: TextDocument): Promise<Held | undefined> {
    if (this.held !== undefined && this.isFresh(document, this.held)) return this.held;
    for (let i = 0; i < TRIES; i++) {
      this.isStale = false;
      const found = await this.requests()?.annotations(document);
      if (!found) return undefined;
      this.held = { document, ...found };
      if (found.version === document.version) return this.held;
    }
    return undefined;
  }

  /**
   * What was known last of this text: in a long article it costs much to ask for everything after each decision. What is taken from it
   * must be looked at once more, with `at`.
   */
  async known(document: TextDocument): Promise<Held | undefined> {
    const { held } = this;
    return held?.document === document && held.version === document.version ? held : this.of(document);
  }

  /** What stands at one place, as it is now. */
  async at(document: TextDocument, range: Range): Promise<Held | undefined> {
    const found = await this.requests()?.annotations(document, [range]);
    return found?.version === document.version ? { document, ...found } : undefined;
  }

  /** A decision of ours holds: what is known is set right. */
  take(document: TextDocument, ids: readonly string[], review: 'accepted' | 'rejected', newIds: readonly string[]): void {
    const { held } = this;
    if (held?.document === document) this.held = { ...held, revision: held.revision + 1, items: decided(held.items, ids, review, newIds) };
  }

  forget(): void {
    this.isStale = true;
  }

  dispose(): void {
    this.watching.dispose();
  }

  private isFresh(document: TextDocument, { document: of, version, revision }: Held): boolean {
    return !this.isStale && of === document && version === document.version && (this.annotations.get(document.uri)?.revision ?? 0) <= revision;
  }
}
