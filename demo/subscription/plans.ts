import type {MandateFrequency} from 'rzp-magic-button/server.js';

/** What a shopper can subscribe to. */
export interface Plan {
  id: string;
  name: string;
  description: string;
  /** What each box costs, in paise; the first is paid for with the approval. */
  price: number;
  /** How many months lie between two boxes. */
  months: number;
  /** How often, for a person: after "₹499". */
  rhythm: string;
  frequency: MandateFrequency;
  /** What the shopper approves: prices rise, and a mandate can't be raised. */
  maxAmount: number;
  /** Two colours of the picture. */
  colours: readonly [string, string];
  /** The one that most people take. */
  isFavourite?: true;
}

export const PLANS: readonly Plan[] = [
  {
    id: 'taster',
    name: 'Taster',
    description: 'One new tea a month, 50 g, with a card that tells where it grew.',
    price: 24_900,
    months: 1,
    rhythm: 'a month',
    frequency: 'monthly',
    maxAmount: 50_000,
    colours: ['#4d7c3f', '#274c1b'],
  },
  {
    id: 'leaf',
    name: 'Leaf club',
    description: 'Two teas a month, 100 g each, and the first flush before anybody else.',
    price: 49_900,
    months: 1,
    rhythm: 'a month',
    frequency: 'monthly',
    maxAmount: 100_000,
    colours: ['#c2571a', '#7c2d12'],
    isFavourite: true,
  },
  {
    id: 'estate',
    name: 'Estate crate',
    description: 'Six kilos of one garden for the whole office, four times a year.',
    price: 1_800_000,
    months: 3,
    rhythm: 'a quarter',
    frequency: 'quarterly',
    maxAmount: 2_500_000,
    colours: ['#8a5a2b', '#4a2c10'],
  },
];

export const planOf = (id: unknown): Plan | undefined => PLANS.find((plan) => plan.id === id);
