import {addressOf} from './base.js';

/** The shop beside the site, where there is one: then the buttons of the site sell. */
export interface LiveShop {
  /** What the tag needs, by its attributes. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Faults of the sandbox that a page can ask for, with their titles. */
  readonly faults: Readonly<Record<string, string>>;
}

/** What a tag has where there is no shop: it looks the same, and a press is stopped. */
const NO_SHOP: LiveShop = {
  attributes: {'order-url': '/checkout/orders', 'verify-url': '/checkout/verify', load: 'click'},
  faults: {},
};

interface ButtonClass {
  allowedScriptOrigins: readonly string[];
}

let shop: Promise<LiveShop> | undefined;

/** Has the tag defined, and says by what it sells. */
export const openShop = (): Promise<LiveShop> => (shop ??= findShop());

async function findShop(): Promise<LiveShop> {
  const [live] = await Promise.all([
    askShop(),
    import(/* @vite-ignore */ addressOf('cdn/rzp-magic-button.js')) as Promise<unknown>,
  ]);
  if (!live) {
    document.addEventListener('rzp-open', (event) => {
      event.preventDefault();
    });
    return NO_SHOP;
  }
  const script = live.attributes['script-url'];
  const tag = customElements.get('rzp-magic-button') as unknown as ButtonClass | undefined;
  // HTML alone may name the sandbox of this machine, and not that of another.
  if (script && tag) tag.allowedScriptOrigins = [new URL(script).origin];
  return live;
}

async function askShop(): Promise<LiveShop | undefined> {
  try {
    const reply = await fetch(addressOf('live.json'));
    // Files alone say null.
    return reply.ok ? (((await reply.json()) as LiveShop | null) ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

export const isLive = (shop: LiveShop): boolean => shop !== NO_SHOP;
