import {expect, type FrameLocator, type Locator, type Page} from '@playwright/test';

/**
 * Where the shopper is in the checkout.
 *
 * @example
 * ```ts
 * import {expect, test, type CheckoutStep} from 'rzp-magic-button/sandbox/playwright.js';
 *
 * test('asks for an address first', async ({checkout}) => {
 *   const step: CheckoutStep = await checkout.step();
 *   expect(step).toBe('contact');
 * });
 * ```
 */
export type CheckoutStep =
  'contact' | 'login' | 'address' | 'shipping' | 'methods' | 'bank' | 'waiting' | 'success';

/**
 * Where the shopper has it sent.
 *
 * @example
 * ```ts
 * import {test, type ShopperAddress} from 'rzp-magic-button/sandbox/playwright.js';
 *
 * const address: Partial<ShopperAddress> = {pincode: '110001', city: 'New Delhi', state: 'Delhi'};
 *
 * test('delivers to Delhi', ({checkout}) => checkout.pay({address}));
 * ```
 */
export interface ShopperAddress {
  readonly pincode: string;
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
}

/**
 * What the shopper gives and chooses; what the checkout does not ask for is ignored.
 *
 * @example
 * ```ts
 * import {test, type PayInFrame} from 'rzp-magic-button/sandbox/playwright.js';
 *
 * const cash: PayInFrame = {method: 'cod', coupon: 'TEA10', delivery: 'Delivery in 5 days'};
 *
 * test('takes cash on delivery', ({checkout}) => checkout.pay(cash));
 * ```
 */
export interface PayInFrame {
  /** UPI unless said otherwise. */
  readonly method?: 'upi' | 'card' | 'netbanking' | 'wallet' | 'cod';
  /** What becomes of the attempt: `success` unless said otherwise. */
  readonly outcome?: 'success' | 'failure';
  readonly contact?: string;
  readonly email?: string;
  readonly address?: Partial<ShopperAddress>;
  /** Name of the delivery method; the first one otherwise. */
  readonly delivery?: string;
  readonly coupon?: string;
}

/**
 * What becomes of a mandate that the checkout asks for.
 *
 * @example
 * ```ts
 * import {test, type ApproveInFrame} from 'rzp-magic-button/sandbox/playwright.js';
 *
 * const no: ApproveInFrame = {outcome: 'declined'};
 *
 * test('goes on without a mandate', ({checkout}) => checkout.approveMandate(no));
 * ```
 */
export interface ApproveInFrame extends Pick<PayInFrame, 'contact' | 'email'> {
  /** `approved` unless said otherwise; `asked` leaves the request open in the UPI app. */
  readonly outcome?: 'approved' | 'declined' | 'asked';
}

const ADDRESS: ShopperAddress = {
  pincode: '560001',
  name: 'Asha Rao',
  line1: '24, Andree Road',
  line2: 'Shanti Nagar',
  city: 'Bengaluru',
  state: 'Karnataka',
};

/** A test card that every bank accepts, and whose holder may still say no. */
const CARD = {number: '4100280000001007', expiry: '12/49', cvv: '123'};

/** What a shop and its scripts may take; less than a test may, so that the failure says why. */
const OPENS_WITHIN_MS = 20_000;
const MESSAGE_SELECTOR = 'rzp-magic-button [part~="message"]';
/** The last ones say most. */
const MOST_COMPLAINTS = 5;

const COD_HINT = ' It does where sandboxSettings names a merchant whose delivery has cod: true.';
const COUPON_HINT =
  ' It does where sandboxSettings names a merchant with coupons, show-coupons is not false and no ' +
  'coupon is used yet.';

/** Where the checkout says what is wrong with what was filled in. */
const PROBLEM_SELECTOR = '.serviceability.failed, .serviceability.unserviceable, .failure, .error';

/**
 * A shopper in the sandbox's checkout: reads the screen, fills in, presses.
 *
 * @example
 * ```ts
 * import {CheckoutDriver, expect, test} from 'rzp-magic-button/sandbox/playwright.js';
 *
 * test('a declined card is not the end', async ({page}) => {
 *   const checkout = new CheckoutDriver(page); // the same as the fixture
 *   await checkout.pay({method: 'card', outcome: 'failure'});
 *   expect(await checkout.step()).toBe('methods');
 *   await checkout.pay();
 * });
 * ```
 */
export class CheckoutDriver {
  /** The checkout's document, for what this class has no method for. */
  readonly frame: FrameLocator;
  readonly #page: Page;
  readonly #main: Locator;
  /** What the console of the page has said was wrong. */
  readonly #complaints: string[] = [];

  constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => {
      if (/^(error|warning)$/.test(message.type())) this.#complaints.push(message.text());
    });
    this.frame = page.frameLocator('iframe.razorpay-checkout-frame');
    this.#main = this.frame.locator('main.step');
  }

  /** The step that is shown; waits until the checkout is open. */
  async step(): Promise<CheckoutStep> {
    const cause: unknown = await expect(this.#main)
      .toBeAttached({timeout: OPENS_WITHIN_MS})
      .catch((error: unknown) => error);
    if (cause) throw new Error(await this.#whyClosed(), {cause});
    return (await this.#main.getAttribute('data-step')) as CheckoutStep;
  }

  /**
   * Goes through the checkout, whatever it asks, and pays. Resolves when it has closed, or, where
   * the attempt is to fail, when the shopper reads why.
   */
  async pay(options: PayInFrame = {}): Promise<void> {
    const {method = 'upi', outcome = 'success', coupon} = options;
    await this.toPayment(options);
    if (coupon !== undefined) await this.applyCoupon(coupon);
    const choice = this.frame.locator(`[aria-controls="${method}-fields"]`);
    await this.#requireOption(
      choice,
      `The checkout does not offer "${method}".${method === 'cod' ? COD_HINT : ''}`,
    );
    await choice.click();
    await this.#fillMethod(method, outcome);
    await this.#submit();
    if (method !== 'upi' && method !== 'cod') {
      await this.frame.locator(outcome === 'success' ? 'button.approve' : 'button.decline').click();
    }
    if (outcome === 'failure') await expect(this.frame.locator('.failure')).toBeVisible();
    else await this.#closed();
  }

  /**
   * Goes through the checkout of an order with a mandate, opens the UPI app beside it, and approves.
   * Resolves when the checkout has closed, or, where the shopper declines, when they read so.
   */
  async approveMandate({outcome = 'approved', ...options}: ApproveInFrame = {}): Promise<void> {
    await this.toPayment(options);
    await this.#requireOption(
      this.frame.locator('.mandate'),
      'The checkout asks for no mandate. It does where the page says recurring and the order was made with method "upi" and a token.',
    );
    await this.#submit();
    const openApp = this.frame.locator('.open-app');
    await expect(openApp).toBeVisible();
    if (outcome === 'asked') return;
    const opened = this.#page.context().waitForEvent('page');
    await openApp.click();
    const app = await opened;
    await app.locator(outcome === 'approved' ? 'button.approve' : 'button.decline').click();
    await app.close();
    if (outcome === 'declined') await expect(this.frame.locator('.failure')).toBeVisible();
    else await this.#closed();
  }

  /** Gives contact, address and delivery, as far as they are asked for. */
  async toPayment(options: PayInFrame = {}): Promise<void> {
    for (let step = await this.step(); step !== 'methods'; step = await this.step()) {
      await this.#answer(step, options);
      await this.#submit();
      await this.#leave(step);
    }
  }

  /** Types a coupon code, and gives the OTP where the code wants it; resolves once it is taken or refused. */
  async applyCoupon(code: string): Promise<void> {
    const input = this.frame.locator('[name=coupon]');
    const reason = `The checkout takes no coupon.${COUPON_HINT}`;
    await this.#requireMethods(reason);
    // On a phone the coupons are folded to a line.
    const line = this.frame.locator('.coupons .fold[aria-expanded=false]');
    if (await line.isVisible()) await line.click();
    await this.#requireOption(input, reason);
    await input.fill(code);
    await this.frame.locator('[type=submit][form]').click();
    const login = this.frame.locator('[data-step=login]');
    const result = this.frame.locator('.coupons .used, .coupons .error');
    await expect(result.or(login)).toBeVisible();
    if (await login.isVisible()) {
      await this.#answer('login', {});
      await this.#submit();
    }
    await expect(result).toBeVisible();
  }

  /** Closes the checkout without paying, and confirms it where that is asked. */
  async dismiss(): Promise<void> {
    await this.frame.locator('button.close').click();
    const leave = this.frame.locator('[role=alertdialog] .secondary');
    const container = this.#page.locator('.razorpay-container');
    await expect
      .poll(async () => (await leave.isVisible()) || (await container.isHidden()))
      .toBe(true);
    if (await leave.isVisible()) await leave.click();
    await this.#closed();
  }

  async #answer(step: CheckoutStep, options: PayInFrame): Promise<void> {
    const {contact = '9876543210', email = 'asha@example.com', delivery} = options;
    switch (step) {
      case 'contact':
        await this.#fill({contact, email});
        break;
      case 'login':
        await this.#fill({loginOtp: '1234'});
        break;
      case 'address':
        await this.#giveAddress({...ADDRESS, ...options.address}, options.address !== undefined);
        break;
      case 'shipping':
        if (delivery !== undefined) {
          await this.frame.locator('.choice', {hasText: delivery}).click();
        }
        break;
      default:
        throw new Error(`The checkout is at "${step}", where nothing can be filled in.`);
    }
  }

  /** What the shopper reads below the button, and what the console says to who built the page. */
  async #whyClosed(): Promise<string> {
    const said = await this.#page.locator(MESSAGE_SELECTOR).allInnerTexts();
    return [
      'The checkout does not open.',
      ...said.filter(Boolean).map((text) => `The page says: ${text.replace(/\s+/g, ' ')}`),
      ...this.#complaints.slice(-MOST_COMPLAINTS).map((text) => `Its console: ${text}`),
    ].join('\n');
  }

  /** Waits for the next step. Fails as soon as the checkout says why there is none. */
  async #leave(step: CheckoutStep): Promise<void> {
    const next = this.frame.locator(`main.step:not([data-step="${step}"])`);
    const problems = this.frame.locator(PROBLEM_SELECTOR);
    const cause: unknown = await expect(next.or(problems).first())
      .toBeVisible()
      .catch((error: unknown) => error);
    if (await next.count()) return;
    const said = await problems.allInnerTexts();
    throw new Error(`The checkout stays at "${step}". It says: ${said.join(' ')}`, {cause});
  }

  /** Fails with the reason unless the payment options have it: they are shown all at once. */
  async #requireOption(option: Locator, reason: string): Promise<void> {
    await this.#requireMethods(reason);
    if (!(await option.isVisible())) throw new Error(reason);
  }

  #requireMethods(reason: string): Promise<void> {
    return expect(this.#main, reason).toHaveAttribute('data-step', 'methods');
  }

  /** A saved address will do, unless the test names one. */
  async #giveAddress({pincode, name, ...address}: ShopperAddress, isNamed: boolean): Promise<void> {
    const isSaved = (await this.frame.locator('[name=address]').count()) > 0;
    if (isSaved && !isNamed) return;
    if (isSaved) await this.frame.locator('[name=address][value=""]').check();
    await this.#fill({zipcode: pincode, fullName: name, ...address});
  }

  async #fillMethod(
    method: NonNullable<PayInFrame['method']>,
    outcome: NonNullable<PayInFrame['outcome']>,
  ): Promise<void> {
    if (method === 'card') await this.#fill(CARD);
    if (method === 'upi') await this.#fill({vpa: `${outcome}@razorpay`});
    if (method === 'cod' && outcome === 'failure') {
      throw new Error('Cash on delivery does not fail.');
    }
  }

  /** What is not shown or may not be changed stays as it is. */
  async #fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const input = this.frame.locator(`input[name="${name}"]`);
      if ((await input.count()) && (await input.isEditable())) await input.fill(value);
    }
  }

  #submit(): Promise<void> {
    return this.frame.locator('.actions button[type=submit]').click();
  }

  /** Also when the page was left meanwhile. */
  #closed(): Promise<void> {
    return expect(this.#page.locator('.razorpay-container')).toBeHidden();
  }
}
