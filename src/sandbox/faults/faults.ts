import {ApiError} from '../model/api-error.js';
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
import type {RestRoute} from '../model/rest-route.js';

export interface FaultLimits {
  /** For so many times only: script loads, calls, events, payments. For ever unless given. */
  readonly times?: number;
  /** How late, for faults that are about time; otherwise as the table says. */
  readonly seconds?: number;
  /** One call of the REST API: `POST /orders`. All of them unless given. */
  readonly route?: RestRoute;
}

/** A fault that is switched on. */
export interface ActiveFault {
  readonly name: FaultName;
  /** How often it will still happen; Infinity until it is switched off. */
  readonly times: number;
  readonly seconds: number;
  readonly route: RestRoute | undefined;
}

/** What goes wrong in the whole sandbox. A page asks for faults of its own: `?fault=script-404`. */
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

/** Whose fault is looked for: a page names its own, an order has those of the page that opened it. */
interface Place {
  /** The value of `fault` in the page's query. */
  readonly page?: string | undefined;
  readonly orderId?: string | null | undefined;
  readonly route?: RestRoute;
}

interface Switched extends ActiveFault {
  times: number;
}

export class Faults implements FaultSwitches {
  readonly #everywhere = new Map<FaultArea, Switched>();
  readonly #ofOrders = new Map<string, readonly Switched[]>();

  set(faults: FaultSettings, {times = Infinity, seconds, route}: FaultLimits = {}): void {
    for (const [area, word] of Object.entries(faults)) {
      const name = checkName(`${area}-${word}`);
      this.#everywhere.set(areaOf(name), switched(name, {times, seconds, route}));
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

  /** From now on the order has the faults of the page that opened it, or none of its own. */
  follow(orderId: string, page: string | undefined): void {
    if (orderId) this.#ofOrders.set(orderId, readPage(page));
  }

  /** Whether this fault would happen here. */
  has<Area extends FaultArea>(area: Area, word: FaultOf<Area>, place: Place): boolean {
    return this.#find(area, place)?.name === `${area}-${word}`;
  }

  /** The fault that happens here, which is then one time less to come; the page's own goes first. */
  take<Area extends FaultArea>(
    area: Area,
    place: Place,
    ...words: readonly FaultOf<Area>[]
  ): {readonly word: FaultOf<Area>; readonly seconds: number} | undefined {
    const fault = this.#find(area, place);
    if (!fault) return undefined;
    const word = fault.name.slice(area.length + 1) as FaultOf<Area>;
    if (words.length && !words.includes(word)) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.#everywhere.delete(area);
    return {word, seconds: fault.seconds};
  }

  #find(area: FaultArea, {page, orderId, route}: Place): Switched | undefined {
    const own = [...readPage(page), ...(this.#ofOrders.get(orderId ?? '') ?? [])];
    const fault = own.find(({name}) => areaOf(name) === area) ?? this.#everywhere.get(area);
    return fault?.route === undefined || fault.route === route ? fault : undefined;
  }
}

/**
 * Reads `script-404,webhook-late:30`: names with a comma, and seconds after a colon.
 *
 * @throws {ApiError} for what is not in the table or no number: a slip would test nothing.
 */
function readPage(page = ''): Switched[] {
  return page
    .split(',')
    .filter((entry) => entry)
    .map((entry) => {
      const [name = '', seconds] = entry.split(':');
      if (seconds !== undefined && !/^\d+(\.\d+)?$/.test(seconds)) {
        throw new ApiError(`"${entry}" needs seconds after the colon.`);
      }
      return switched(checkName(name), {
        times: Infinity,
        seconds: seconds === undefined ? undefined : Number(seconds),
        route: undefined,
      });
    });
}

const switched = (
  name: FaultName,
  {times, seconds, route}: {[Limit in keyof Required<FaultLimits>]: FaultLimits[Limit] | undefined},
): Switched => ({
  name,
  times: times ?? Infinity,
  seconds: seconds ?? defaultSeconds(name),
  route,
});

function checkName(name: string): FaultName {
  if (isFaultName(name)) return name;
  throw new ApiError(`There is no fault "${name}". There are: ${FAULT_NAMES.join(', ')}.`);
}
