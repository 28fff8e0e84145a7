import {toE164} from '../../wire/phone.js';
import {asksForMandate} from '../request/standard-checkout.js';
import {at} from '../request/check-options.js';
import {shown} from '../request/shown.js';
import {attributeOf, readFlag} from '../shell/attributes.js';
import type {Finding} from './report.js';
import {isLocal} from './page/is-local.js';
import {masked, withoutPeople} from './masked.js';
import {sandboxKey} from './sandbox-key.js';
import {sayMisspelt} from './say-misspelt.js';
import type {Patient} from './patient.js';
import {directiveFor, keptOut} from '../../wire/policy/violation.js';

/** Looks at one thing, and says what is wrong with it. */
type Check = (patient: Patient) => readonly Finding[];

/** What the doctor looks at, a row each. Nothing of it asks anybody. */
export const CHECKS = {
  refused: ({refusal}) =>
    found(refusal, (sentence) => ({
      what: 'A press would be refused.',
      fix: withoutPeople(sentence),
    })),

  misspelt: ({tag, misspelt}) => misspelt.map((each) => sayMisspelt(tag, each)),

  keyMode: ({asked, orderKeyId, page}) => {
    const key = orderKeyId ?? asked.keyId;
    const local = isLocal(page.hostname);
    return [
      ...foundIf(isKey(key, 'live') && local, {
        what: `A live key on ${page.hostname || 'this machine'}: real money would move.`,
        fix: 'Use the key rzp_test_… here, for page and server alike.',
      }),
      ...foundIf(isKey(key, 'test') && !local, {
        what: `A test key on ${page.hostname}: nobody is charged.`,
        fix: 'Right for a stage. In the shop itself use the key rzp_live_…, for page and server alike.',
      }),
      ...foundIf(isKey(key, 'live') && !isEmpty(asked.scriptUrl) && isLoopback(asked.scriptUrl), {
        what: 'A live key, and script-url leads to this machine: the sandbox knows no live keys.',
        fix: 'Take script-url off, or use the key of the sandbox.',
      }),
      ...foundIf(isKey(orderKeyId) && isKey(asked.keyId) && orderKeyId !== asked.keyId, {
        what: 'key-id is not the key that the order came with; the order’s is used.',
        fix: 'Take key-id off: the order reply brings "key_id".',
      }),
    ];
  },

  sandboxKey: ({asked, orderKeyId, tag}) =>
    isMagicTag(tag) ? sandboxKey(orderKeyId ?? asked.keyId, asked.scriptUrl) : [],

  noConfirmation: ({asked, tag}) =>
    foundIf(
      isMagicTag(tag) && isEmpty(asked.verifyUrl) && isEmpty(asked.callbackUrl) && !asked.confirm,
      {
        what: 'verify-url is missing: unless a listener of rzp-payment answers, nobody confirms a payment.',
        fix: 'Write verify-url="…", the address of your server’s POST /verify.',
      },
    ),

  noStatus: ({asked}) =>
    foundIf(isEmpty(asked.statusUrl), {
      what: 'status-url is missing: of a checkout that was left nobody can say what became of it.',
      fix: 'Write status-url="…", the address of your server’s GET /status.',
    }),

  severalOrders: ({asked}) => {
    const [asks, ...rest] = ['createOrder', 'orderUrl', 'orderId'].filter(
      (name) => !isEmpty(asked[name]),
    );
    return rest.map((name) => ({
      what: `${nameOf(asks ?? '')} and ${nameOf(name)} exclude each other: ${nameOf(name)} is not used.`,
      fix: `Take one of them off.`,
    }));
  },

  magicOnly: ({asked}) =>
    isMagic(asked)
      ? []
      : ['showCoupons', 'couponCode']
          .filter((name) => !isEmpty(asked[name]))
          .map((name) => ({
            what: `${attributeOf(name)} does nothing: coupons are Magic Checkout’s, and this is a Standard Checkout.`,
            fix: `Take ${attributeOf(name)} off, or one-click-checkout="false" and recurring.`,
          })),

  readonlyEmpty: ({asked}) =>
    ['Name', 'Email', 'Contact']
      .filter((name) => isSet(asked[`readonly${name}`]) && isEmpty(asked[`prefill${name}`]))
      .map((name) => attributeOf(name).slice(1))
      .map((name) => ({
        what: `readonly-${name} without prefill-${name}: the shopper could neither read nor write it.`,
        fix: `Write prefill-${name}="…", or take readonly-${name} off.`,
      })),

  retryMaxCount: ({asked}) =>
    foundIf(!isEmpty(asked.retryMaxCount ?? given(asked, 'retry.max_count')), {
      what: 'retry-max-count does nothing in a browser: Razorpay heeds it in its mobile SDKs only.',
      fix: 'Take it off. retry="false" allows one try.',
    }),

  callbackOnPhones: ({asked}) =>
    foundIf(
      !isEmpty(asked.callbackUrl) && !isEmpty(asked.verifyUrl) && readFlag(asked.redirect) !== true,
      {
        what: 'With callback-url, Razorpay leaves the page on every iPhone and in apps’ own browsers: no event comes there.',
        fix: 'Have your server’s POST /callback confirm the payment too, or take callback-url off.',
      },
    ),

  contact: ({asked}) =>
    found(asked.prefillContact, (typed) => {
      const contact = toE164(shown(typed));
      if (contact === typed) return undefined;
      const name = `prefill-contact="${masked(shown(typed))}"`;
      return contact === undefined
        ? {
            what: `${name} is no phone number, and is left out.`,
            fix: 'Write one with its country code: +91 and ten digits.',
          }
        : {
            what: `${name} is sent as "${masked(contact)}".`,
            fix: 'Keep phone numbers with their country code and without spaces.',
          };
    }),

  standardCheckout: ({isStandard}) =>
    foundIf(isStandard === true, {
      what: 'The order has probably opened the Standard Checkout: no step of Magic Checkout was heard of.',
      fix: 'Either Magic Checkout is not enabled for the account: ask Razorpay. Or the order lacks line_items_total and line_items: have your server make it with both (the server kit does).',
    }),

  viewport: ({page: {viewport}}) =>
    foundIf(!/width\s*=\s*device-width/.test(viewport ?? ''), {
      what:
        viewport === undefined
          ? 'The page has no <meta name="viewport">: on a phone the checkout is tiny.'
          : 'The page’s <meta name="viewport"> has no width=device-width: on a phone the checkout is tiny.',
      fix: 'Write <meta name="viewport" content="width=device-width, initial-scale=1"> into the head.',
    }),

  insecure: ({page}) =>
    foundIf(!page.isSecure, {
      what: 'The page did not come by https: what the shopper types can be read on the way.',
      fix: 'Serve it by https.',
    }),

  cover: ({cover}) =>
    found(cover, (element) => ({
      what: `${element} lies above the checkout, which nobody can reach.`,
      fix: 'Close it when rzp-open comes, or put the button into it: the checkout opens where its button is usable.',
    })),

  modal: ({modal, tag}) =>
    found(modal, (element) => ({
      what: `${element} is modal and open: <${tag}>, which is not in it, can't be pressed meanwhile.`,
      fix: 'Close it before the shopper is to pay, or put the button into it.',
    })),

  swallowed: ({swallowed, tag}) =>
    found(swallowed, (rest) => ({
      what: `${rest} lies in <${tag}>, whose label is all that is shown of what it holds.`,
      fix: `Close it: <${tag} …></${tag}>. HTML has no <${tag} … />.`,
    })),

  policy: ({violations}) =>
    violations.map((violation) => ({
      what: `The content security policy ${violation.disposition === 'report' ? 'would keep' : 'kept'} out ${keptOut(violation)} (${violation.directive}).`,
      fix: `Have it say: ${directiveFor(violation)};`,
    })),
} satisfies Record<string, Check>;

/** Whether Magic Checkout is asked for. */
export const isMagic = (asked: Patient['asked']): boolean =>
  !asksForMandate(asked.recurring ?? given(asked, 'recurring')) &&
  readFlag(asked.oneClickCheckout ?? given(asked, 'one_click_checkout')) !== false;

const isMagicTag = (tag: string) => tag !== 'rzp-pos-button';

const given = ({options}: Patient['asked'], path: string): unknown =>
  at((options ?? {}) as Readonly<Record<string, unknown>>, path);

const isEmpty = (value: unknown): value is null | undefined | '' => value == null || value === '';
const isSet = (flag: unknown) => readFlag(flag) === true;

/** Functions are properties alone. */
const nameOf = (property: string) =>
  property === 'createOrder' ? property : attributeOf(property);

const isKey = (key: unknown, mode = ''): key is string =>
  typeof key === 'string' && key.startsWith(`rzp_${mode}`);

function isLoopback(address: unknown): boolean {
  try {
    const {hostname} = new URL(String(address), 'https://x.invalid');
    return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  } catch {
    return false;
  }
}

const foundIf = (isWrong: boolean, finding: Finding): readonly Finding[] =>
  isWrong ? [finding] : [];

function found<Value>(
  value: Value,
  say: (value: NonNullable<Value>) => Finding | undefined,
): readonly Finding[] {
  const finding = value == null || value === '' ? undefined : say(value);
  return finding ? [finding] : [];
}
