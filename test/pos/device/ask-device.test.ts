import {expect} from '@esm-bundle/chai';
import {askDevice, tellDevice} from '../../../src/pos/device/ask-device.js';
import {shop, type Answer} from '../../fixtures/browser/server.js';
import {deviceReply, DOWN, ON_DEVICE, refused} from '../../fixtures/browser/till.js';
import {ORDER_ID, OTHER_ORDER_ID} from '../../fixtures/samples.js';

const settings = (answer: Answer) => ({
  deviceUrl: new URL(shop(answer).url, location.href).href,
  requestHeaders: {'X-CSRF-Token': '1'},
  credentials: undefined,
});

describe('the answer of device-url', () => {
  it('is taken where it is as agreed, and about this order', async () => {
    const {reply} = await askDevice(settings(ON_DEVICE), ORDER_ID);
    expect(reply).to.deep.equal(deviceReply());
    const other = await askDevice(settings(ON_DEVICE), OTHER_ORDER_ID);
    expect(other).to.deep.equal({refusal: undefined, isWithoutEffect: false});
  });

  for (const [what, answer, isWithoutEffect] of [
    ['a refusal', refused(409, 'DEVICE_BUSY'), true],
    ['too many requests', refused(429, 'RATE_LIMITED'), true],
    ['a gateway that was not asked', refused(503, 'GATEWAY_UNREACHABLE'), true],
    ['a page that is not there', {status: 404, html: 'Not found'}, true],
    ['a request that came too late', {status: 408, html: ''}, false],
    ['a server that failed', refused(500, 'INTERNAL'), false],
    ['a ledger that failed', refused(503, 'LEDGER_UNAVAILABLE'), false],
    ['a proxy that failed', DOWN, false],
    ['an answer that breaks', {drop: true}, false],
    ['a login page', {html: '<form>'}, false],
    ['a status of another time', {json: {...deviceReply(), status: 'queued'}}, false],
  ] as const)
    it(`says of ${what} that it was ${isWithoutEffect ? '' : 'maybe not '}without effect`, async () => {
      const told = await tellDevice(settings(answer), {
        action: 'close_checkout',
        order_id: ORDER_ID,
      });
      expect(told.reply).to.be.undefined;
      expect(told.isWithoutEffect).to.equal(isWithoutEffect);
    });
});
