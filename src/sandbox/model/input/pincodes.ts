/** Where an Indian pincode lies; what is not certain is left out. */
export interface Place {
  readonly state?: string;
  readonly city?: string;
}

/**
 * The first three digits of each state's pincodes. Left out is what two states share: with 160 the
 * place may be in Chandigarh or Punjab, with 247 in Uttar Pradesh or Uttarakhand, with 396 in
 * Gujarat or Daman, with 605 in Tamil Nadu or Puducherry.
 */
const STATES: Readonly<Record<string, string>> = {
  'Andaman and Nicobar Islands': '744',
  'Andhra Pradesh': '510-528 530-532 534-535',
  'Arunachal Pradesh': '790-792',
  Assam: '780-788',
  Bihar: '800-805 811-812 821 823-824 841-855',
  Chhattisgarh: '490-497',
  Delhi: '110',
  Goa: '403',
  Gujarat: '360-361 363-395',
  Haryana: '121-136',
  'Himachal Pradesh': '171-177',
  'Jammu and Kashmir': '180-185 190-193',
  Jharkhand: '814-816 822 825-835',
  Karnataka: '560-591',
  Kerala: '670-672 674-681 683-695',
  Ladakh: '194',
  'Madhya Pradesh': '450-488',
  Maharashtra: '400-402 404-445',
  Manipur: '795',
  Meghalaya: '793-794',
  Mizoram: '796',
  Nagaland: '797-798',
  Odisha: '751-770',
  Punjab: '140-152',
  Rajasthan: '301-345',
  Sikkim: '737',
  'Tamil Nadu': '600-604 606 608 610-643',
  Telangana: '500-506 508-509',
  Tripura: '799',
  'Uttar Pradesh': '201-243 245 250-261 264-285',
  Uttarakhand: '248-249 263',
  'West Bengal': '700-736 738-743',
};

/** The cities whose own pincodes begin so. Those of their surroundings are another town's. */
const CITIES: Readonly<Record<string, string>> = {
  '110': 'New Delhi',
  '1410': 'Ludhiana',
  '1430': 'Amritsar',
  '2080': 'Kanpur',
  '2210': 'Varanasi',
  '2260': 'Lucknow',
  '2480': 'Dehradun',
  '302': 'Jaipur',
  '3800': 'Ahmedabad',
  '3900': 'Vadodara',
  '3950': 'Surat',
  '4000': 'Mumbai',
  '4001': 'Mumbai',
  '4110': 'Pune',
  '4400': 'Nagpur',
  '4520': 'Indore',
  '4620': 'Bhopal',
  '4920': 'Raipur',
  '5000': 'Hyderabad',
  '5300': 'Visakhapatnam',
  '560': 'Bengaluru',
  '600': 'Chennai',
  '6410': 'Coimbatore',
  '6950': 'Thiruvananthapuram',
  '700': 'Kolkata',
  '7510': 'Bhubaneswar',
  '7810': 'Guwahati',
  '8000': 'Patna',
  '8340': 'Ranchi',
};

/** The place of a pincode, as far as its first digits tell; nothing of what is no pincode. */
export function placeOf(pincode: string): Place {
  if (!/^[1-9]\d{5}$/.test(pincode)) return {};
  const state = Object.keys(STATES).find((name) => isIn(STATES[name] ?? '', pincode.slice(0, 3)));
  const prefix = Object.keys(CITIES).find((digits) => pincode.startsWith(digits));
  const city = prefix === undefined ? undefined : CITIES[prefix];
  return {...(state !== undefined && {state}), ...(city !== undefined && {city})};
}

/** Whether three digits are among `110` or `121-136`; several are parted by spaces. */
const isIn = (ranges: string, digits: string): boolean =>
  ranges.split(' ').some((range) => {
    const [first = '', last = first] = range.split('-');
    return first <= digits && digits <= last;
  });
