import {DEVICE_MODES, type DeviceMode} from '../../wire/device.js';
import {createGateway, type GatewayClient, type GatewayConfig} from '../razorpay/gateway.js';
import {runHook} from '../runtime/hook-error.js';
import {ConfigError} from './config-error.js';
import type {DevicesConfig} from './config.js';
import type {KeyMode} from '../../wire/ids.js';

/** The gateway of a mode. */
export interface Gateway extends GatewayClient {
  /** What it is known by in the ledger. */
  readonly name: string;
  /** What it was known by to versions that knew no machine. */
  readonly formerName?: string;
  /** Whether a name is of this address on a machine that is called otherwise: another one, or this one before. */
  readonly isNamesake?: (name: string) => boolean;
}

/** The devices of a shop, checked. */
export interface Devices {
  /** Who is at the till: the id of the cashier, empty where they have none; undefined for anybody else. */
  readonly authorize: (request: Request) => Promise<string | undefined>;
  /** Whether a device is the shop's. */
  readonly allows: (deviceId: string) => boolean;
  readonly gateways: Readonly<Record<DeviceMode, Gateway | undefined>>;
}

/** What the gateways need of the rest of the configuration. */
type Surroundings = Pick<GatewayConfig, 'keyId' | 'fetch' | 'timeoutMs'>;

export function createDevices(config: DevicesConfig, surroundings: Surroundings): Devices {
  const {allow, gateways, till} = config;
  const allowed = new Set(allow);
  const gateway = (mode: DeviceMode, url: string | undefined): Gateway | undefined => {
    if (url === undefined) return undefined;
    const baseUrl = addressOf(url);
    const client = createGateway({...surroundings, mode, baseUrl});
    if (mode === 'wireless') return {name: mode, ...client};
    // Of a wired device the address is one on the till's own machine, and on each the same. A machine
    // that took the sale of another for its own would say that it was never paid.
    const formerName = `wired:${till ?? baseUrl}`;
    const machine = till === undefined ? machineName() : undefined;
    if (machine === undefined) return {name: formerName, ...client};
    const isNamesake = (other: string) => other.endsWith(` ${baseUrl}`);
    return {name: `wired:${machine} ${baseUrl}`, formerName, isNamesake, ...client};
  };
  return {
    authorize: (request) =>
      runHook(async () => {
        const cashier = await config.authorize(request);
        if (cashier === true) return '';
        return typeof cashier === 'string' && cashier !== '' ? cashier : undefined;
      }),
    allows: (deviceId) => allowed.has(deviceId),
    gateways: {
      wired: gateway('wired', gateways.wired),
      wireless: gateway('wireless', gateways.wireless),
    },
  };
}

/** What this machine is called, where the runtime says so: Node, Deno and Bun do. */
function machineName(): string | undefined {
  const {process} = globalThis as {process?: {getBuiltinModule?: (name: string) => unknown}};
  const os = process?.getBuiltinModule?.('node:os') as {hostname?: () => string} | undefined;
  return os?.hostname?.();
}

/** Checks what a merchant can get wrong about the devices. */
export function checkDevices(
  {authorize, allow, gateways, till}: DevicesConfig,
  keyMode: KeyMode,
): void {
  if (typeof (authorize as unknown) !== 'function')
    throw new ConfigError(
      'devices.authorize is not a function. It says who is at the till: nobody else may take money.',
    );
  if (!Array.isArray(allow) || allow.some((id: unknown) => typeof id !== 'string' || id === ''))
    throw new ConfigError('devices.allow is not a list of device ids, such as ["2841158834"].');
  if (typeof (gateways as unknown) !== 'object' || (gateways as unknown) === null)
    throw new ConfigError(
      'devices.gateways is missing. Write: gateways: {wired: "http://localhost:4000"}.',
    );
  const given = Object.entries(gateways).filter(([, url]) => url !== undefined);
  if (!given.length)
    throw new ConfigError('devices.gateways is empty. Name a wired or a wireless one, or both.');
  for (const [mode, url] of given) checkGateway(mode, url, keyMode);
  if (gateways.wireless !== undefined && !allow.length)
    throw new ConfigError(
      'devices.allow is empty. A wireless device is found by its id: list those of the shop.',
    );
  if (till !== undefined && (typeof (till as unknown) !== 'string' || till.trim() === ''))
    throw new ConfigError('devices.till is not a name. Write one such as "counter 1".');
}

function checkGateway(mode: string, given: unknown, keyMode: KeyMode): void {
  if (!DEVICE_MODES.some((known) => known === mode))
    throw new ConfigError(
      `devices.gateways.${mode} is no setting. There are: ${DEVICE_MODES.join(', ')}.`,
    );
  const name = `devices.gateways.${mode}`;
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new ConfigError(
      `${name} is not an address. Write one such as "http://localhost:4000", without /v1.`,
    );
  if (mode === 'wireless' && url.protocol === 'http:' && keyMode === 'rzp_live_')
    throw new ConfigError(`${name} begins with "http:". Devices elsewhere need "https:".`);
}

const addressOf = (url: string): string => new URL(url).href.replace(/\/(v1\/?)?$/, '');
