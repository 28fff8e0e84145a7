import {chooseDelivery, expect, giveAddress, test} from './magic.js';
import {giveContact} from './merchant.js';

test('an unknown language is English', async ({endpoints, frame, openMagic}) => {
  await openMagic({config: {display: {language: 'toString'}}});
  await giveContact(frame);
  await giveAddress(frame);
  await chooseDelivery(frame);
  await expect(frame.getByRole('heading', {name: 'Payment options'})).toBeVisible();
  expect(endpoints.asked('/shipping-info')).toHaveLength(1);
});
