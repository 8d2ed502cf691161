import { EventEmitter } from 'vscode';
import type { Event } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

export type CallDirection = 'incoming' | 'outgoing';

/** Tells when the editor asks for calls: its call hierarchy takes another direction only once it is filled. */
export class Calls {
  private readonly asked = new EventEmitter<CallDirection>();
  readonly onDidAsk: Event<CallDirection> = this.asked.event;

  readonly middleware: Pick<Middleware, 'provideCallHierarchyIncomingCalls' | 'provideCallHierarchyOutgoingCalls'> = {
    provideCallHierarchyIncomingCalls: (item, token, next) => {
      this.asked.fire('incoming');
      return next(item, token);
    },
    provideCallHierarchyOutgoingCalls: (item, token, next) => {
      this.asked.fire('outgoing');
      return next(item, token);
    },
  };

  dispose(): void {
    this.asked.dispose();
  }
}
