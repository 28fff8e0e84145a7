// Whatever is given to a function of `mandates` is taken, or refused in a sentence that names it, before
// Razorpay is asked. On src/server/model/mandates/check-request.ts and
// src/server/model/mandates/check-id.ts; for src/server/model/storable.ts.
import {expect} from '@playwright/test';
import {MandateError, type Mandates} from '../../../src/server.js';
import {NOON, openSubscriptions} from '../../fixtures/server/autopay.js';
import {Random} from '../../fixtures/random.js';
import {onSqlite, test} from '../../fixtures/server/shop.js';

const SEED = 20_261_126;
const CASES = 1_500;
const SECONDS = NOON / 1000;

/** Nothing of it is right anywhere, and nothing of it may end in anything but a sentence. */
const ODD: Readonly<Record<string, unknown>> = {
  null: null,
  nothing: undefined,
  'an empty text': '',
  'a blank': ' ',
  'a number as text': '49900',
  'a number with a comma': '1,00,000',
  'an amount with its sign': '₹499',
  'not a number': NaN,
  infinity: Infinity,
  'a negative number': -1,
  'minus zero': -0,
  zero: 0,
  'a fraction': 100.5,
  'a huge number': 1e300,
  'beyond what is exact': Number.MAX_SAFE_INTEGER + 1,
  'a moment in ms': NOON,
  'a moment of yesterday': SECONDS - 86_400,
  'no date': new Date(NaN),
  'a date of yesterday': new Date(NOON - 86_400_000),
  'a date beyond all years': new Date(8.64e15),
  'a bigint': 49_900n,
  true: true,
  'a list': [],
  'a list of one': ['token_1'],
  'an object': {},
  'an object with a prototype key': JSON.parse('{"__proto__": {"amount": 1}}') as unknown,
  'an object that has no prototype': Object.create(null) as unknown,
  'a function': () => 1,
  'a symbol': Symbol('token_1'),
  'a map': new Map([['mandate', 'token_1']]),
  'a promise': Promise.resolve('token_1'),
  'a boxed text': Object('token_1') as unknown,
  'a long text': 'x'.repeat(100_000),
  'a NUL': 'tea\u0000',
  'half a character': 'tea\uD83C',
  'letters of Hindi': 'चाय',
  'an emoji': '🫖',
  'turned around': '\u202Etoken_1',
  'a line break': 'token_1\n',
  __proto__: '__proto__',
  'a key of every object': 'constructor',
  'another id': 'order_00000000000001',
  'a path': '../../orders',
};

type Call = (mandates: Mandates, given: never) => Promise<unknown>;

/** Functions that take an id or a word. */
const BY_ID: Readonly<Record<string, Call>> = {
  'customers.fetch': ({customers}, id) => customers.fetch(id),
  'customers.edit': ({customers}, id) => customers.edit(id, {name: 'Asha Rao'}),
  'links.send': ({links}, id) => links.send(id, 'sms'),
  'links.send by': ({links}, medium) => links.send('inv_00000000000001', medium),
  'links.cancel': ({links}, id) => links.cancel(id),
  find: (mandates, id) => mandates.find(id),
  fetch: (mandates, id) => mandates.fetch(id),
  ofPayment: (mandates, id) => mandates.ofPayment(id),
  list: (mandates, id) => mandates.list(id),
  delete: (mandates, id) => mandates.delete(id),
  cancel: (mandates, id) => mandates.cancel(id),
  charges: (mandates, id) => mandates.charges(id),
};

const TERMS = {maxAmount: 49_900, frequency: 'monthly', expireAt: SECONDS + 86_400 * 365};
const CUSTOMER = {name: 'Asha Rao', email: 'asha@example.com', contact: '+919000090000'};

interface Taking {
  readonly call: Call;
  /** What it takes, of which one field at a time is spoilt. */
  readonly sound: object;
}

/** Functions that take an object. */
const BY_OBJECT: Readonly<Record<string, Taking>> = {
  charge: {
    call: (mandates, given) => mandates.charge(given),
    sound: {
      mandate: 'token_00000000000099',
      period: '2026-12',
      amount: 49_900,
      description: 'Tea',
      notes: {plan: 'tea'},
      debitAfter: SECONDS + 86_400 * 2,
      retry: false,
    },
  },
  refund: {
    call: (mandates, given) => mandates.refund(given),
    sound: {mandate: 'token_00000000000099', period: '2026-12', attempt: 1, total: 100},
  },
  'customers.create': {
    call: ({customers}, given) => customers.create(given),
    sound: {...CUSTOMER, gstin: '29XAbbA4369J1PA', notes: {tea: 'Assam'}, failExisting: false},
  },
  'customers.edit': {
    call: ({customers}, given) => customers.edit('cust_00000000000001', given),
    sound: {...CUSTOMER, gstin: '29XAbbA4369J1PA'},
  },
  'links.create': {
    call: ({links}, given) => links.create(given),
    sound: {
      customer: CUSTOMER,
      amount: 100,
      description: 'Tea each month',
      mandate: {...TERMS, recurringValue: 26, recurringType: 'on'},
      receipt: 'tea-1',
      emailNotify: true,
      smsNotify: true,
      expireBy: SECONDS + 86_400,
      notes: {tea: 'Assam'},
    },
  },
};

/** A copy of which one field, however deep, is something else; or a field more is there. */
function spoilt(sound: object, odd: unknown, random: Random): object {
  const fields = Object.entries(sound);
  if (random.happens(0.1))
    return {...sound, [random.pick(['max_amount', 'Amount', 'constructor', '_'])]: odd};
  const [name, value] = random.pick(fields) as [string, unknown];
  const isDeeper = typeof value === 'object' && value !== null && random.happens(0.8);
  return {...sound, [name]: isDeeper ? spoilt(value, odd, random) : odd};
}

/** What became of a call: it was taken, or refused in a sentence; all else is odd. */
async function verdict(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'taken';
  } catch (error) {
    if (!(error instanceof MandateError)) return `ended with ${String(error)}`;
    const {code, field, message} = error;
    if (!/[.?]$/.test(message) || /undefined|\[object|"Proto/.test(message))
      return `says "${message}"`;
    if (message.length > 300) return `says ${message.length} characters`;
    return code === 'invalid' &&
      field === undefined &&
      !/Write \{|unknown field|what to change/.test(message)
      ? `names no field in "${message}"`
      : code === 'invalid'
        ? 'refused'
        : code;
  }
}

onSqlite(() => {
  test('no odd value is taken for an id, and each is named', async ({openShop, razorpay}) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    const {mandates} = shop.checkout;
    const before = razorpay.requests.length;
    const odd: string[] = [];
    for (const [name, call] of Object.entries(BY_ID))
      for (const [what, value] of Object.entries(ODD)) {
        const is = await verdict(() => call(mandates, value as never));
        if (is !== 'refused') odd.push(`${name}(${what}) ${is}`);
      }

    expect(odd).toEqual([]);
    expect(razorpay.requests).toHaveLength(before);
  });

  for (const [name, {call, sound}] of Object.entries(BY_OBJECT))
    test(`${name}() takes what is right, and refuses in a sentence what is not`, async ({
      openShop,
      razorpay,
    }) => {
      const {shop, subscribe} = await openSubscriptions({openShop, razorpay});
      const {mandates} = shop.checkout;
      const {id: mandate} = await subscribe();
      const ours = 'period' in sound ? {...sound, mandate} : sound;
      const random = new Random(SEED);
      const values = Object.entries(ODD);
      const odd: string[] = [];
      for (let i = 0; i < CASES / 5; i++) {
        const [what, value] = i < values.length ? values[i]! : random.pick(values);
        const given = i < values.length ? value : spoilt(ours, value, random);
        const before = razorpay.requests.length;
        const is = await verdict(() => call(mandates, given as never));
        const isAsked = razorpay.requests.length > before;
        const isOdd = !/^[a-z_]+$|RazorpayError/.test(is);
        if (isOdd) odd.push(`${what} in ${show(given)} ${is}`);
        if (is === 'refused' && isAsked) odd.push(`${what}: asked although it was refused`);
        if (i < values.length && is !== 'refused') odd.push(`${what} was taken as a whole: ${is}`);
      }

      expect(odd).toEqual([]);
    });
});

const show = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.slice(0, 30) : typeof part === 'bigint' ? `${part}n` : part,
  );
