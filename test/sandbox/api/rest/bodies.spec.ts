// How bodies are read: src/sandbox/api/read-body.ts and src/sandbox/api/read-form.ts.
import {createSandbox, type Sandbox} from 'rzp-magic-button/sandbox.js';
import {attempt} from '../../../fixtures/sandbox/attempt.js';
import {expect, test} from '../../../fixtures/sandbox/merchant.js';
import {basic} from '../../../fixtures/sandbox/rest.js';

let sandbox: Sandbox;
test.beforeAll(async () => {
  sandbox = await createSandbox();
});
test.afterAll(() => sandbox.close());

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

async function send(method: string, path: string, body: BodyInit | undefined, type?: string) {
  const response = await fetch(`${sandbox.url}/v1${path}`, {
    method,
    headers: {authorization: basic(sandbox), ...(type && {'content-type': type})},
    ...(body !== undefined && {body}),
  });
  return {status: response.status, body: (await response.json()) as Record<string, unknown>};
}

const paid = async (): Promise<string> => {
  const {body} = await send('POST', '/orders', 'amount=50000&currency=INR');
  return attempt(sandbox, String(body.id), {method: 'upi', vpa: 'success@razorpay'});
};

const multipart = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

const ORDER = {
  amount: 50_000,
  currency: 'INR',
  receipt: '7',
  notes: {cart: 'a b', 'note key': 'é'},
};
const AS_FORM =
  'amount=50000&currency=INR&receipt=7&notes[cart]=a+b&notes%5Bnote%20key%5D=%C3%A9&partial_payment=0';

for (const [what, body, type] of [
  ['JSON', JSON.stringify(ORDER), 'application/json'],
  ['JSON that calls itself a form', JSON.stringify(ORDER), FORM],
  ['JSON without a type, after a line break', `\n ${JSON.stringify(ORDER)}`, 'text/plain'],
  ['a form', AS_FORM, FORM],
  ['a form that calls itself JSON', AS_FORM, 'application/json'],
  [
    'a form in parts',
    multipart({
      amount: '50000',
      currency: 'INR',
      receipt: '7',
      'notes[cart]': 'a b',
      'notes[note key]': 'é',
    }),
    undefined,
  ],
] as const) {
  test(`reads ${what}`, async () => {
    expect(await send('POST', '/orders', body, type)).toMatchObject({status: 200, body: ORDER});
  });
}

test('reads the lists and objects of a form as Ruby and PHP write them', async () => {
  const item = (index: number, price: string): string =>
    Object.entries({sku: 'tea', variant_id: 'tea', name: 'Tea', description: 'Leaf', quantity: '1'})
      .concat([
        ['price', price],
        ['offer_price', price],
      ])
      .map(([name, value]) => `line_items[${index}][${name}]=${value}`)
      .join('&');
  const order = `amount=300&currency=INR&line_items_total=300&${item(0, '100')}&${item(1, '200')}`;
  const {status, body} = await send('POST', '/orders', `${order}&payment[capture]=manual`, FORM);
  expect({status, total: body.line_items_total}).toEqual({status: 200, total: 300});
  const payment = await attempt(sandbox, String(body.id), {method: 'upi', vpa: 'success@razorpay'});
  expect(sandbox.payments(String(body.id))).toMatchObject([{id: payment, status: 'authorized'}]);
});

test('a part is given back of what a form asks a part of', async () => {
  const payment = await paid();
  const {body} = await send(
    'POST',
    `/payments/${payment}/refund`,
    'amount=100&notes[why]=late',
    FORM,
  );
  expect(body).toMatchObject({amount: 100, notes: {why: 'late'}});
});

for (const [what, body] of [
  ['nothing', undefined],
  ['a blank', ' \n'],
  ['an empty object', '{}'],
  ['an empty list, as PHP writes it', '[]'],
  ['null, as Go writes it', 'null'],
] as const) {
  test(`${what} is no body: everything is given back`, async () => {
    const payment = await paid();
    const reply = await send('POST', `/payments/${payment}/refund`, body);
    expect(reply).toMatchObject({status: 200, body: {amount: 50_000}});
  });
}

for (const [what, body] of [
  ['a form', 'amount='],
  ['a form with more', 'speed=optimum&amount='],
  ['null in JSON', '{"amount":null}'],
  ['a text in JSON', '{"amount":""}'],
] as const) {
  test(`an amount that is sent and empty is refused, and nothing is given back: ${what}`, async () => {
    const payment = await paid();
    for (const [path, sent] of [
      [`/payments/${payment}/refund`, body],
      ['/refunds', ofPayment(body, payment)],
    ] as const) {
      expect(await send('POST', path, sent)).toMatchObject({
        status: 400,
        body: {error: {description: 'The amount must be an integer.', field: 'amount'}},
      });
    }
    expect(sandbox.payments()[0]).toMatchObject({id: payment, amount_refunded: 0});
  });
}

/** The same body with the payment in it, as `POST /v1/refunds` wants it. */
const ofPayment = (body: string, payment: string): string =>
  body.startsWith('{')
    ? body.replace('{', `{"payment_id":"${payment}",`)
    : `payment_id=${payment}&${body}`;

for (const [what, body, type] of [
  ['JSON that breaks off', '{"amount": 100', 'application/json'],
  ['JSON after a form', '{"amount": 100}&speed=normal', FORM],
  ['JSON that is nested too deeply', `{"notes":${'['.repeat(9000)}${']'.repeat(9000)}}`, JSON_TYPE],
  ['a list', '[{"amount": 100}]', 'application/json'],
  ['a number', '100', 'application/json'],
  ['a text in quotes', '"amount=100"', 'application/json'],
  ['a word', 'amount', FORM],
  ['XML', '<refund><amount unit="paise">100</amount></refund>', 'application/xml'],
  ['a sentence', 'the amount = 100', 'text/plain'],
  ['brackets that do not close', 'amount[=100', FORM],
  [
    'parts that break off',
    '--x\r\nContent-Disposition: form-data; name="am',
    'multipart/form-data; boundary=x',
  ],
  ['parts without a boundary', '--x\r\n\r\n100\r\n--x--', 'multipart/form-data'],
] as const) {
  test(`${what} is refused, and nothing is given back`, async () => {
    const payment = await paid();
    expect(await send('POST', `/payments/${payment}/refund`, body, type)).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'BAD_REQUEST_ERROR',
          description: 'The request body could not be read: it is neither JSON nor a form.',
        },
      },
    });
    expect(sandbox.payments()[0]).toMatchObject({id: payment, amount_refunded: 0});
  });
}

for (const [method, path, body] of [
  ['POST', '/orders/', AS_FORM],
  ['GET', '/orders/', undefined],
  ['GET', '/payments/?count=1', undefined],
] as const) {
  test(`a slash at the end of ${method} ${path} counts as none`, async () => {
    expect((await send(method, path, body)).status).toBe(200);
  });
}

test('a slash after an id counts as none', async () => {
  const payment = await paid();
  for (const path of ['/?expand[]=card', '/refunds/?count=1']) {
    expect((await send('GET', `/payments/${payment}${path}`, undefined)).status).toBe(200);
  }
  expect((await send('POST', `/payments/${payment}/refund/`, undefined)).status).toBe(200);
});

test.describe('receipts', () => {
  const receipt = async (value: unknown): Promise<unknown> => {
    const {body} = await send('POST', '/orders', JSON.stringify({...ORDER, receipt: value}));
    return body.receipt ?? (body.error as {description: string}).description;
  };

  test('a number is taken for its digits', async () => {
    expect(await receipt(123)).toBe('123');
  });

  test('characters are counted, not bytes or halves of them', async () => {
    expect(await receipt('🍵'.repeat(40))).toBe('🍵'.repeat(40));
    expect(await receipt('é'.repeat(41))).toBe(
      'The receipt may not be greater than 40 characters.',
    );
  });
});
