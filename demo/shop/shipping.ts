import type {ShippingMethod, ShippingQuestion} from 'rzp-magic-button/server.js';

/** Longer than the 8 s that the kit waits; it then answers that the address is not served. */
const TOO_LONG_MS = 12_000;

/** How the shop ships: nowhere on the islands, with cash on delivery in Bengaluru only. */
export async function shipping({address}: ShippingQuestion): Promise<ShippingMethod[]> {
  const {zipcode, country} = address;
  if (zipcode === '400099') await new Promise((resolve) => setTimeout(resolve, TOO_LONG_MS));
  if (country !== 'IN' || zipcode.startsWith('744')) return [];
  const cod = zipcode.startsWith('560');
  return [
    {
      id: 'post',
      name: 'By post',
      description: 'Within 5 days',
      serviceable: true,
      shippingFee: 4_900,
      cod,
      codFee: cod ? 3_000 : 0,
    },
    {
      id: 'courier',
      name: 'By courier',
      description: 'Tomorrow',
      serviceable: true,
      shippingFee: 12_900,
      cod: false,
      codFee: 0,
    },
  ];
}
