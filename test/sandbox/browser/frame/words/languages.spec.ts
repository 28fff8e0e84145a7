import {chooseDelivery, expect, giveAddress, test} from '../../../../fixtures/sandbox/magic.js';
import {giveContact} from '../../../../fixtures/sandbox/merchant.js';

test('an unknown language is English', async ({endpoints, frame, openMagic}) => {
  await openMagic({config: {display: {language: 'toString'}}});
  await giveContact(frame);
  await giveAddress(frame);
  await chooseDelivery(frame);
  await expect(frame.getByRole('heading', {name: 'Payment options'})).toBeVisible();
  expect(endpoints.asked('/shipping-info')).toHaveLength(1);
});
