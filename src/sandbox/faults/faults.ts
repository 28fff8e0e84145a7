import type {SettingNames} from '../../wire/spelling/unknown-setting.js';
import {ApiError} from '../model/api-error.js';
import {refuseUnknown} from '../model/refuse-unknown.js';
import type {RestRoute} from '../imitation/routes.js';
import {
  areaOf,
  defaultSeconds,
  FAULT_NAMES,
  isFaultName,
  type FaultArea,
  type FaultName,
  type FaultOf,
  type FaultSettings,
} from './fault-table.js';

/**
 * How often a fault happens, how late, and to which call.
 *
 * @example
 * ```ts
 * import type {FaultLimits, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const once: FaultLimits = {times: 1, route: 'POST /orders'};
 * sandbox.faults.set({rest: '500'}, once);
 * ```
 */
export interface FaultLimits {
  /** How often it happens: script loads, calls, events, payments. Without it, until switched off. */
  readonly times?: number;
  /** How late, for faults that are about time; otherwise as the table says. */
  readonly seconds?: number;
  /** One call of the REST API: `POST /orders`. All of them unless given. */
  readonly route?: RestRoute;
}

/**
 * A fault that is switched on.
 *
 * @example
 * ```ts
 * import type {ActiveFault, Sandbox} from 'rzp-magic-button/sandbox.js';
 *
 * declare const sandbox: Sandbox; // await createSandbox()
 *
 * const active: ActiveFault[] = sandbox.faults.list();
 * for (const {name, times} of active) console.log(`${name} happens ${times} times more.`);
 * ```
 */
export interface ActiveFault {
  readonly name: FaultName;
  /** How often it will still happen; Infinity until it is switched off. */
  readonly times: number;
  readonly seconds: number;
  readonly route: RestRoute | undefined;
}

/**
 * Faults of the whole sandbox. A page can ask for faults of its own: `?fault=script-404`.
 *
 * @example
 * ```ts
 * import {createSandbox, type FaultSwitches} from 'rzp-magic-button/sandbox.js';
 *
 * const sandbox = await createSandbox();
 * const faults: FaultSwitches = sandbox.faults;
 * faults.set({rest: '500'}, {times: 1});
 * const ask = async () => (await fetch(`${sandbox.url}/v1/orders`, {method: 'POST'})).status;
 * console.log(await ask(), await ask()); // 500 401
 * await sandbox.close();
 * ```
 */
export interface FaultSwitches {
  /**
   * Switches faults on, one for each area; other areas stay as they are. The limits count for
   * each of them.
   */
  set(faults: FaultSettings, limits?: FaultLimits): void;
  /** Switches off what is on in these areas; without one everything, also what pages asked for. */
  clear(...areas: readonly FaultArea[]): void;
  list(): ActiveFault[];
}

/** Where a fault would happen: in a page, to an order, at a route. */
interface FaultPlace {
  /** The faults that the page asks for: `fault` in the query of its script. */
  readonly pageFaults?: string | undefined;
  readonly orderId?: string | null | undefined;
  readonly route?: RestRoute;
}

interface SwitchedFault extends ActiveFault {
  times: number;
}

const LIMITS: SettingNames<FaultLimits> = {times: true, seconds: true, route: true};

export class Faults implements FaultSwitches {
  readonly #everywhere = new Map<FaultArea, SwitchedFault>();
  readonly #ofOrders = new Map<string, readonly SwitchedFault[]>();

  set(faults: FaultSettings, limits: FaultLimits = {}): void {
    refuseUnknown(limits, LIMITS);
    const {times = Infinity, seconds, route} = limits;
    for (const [area, word] of Object.entries(faults)) {
      const name = checkName(`${area}-${word}`);
      this.#everywhere.set(areaOf(name), switchedFault(name, {times, seconds, route}));
    }
  }

  clear(...areas: readonly FaultArea[]): void {
    if (!areas.length) {
      this.#everywhere.clear();
      this.#ofOrders.clear();
    }
    for (const area of areas) this.#everywhere.delete(area);
  }

  list(): ActiveFault[] {
    return Array.from(this.#everywhere.values(), (fault) => ({...fault}));
  }

  /** Gives an order the faults of the page that opened it last. */
  assignToOrder(orderId: string, pageFaults: string | undefined): void {
    if (orderId) this.#ofOrders.set(orderId, readPageFaults(pageFaults));
  }

  /** Whether this fault would happen here. */
  has<Area extends FaultArea>(area: Area, word: FaultOf<Area>, place: FaultPlace): boolean {
    return this.#find(area, place)?.name === `${area}-${word}`;
  }

  /** The fault that happens here, if any, and counts it. The page's own goes before the sandbox's. */
  take<Area extends FaultArea, Word extends FaultOf<Area> = FaultOf<Area>>(
    area: Area,
    place: FaultPlace,
    ...words: readonly Word[]
  ): {readonly word: Word; readonly seconds: number} | undefined {
    const fault = this.#find(area, place);
    if (!fault) return undefined;
    const word = fault.name.slice(area.length + 1) as Word;
    if (words.length && !words.includes(word)) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#everywhere.delete(area);
    return {word, seconds: fault.seconds};
  }

  #find(area: FaultArea, {pageFaults, orderId, route}: FaultPlace): SwitchedFault | undefined {
    const own = [...readPageFaults(pageFaults), ...(this.#ofOrders.get(orderId ?? '') ?? [])];
    const fault = own.find(({name}) => areaOf(name) === area) ?? this.#everywhere.get(area);
    return fault?.route === undefined || fault.route === route ? fault : undefined;
  }
}

/**
 * Reads `script-404,webhook-late:30`: names with a comma, and seconds after a colon.
 *
 * @throws {ApiError} for what is not in the table or no number: a misspelt fault would otherwise
 * never happen, and its test would pass.
 */
function readPageFaults(text = ''): SwitchedFault[] {
  return text
    .split(',')
    .filter((entry) => entry)
    .map((entry) => {
      const [name = '', seconds] = entry.split(':');
      if (seconds !== undefined && !/^\d+(\.\d+)?$/.test(seconds)) {
        throw new ApiError(`"${entry}" needs seconds after the colon.`);
      }
      return switchedFault(checkName(name), {
        times: Infinity,
        seconds: seconds === undefined ? undefined : Number(seconds),
        route: undefined,
      });
    });
}

const switchedFault = (
  name: FaultName,
  {times, seconds, route}: {[Limit in keyof Required<FaultLimits>]: FaultLimits[Limit] | undefined},
): SwitchedFault => ({
  name,
  times: times ?? Infinity,
  seconds: seconds ?? defaultSeconds(name),
  route,
});

function checkName(name: string): FaultName {
  if (isFaultName(name)) return name;
  throw new ApiError(`There is no fault "${name}". There are: ${FAULT_NAMES.join(', ')}.`);
}
