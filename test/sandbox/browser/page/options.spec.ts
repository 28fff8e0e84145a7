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

/** One checkout, and what is seen of each option in it: in this order, by what the shopper does. */
interface Opening {
  /** What the page says, beside the key and an order of ₹500. */
  readonly given: CheckoutOptions | ((shop: Shop) => CheckoutOptions);
  /** What then happens in the checkout, or on the wire behind it; also of what is not given. */
  readonly sees: Readonly<Partial<Record<OptionName, Seen>>>;
}

type Seen = (shop: Shop, orderId: string) => Promise<void>;

const field = ({frame}: Shop, name: string) => frame.getByRole('textbox', {name});
const heading = ({frame}: Shop, name: string) => frame.getByRole('heading', {name});
const toCallback = ({merchant}: Shop): CheckoutOptions => ({
  callbackUrl: `${merchant.origin}/callback`,
});

async function isDismissed({merchant}: Shop): Promise<void> {
  await merchant.heard('onhidden');
  expect(await merchant.names()).toContain('ondismiss');
}

/** Each option of the published table, and what comes of it. */
const OPENINGS: Readonly<Record<string, readonly Opening[]>> = {
  'how it looks, and how it closes': [
    {
      given: {
        businessName: 'Tea house',
        themeColor: '#ffd400',
        backdropColor: '#123456',
        modalAnimation: true,
        prefillEmail: 'asha@example.com',
        prefillContact: '98765 43210',
        couponCode: 'TEA50',
        modalConfirmClose: true,
      },
      sees: {
        businessName: ({frame}) =>
          expect(frame.getByRole('dialog', {name: 'Tea house'})).toBeVisible(),
        themeColor: async ({frame}) => {
          const button = frame.getByRole('button', {name: 'Continue'});
          await expect(button).toHaveCSS('background-color', 'rgb(255, 212, 0)');
          await expect(button).toHaveCSS('color', 'rgb(16, 25, 43)');
        },
        backdropColor: ({page}) =>
          expect(page.locator('.razorpay-backdrop')).toHaveCSS(
            'background-color',
            'rgb(18, 52, 86)',
          ),
        modalAnimation: ({frame}) => expect(frame.locator('html.animated')).toHaveCount(1),
        prefillEmail: async (shop) => {
          await expect(field(shop, 'Email')).toHaveValue('asha@example.com');
          await expect(field(shop, 'Email')).toBeEditable();
        },
        prefillContact: async (shop) => {
          await expect(field(shop, 'Mobile number')).toHaveValue('+919876543210');
          await expect(field(shop, 'Mobile number')).toBeEditable();
        },
        couponCode: async ({endpoints, frame}) => {
          await expect(frame.getByText('₹450')).toBeVisible();
          expect(endpoints.asked('/promotions/apply')).toHaveLength(1);
        },
        modalConfirmClose: async (shop) => {
          await shop.frame.getByRole('button', {name: 'Close checkout'}).click();
          await expect(shop.frame.getByRole('alertdialog')).toBeVisible();
          await shop.frame.getByRole('button', {name: 'Leave checkout'}).click();
          await isDismissed(shop);
        },
      },
    },
    {
      given: {
        prefillEmail: 'asha@example.com',
        readonlyEmail: true,
        prefillContact: '9876543210',
        readonlyContact: true,
      },
      sees: {
        readonlyEmail: (shop) => expect(field(shop, 'Email')).not.toBeEditable(),
        readonlyContact: (shop) => expect(field(shop, 'Mobile number')).not.toBeEditable(),
        modalEscape: async (shop) => {
          await field(shop, 'Email').press('Escape');
          await isDismissed(shop);
        },
      },
    },
    {
      given: {readonlyEmail: true, modalBackdropclose: true},
      sees: {
        readonlyEmail: (shop) => expect(field(shop, 'Email')).toBeEditable(),
        modalAnimation: ({frame}) => expect(frame.locator('html.animated')).toHaveCount(0),
        modalBackdropclose: async (shop) => {
          await clickBackdrop(shop);
          await isDismissed(shop);
        },
      },
    },
    {
      given: {language: 'hi'},
      sees: {
        language: async (shop) => {
          await expect(heading(shop, 'संपर्क विवरण')).toBeVisible();
          await expect(shop.frame.locator('html')).toHaveAttribute('lang', 'hi');
        },
        modalHandleback: async (shop) => {
          await shop.page.evaluate(() => window.history.back());
          await isDismissed(shop);
        },
      },
    },
    {
      given: {timeout: 2},
      sees: {
        timeout: async (shop) => {
          await expect(shop.frame.getByRole('timer')).toContainText('0:0');
          await shop.page.clock.runFor(2_000);
          await isDismissed(shop);
          expect(await shop.merchant.log()).toContainEqual(['ondismiss', 'timeout']);
        },
      },
    },
    {
      given: {keyId: OTHER_KEY_ID},
      sees: {
        keyId: ({alerts}) =>
          expect.poll(() => alerts.join()).toContain('The api key provided is invalid'),
      },
    },
  ],

  'what a shopper is asked': [
    {
      given: {
        oneClickCheckout: true,
        modalEscape: false,
        sendSmsHash: true,
        prefillName: 'Asha Rao',
        showCoupons: false,
      },
      sees: {
        modalEscape: (shop) => field(shop, 'Email').press('Escape'),
        modalBackdropclose: clickBackdrop,
        sendSmsHash: async ({frame, merchant, page}) => {
          const asked = page.waitForRequest('**/v1/checkout/customers');
          await giveContact(frame);
          expect((await asked).postDataJSON()).toMatchObject({send_sms_hash: true});
          expect(await merchant.names(), 'by Escape or the backdrop').not.toContain('ondismiss');
        },
        oneClickCheckout: (shop) => expect(heading(shop, 'Delivery address')).toBeVisible(),
        prefillName: async (shop) => {
          await expect(field(shop, 'Full name')).toHaveValue('Asha Rao');
          await expect(field(shop, 'Full name')).toBeEditable();
        },
        showCoupons: async (shop) => {
          await giveAddress(shop.frame);
          await chooseDelivery(shop.frame);
          await expect(heading(shop, 'Payment options')).toBeVisible();
          await expect(field(shop, 'Coupon code')).toBeHidden();
        },
      },
    },
    {
      given: {prefillName: 'Asha Rao', readonlyName: true, modalHandleback: false},
      sees: {
        readonlyName: async (shop) => {
          await giveContact(shop.frame);
          await expect(field(shop, 'Full name')).not.toBeEditable();
        },
        modalHandleback: async (shop) => {
          await shop.page.goBack();
          await expect(shop.page).toHaveURL('about:blank');
        },
      },
    },
  ],

  'what is paid, to whom, and what comes of it': [
    {
      given: (shop) => ({
        ...toCallback(shop),
        redirect: false,
        oneClickCheckout: false,
        customerId: 'cust_Asha0000000001',
        recurring: true,
      }),
      sees: {
        oneClickCheckout: async (shop) => {
          await giveContact(shop.frame);
          await expect(heading(shop, 'Payment options')).toBeVisible();
          expect(shop.endpoints.calls).toEqual([]);
        },
        recurring: async ({frame, page}) => {
          await expect(frame.getByText('asks to charge you again later')).toBeVisible();
          const asked = page.waitForRequest('**/v1/checkout/payments');
          await payByUpi(frame);
          expect((await asked).postDataJSON()).toMatchObject({recurring: true});
        },
        customerId: ({sandbox}, orderId) =>
          expect
            .poll(() => sandbox.payments(orderId))
            .toMatchObject([{customer_id: 'cust_Asha0000000001', status: 'captured'}]),
        redirect: async ({merchant, page}) => {
          await merchant.heard('handler');
          expect(page.url()).toBe(`${merchant.origin}/`);
        },
      },
    },
    {
      given: (shop) => ({
        ...toCallback(shop),
        redirect: true,
        oneClickCheckout: false,
        retryMaxCount: 1,
      }),
      sees: {
        // The real one heeds it in its mobile SDKs only.
        retryMaxCount: async ({frame}) => {
          await giveContact(frame);
          for (const attempt of ['first', 'second']) {
            await payByUpi(frame, 'failure@razorpay');
            await frame.getByRole('button', {name: 'Try again'}).click();
            await expect(frame.getByRole('alert'), attempt).toHaveCount(0);
          }
        },
        orderId: async ({frame, sandbox}, orderId) => {
          await expect(frame.getByText('Darjeeling, first flush')).toBeVisible();
          await payByUpi(frame);
          await expect.poll(() => sandbox.order(orderId).status).toBe('paid');
        },
        callbackUrl: async ({merchant, page}, orderId) => {
          await page.waitForURL('**/callback');
          expect(merchant.posts.at(-1)?.get('razorpay_order_id')).toBe(orderId);
        },
      },
    },
    {
      given: {retry: false, oneClickCheckout: false},
      sees: {
        retry: async ({frame, merchant}) => {
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
    },
  ],
};

for (const [about, openings] of Object.entries(OPENINGS)) {
  test(`options say ${about}`, async ({endpoints, frame, merchant, page, sandbox}) => {
    const alerts: string[] = [];
    // Before the checkout opens: nobody hears a dialog that was dismissed already.
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    const shop = {alerts, endpoints, frame, merchant, page, sandbox};
    for (const {given, sees} of openings) {
      const options = typeof given === 'function' ? given(shop) : given;
      await test.step(`with ${JSON.stringify(options)}`, async () => {
        endpoints.calls.length = 0;
        const orderId = await open(shop, options);
        for (const [name, isSeen] of Object.entries(sees)) {
          await test.step(name, () => isSeen(shop, orderId));
        }
      });
    }
  });
}

test('no option is without an effect that is seen', () => {
  const seen = Object.values(OPENINGS)
    .flat()
    .flatMap(({sees}) => Object.keys(sees));
  expect([...new Set(seen)].sort()).toEqual(Object.keys(OPTIONS).sort());
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
