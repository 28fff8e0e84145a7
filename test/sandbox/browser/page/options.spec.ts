// Each option from src/sandbox/browser/page/options.ts over
// src/sandbox/browser/page/posted-options.ts to src/sandbox/browser/frame/state/settings.ts and
// what is seen of it, src/sandbox/browser/frame/theme.ts and
// src/sandbox/browser/frame/flow/time-limit.ts included.
import type {FrameLocator, Page} from '@playwright/test';
import type {Sandbox} from 'rzp-magic-button/sandbox.js';
import {checkOptions, toRazorpay} from '../../../../src/checkout/request/check-options.js';
import type {CheckoutOptions} from '../../../../src/checkout/request/option-kinds.js';
import {OPTIONS, type OptionName} from '../../../../src/checkout/shell/options.js';
import type {Endpoints} from '../../../fixtures/sandbox/endpoints.js';
import {OTHER_KEY_ID} from '../../../fixtures/samples.js';
import {expect, test} from '../../../fixtures/sandbox/magic.js';
import type {Merchant} from '../../../fixtures/sandbox/merchant.js';
import {
  chooseDelivery,
  giveAddress,
  giveContact,
  payByUpi,
} from '../../../fixtures/sandbox/shopper.js';

interface Shop {
  readonly frame: FrameLocator;
  readonly merchant: Merchant;
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly endpoints: Endpoints;
  /** What the page has said in windows of the browser. */
  readonly alerts: readonly string[];
}

interface Case {
  /** What the page says, beside the key and an order of ₹500. */
  readonly given: CheckoutOptions | ((shop: Shop) => CheckoutOptions);
  /** What then happens in the checkout, or on the wire behind it. */
  readonly sees: (shop: Shop, orderId: string) => Promise<void>;
}

type Table = Readonly<Partial<Record<OptionName, readonly Case[]>>>;

const field = ({frame}: Shop, name: string) => frame.getByRole('textbox', {name});
const heading = ({frame}: Shop, name: string) => frame.getByRole('heading', {name});
const toCallback = ({merchant}: Shop): CheckoutOptions => ({
  callbackUrl: `${merchant.origin}/callback`,
});

/** Through contact, address and delivery. */
async function toPayment({frame}: Shop): Promise<void> {
  await giveContact(frame);
  await giveAddress(frame);
  await chooseDelivery(frame);
}

async function isDismissed({merchant}: Shop): Promise<void> {
  await merchant.heard('onhidden');
  expect(await merchant.names()).toContain('ondismiss');
}

/** Each option of the published table, and what comes of it. */
const TABLES: Readonly<Record<string, Table>> = {
  'what is paid, and to whom': {
    keyId: [
      {
        given: {keyId: OTHER_KEY_ID},
        sees: ({alerts}) =>
          expect.poll(() => alerts.join()).toContain('The api key provided is invalid'),
      },
    ],
    orderId: [
      {
        given: {oneClickCheckout: false},
        sees: async ({frame, sandbox}, orderId) => {
          await expect(frame.getByText('Darjeeling, first flush')).toBeVisible();
          await giveContact(frame);
          await payByUpi(frame);
          await expect.poll(() => sandbox.order(orderId).status).toBe('paid');
        },
      },
    ],
    businessName: [
      {
        given: {businessName: 'Tea house'},
        sees: ({frame}) => expect(frame.getByRole('dialog', {name: 'Tea house'})).toBeVisible(),
      },
    ],
    oneClickCheckout: [
      {
        given: {oneClickCheckout: false},
        sees: async (shop) => {
          await giveContact(shop.frame);
          await expect(heading(shop, 'Payment options')).toBeVisible();
          expect(shop.endpoints.calls).toEqual([]);
        },
      },
      {
        given: {oneClickCheckout: true},
        sees: async (shop) => {
          await giveContact(shop.frame);
          await expect(heading(shop, 'Delivery address')).toBeVisible();
        },
      },
    ],
    showCoupons: [
      {
        given: {showCoupons: false},
        sees: async (shop) => {
          await toPayment(shop);
          await expect(heading(shop, 'Payment options')).toBeVisible();
          await expect(field(shop, 'Coupon code')).toBeHidden();
        },
      },
    ],
    couponCode: [
      {
        given: {couponCode: 'TEA50'},
        sees: async ({endpoints, frame}) => {
          await expect(frame.getByText('₹450')).toBeVisible();
          expect(endpoints.asked('/promotions/apply')).toHaveLength(1);
        },
      },
    ],
  },

  'who pays': {
    prefillName: [
      {
        given: {prefillName: 'Asha Rao'},
        sees: async (shop) => {
          await giveContact(shop.frame);
          await expect(field(shop, 'Full name')).toHaveValue('Asha Rao');
          await expect(field(shop, 'Full name')).toBeEditable();
        },
      },
    ],
    readonlyName: [
      {
        given: {prefillName: 'Asha Rao', readonlyName: true},
        sees: async (shop) => {
          await giveContact(shop.frame);
          await expect(field(shop, 'Full name')).not.toBeEditable();
        },
      },
    ],
    prefillEmail: [
      {
        given: {prefillEmail: 'asha@example.com'},
        sees: async (shop) => {
          await expect(field(shop, 'Email')).toHaveValue('asha@example.com');
          await expect(field(shop, 'Email')).toBeEditable();
        },
      },
    ],
    readonlyEmail: [
      {
        given: {prefillEmail: 'asha@example.com', readonlyEmail: true},
        sees: (shop) => expect(field(shop, 'Email')).not.toBeEditable(),
      },
      {
        given: {readonlyEmail: true},
        sees: (shop) => expect(field(shop, 'Email')).toBeEditable(),
      },
    ],
    prefillContact: [
      {
        given: {prefillContact: '98765 43210'},
        sees: async (shop) => {
          await expect(field(shop, 'Mobile number')).toHaveValue('+919876543210');
          await expect(field(shop, 'Mobile number')).toBeEditable();
        },
      },
    ],
    readonlyContact: [
      {
        given: {prefillContact: '9876543210', readonlyContact: true},
        sees: (shop) => expect(field(shop, 'Mobile number')).not.toBeEditable(),
      },
    ],
    customerId: [
      {
        given: {customerId: 'cust_Asha0000000001', oneClickCheckout: false},
        sees: async ({frame, sandbox}, orderId) => {
          await giveContact(frame);
          await payByUpi(frame);
          await expect
            .poll(() => sandbox.payments(orderId))
            .toMatchObject([{customer_id: 'cust_Asha0000000001', status: 'captured'}]);
        },
      },
    ],
    sendSmsHash: [
      {
        given: {sendSmsHash: true},
        sees: async ({frame, page}) => {
          const asked = page.waitForRequest('**/v1/checkout/customers');
          await giveContact(frame);
          expect((await asked).postDataJSON()).toMatchObject({send_sms_hash: true});
        },
      },
    ],
  },

  'how it looks': {
    themeColor: [
      {
        given: {themeColor: '#ffd400'},
        sees: async ({frame}) => {
          const button = frame.getByRole('button', {name: 'Continue'});
          await expect(button).toHaveCSS('background-color', 'rgb(255, 212, 0)');
          await expect(button).toHaveCSS('color', 'rgb(16, 25, 43)');
        },
      },
    ],
    backdropColor: [
      {
        given: {backdropColor: '#123456'},
        sees: ({page}) =>
          expect(page.locator('.razorpay-backdrop')).toHaveCSS(
            'background-color',
            'rgb(18, 52, 86)',
          ),
      },
    ],
    modalAnimation: [
      {
        given: {},
        sees: async (shop) => {
          await heading(shop, 'Contact details').waitFor();
          await expect(shop.frame.locator('html.animated')).toHaveCount(0);
        },
      },
      {
        given: {modalAnimation: true},
        sees: ({frame}) => expect(frame.locator('html.animated')).toHaveCount(1),
      },
    ],
    language: [
      {
        given: {language: 'hi'},
        sees: async (shop) => {
          await expect(heading(shop, 'संपर्क विवरण')).toBeVisible();
          await expect(shop.frame.locator('html')).toHaveAttribute('lang', 'hi');
        },
      },
    ],
  },

  'how it closes': {
    modalBackdropclose: [
      {
        given: {modalBackdropclose: true},
        sees: async (shop) => {
          await clickBackdrop(shop);
          await isDismissed(shop);
        },
      },
      {
        given: {},
        sees: async (shop) => {
          await clickBackdrop(shop);
          await giveContact(shop.frame);
          expect(await shop.merchant.names()).not.toContain('ondismiss');
        },
      },
    ],
    modalEscape: [
      {
        given: {},
        sees: async (shop) => {
          await field(shop, 'Email').press('Escape');
          await isDismissed(shop);
        },
      },
      {
        given: {modalEscape: false},
        sees: async (shop) => {
          await field(shop, 'Email').press('Escape');
          await giveContact(shop.frame);
          expect(await shop.merchant.names()).not.toContain('ondismiss');
        },
      },
    ],
    modalHandleback: [
      {
        given: {},
        sees: async (shop) => {
          await heading(shop, 'Contact details').waitFor();
          await shop.page.evaluate(() => window.history.back());
          await isDismissed(shop);
        },
      },
      {
        given: {modalHandleback: false},
        sees: async (shop) => {
          await heading(shop, 'Contact details').waitFor();
          await shop.page.goBack();
          await expect(shop.page).toHaveURL('about:blank');
        },
      },
    ],
    modalConfirmClose: [
      {
        given: {modalConfirmClose: true},
        sees: async (shop) => {
          await shop.frame.getByRole('button', {name: 'Close checkout'}).click();
          await expect(shop.frame.getByRole('alertdialog')).toBeVisible();
          await shop.frame.getByRole('button', {name: 'Leave checkout'}).click();
          await isDismissed(shop);
        },
      },
    ],
    timeout: [
      {
        given: {timeout: 2},
        sees: async (shop) => {
          await expect(shop.frame.getByRole('timer')).toContainText('0:0');
          await shop.page.clock.runFor(2_000);
          await isDismissed(shop);
          expect(await shop.merchant.log()).toContainEqual(['ondismiss', 'timeout']);
        },
      },
    ],
  },

  'what comes of a payment': {
    callbackUrl: [
      {
        given: (shop) => ({...toCallback(shop), oneClickCheckout: false, redirect: true}),
        sees: async ({frame, merchant, page}, orderId) => {
          await giveContact(frame);
          await payByUpi(frame);
          await page.waitForURL('**/callback');
          expect(merchant.posts.at(-1)?.get('razorpay_order_id')).toBe(orderId);
        },
      },
    ],
    redirect: [
      {
        given: (shop) => ({...toCallback(shop), oneClickCheckout: false, redirect: false}),
        sees: async ({frame, merchant, page}) => {
          await giveContact(frame);
          await payByUpi(frame);
          await merchant.heard('handler');
          expect(page.url()).toBe(`${merchant.origin}/`);
        },
      },
    ],
    retry: [
      {
        given: {retry: false, oneClickCheckout: false},
        sees: async ({frame, merchant}) => {
          await giveContact(frame);
          await payByUpi(frame, 'failure@razorpay');
          await merchant.heard('onhidden');
          const log = await merchant.log();
          expect(log.map(([name]) => name)).toEqual([
            'render',
            'payment.submit',
            'payment.error',
            'payment.failed',
            'ondismiss',
            'onhidden',
          ]);
          expect(log[4]?.[1]).toMatchObject({error: {reason: 'payment_failed'}});
        },
      },
    ],
    // The real one heeds it in its mobile SDKs only.
    retryMaxCount: [
      {
        given: {retryMaxCount: 1, oneClickCheckout: false},
        sees: async ({frame}) => {
          await giveContact(frame);
          for (const attempt of ['first', 'second']) {
            await payByUpi(frame, 'failure@razorpay');
            await frame.getByRole('button', {name: 'Try again'}).click();
            await expect(frame.getByRole('alert'), attempt).toHaveCount(0);
          }
        },
      },
    ],
    recurring: [
      {
        given: {recurring: true, oneClickCheckout: false},
        sees: async ({frame, page}) => {
          await giveContact(frame);
          await expect(frame.getByText('asks to charge you again later')).toBeVisible();
          const asked = page.waitForRequest('**/v1/checkout/payments');
          await payByUpi(frame);
          expect((await asked).postDataJSON()).toMatchObject({recurring: true});
        },
      },
    ],
  },
};

for (const [about, table] of Object.entries(TABLES)) {
  test(`options say ${about}`, async ({endpoints, frame, merchant, page, sandbox}) => {
    test.slow();
    const alerts: string[] = [];
    // Before the checkout opens: nobody hears a dialog that was dismissed already.
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    const shop = {alerts, endpoints, frame, merchant, page, sandbox};
    for (const [name, cases] of Object.entries(table)) {
      for (const {given, sees} of cases) {
        const options = typeof given === 'function' ? given(shop) : given;
        await test.step(`${name}: ${JSON.stringify(options)}`, async () => {
          endpoints.calls.length = 0;
          await sees(shop, await open(shop, options));
        });
      }
    }
  });
}

test('no option is without an effect that is seen', () => {
  const seen = Object.values(TABLES).flatMap((table) => Object.keys(table));
  expect(seen.sort()).toEqual(Object.keys(OPTIONS).sort());
});

/** A new page that opens a checkout for a new order, with our names in Razorpay's. */
async function open({merchant, page, sandbox}: Shop, given: CheckoutOptions): Promise<string> {
  const orderId = await merchant.createOrder();
  const options = {keyId: sandbox.keyId, orderId, oneClickCheckout: true, ...given};
  const warnings: string[] = [];
  const checked = checkOptions(options, (warning) => warnings.push(warning));
  expect(warnings).toEqual([]);
  await page.goto('about:blank');
  await merchant.visit();
  await merchant.open(toRazorpay(checked));
  return orderId;
}

async function clickBackdrop(shop: Shop): Promise<void> {
  await heading(shop, 'Contact details').waitFor();
  await shop.frame.locator('.backdrop').click({position: {x: 5, y: 5}});
}
