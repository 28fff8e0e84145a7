import type {OPTIONS, OptionName} from '../shell/options.js';
import {LANGUAGES} from '../../wire/languages.js';

type OptionKind = (typeof OPTIONS)[OptionName];

/** What to write for an option of a kind. */
export const HINTS: Readonly<Record<OptionKind, string>> = {
  text: 'Write a text.',
  flag: 'Write "true" or "false", or leave it out.',
  whole: 'Write a whole number, like "300".',
  hex: 'Write a HEX code, like "#0b5fff".',
  url: 'Write a whole address, like "https://shop.example/paid".',
  key: 'Write the key id of your Razorpay account, "rzp_test_…" or "rzp_live_…".',
  order: 'Write the id that Razorpay gave the order, "order_…".',
  customer: 'Write the id that Razorpay gave the customer, "cust_…".',
  contact: 'Write a phone number, like "+919000090000".',
  language: `Write one of ${Object.keys(LANGUAGES).join(' ')}.`,
  recurring: 'Write "1" or "preferred".',
};

/** What an object property takes. */
const OBJECT_HINTS = {
  orderData: 'a plain object, like {sku: "assam"}',
  notes: 'a plain object, like {campaign: "monsoon"}',
  options: "a plain object of Razorpay's options",
  createOrder: 'a function that makes the order',
  requestHeaders: 'an object, like {"X-CSRF-Token": token}, or a function that gives one',
};
export type ObjectProperty = keyof typeof OBJECT_HINTS;

/** A plain object is not refused: what JavaScript calls one here keeps its contents to itself. */
const aKind = (kind: string) => (kind === 'Object' ? 'an object of a class' : `a ${kind}`);

const IN_REACT = 'React: rzp-magic-button/react.js';

/**
 * Why a request can't be used, or the answer of a server, for the developer: what came, and what to
 * write instead. A chunk of its own, because no ordinary purchase needs it.
 */
export const REFUSALS = {
  secret: (name: string) =>
    `${name} is in the page, where everybody can read it. Take it off, make a new secret in Razorpay's dashboard, and keep it on your server.`,
  noOrder: () => 'There is no order to pay. Write order-url="…" (or order-id, or set createOrder).',
  noConfirmation: () =>
    'Nobody would confirm the payment. Write verify-url="…" (or callback-url, or answer rzp-payment with respondWith() in a listener on the element itself).',
  noKey: () => 'There is no key. Write key-id="rzp_…", or let the order reply bring "key_id".',
  keyIsSecret: () =>
    `key-id holds no key id. If it is a secret, everybody can read it. Take it off the page, make a new one in Razorpay's dashboard, and keep it on your server. ${HINTS.key}`,
  successUrl: (typed: string, submit?: boolean) =>
    submit
      ? 'submit and success-url exclude each other: the page goes where the form is sent. Take one of them off.'
      : `success-url="${typed}" is not a web address. Write one that starts with https://.`,
  scriptUrl: (typed: string) =>
    `script-url="${typed}" is neither Razorpay's nor on this machine together with the page. Allow it in JavaScript: RzpMagicButton.allowedScriptOrigins = ["https://shop.example/magic-checkout.js"].`,
  magicMandate: () =>
    'one-click-checkout="true" and recurring exclude each other: Magic Checkout takes no mandates. Take one of them off.',

  option: (label: string, typed: string, kind: OptionKind) =>
    `${label}="${typed}" can't be used. ${HINTS[kind]}`,
  leftOut: (label: string, typed: string, kind: OptionKind) =>
    `${label}="${typed}" is left out. ${HINTS[kind]}`,
  absent: (attribute: string, why: string) =>
    `${attribute} is missing. ${why} Write ${attribute}="…".`,
  word: (attribute: string, typed: string, words: string) =>
    `${attribute}="${typed}" can't be used. Write ${words}.`,
  redirect: () => 'redirect needs callback-url: the address that Razorpay posts the result to.',
  currency: (name: string, typed: string) =>
    `options.${name}="${typed}" can't be used. Write the code of a currency in capitals, like "INR".`,
  parent: (typed: string) => `options.parent="${typed}" finds no element on the page.`,
  callback: (path: string, event: string) =>
    `options.${path} would never be called. Listen to ${event} instead.`,
  notes: (count: number, most: number) =>
    `There are ${count} notes. Razorpay takes ${most} at most.`,
  note: (key: string, count: number, most: number) =>
    `The note "${key}" has ${count} characters. Razorpay takes ${most} at most.`,

  object: (name: ObjectProperty, kind: string) =>
    `${name} is ${name === 'createOrder' ? `a ${kind}` : aKind(kind)}. Set it to ${OBJECT_HINTS[name]}.`,
  lossyData: (kind: string, name: string) =>
    `orderData holds ${aKind(kind)} as "${name}", of which JSON keeps nothing. Make texts, numbers, plain objects and lists of it.`,
  noJson: (cause: string) => `orderData can't be written as JSON. ${cause}`,

  address: (attribute: string, typed: string) =>
    `${attribute}="${typed}" is no address. Write a path like "/checkout" or a whole address like "https://shop.example/checkout".`,
  addressWithPassword: (attribute: string) =>
    `${attribute} has a name or password in it, with which browsers send no request. Take it out; requestHeaders can carry a token.`,

  listener: (name: string) =>
    `${name} is an attribute, which nobody calls. Listen: button.addEventListener("rzp-…", …) (Vue: @rzp-…="…"; ${IN_REACT}).`,
  noAttribute: (name: string, attribute: string, property: string) =>
    `${name} is no attribute. Write ${attribute}="…", or set the property ${property} (${IN_REACT}).`,
  textForObject: (name: string, property: string) =>
    `${name} is an attribute, and holds ${
      name === 'order-data' ? 'no JSON of an object' : 'a text only'
    }. Set the property: button.${property} = … (Vue: :${property}.prop="…"; ${IN_REACT})${
      property === 'orderData' ? `, or write JSON: order-data='{"sku": "assam"}'` : ''
    }.`,
  wasObject: (name: string, value: string) =>
    `${name} is "${value}", which was an object. Write a text, or a whole cart as JSON in order-data.`,
  wasNothing: (name: string, value: string) =>
    `${name} is "${value}", which was no text. Write a text, or leave the attribute out.`,

  busy: () => 'Another payment is open on this page.',
  noConstructor: (url: string) =>
    `${url} loaded and set no window.Razorpay. Did an ad blocker, or the login page of a network, answer in its place?`,
  untrusted: () =>
    "The page's Content-Security-Policy asks for Trusted Types, and lets the button name no script. Add to it: trusted-types rzp-magic-button.",
  notOpened: (because: string) => `Razorpay refused to open: ${because}.`,
  fault: () =>
    "Razorpay's checkout closed itself. Do key and order belong to the same account and mode, and does the account have a payment method? An order of the sandbox needs its script: script-url.",
  silent: (seconds: number) =>
    `Razorpay's checkout showed nothing for ${seconds} s. Does a content security policy or a blocker keep out its frame?`,
  createOrder: (because: string) => `createOrder() failed: ${because}`,
  orderAnswer: (url: string, status: number, description?: string) =>
    `order-url="${url}" answered ${status}${
      description !== undefined
        ? `: ${description}`
        : status === 404
          ? '. Nothing is mounted there. Write the address of your server: with basePath "/checkout" it is "/checkout/orders".'
          : '. It must answer with JSON.'
    }`,
  orderReply: (from: string) =>
    `${from} gave no order. It must answer 200 or 201 with JSON like {"order_id": "order_…", "key_id": "rzp_…"}.`,
  verifyReply: (url: string, status: number, asked: number) =>
    `verify-url="${url}" answered ${status} and not as agreed. It is sent JSON, of which a server that reads forms sees nothing. It must answer 200 with JSON like {"status": "paid", "order_id": "order_…", "payment_id": "pay_…"}, or 400 with {"error": {"code": "SIGNATURE_MISMATCH", "description": "…"}}. ${
      asked
        ? `It was asked ${asked} times: the shopper is told to contact you, and the next page view asks again.`
        : 'It is asked again.'
    }`,
};
