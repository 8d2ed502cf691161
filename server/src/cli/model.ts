/** The second tier for files and corpora: here somebody waits for it. */
import type { Article } from '../analysis/article.js';
import type { ArticleEngine } from '../analysis/engine.js';
import type { Opinion } from '../analysis/opinion.js';
import type { Place } from '../model/messages.js';
import type { SupervisorParts } from '../model/supervisor.js';
import { Supervisor } from '../model/supervisor.js';

export class PatientModel {
  private readonly supervisor: Supervisor;
  private settled: (() => void) | null = null;
  private told = false;

  /** `tell` is called once, with one line, if the model cannot be used. */
  constructor(start: SupervisorParts['start'], private readonly place: () => Place, private readonly tell: (line: string) => void) {
    this.supervisor = new Supervisor({
      start,
      timers: { set: setTimeout, clear: (timer) => { clearTimeout(timer as ReturnType<typeof setTimeout>); } },
      changed: ({ kind }) => { if (kind !== 'loading') this.settled?.(); },
    });
  }

  /** The article with all that the model says of it; as it was, where the model cannot be used. */
  async readAll(engine: ArticleEngine, article: Article): Promise<Article> {
    if (!(await this.isReady())) return article;
    const opinions: [id: string, opinion: Opinion][] = [];
    for (const unread of engine.unread()) {
      const answer = await this.supervisor.read(unread);
      if (answer !== null && answer !== 'ended') opinions.push([unread.id, answer]);
      else if (!(await this.isReady())) break;
    }
    // All at once: each time the engine takes some in, it weighs the names of the whole article anew.
    return engine.addOpinions(opinions) ?? article;
  }

  stop(): void {
    this.supervisor.stop();
  }

  /** Waits until it is ready, or is known to be of no use. */
  private async isReady(): Promise<boolean> {
    if (this.supervisor.state.kind === 'off') this.supervisor.load(this.place());
    while (this.supervisor.state.kind === 'loading' || this.supervisor.state.kind === 'pausing') {
      await new Promise<void>((resolve) => { this.settled = resolve; });
    }
    const { state } = this.supervisor;
    if (state.kind === 'unusable' && !this.told) {
      this.told = true;
      this.tell(`the news model is not used: ${state.why}`);
    }
    return state.kind === 'ready';
  }
}
