/** What the frame asks the page to count, with what the shop has loaded for it. */
type Data = Readonly<Record<string, unknown>> | undefined;
type Call = (...args: unknown[]) => unknown;

/** The events' name for a page that is seen, which Universal Analytics counts in another way. */
const PAGE_VIEW = 'page_view';

/** Google Analytics: `gtag` of version 4, and each tracker of `ga` before it. */
export function toGoogle(data: Data): void {
  const {event, category, params} = data ?? {};
  call(window, 'gtag', 'event', event, {event_category: category, ...(params as object)});
  const ga = functionOf(window, 'ga');
  const trackers = ga && functionOf(ga, 'getAll')?.call(ga);
  const hit =
    event === PAGE_VIEW
      ? {hitType: 'pageview', title: category}
      : {hitType: 'event', eventCategory: category, eventAction: event};
  for (const tracker of Array.isArray(trackers) ? (trackers as readonly unknown[]) : []) {
    const name: unknown = (tracker as {get?: (name: string) => unknown}).get?.('name');
    ga?.(`${String(name)}.send`, hit);
  }
}

/** Meta's pixel. Says whether there is one. */
export function toMeta(data: Data): boolean {
  const {event, category, eventType = 'trackCustom', eventInfo = {}, params} = data ?? {};
  const counted = {...(params as object), ...(category ? {page: category} : {})};
  return call(window, 'fbq', eventType, event, counted, eventInfo);
}

/** MoEngage: an event, or something about the shopper. */
export function toMoengage(data: Data): void {
  const {actionType, eventData = {}, eventName, value} = data ?? {};
  const {Moengage} = window as {Moengage?: unknown};
  if (typeof actionType === 'string' && actionType) call(Moengage, actionType, value);
  else call(Moengage, 'track_event', eventName, eventData);
}

function call(owner: unknown, name: string, ...args: unknown[]): boolean {
  const method = functionOf(owner, name);
  method?.apply(owner, args);
  return method !== undefined;
}

function functionOf(owner: unknown, name: string): Call | undefined {
  const isOwner = (typeof owner === 'object' || typeof owner === 'function') && owner !== null;
  const method: unknown = isOwner ? Reflect.get(owner, name) : undefined;
  return typeof method === 'function' ? (method as Call) : undefined;
}
