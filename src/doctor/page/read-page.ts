import type {ButtonFacts, PageFacts} from './page-facts.js';

const TAGS = ['rzp-magic-button', 'rzp-pos-button'] as const;

/** Reads in the page what it says of itself. */
export const readPage = (): PageFacts => ({
  url: location.href,
  defined: TAGS.filter((tag) => customElements.get(tag)),
  scripts: scriptsOf(document).filter((url) => /\brzp-(magic|pos)-button\b/.test(url)),
  vendorScripts: scriptsOf(document).filter((url) =>
    /^https:\/\/checkout\.razorpay\.com\/v1\/(magic-)?checkout\.js$/.test(url),
  ),
  viewport: document.querySelector('meta[name="viewport" i]')?.getAttribute('content') ?? null,
  policies: Array.from(
    document.querySelectorAll('meta[http-equiv="content-security-policy" i]'),
    (meta) => meta.getAttribute('content') ?? '',
  ),
  asksToSignIn: asksToSignIn(),
  buttons: buttonsOf().map(readButton),
});

/**
 * Has the buttons think that a pointer is near: they load all that a press needs, and name in the
 * console what is misspelt of them.
 */
export function bringPointerNear(): void {
  for (const button of buttonsOf()) button.dispatchEvent(new PointerEvent('pointerenter'));
}

/** Asks one endpoint of each origin, to see whether the page's policy lets it. */
export async function askEndpoints(): Promise<void> {
  const urls = buttonsOf().flatMap((button) => {
    const {
      'status-url': status,
      'verify-url': verify,
      'order-url': order,
    } = readButton(button).urls;
    return status ?? verify ?? order ?? [];
  });
  const ofOrigins = new Map(urls.map((url) => [new URL(url).origin, url]));
  await Promise.allSettled([...ofOrigins.values()].map((url) => fetch(url, {mode: 'no-cors'})));
}

const buttonsOf = (): Element[] =>
  elementsIn(document).filter(({localName}) => TAGS.some((tag) => tag === localName));

/** Whether it asks for a password, or has a form that leads to a sign-in. */
const asksToSignIn = (): boolean =>
  document.querySelector('input[type="password" i]') !== null ||
  Array.from(document.querySelectorAll('form[action]'), (form) => form.getAttribute('action')).some(
    (action) => /\b(sign|log)[-_]?in\b/i.test(action ?? ''),
  );

/** The addresses of a document's scripts, each once. */
const scriptsOf = (root: Document): string[] =>
  [
    ...new Set(
      Array.from(root.querySelectorAll('script[src]'), (script) =>
        whole(script.getAttribute('src')),
      ),
    ),
  ].filter((url) => url !== undefined);

/** All elements, those in open shadow trees too. */
function elementsIn(root: Document | ShadowRoot): Element[] {
  return Array.from(root.querySelectorAll('*')).flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);
}

function readButton(element: Element): ButtonFacts {
  const tag = element.localName as ButtonFacts['tag'];
  const properties = element as unknown as Readonly<Record<string, unknown>>;
  const attributes = Object.fromEntries(
    Array.from(element.attributes, ({name, value}) => [name, value]),
  );
  const urls: Record<string, string> = {};
  for (const name of ['order-url', 'verify-url', 'status-url', 'device-url', 'callback-url']) {
    const property = properties[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    const url = whole(typeof property === 'string' ? property : (attributes[name] ?? null));
    if (url !== undefined) urls[name] = url;
  }
  return {
    tag,
    attributes,
    urls,
    hasCreateOrder: typeof properties.createOrder === 'function',
    orderData: orderDataOf(properties.orderData, attributes),
  };
}

/** The address as a request would go there; undefined where it is none. */
function whole(address: string | null): string | undefined {
  if (address === null || address === '') return undefined;
  try {
    return new Request(address).url;
  } catch {
    return undefined;
  }
}

/** As the button reads it: the property, else JSON, else piece by piece. */
function orderDataOf(property: unknown, attributes: Readonly<Record<string, string>>): unknown {
  const json = property ?? parse(attributes['order-data']);
  if (json !== undefined && json !== null) return json;
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name.startsWith('data-order-'))
      .map(([name, value]) => [name.slice('data-order-'.length).replace(/-/g, '_'), value]),
  );
}

function parse(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}
