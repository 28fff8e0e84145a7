import {expect, test} from '@playwright/test';
import {indianStateCode} from '../../../../src/sandbox/model/input/indian-states.js';
import {placeOf} from '../../../../src/sandbox/model/input/pincodes.js';

for (const [pincode, place] of [
  ['560001', {state: 'Karnataka', city: 'Bengaluru'}],
  ['110001', {state: 'Delhi', city: 'New Delhi'}],
  ['400001', {state: 'Maharashtra', city: 'Mumbai'}],
  ['600001', {state: 'Tamil Nadu', city: 'Chennai'}],
  ['700001', {state: 'West Bengal', city: 'Kolkata'}],
  ['500001', {state: 'Telangana', city: 'Hyderabad'}],
  // Thane, beside Mumbai, and the country around Pune.
  ['400601', {state: 'Maharashtra'}],
  ['412801', {state: 'Maharashtra'}],
  ['403001', {state: 'Goa'}],
  ['737101', {state: 'Sikkim'}],
  ['744101', {state: 'Andaman and Nicobar Islands'}],
  ['194101', {state: 'Ladakh'}],
  ['799001', {state: 'Tripura'}],
  // Daman or Gujarat, Chandigarh or Punjab, Puducherry or Tamil Nadu.
  ['396210', {}],
  ['160001', {}],
  ['605001', {}],
  ['999999', {}],
  ['012345', {}],
  ['56000', {}],
  ['560 01', {}],
  ['', {}],
] as const)
  test(`"${pincode}" lies in ${JSON.stringify(place)}`, () => {
    expect(placeOf(pincode)).toEqual(place);
  });

test('every state that a pincode tells is one that merchants get the code of', () => {
  const states = new Set<string>();
  for (let digits = 100; digits < 1000; digits += 1) {
    const {state} = placeOf(`${digits}001`);
    if (state !== undefined) states.add(state);
  }
  expect([...states].filter((state) => indianStateCode(state) === undefined)).toEqual([]);
  expect(states.size).toBeGreaterThan(30);
});
