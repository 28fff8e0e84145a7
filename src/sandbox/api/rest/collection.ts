import {invalidField} from '../../model/api-error.js';
import type {Collection} from '../../model/entities.js';

const DEFAULT_COUNT = 10;
const MAX_COUNT = 100;

/** A list as the API answers it. */
export const collect = <Item>(items: readonly Item[]): Collection<Item> => ({
  entity: 'collection',
  count: items.length,
  items,
});

/** The part of a list that is asked for: `count` items after `skip`, made between `from` and `to`. */
export function pageOf<Item extends {readonly created_at: number}>(
  items: readonly Item[],
  query: URLSearchParams,
): readonly Item[] {
  const number = (name: string, fallback: number): number => {
    const text = query.get(name);
    if (text === null || text === '') return fallback;
    if (!/^\d+$/.test(text)) throw invalidField(name, `The ${name} must be an integer.`);
    return Number(text);
  };
  const count = number('count', DEFAULT_COUNT);
  if (count > MAX_COUNT) throw invalidField('count', 'The count may not be greater than 100');
  if (count < 1) throw invalidField('count', 'The count must be at least 1.');
  const [skip, from, to] = [number('skip', 0), number('from', 0), number('to', Infinity)];
  return items
    .filter(({created_at}) => created_at >= from && created_at <= to)
    .slice(skip, skip + count);
}
