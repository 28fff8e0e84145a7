/** The shop's catalogue: the one place where a price stands. */
export interface Product {
  sku: string;
  name: string;
  description: string;
  /** In paise. */
  price: number;
  /** Two colours of the picture. */
  colours: readonly [string, string];
}

export const PRODUCTS: readonly Product[] = [
  {
    sku: 'assam',
    name: 'Assam Gold',
    description: 'Whole leaf, second flush, 100 g',
    price: 34_900,
    colours: ['#c2571a', '#7c2d12'],
  },
  {
    sku: 'masala',
    name: 'Masala Chai',
    description: 'Black tea, cardamom, ginger, clove, 100 g',
    price: 29_900,
    colours: ['#b45309', '#451a03'],
  },
  {
    sku: 'kulhad',
    name: 'Kulhad Cups',
    description: 'Six clay cups, fired in Khurja',
    price: 54_900,
    colours: ['#e07a4f', '#9a3412'],
  },
];
