import type {ChargeNews, MandateNews} from './news.js';

/** How what the merchant was told can be wrong. */
type NewsProblem = 'told twice' | 'told otherwise';

/** Each change names the one before: what was told twice, or not, breaks the chain. */
export function problemOfChain(
  told: readonly MandateNews[],
  last: string,
): NewsProblem | undefined {
  let status: string | null = null;
  for (const row of told) {
    if (row.previous !== status) return row.status === status ? 'told twice' : 'told otherwise';
    status = row.status;
  }
  return status === last ? undefined : 'told otherwise';
}

/** A charge fails once, is captured once, and never fails afterwards. */
export function problemOfNews(
  told: readonly ChargeNews[],
  status: string,
): NewsProblem | undefined {
  // What went back leaves a charge captured.
  const words = told.filter(({refund}) => refund === 0).map((row) => row.status);
  if (new Set(words).size < words.length) return 'told twice';
  if (words.at(-1) !== status) return 'told otherwise';
  return words.indexOf('captured') === words.length - 1 || !words.includes('captured')
    ? undefined
    : 'told otherwise';
}
