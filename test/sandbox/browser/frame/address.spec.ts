// The address: city and state follow from the pincode, and a phone's keyboard from the field.
import type {FrameLocator} from '@playwright/test';
import {expect, test} from '../../../fixtures/sandbox/magic.js';
import {chooseDelivery, giveContact} from '../../../fixtures/sandbox/shopper.js';

const textbox = (frame: FrameLocator, name: string) => frame.getByRole('textbox', {name});

const place = async (frame: FrameLocator) => [
  await textbox(frame, 'City').inputValue(),
  await textbox(frame, 'State').inputValue(),
];

test('city and state follow from the pincode, and from another one', async ({frame, magic}) => {
  await magic.toAddress();
  for (const [pincode, city, state] of [
    ['560001', 'Bengaluru', 'Karnataka'],
    ['403001', '', 'Goa'],
    ['396210', '', ''],
    ['110001', 'New Delhi', 'Delhi'],
    ['11000', '', ''],
  ] as const) {
    await textbox(frame, 'Pincode').fill(pincode);
    expect(await place(frame)).toEqual([city, state]);
  }
});

test('what the shopper has typed stays, and what they take out again follows anew', async ({
  frame,
  magic,
}) => {
  await magic.toAddress();
  await textbox(frame, 'City').fill('Bangalore');
  await textbox(frame, 'Pincode').fill('560001');
  expect(await place(frame)).toEqual(['Bangalore', 'Karnataka']);
  await textbox(frame, 'State').fill('KA');
  await textbox(frame, 'Pincode').fill('110001');
  expect(await place(frame)).toEqual(['Bangalore', 'KA']);
  await textbox(frame, 'City').fill('');
  await textbox(frame, 'Pincode').fill('110002');
  expect(await place(frame)).toEqual(['New Delhi', 'KA']);
});

test('what follows from the pincode is no mistake any more, and goes to the merchant', async ({
  endpoints,
  frame,
  magic,
  sandbox,
}) => {
  const order_id = await magic.toAddress();
  await frame.getByRole('button', {name: 'Continue'}).click();
  await expect(frame.getByText('Fill this in.')).toHaveCount(5);
  await textbox(frame, 'Pincode').fill('560001');
  await expect(frame.getByText('Fill this in.')).toHaveCount(3);
  await textbox(frame, 'Full name').fill('Asha Rao');
  await textbox(frame, 'Address').fill('24, Andree Road');
  await textbox(frame, 'Area').fill('Shanti Nagar');
  await frame.getByRole('button', {name: 'Continue'}).click();
  await chooseDelivery(frame);
  await frame.getByRole('button', {name: 'Cash on delivery'}).click();
  await frame.getByRole('button', {name: 'Place order'}).click();
  await expect.poll(() => sandbox.order(order_id).status).toBe('placed');
  expect(sandbox.order(order_id)).toMatchObject({
    customer_details: {shipping_address: {city: 'Bengaluru', state: 'Karnataka'}},
  });
  expect(endpoints.asked('/shipping-info')).toHaveLength(1);
});

test('a pincode of another country tells no place', async ({frame, magic}) => {
  await magic.toAddress();
  await textbox(frame, 'Pincode').fill('560001');
  await frame.getByRole('combobox', {name: 'Country'}).selectOption('US');
  expect(await place(frame)).toEqual(['', '']);
});

/** How a phone's keyboard is for each field, and what a browser may fill in. */
const FIELDS: Readonly<
  Record<string, [autocomplete: string, capitals: string, keys: string | null]>
> = {
  contact: ['tel', 'none', 'tel'],
  email: ['email', 'none', 'email'],
  zipcode: ['postal-code', 'none', 'numeric'],
  fullName: ['name', 'words', null],
  line1: ['address-line1', 'words', null],
  line2: ['address-line2', 'words', null],
  city: ['address-level2', 'words', null],
  state: ['address-level1', 'words', null],
  coupon: ['off', 'characters', null],
  vpa: ['off', 'none', 'email'],
  number: ['cc-number', 'none', 'numeric'],
  expiry: ['cc-exp', 'none', 'numeric'],
  cvv: ['cc-csc', 'none', 'numeric'],
  name: ['cc-name', 'words', null],
};

test("each field has the keyboard, the capitals and the browser's help that are right for it", async ({
  frame,
  magic,
}) => {
  const seen: typeof FIELDS = {};
  const look = async () => {
    const found = await frame
      .locator('input[name]:not([type=radio], [type=checkbox])')
      .evaluateAll((inputs) =>
        inputs.map((input) =>
          ['name', 'autocomplete', 'autocapitalize', 'inputmode'].map((name) =>
            input.getAttribute(name),
          ),
        ),
      );
    for (const [name, ...rest] of found) Object.assign(seen, {[name!]: rest});
  };
  await magic.open();
  await frame.getByRole('textbox', {name: 'Mobile number'}).waitFor();
  await look();
  await giveContact(frame);
  await textbox(frame, 'Pincode').fill('560001');
  await look();
  for (const name of ['Full name', 'Address', 'Area']) await textbox(frame, name).fill('Asha');
  await frame.getByRole('button', {name: 'Continue'}).click();
  await chooseDelivery(frame);
  await frame.getByRole('textbox', {name: 'UPI ID'}).waitFor();
  await look();
  await frame.getByRole('button', {name: 'Card', exact: true}).click();
  await look();
  expect(seen).toEqual(FIELDS);
});
