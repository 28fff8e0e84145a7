// Mandates from the button to their end, on src/server/mandates/create-mandates.ts,
// src/server/mandates/enter-mandate.ts, src/server/mandates/end-mandate.ts, src/server/mandates/settle-mandate.ts,
// src/server/mandates/follow-customer.ts,
// src/server/mandates/mandate-reply.ts, src/server/mandates/create-link.ts, src/server/mandates/tell.ts,
// src/server/ledger/mandates/mandates-table.ts, src/server/model/mandates/customer.ts,
// src/server/model/mandates/registration-link.ts and src/server/model/mandates/check-request.ts.
import {expect} from '@playwright/test';
import {MandateError, type Mandates, type NewRegistrationLink} from '../../../src/server.js';
import {CUSTOMER_ID} from '../../fixtures/samples.js';
import {NOON, openSubscriptions} from '../../fixtures/server/autopay.js';
import {onEachDatabase, onSqlite, orderOf, test} from '../../fixtures/server/shop.js';

const LINK: NewRegistrationLink = {
  customer: {name: 'Gaurav Kumar', email: 'gaurav.kumar@example.com', contact: 9123456780},
  amount: 100,
  description: 'Registration Link for Gaurav Kumar',
  mandate: {maxAmount: 500},
};

const NOT_CANCELLABLE = {
  error: {code: 'BAD_REQUEST_ERROR', description: 'The token can not be cancelled'},
};

onEachDatabase(() => {
  test('a mandate that price asks for is ordered, approved, verified and told', async ({
    openShop,
    razorpay,
  }) => {
    const {shop, customer, mandateChanges} = await openSubscriptions({openShop, razorpay});

    const ordered = await orderOf(shop);

    expect(ordered.body).toMatchObject({options: {customer_id: customer, recurring: '1'}});
    expect(razorpay.created).toEqual([
      {
        amount: 100,
        currency: 'INR',
        receipt: expect.any(String) as unknown,
        notes: {},
        payment_capture: true,
        method: 'upi',
        customer_id: customer,
        token: {max_amount: 200_000, frequency: 'monthly'},
      },
    ]);

    const {response, token} = await razorpay.approve(ordered.body.order_id!);
    const verified = await shop.post('/verify', response);
    const again = await shop.post('/verify', response);

    expect(verified.body).toMatchObject({
      status: 'paid',
      mandate: {id: token, status: 'initiated'},
    });
    expect(again.body).toEqual(verified.body);
    expect(mandateChanges).toMatchObject([{status: 'initiated', previous: undefined}]);
    expect(mandateChanges[0]?.mandate).toMatchObject({
      id: token,
      customerId: customer,
      orderId: ordered.body.order_id,
      maxAmount: 200_000,
      frequency: 'monthly',
      vpa: 'asha@okaxis',
    });
    expect(await shop.checkout.order(ordered.body.order_id!)).toMatchObject({
      lineItems: [],
      mandate: {customer, maxAmount: 200_000},
      amount: 100,
    });
  });

  test('a mandate whose tab was closed is found by who asks for the status', async ({
    openShop,
    razorpay,
  }) => {
    const {shop, mandateChanges} = await openSubscriptions({openShop, razorpay});
    const id = (await orderOf(shop)).body.order_id!;
    const {token} = await razorpay.approve(id);
    const mandate = {id: token, status: 'initiated'};

    expect((await shop.get(`/status?order_id=${id}`)).body).toMatchObject({
      status: 'paid',
      mandate,
    });
    expect((await shop.get(`/status?order_id=${id}`)).body).toMatchObject({mandate});
    expect(mandateChanges).toHaveLength(1);
  });

  test('one and the same mandate is entered once, whoever verifies at once', async ({
    openShop,
    razorpay,
  }) => {
    const {shop, mandateChanges} = await openSubscriptions({openShop, razorpay});
    const {response} = await razorpay.approve((await orderOf(shop)).body.order_id!);

    await Promise.all(Array.from({length: 4}, () => shop.post('/verify', response)));

    expect(mandateChanges).toHaveLength(1);
    expect(shop.errors).toEqual([]);
  });

  test('an event is a reason to ask, and each change is told once', async ({
    openShop,
    razorpay,
  }) => {
    const {shop, subscribe, mandateChanges} = await openSubscriptions({openShop, razorpay});
    const {id} = await subscribe('initiated');
    const send = async (event: string) => {
      const {headers, body} = await razorpay.tokenEvent(event, id);
      return shop.post('/webhook', body, headers);
    };

    // The event says so, and the token does not: nothing moves.
    await send('token.confirmed');
    razorpay.mandates.move(id, 'confirmed');
    await Promise.all([send('token.confirmed'), send('token.confirmed')]);
    razorpay.mandates.move(id, 'paused');
    await send('token.paused');
    razorpay.mandates.move(id, 'confirmed');
    await send('token.resumed');
    razorpay.mandates.move(id, 'cancelled');
    await send('token.paused');
    razorpay.mandates.move(id, 'confirmed');
    await send('token.confirmed');

    expect(mandateChanges.map(({previous, status}) => `${previous ?? 'none'} > ${status}`)).toEqual(
      [
        'none > initiated',
        'initiated > confirmed',
        'confirmed > paused',
        'paused > confirmed',
        'confirmed > cancelled',
      ],
    );
  });

  test('onMandate rolls back when it throws, and is called again', async ({openShop, razorpay}) => {
    let calls = 0;
    const {shop, subscribe} = await openSubscriptions(
      {openShop, razorpay},
      {
        onMandate: async (change, tx) => {
          await tx
            .insertInto('sales')
            .values({order_id: change.mandate.id, payment_id: change.status, amount: 0})
            .execute();
          if (++calls === 2) throw new Error('The printer is out of paper.');
        },
      },
    );
    const {id} = await subscribe('initiated');
    razorpay.mandates.move(id, 'confirmed');

    await expect(shop.checkout.mandates.fetch(id)).rejects.toThrow('out of paper');
    expect(await shop.checkout.mandates.find(id)).toMatchObject({status: 'initiated'});

    expect(await shop.checkout.mandates.fetch(id)).toMatchObject({status: 'confirmed'});
    const told = (await shop.sales()).filter(({order_id}) => order_id === id);
    expect(told.map(({payment_id}) => payment_id)).toEqual(['initiated', 'confirmed']);
  });

  test('a mandate is deleted once, and cancelled once, however often that is asked', async ({
    openShop,
    razorpay,
  }) => {
    const {shop, subscribe} = await openSubscriptions({openShop, razorpay});
    const {mandates} = shop.checkout;
    const [deleted, cancelled] = [await subscribe(), await subscribe()];
    razorpay.fault = () => ({status: 404, body: '<html>Sorry</html>'});
    await expect(mandates.delete(deleted.id)).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringMatching(
        /404 .*made with other keys, or at a sandbox that was started anew/,
      ),
    });
    expect(await mandates.find(deleted.id)).toMatchObject({isDeleted: false});
    razorpay.fault = (request) => (/^(DELETE|PUT) /.test(request) ? 'lose' : undefined);
    await expect(mandates.delete(deleted.id)).rejects.toMatchObject({code: 'unreachable'});
    await expect(mandates.cancel(cancelled.id)).rejects.toMatchObject({code: 'unreachable'});
    razorpay.fault = () => undefined;

    for (const time of ['again', 'and again'])
      expect(await mandates.delete(deleted.id), time).toMatchObject({isDeleted: true});
    // The bank has ended it, and nobody has heard.
    razorpay.mandates.move(cancelled.id, 'cancelled');
    razorpay.fault = (request) =>
      request.startsWith('PUT ') ? {status: 400, body: NOT_CANCELLABLE} : undefined;
    for (const time of ['again', 'and again'])
      expect(await mandates.cancel(cancelled.id), time).toMatchObject({status: 'cancelled'});
    expect(razorpay.count(/^DELETE /)).toBe(3);
    expect(razorpay.count(/^PUT /)).toBe(2);
  });

  test('a mandate of a registration link comes into the ledger when it is approved', async ({
    openShop,
    razorpay,
  }) => {
    const {shop, mandateChanges} = await openSubscriptions({openShop, razorpay});
    const {links} = shop.checkout.mandates;
    const link = await links.create({...LINK, smsNotify: true, receipt: 5});
    const {response, token} = await razorpay.approve(link.orderId, 'confirmed');
    const {headers, body} = await razorpay.event('invoice.paid', response);

    expect((await shop.post('/webhook', body, headers)).status).toBe(200);

    expect(link).toMatchObject({
      status: 'issued',
      url: expect.stringContaining('https://'),
    });
    expect(await shop.checkout.mandates.find(token)).toMatchObject({
      status: 'confirmed',
      orderId: link.orderId,
    });
    expect(mandateChanges.map(({status}) => status)).toEqual(['initiated', 'confirmed']);
    expect(shop.changes).toMatchObject([{status: 'paid', ship: false, order: {id: link.orderId}}]);

    await links.send(link.id, 'sms');
    expect(razorpay.requests.at(-1)).toBe(`POST /v1/invoices/${link.id}/notify_by/sms`);
    expect(await links.cancel(link.id)).toMatchObject({status: 'cancelled'});
  });

  test('reconcile finds what no event has told, and says so', async ({openShop, razorpay}) => {
    const {shop, subscribe, mandateChanges} = await openSubscriptions({openShop, razorpay});
    const {id} = await subscribe('initiated');
    razorpay.mandates.move(id, 'rejected', 'The bank has no such account.');
    shop.clock.now += 3_600_000;

    const foreseen = await shop.checkout.reconcile({dryRun: true});
    expect(mandateChanges).toHaveLength(1);
    const report = await shop.checkout.reconcile();

    expect(foreseen.mandates).toEqual(report.mandates);
    expect(report.mandates).toEqual([
      {
        mandateId: id,
        was: 'initiated',
        is: 'rejected',
        remark: 'The bank has no such account.',
      },
    ]);
    expect(String(report)).toMatch(
      /mandate +was +is +remark\ntoken_\w+ +initiated +rejected +The bank/,
    );
    expect(mandateChanges).toMatchObject([{}, {status: 'rejected'}]);
    expect((await shop.checkout.reconcile()).mandates).toEqual([]);
  });

  test('reconcile enters a mandate that was lost with a process', async ({openShop, razorpay}) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    const {response, token} = await razorpay.approve(
      (await orderOf(shop)).body.order_id!,
      'confirmed',
    );
    razorpay.fault = (request) => (request.includes('/tokens/') ? 'drop' : undefined);
    const verified = await shop.post('/verify', response);

    expect(verified.body).toMatchObject({status: 'paid'});
    expect(await shop.checkout.mandates.find(token)).toBeUndefined();

    razorpay.fault = () => undefined;
    await shop.checkout.reconcile();
    expect(await shop.checkout.mandates.find(token)).toMatchObject({status: 'confirmed'});
  });

  for (const how of ['event', 'sweep'] as const)
    test(`a mandate whose payment went back before it was heard of is entered by ${how}`, async ({
      openShop,
      razorpay,
    }) => {
      const {shop, mandateChanges} = await openSubscriptions({openShop, razorpay});
      const orderId = (await orderOf(shop)).body.order_id!;
      const {response, token} = await razorpay.approve(orderId, 'confirmed');
      const [paymentId, back] = [response.razorpay_payment_id, {amount_refunded: 100}];
      razorpay.change(paymentId, {status: 'refunded', ...back});

      if (how === 'event') {
        const {headers, body} = await razorpay.event('refund.processed', response);
        await shop.post('/webhook', body, headers);
        await shop.checkout.deliver();
      } else {
        await shop.checkout.reconcile({olderThan: 0});
        await shop.checkout.reconcile({olderThan: 0});
      }

      expect(await shop.checkout.order(orderId)).toMatchObject({status: 'refunded'});
      expect(await shop.checkout.mandates.find(token)).toMatchObject({status: 'confirmed'});
      expect(mandateChanges.map(({status}) => status)).toEqual(['initiated', 'confirmed']);
    });

  test('a mandate ends with its time', async ({openShop, razorpay}) => {
    const expireAt = NOON / 1000 + 3_600;
    const terms = {expireAt};
    const {shop, subscribe, mandateChanges} = await openSubscriptions(
      {openShop, razorpay},
      {},
      terms,
    );
    await subscribe();
    shop.clock.now = expireAt * 1000 + 20 * 60_000;

    await shop.checkout.reconcile();

    expect(mandateChanges.at(-1)).toMatchObject({status: 'expired', previous: 'confirmed'});
  });
});

onSqlite(() => {
  test('who asks for the status of a payment without a mandate asks Razorpay once', async ({
    openShop,
    razorpay,
  }) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    const id = (await orderOf(shop)).body.order_id!;
    await razorpay.pay(id);
    await shop.get(`/status?order_id=${id}`);
    const asked = razorpay.requests.length;

    expect((await shop.get(`/status?order_id=${id}`)).body).not.toHaveProperty('mandate');
    expect(razorpay.requests).toHaveLength(asked);
  });

  test('a payment that approves nothing is a payment', async ({openShop, razorpay}) => {
    const {shop, mandateChanges} = await openSubscriptions({openShop, razorpay});

    const paid = await shop.post(
      '/verify',
      await razorpay.pay((await orderOf(shop)).body.order_id!),
    );

    expect(paid.body.status).toBe('paid');
    expect(paid.body).not.toHaveProperty('mandate');
    expect(mandateChanges).toEqual([]);
  });

  test('cancelling asks the bank, which ends it; deleting ends nothing', async ({
    openShop,
    razorpay,
  }) => {
    const {shop, subscribe, mandateChanges} = await openSubscriptions({openShop, razorpay});
    const {mandates} = shop.checkout;
    const {id, customerId} = await subscribe();

    expect(await mandates.cancel(id)).toMatchObject({status: 'confirmed'});
    razorpay.mandates.move(id, 'cancelled');
    expect(await mandates.fetch(id)).toMatchObject({status: 'cancelled'});

    const other = await subscribe();
    expect(await mandates.list(customerId).catch(() => 'no list')).toBeDefined();
    expect(await mandates.delete(other.id)).toMatchObject({status: 'confirmed', isDeleted: true});
    expect(await mandates.fetch(other.id)).toMatchObject({status: 'confirmed', isDeleted: true});
    await expect(
      mandates.charge({mandate: other.id, period: '1', amount: 100}),
    ).rejects.toMatchObject({code: 'not_chargeable'});
    expect(razorpay.mandates.charged).toEqual([]);
    expect(mandateChanges.at(-1)).toMatchObject({status: 'confirmed'});
  });

  test('a mandate that Razorpay will not cancel, and has not cancelled, is told', async ({
    openShop,
    razorpay,
  }) => {
    const {shop, subscribe} = await openSubscriptions({openShop, razorpay});
    const {id} = await subscribe();
    razorpay.fault = (request) =>
      request.startsWith('PUT ') ? {status: 400, body: NOT_CANCELLABLE} : undefined;

    await expect(shop.checkout.mandates.cancel(id)).rejects.toMatchObject({code: 'refused'});
  });

  test('a link is cancelled once, however often that is asked', async ({openShop, razorpay}) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    const {links} = shop.checkout.mandates;
    const [link, other] = [await links.create(LINK), await links.create(LINK)];
    razorpay.fault = (request) => (request.endsWith('/cancel') ? 'lose' : undefined);
    await expect(links.cancel(link.id)).rejects.toMatchObject({code: 'unreachable'});
    razorpay.fault = () => undefined;

    for (const time of ['again', 'and again'])
      expect(await links.cancel(link.id), time).toMatchObject({id: link.id, status: 'cancelled'});
    // Nobody can approve it any more.
    razorpay.mandates.links.get(other.id)!.status = 'expired';
    expect(await links.cancel(other.id)).toMatchObject({status: 'expired'});
  });

  test('a link that is approved is not cancelled, which is told', async ({openShop, razorpay}) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    const {id} = await shop.checkout.mandates.links.create(LINK);
    razorpay.mandates.links.get(id)!.status = 'paid';

    await expect(shop.checkout.mandates.links.cancel(id)).rejects.toMatchObject({code: 'refused'});
  });

  for (const [what, act] of Object.entries<(mandates: Mandates, id: string) => Promise<unknown>>({
    charged: (mandates, mandate) => mandates.charge({mandate, period: '2026-12', amount: 100}),
    cancelled: (mandates, id) => mandates.cancel(id),
    deleted: (mandates, id) => mandates.delete(id),
  }))
    test(`a mandate is ${what} although Razorpay has it under another customer by now`, async ({
      openShop,
      razorpay,
    }) => {
      const {shop, subscribe} = await openSubscriptions({openShop, razorpay});
      const {id, paymentId} = await subscribe();
      // Of two customers who are one shopper Razorpay has kept the other one.
      const {id: customer_id} = razorpay.mandates.customer({email: 'asha.rao@example.com'});
      razorpay.mandates.tokens.get(id)!.customer_id = customer_id;
      razorpay.change(paymentId, {customer_id});

      await act(shop.checkout.mandates, id);

      expect(await shop.checkout.mandates.find(id)).toMatchObject({customerId: customer_id});
      expect({
        charged: razorpay.mandates.charged,
        cancelled: razorpay.mandates.tokens.get(id)?.recurring_details,
        deleted: [...razorpay.mandates.tokens.keys()],
      }).toMatchObject(
        {
          charged: {charged: [{customer_id, token: id}]},
          cancelled: {cancelled: {status: 'cancellation_initiated'}},
          deleted: {deleted: []},
        }[what]!,
      );
    });

  test('a dry run enters no other customer of a mandate', async ({openShop, razorpay}) => {
    const {shop, subscribe} = await openSubscriptions({openShop, razorpay});
    const {id, paymentId, customerId} = await subscribe();
    const {id: customer_id} = razorpay.mandates.customer({email: 'asha.rao@example.com'});
    razorpay.mandates.tokens.get(id)!.customer_id = customer_id;
    razorpay.change(paymentId, {customer_id});

    shop.clock.now += 2 * 24 * 3_600_000;
    await shop.checkout.reconcile({dryRun: true});
    expect(await shop.checkout.mandates.find(id)).toMatchObject({customerId});
    await shop.checkout.reconcile();
    expect(await shop.checkout.mandates.find(id)).toMatchObject({customerId: customer_id});
  });

  test('a mandate of a link whose answer was lost comes by its event', async ({
    openShop,
    razorpay,
  }) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    razorpay.fault = (request) => (request.includes('auth_links') ? 'lose' : undefined);
    await expect(shop.checkout.mandates.links.create(LINK)).rejects.toThrow();
    const [link] = [...razorpay.mandates.links.values()];
    const {response, token} = await razorpay.approve(link?.order_id as string, 'confirmed');
    const {headers, body} = await razorpay.event('invoice.paid', response);

    await shop.post('/webhook', body, headers);

    expect(await shop.checkout.mandates.find(token)).toMatchObject({status: 'confirmed'});
  });

  test('a mandate that says no limit has the one of its order, which only Razorpay knows', async ({
    openShop,
    razorpay,
  }) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    razorpay.fault = (request) => (request.includes('auth_links') ? 'lose' : undefined);
    await expect(shop.checkout.mandates.links.create(LINK)).rejects.toThrow();
    const [link] = [...razorpay.mandates.links.values()];
    const {response, token} = await razorpay.approve(link?.order_id as string, 'confirmed');
    delete razorpay.mandates.tokens.get(token)!.max_amount;

    const mandate = await shop.checkout.mandates.ofPayment(response.razorpay_payment_id);

    expect(mandate.maxAmount).toBe(LINK.mandate.maxAmount);
  });

  test('a mandate that was approved elsewhere comes into the ledger by its payment', async ({
    openShop,
    razorpay,
  }) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    const {mandates} = shop.checkout;
    const link = await mandates.links.create(LINK);
    const {response, token} = await razorpay.approve(link.orderId, 'confirmed');

    const mandate = await mandates.ofPayment(response.razorpay_payment_id);

    expect(mandate).toMatchObject({id: token, status: 'confirmed'});
    expect(await mandates.ofPayment(response.razorpay_payment_id)).toEqual(mandate);
    const other = await razorpay.pay((await orderOf(shop)).body.order_id!);
    await expect(mandates.ofPayment(other.razorpay_payment_id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('a customer is made once, found again and changed', async ({openShop, razorpay}) => {
    const {shop} = await openSubscriptions({openShop, razorpay});
    const {customers} = shop.checkout.mandates;
    const gaurav = {name: 'Gaurav Kumar', contact: 9123456780};

    const customer = await customers.create(gaurav);

    expect(customer).toMatchObject({name: 'Gaurav Kumar', contact: '9123456780'});
    expect(await customers.create(gaurav)).toEqual(customer);
    expect(await customers.edit(customer.id, {email: 'gaurav@example.com'})).toMatchObject({
      email: 'gaurav@example.com',
    });
    expect(await customers.fetch(customer.id)).toMatchObject({email: 'gaurav@example.com'});
  });
});

const WRONG: Record<string, [call: Call, field: string]> = {
  'a customer without a name': [({customers}) => customers.create({} as never), 'name'],
  'a customer with a short name': [({customers}) => customers.create({name: 'A'}), 'name'],
  'a customer without an address': [
    ({customers}) => customers.create({name: 'Asha Rao', email: 'asha'}),
    'email',
  ],
  'a customer with half a number': [
    ({customers}) => customers.create({name: 'Asha Rao', contact: '12'}),
    'contact',
  ],
  "a customer in Razorpay's spelling": [
    ({customers}) => customers.create({name: 'Asha Rao', fail_existing: '0'} as never),
    'fail_existing',
  ],
  'a change of nobody': [({customers}) => customers.edit('order_1', {}), 'customer'],
  'a change to no name': [({customers}) => customers.edit(CUSTOMER_ID, {name: ''}), 'name'],
  'a link of half a rupee': [({links}) => links.create({...LINK, amount: 50}), 'amount'],
  'a link that costs more than is approved': [
    ({links}) => links.create({...LINK, amount: 501}),
    'amount',
  ],
  'a link over a lakh': [
    ({links}) => links.create({...LINK, mandate: {maxAmount: 10_000_000}}),
    'mandate.maxAmount',
  ],
  'a link of a mandate that is over': [
    ({links}) => links.create({...LINK, mandate: {maxAmount: 500, expireAt: 1_634_215_992}}),
    'mandate.expireAt',
  ],
  'a link that is over': [
    ({links}) => links.create({...LINK, expireBy: 1_634_215_992}),
    'expireBy',
  ],
  'a link with a long receipt': [
    ({links}) => links.create({...LINK, receipt: 'x'.repeat(41)}),
    'receipt',
  ],
  'a link of a stranger': [
    ({links}) => links.create({...LINK, customer: {name: 'X'}}),
    'customer.name',
  ],
  'a pigeon': [({links}) => links.send('inv_1', 'pigeon' as 'sms'), 'medium'],
  'a link by another id': [({links}) => links.cancel('order_1'), 'link'],
  'a mandate by another id': [({fetch}) => fetch('../orders'), 'mandate'],
  'a mandate that nobody has': [({fetch}) => fetch('token_nobody'), 'mandate'],
  'no id': [({list}) => list(undefined as never), 'customer'],
  'a payment by another id': [({ofPayment}) => ofPayment('order_1'), 'payment'],
};
type Call = (mandates: Mandates) => Promise<unknown>;

for (const [what, [call, field]] of Object.entries(WRONG))
  test(`${what} is refused before Razorpay is asked`, async ({shop, razorpay}) => {
    const error = await call(shop.checkout.mandates).catch((error: unknown) => error);

    expect(error).toBeInstanceOf(MandateError);
    expect(error).toMatchObject({field});
    expect(String(error)).not.toContain('undefined');
    expect(razorpay.requests).toEqual([]);
  });

test('a link may ask for more where the category of the account allows it', async ({
  openShop,
  razorpay,
}) => {
  const {shop} = await openSubscriptions(
    {openShop, razorpay},
    {razorpay: razorpay.config({merchantCategory: '6300'})},
  );
  const ask = (maxAmount: number) =>
    shop.checkout.mandates.links.create({...LINK, mandate: {maxAmount}});

  await expect(ask(20_000_001)).rejects.toMatchObject({
    field: 'mandate.maxAmount',
    message: expect.stringMatching(
      /20000001 as mandate.maxAmount. It must be an integer of paise from 100 to 20000000/,
    ),
  });
  expect(await ask(20_000_000)).toMatchObject({status: 'issued'});
});
