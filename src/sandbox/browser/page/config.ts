import {API_URL} from '../../../wire/addresses.js';

/** Where the page script finds its server. A page may set it before the script runs. */
export interface PageConfig {
  [setting: string]: unknown;
  /** Origin of the API, with a slash at the end. */
  api: string;
  version: string;
  /** Address of the checkout's document; made from `api` and `version` when missing. */
  frame?: string;
  merchant_key: string;
  /** Whether the loader stays until the frame has painted, as in builds before 2024: `build=2023`. */
  keepsLoader: boolean;
  /** The faults of this page: `fault` in the query of the script's address. */
  fault: string;
}

/**
 * The configuration: what stands at `window.Razorpay.config` before the script runs wins over the
 * script's own origin. It is read once; the script then replaces the global.
 */
export function readConfig(before: unknown, script: HTMLScriptElement | null): PageConfig {
  const given = (before as {config?: Partial<PageConfig>} | undefined)?.config;
  const source = script?.src ? new URL(script.src) : undefined;
  return {
    api: source ? `${source.origin}/` : `${API_URL}/`,
    version: 'v1/',
    frameApi: '/',
    cdn: 'https://cdn.razorpay.com/',
    merchant_key: '',
    magic_shop_id: '',
    mode: 'live',
    keepsLoader: source?.searchParams.get('build') === '2023',
    fault: source?.searchParams.get('fault') ?? '',
    ...given,
  };
}

/** Address of the document in the iframe. */
export function frameUrl(config: PageConfig, isMagic: boolean): string {
  if (config.frame) return config.frame;
  const query = new URLSearchParams({
    traffic_env: 'production',
    build: 'sandbox',
    modern: '1',
    unified_lite: '1',
  });
  if (isMagic) query.set('magic_script', '1');
  if (config.fault) query.set('fault', config.fault);
  if (config.merchant_key) query.set('merchant_key', config.merchant_key);
  return `${config.api}${config.version}checkout/public?${query.toString()}`;
}
