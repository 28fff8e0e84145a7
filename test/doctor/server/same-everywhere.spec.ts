// With src/doctor/server/sent-on.ts.
import {expect} from '@playwright/test';
import type {Answer} from '../../../src/doctor/server/ask.js';
import {sameEverywhere} from '../../../src/doctor/server/same-everywhere.js';
import {test} from '../../fixtures/server/test.js';

const PATHS = ['/orders', '/verify', '/status?order_id=order_1', '/webhook'];

/** What a server answers to whatever it is asked. */
const answers = (
  status: number,
  {
    headers = {},
    text = '',
    json,
  }: {headers?: Record<string, string>; text?: string; json?: unknown},
  locationOf?: (path: string) => string,
): Answer[] =>
  PATHS.map((path) => ({
    url: `https://shop.example${path}`,
    status,
    headers: new Headers({...headers, ...(locationOf && {Location: locationOf(path)})}),
    text,
    isCut: false,
    json,
  }));

const HTML = {headers: {'Content-Type': 'text/html'}, text: '<!doctype html>'};

for (const [what, given, says] of [
  ['a sign-in', answers(401, {}), 'answers 401: a login, a firewall'],
  ['a page', answers(200, HTML), 'answers 200 with a page of HTML.'],
  ['a server that is down', answers(503, HTML), 'answers 503 with a page of HTML.'],
  ['nothing', answers(204, {}), 'answers 204 with nothing.'],
  [
    'a redirect to a sign-in',
    answers(302, {}, () => '/login?next=x'),
    'https://shop.example/login.',
  ],
  ['a redirect to itself', answers(302, {}, (path) => path), 'to the same address again'],
  [
    'a redirect to another host',
    answers(301, {}, (path) => `https://www.shop.example${path}`),
    'sends on to https://www.shop.example. ',
  ],
  [
    'a redirect to a slash',
    answers(308, {}, (path) => path.replace(/(\?|$)/, '/$1')),
    'with a slash at its end',
  ],
  ['a redirect that leads nowhere', answers(302, {}), 'a redirect that leads nowhere'],
  ['a word of its own', answers(418, {}), 'answers 418 without a reason.'],
] as const)
  test(`${what}, whatever is asked, is said once`, () => {
    expect(sameEverywhere(given)?.says).toContain(says);
    expect(sameEverywhere(given)?.says).toMatch(/^at each endpoint it /);
  });

for (const [what, given] of [
  ['answers of a kit', answers(404, {json: {error: {code: 'NOT_FOUND', description: 'No.'}}})],
  ['an address where nothing is', answers(404, HTML)],
  ['one that differs', [...answers(401, {}), ...answers(200, HTML)]],
  ['too few', answers(401, {}).slice(1)],
] as const)
  test(`${what} are each judged by themselves`, () => {
    expect(sameEverywhere(given)).toBeUndefined();
  });
