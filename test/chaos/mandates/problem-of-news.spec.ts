import {expect} from '@playwright/test';
import {test} from '../../fixtures/server/test.js';
import {problemOfChain, problemOfNews} from './problem-of-news.js';

const chain = (...words: string[]) =>
  words.map((word) => {
    const [previous, status] = word.split('>') as [string, string];
    return {mandate: 'token_1', status, previous: previous || null, at: 1};
  });

for (const [what, told, problem] of [
  ['each change once', chain('>initiated', 'initiated>confirmed'), undefined],
  [
    'there and back',
    chain('>initiated', 'initiated>confirmed', 'confirmed>paused', 'paused>confirmed'),
    undefined,
  ],
  [
    'a change twice',
    chain('>initiated', 'initiated>confirmed', 'initiated>confirmed'),
    'told twice',
  ],
  ['the first twice', chain('>initiated', '>initiated', 'initiated>confirmed'), 'told twice'],
  ['a change left out', chain('>initiated', 'paused>confirmed'), 'told otherwise'],
  ['the last left out', chain('>initiated'), 'told otherwise'],
  ['nothing', [], 'told otherwise'],
] as const)
  test(`of a mandate that is confirmed: ${what}`, () => {
    expect(problemOfChain(told, 'confirmed')).toBe(problem);
  });

const news = (...words: string[]) =>
  words.map((status) => ({
    mandate: 'token_1',
    period: 'first',
    attempt: 1,
    status,
    is_extra: 0,
    refund: status.includes('refund') ? 1 : 0,
    at: 1,
  }));

for (const [what, told, status, problem] of [
  ['its success', news('captured'), 'captured', undefined],
  ['its failure', news('failed'), 'failed', undefined],
  ['a late success', news('failed', 'captured'), 'captured', undefined],
  ['its success and its refund', news('captured', 'refunded'), 'captured', undefined],
  ['its success twice', news('captured', 'captured'), 'captured', 'told twice'],
  ['its failure twice', news('failed', 'failed', 'captured'), 'captured', 'told twice'],
  ['a failure after its success', news('captured', 'failed'), 'failed', 'told otherwise'],
  ['a failure that it has not', news('failed'), 'captured', 'told otherwise'],
  ['nothing', news(), 'captured', 'told otherwise'],
] as const)
  test(`of a charge: ${what}`, () => {
    expect(problemOfNews(told, status)).toBe(problem);
  });
