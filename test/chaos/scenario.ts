import type {Random} from '../fixtures/random.js';
import type {Programs} from './programs.js';

/** What a scenario is given. */
export interface Chaos {
  /** Chances, the same for the same seed: take them while planning, not while things happen. */
  readonly random: Random;
  /** How much of it is wanted: 1 is all. */
  readonly share: number;
  /** A database of its own: `postgres://…`, or a file. */
  readonly place: string;
  /** Starts processes; those that still run at the end are killed. */
  readonly programs: Programs;
  /** Says how far it is. */
  progress(what: string): void;
}

/** What came of it. */
export interface Outcome {
  /** How often what happened, by what a person reads. */
  readonly figures: Readonly<Record<string, number>>;
  /** Each promise that was broken, in a sentence. */
  readonly broken: readonly string[];
}

/** Many things that happen at once, and what must be true afterwards all the same. */
export interface Scenario {
  /** What happens, in a line. */
  readonly about: string;
  run(chaos: Chaos): Promise<Outcome>;
}
