import {ENDPOINT_PATHS, type EndpointName} from '../../wire/endpoints/paths.js';

/** One endpoint of a shop, as it was found. */
export interface Endpoint {
  readonly name: EndpointName;
  readonly url: string;
  /** Whether a button names it; otherwise it is where the kit would have it. */
  readonly isNamed: boolean;
  /** Whether the page sends its cookies along to another origin. */
  readonly withCredentials: boolean;
}

/** What a button names: the addresses of its attributes, whole. */
export interface NamedEndpoints {
  readonly urls: Readonly<Partial<Record<EndpointName, string>>>;
  readonly credentials: string;
}

/** What Razorpay's servers ask gets the `endpointSecret`, as it is in the dashboard. */
const KEYED: ReadonlySet<EndpointName> = new Set([
  'shippingInfo',
  'listPromotions',
  'applyPromotion',
]);

/** What only some buttons name, and a till alone. */
const NAMES = Object.keys(ENDPOINT_PATHS) as EndpointName[];

/** The endpoints of a shop: those that its buttons name, each address once, and the others of its kit. */
export function endpointsOf(
  buttons: readonly NamedEndpoints[],
  base: string | undefined,
  endpointSecret: string,
): Endpoint[] {
  return NAMES.flatMap((name): Endpoint[] => {
    const named = new Map<string, Endpoint>();
    for (const {urls, credentials} of buttons) {
      const url = urls[name];
      const withCredentials = credentials === 'include';
      if (url !== undefined && !named.get(url)?.withCredentials)
        named.set(url, {name, url, isNamed: true, withCredentials});
    }
    if (named.size > 0) return [...named.values()];
    if (base === undefined) return [];
    const key =
      KEYED.has(name) && endpointSecret ? `?key=${encodeURIComponent(endpointSecret)}` : '';
    const url = base + ENDPOINT_PATHS[name] + key;
    return [{name, url, isNamed: false, withCredentials: false}];
  });
}

/** Where a kit is mounted, if the endpoints that the buttons name are those of one. */
export function baseOf(buttons: readonly NamedEndpoints[]): string | undefined {
  const bases = buttons.flatMap(({urls}) =>
    NAMES.flatMap((name) => {
      const url = urls[name];
      if (url === undefined) return [];
      const {origin, pathname} = new URL(url);
      const path = ENDPOINT_PATHS[name];
      return [pathname.endsWith(path) ? origin + pathname.slice(0, -path.length) : undefined];
    }),
  );
  const [base] = bases;
  return bases.every((each) => each === base) ? base : undefined;
}
