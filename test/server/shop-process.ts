// The tea shop as a process of its own: prints its address, and does as the settings say.
import type {ShopSettings} from './processes.js';
import {saleOf, startTeaShop} from './tea-shop.js';

const settings = JSON.parse(process.argv[2] ?? '') as ShopSettings;
const shop = await startTeaShop(settings.place, settings.razorpayUrl, {
  now: () => Date.now() + (settings.ahead ?? 0),
  onStatus: async (change, tx) => {
    await tx.insertInto('sales').values(saleOf(change)).execute();
    // In the middle of the transaction: Razorpay has answered, and nothing is entered yet.
    if (settings.dieInOnStatus) process.kill(process.pid, 'SIGKILL');
  },
  afterStatus: ({order}) => void process.stdout.write(`after ${order.id}\n`),
  promotions: {
    list: () => [],
    apply: () => ({failure: 'INVALID_PROMOTION', reason: 'There is no such code.'}),
  },
  onError: () => undefined,
});
console.log(shop.url);
if (settings.sweep) await shop.checkout.reconcile({olderThan: 0});
if (settings.deliver) await shop.checkout.deliver();
console.log('swept');
