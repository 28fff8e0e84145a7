/** Options of a checkout as its frame reads them: flat, with a dot. */
type Options = Readonly<Record<string, unknown>>;

/** What a merchant's form asks for. */
export interface HostedOptions {
  readonly options: Options;
  readonly keyId: string;
  readonly orderId: string;
  /** Where the form has none, the order's counts: shop systems send none. */
  readonly amount: number | undefined;
}

/** A form as it was read, or what is wrong with it, a sentence each. */
export type HostedForm = HostedOptions | {readonly problems: readonly string[]};

const REQUIRED_FIELDS = [
  'key_id',
  'order_id',
  'name',
  'prefill[email]',
  'prefill[contact]',
  'callback_url',
];
const ADDRESS_FIELDS = ['callback_url', 'cancel_url'];

/**
 * Reads the form that is posted to `/v1/checkout/embedded`. It opens Standard Checkout with
 * `redirect` and without `retry`: the first failure is posted to the merchant's server, which
 * decides whether the shopper may try again.
 */
export function readHostedForm(form: ReadonlyMap<string, string>): HostedForm {
  const text = (name: string): string => form.get(name)?.trim() ?? '';
  const amount = Number(text('amount'));
  const problems = [
    ...REQUIRED_FIELDS.filter((name) => !text(name)).map((name) => `${name} is missing.`),
    ...(text('amount') && !Number.isSafeInteger(amount)
      ? [`amount is "${text('amount')}". Write an integer in paise.`]
      : []),
    ...ADDRESS_FIELDS.filter((name) => text(name) && !isAddress(text(name))).map(
      (name) =>
        `${name} is "${text(name)}". Write a whole address, like https://shop.example/paid.`,
    ),
  ];
  if (problems.length) return {problems};
  return {
    keyId: text('key_id'),
    orderId: text('order_id'),
    amount: text('amount') ? amount : undefined,
    options: {
      ...flatten(form),
      key: text('key_id'),
      'prefill.method': text('method'),
      'config.display': {language: text('config[display][language]')},
      redirect: true,
      retry: false,
    },
  };
}

/** `prefill[name]` is the option `prefill.name`; notes stay together. */
function flatten(form: ReadonlyMap<string, string>): Options {
  const notes: [name: string, note: string][] = [];
  const options: [name: string, value: unknown][] = [];
  for (const [name, value] of form) {
    const [, group, key = ''] = /^(\w+)\[(.+)\]$/.exec(name) ?? [];
    if (group === 'notes') notes.push([key, value]);
    else options.push([group ? `${group}.${key}` : name, value]);
  }
  return Object.fromEntries([...options, ['notes', Object.fromEntries(notes)]]);
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);
