import {expect} from '@playwright/test';
import {COUNTER, onEachDatabase, test} from '../../fixtures/server/till.js';

onEachDatabase(() => {
  test('a sweep finishes what is lost, names what is on a device, and leaves nothing unknown', async ({
    openTill,
    gateway,
  }) => {
    const till = await openTill('asha', {timeout: 3_000});
    const {checkout} = till.shop;
    gateway.fault = (what) => (what === 'initiate_checkout' ? 'lose' : undefined);
    const lost = await till.ring('wired');
    await till.begin(lost, {device_id: COUNTER});
    gateway.fault = () => undefined;

    const foreseen = await checkout.reconcile({olderThan: 0, dryRun: true});
    expect(foreseen.devices).toMatchObject([
      {orderId: lost, was: 'unconfirmed', is: 'unconfirmed'},
    ]);
    expect(gateway.count('close_checkout')).toBe(0);

    const report = await checkout.reconcile({olderThan: 0});
    expect(report.devices).toMatchObject([
      {orderId: lost, deviceId: COUNTER, was: 'unconfirmed', is: 'failed', amount: 50_000},
    ]);
    expect(String(report)).toContain(`wired ${COUNTER}`);
    expect((await checkout.reconcile({olderThan: 0})).devices).toEqual([]);

    await till.begin(lost, {device_id: COUNTER});
    const {devices} = await checkout.reconcile({olderThan: 0});
    expect(devices).toMatchObject([
      {orderId: lost, is: 'processing', remark: 'It is still on the device.'},
    ]);
    expect(gateway.onDevice(COUNTER)?.orderId).toBe(lost);
    await gateway.tap(COUNTER);
    expect((await checkout.reconcile({olderThan: 0})).devices).toMatchObject([{is: 'paid'}]);
    expect(await till.shop.sales()).toHaveLength(1);
  });

  test('a sweep takes from the device what was paid by another way, and leaves young sales alone', async ({
    till,
    gateway,
    razorpay,
  }) => {
    const {checkout} = till.shop;
    const orderId = await till.ring();
    await till.begin(orderId);
    await razorpay.pay(orderId);

    expect((await checkout.reconcile()).devices).toEqual([]);
    await checkout.reconcile({olderThan: 0});
    await checkout.reconcile({olderThan: 0});
    expect(gateway.onDevice()).toBeUndefined();
    expect((await till.ask(orderId)).body.status).toBe('paid');
  });

  test('a gateway that is down holds up no other sale', async ({till, gateway}) => {
    const orderId = await till.ring();
    await till.begin(orderId);
    await gateway.close();

    const report = await till.shop.checkout.reconcile({olderThan: 0});

    expect(report.devices).toMatchObject([{orderId, is: 'unconfirmed'}]);
    expect(report.devices[0]!.remark).toContain('did not reach the gateway');
    await gateway.plugIn();
  });

  test('a process that is killed while it puts a sale on a device leaves it to the next, which sends nothing again', async ({
    openTill,
    gateway,
    processes,
  }) => {
    const till = await openTill();
    const orderId = await till.ring();
    const dying = await processes.start({gatewayUrl: gateway.url});
    gateway.fault = (what) => (what === 'initiate_checkout' ? 'late' : undefined);
    const sent = new Promise<void>((resolve) => {
      gateway.fault = (what) => {
        if (what !== 'initiate_checkout') return undefined;
        resolve();
        return 'late';
      };
    });
    const asked = fetch(`${dying.url}/devices`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Cashier': 'asha'},
      body: JSON.stringify({
        action: 'initiate_checkout',
        order_id: orderId,
        device_mode: 'wired',
        name: 'Acme Corp',
        description: 'Tea',
      }),
    }).catch(() => undefined);
    await sent;
    await dying.kill();
    await asked;
    gateway.fault = () => undefined;

    till.shop.clock.now += 60_000;
    expect((await till.ask(orderId)).body).toMatchObject({
      status: 'unconfirmed',
      error: {code: 'ANSWER_LOST'},
    });
    expect((await till.begin(orderId)).body.status).toBe('unconfirmed');
    expect(gateway.count('initiate_checkout')).toBe(1);
    await gateway.tap();
    expect((await till.ask(orderId)).body.status).toBe('paid');
    expect(await till.shop.sales()).toHaveLength(1);
    expect((await till.begin(await till.ring())).body.status).toBe('processing');
  });
});
