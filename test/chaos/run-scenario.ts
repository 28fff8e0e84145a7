import {Random} from '../fixtures/random.js';
import {Programs} from './programs.js';
import type {Outcome, Scenario} from './scenario.js';

export interface RunSettings {
  readonly seed: number;
  /** How much of it is wanted: 1 is all. */
  readonly share: number;
  /** A database of its own: `postgres://…`, or a file. */
  readonly place: string;
  readonly progress?: (what: string) => void;
}

/** Runs a scenario in processes of its own, and ends them. */
export async function runScenario(
  scenario: Scenario,
  {seed, progress = () => undefined, ...settings}: RunSettings,
): Promise<Outcome> {
  const programs = new Programs();
  const start = performance.now();
  try {
    const {figures, broken} = await scenario.run({
      ...settings,
      random: new Random(seed),
      programs,
      progress,
    });
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    return {figures: {...figures, seconds}, broken};
  } finally {
    await programs.stop();
  }
}
