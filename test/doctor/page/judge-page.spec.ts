import {expect} from '@playwright/test';
import {judgePage} from '../../../src/doctor/page/judge-page.js';
import type {Seen} from '../../../src/doctor/page/look-through-browser.js';
import type {ButtonFacts} from '../../../src/doctor/page/page-facts.js';
import {linesOf, wrongsOf} from '../../fixtures/doctor.js';
import {test} from '../../fixtures/server/test.js';

const BUTTON: ButtonFacts = {
  tag: 'rzp-magic-button',
  attributes: {},
  urls: {'order-url': 'https://shop.example/orders', 'verify-url': 'https://shop.example/verify'},
  hasCreateOrder: false,
  orderData: {},
};

const SCRIPT = 'https://cdn.example/rzp-magic-button.js';

/** A page that is right but for some things. */
const page = (
  facts: Partial<Seen['facts']> = {},
  more: Partial<Omit<Seen, 'facts'>> = {},
): Seen => ({
  status: 200,
  failed: [],
  broken: [],
  violations: [],
  mixed: [],
  said: [],
  ...more,
  facts: {
    url: 'https://shop.example/cart',
    defined: ['rzp-magic-button'],
    scripts: [SCRIPT],
    vendorScripts: [],
    viewport: 'width=device-width, initial-scale=1',
    policies: [],
    asksToSignIn: false,
    buttons: [BUTTON],
    ...facts,
  },
});

test('of a page that is right nothing is wrong', () => {
  const looks = judgePage(page());

  expect(linesOf(looks, 'right')).toEqual([
    'page: has one button, by https://cdn.example/rzp-magic-button.js.',
    'page: has a viewport for phones.',
    '<rzp-magic-button>: names order-url, verify-url, and nothing contradicts itself.',
  ]);
  expect(looks.flatMap(({findings}) => findings)).toHaveLength(3);
});

test('buttons are counted, and those that are alike are told of together', () => {
  const other = {...BUTTON, attributes: {redirect: ''}};
  const looks = judgePage(page({buttons: [BUTTON, other, BUTTON]}));

  expect(linesOf(looks, 'right')[0]).toMatch(/^page: has 3 buttons/);
  expect(looks.map(({title}) => title)).toEqual([
    'page',
    '<rzp-magic-button> 1, 3 of 3',
    '<rzp-magic-button> 2 of 3',
  ]);
});

for (const [what, {of, says}] of Object.entries({
  'a page that is not there': {of: page({}, {status: 404}), says: [/^page: answers 404/]},
  'a page without a button': {
    of: page({buttons: []}),
    says: [/^page: has no <rzp-magic-button> and no <rzp-pos-button>, though/],
  },
  'a page that one signs in by': {
    of: page({buttons: [], defined: [], scripts: [], asksToSignIn: true, viewport: null}),
    says: [/^page: has no <rzp-magic-button> and no <rzp-pos-button>: it asks one to sign in\.$/],
  },
  'a tag that nobody defines': {
    of: page({defined: [], scripts: []}),
    says: [/^page: has <rzp-magic-button>, and no script/],
  },
  'a script that is not there': {
    of: page(
      {defined: []},
      {failed: [{url: 'https://shop.example/rzp-magic-button.js', because: '404'}]},
    ),
    says: [
      /^page: does not get https:\/\/shop\.example\/rzp-magic-button\.js: the server answers 404/,
    ],
  },
  'a script that is not marked as a module': {
    of: page(
      {defined: []},
      {broken: [{url: SCRIPT, because: "SyntaxError: Unexpected token 'export'"}]},
    ),
    says: [
      /^page: gets https:\/\/cdn\.example\/rzp-magic-button\.js, which does not run: SyntaxError/,
    ],
  },
  'a script without the files beside it': {
    of: page(
      {},
      {failed: [{url: 'https://cdn.example/press-1a2b3c.js', because: '404', askedBy: SCRIPT}]},
    ),
    says: [/^page: does not get https:\/\/cdn\.example\/press-1a2b3c\.js, without which a press/],
  },
  'a page for desktops': {of: page({viewport: null}), says: [/^page: has no viewport for phones/]},
  'a page as wide as a desktop': {
    of: page({viewport: 'width=1024'}),
    says: [/^page: has no viewport for phones/],
  },
  'a page without encryption': {
    of: page({url: 'http://shop.example/cart'}),
    says: [/^page: is not encrypted/],
  },
  'mixed content': {
    of: page({}, {mixed: ['http://cdn.example/a.js', 'http://cdn.example/a.js']}),
    says: [/^page: asks for http:\/\/cdn\.example\/a\.js without encryption/],
  },
  'an endpoint without encryption': {
    of: page({
      buttons: [{...BUTTON, urls: {...BUTTON.urls, 'status-url': 'http://shop.example/s'}}],
    }),
    says: [/^<rzp-magic-button>: has an address in status-url without encryption/],
  },
  'both scripts of Razorpay': {
    of: page({
      vendorScripts: [
        'https://checkout.razorpay.com/v1/checkout.js',
        'https://checkout.razorpay.com/v1/magic-checkout.js',
      ],
    }),
    says: [/^page: loads .*: the last one wins/],
  },
  'a policy without Razorpay, once': {
    of: page(
      {},
      {
        violations: Array(2).fill({
          directive: 'script-src-elem',
          blocked: 'https://checkout.razorpay.com/v1/magic-checkout.js',
          policy: '',
        }),
      },
    ),
    says: [
      /^page: has a content security policy that keeps out https:\/\/checkout\.razorpay\.com\//,
    ],
  },
  'a live key on this machine': {
    of: page({
      url: 'http://localhost:3000/',
      buttons: [{...BUTTON, attributes: {'key-id': 'rzp_live_Sandbox0000001'}}],
    }),
    says: [/^<rzp-magic-button>: has a live key on this machine/],
  },
  'a complaint of ours': {
    of: page({}, {said: ['rzp-magic-button: amount="x" is left out.']}),
    says: [/^page: says in its console: amount="x" is left out\.$/],
  },
}))
  test(`${what} is wrong`, () => {
    expect(wrongsOf(judgePage(of))).toEqual(
      says.map((words) => expect.stringMatching(words) as unknown),
    );
  });

for (const {blocked, policy = '', fix} of [
  {
    blocked: 'https://api.razorpay.com/v1/checkout/public',
    fix: 'frame-src https://api.razorpay.com',
  },
  {blocked: 'inline', fix: "frame-src 'nonce-…'"},
  // A frame-src of its own goes in place of default-src.
  {
    blocked: 'https://api.razorpay.com/v1/checkout/public',
    policy: "default-src 'self' https://img.example; img-src *",
    fix: "frame-src 'self' https://img.example https://api.razorpay.com",
  },
])
  test(`of ${blocked} the directive to add to "${policy}" is named`, () => {
    const [{findings} = {findings: []}] = judgePage(
      page({}, {violations: [{directive: 'frame-src', blocked, policy}]}),
    );
    expect(findings.at(-1)?.fix).toBe(`Add to it: ${fix}.`);
  });

for (const [because, fix] of Object.entries({
  "SyntaxError: Unexpected token 'export'": /write <script type="module"/,
  'Failed to load module script: … MIME type of "text/plain".': /Content-Type: text\/javascript/,
  "SyntaxError: Unexpected token '?'": /as it is in the package/,
}))
  test(`of a script that does not run because of "${because}" it is said what to do`, () => {
    const [{findings} = {findings: []}] = judgePage(
      page({defined: []}, {broken: [{url: SCRIPT, because}]}),
    );
    expect(findings.find(({verdict}) => verdict === 'wrong')?.fix).toMatch(fix);
  });

test('what the policy keeps out of others is theirs', () => {
  const violations = [
    {directive: 'script-src-elem', blocked: 'https://ads.example/a.js', policy: ''},
  ];
  expect(wrongsOf(judgePage(page({}, {violations})))).toEqual([]);
});

test("that Razorpay's script can't be got here says nothing of the shop", () => {
  const url = 'https://checkout.razorpay.com/v1/magic-checkout.js';
  const looks = judgePage(page({}, {failed: [{url, because: 'net::ERR_NAME_NOT_RESOLVED'}]}));
  expect(wrongsOf(looks)).toEqual([]);
  expect(linesOf(looks, 'unseen')).toHaveLength(1);
});
