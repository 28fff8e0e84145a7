// Mandates and charges told after the commit: src/server/kit/outboxes.ts, on
// src/server/ledger/outbox.ts; src/server/mandates/tell.ts enters them.
import {expect} from '@playwright/test';
import type {ChargeChange, MandateChange} from '../../../src/server.js';
import {openSubscriptions} from '../../fixtures/server/autopay.js';
import {onEachDatabase, test} from '../../fixtures/server/shop.js';

onEachDatabase(() => {
  test('afterMandate and afterCharge are told what the hooks in the transaction are, after it and again where they throw', async ({
    openShop,
    razorpay,
  }) => {
    const mandates: MandateChange[] = [];
    const charges: ChargeChange[] = [];
    let isBroken = true;
    const {shop, subscribe, mandateChanges, chargeChanges} = await openSubscriptions(
      {openShop, razorpay},
      {
        afterMandate: (change) => mandates.push(change),
        afterCharge: (change) => {
          if (isBroken) throw new Error('The mail server is down.');
          charges.push(change);
        },
      },
    );
    const {id: mandate} = await subscribe();
    const request = {mandate, period: '2026-11', amount: 100};
    const {paymentId} = await shop.checkout.mandates.charge(request);
    razorpay.change(paymentId!, {status: 'captured'});
    await shop.checkout.mandates.charge(request);
    await shop.checkout.deliver();

    expect(mandates).toEqual(mandateChanges);
    expect(charges).toEqual([]);
    isBroken = false;
    shop.clock.now += 60_000;
    await shop.checkout.deliver();
    await shop.checkout.deliver();

    expect(charges).toEqual(chargeChanges);
    expect(charges[0]?.charge.sentAt).toBeInstanceOf(Date);
    expect(shop.errors).toMatchObject([{message: 'The mail server is down.'}]);
  });
});
