/** What is sold at the counter: the one place where a price stands. */
export interface Item {
  /** What the cashier types. */
  code: string;
  name: string;
  /** In paise. */
  price: number;
  group: ItemGroup;
}

export type ItemGroup = 'hot' | 'cold' | 'bite' | 'home';

/** Each digit of ten begins a row of the counter: what is drunk, eaten, and taken home. */
export const ITEMS: readonly Item[] = [
  {code: '11', name: 'Cutting chai', price: 2_000, group: 'hot'},
  {code: '12', name: 'Masala chai', price: 4_000, group: 'hot'},
  {code: '13', name: 'Kulhad chai', price: 6_000, group: 'hot'},
  {code: '14', name: 'Filter coffee', price: 5_000, group: 'hot'},
  {code: '21', name: 'Iced lemon tea', price: 9_000, group: 'cold'},
  {code: '22', name: 'Rose lassi', price: 8_500, group: 'cold'},
  {code: '31', name: 'Samosa', price: 2_500, group: 'bite'},
  {code: '32', name: 'Bun maska', price: 4_550, group: 'bite'},
  {code: '41', name: 'Assam Gold, 100\u00a0g', price: 34_900, group: 'home'},
  {code: '42', name: 'Kulhad cups, six', price: 54_900, group: 'home'},
  {code: '43', name: 'Gift box', price: 1_29_000, group: 'home'},
  {code: '44', name: 'Brass samovar', price: 12_49_000, group: 'home'},
];
