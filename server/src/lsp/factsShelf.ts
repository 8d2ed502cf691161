/** The packs of facts: read once, after the first highlights and a piece at a time, so that cards have them and nobody waits for them. */
import { nextTurn } from '../base/turn.js';
import type { FactSource, IdentitiesOf } from '../ide/index.js';
import type { HouseList } from '../knowledge/index.js';
import { Facts, PACKS } from '../knowledge/index.js';

const NO_FACTS = new Facts([]);

/** How the place that we run in reads a pack. */
export interface PackHost {
  /** What the client says at the start. */
  initialise?(options: unknown): void;
  read(name: string): Promise<string>;
}

export class FactsShelf {
  private facts: Facts | null = null;

  constructor(private readonly host: PackHost | null, private readonly report: (error: unknown) => void) {}

  /** For cards of this moment, with the newsroom's own list and what people have confirmed; undefined while nothing is there, and where nothing can be. */
  sourceWith(house: HouseList | undefined, identities: IdentitiesOf | undefined): FactSource | undefined {
    const { facts } = this;
    return facts === null && house === undefined && identities === undefined ? undefined : { facts: facts ?? NO_FACTS, today: new Date().toISOString().slice(0, 10), house, identities };
  }

  initialise(options: unknown): void {
    this.host?.initialise?.(options);
  }

  /** A pack that cannot be read is told of once; cards then have no facts at all, so that none looks complete that is not. */
  async read(): Promise<void> {
    const { host } = this;
    if (host === null || this.facts !== null) return;
    try {
      const steps = Facts.inSteps(await Promise.all(PACKS.map((name) => host.read(name))));
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) await nextTurn();
      this.facts = step.value;
    } catch (error) {
      this.report(error);
    }
  }
}
