import type {RzpEventMap, RzpMagicButton} from 'rzp-magic-button';

/** What each event says, without the signature. */
const SAY: {[Type in keyof RzpEventMap]: (event: RzpEventMap[Type]) => string} = {
  'rzp-open': () => 'about to open',
  'rzp-attempt-failed': ({error}) => `${error.reason ?? error.code}: ${error.description}`,
  'rzp-payment': ({payment}) => `${payment.razorpay_payment_id}, not confirmed yet`,
  'rzp-success': ({status, paymentId}) => `${status}, ${paymentId}`,
  'rzp-unconfirmed': ({doubt, paymentId}) => `${doubt}, ${paymentId}`,
  'rzp-dismiss': ({reason}) => reason,
  'rzp-error': ({error}) => `${error.code}: ${error.message}`,
  'rzp-analytics': ({step}) => step,
  'rzp-statechange': ({state, previous}) => `${previous} → ${state}`,
};

const log = document.querySelector('#log');

for (const type of Object.keys(SAY) as (keyof RzpEventMap)[]) {
  document.addEventListener(type, (event) => {
    const entry = document.createElement('li');
    const name = document.createElement('code');
    name.textContent = type;
    entry.append(name, ` ${(SAY[type] as (event: Event) => string)(event)}`);
    entry.dataset.type = type;
    log?.append(entry);
  });
}

const status = document.querySelector<HTMLElement>('#status');
if (status) void followOrder(status);

/** Asks the server until it is settled what became of the order. */
async function followOrder(status: HTMLElement): Promise<void> {
  const url = `/checkout/status?order_id=${encodeURIComponent(status.dataset.order ?? '')}`;
  while (/created|attempted|unconfirmed/.test(status.textContent)) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const response = await fetch(url).catch(() => undefined);
    const reply = response?.ok ? ((await response.json()) as {status: string}) : undefined;
    if (reply) status.textContent = reply.status;
  }
}

const cart = document.querySelector<HTMLFormElement>('#cart');
const pay = document.querySelector<RzpMagicButton>('#pay');
if (cart && pay) followCart(cart, pay);

/** The page shows a total; what is paid is what the server adds up. */
function followCart(cart: HTMLFormElement, pay: RzpMagicButton): void {
  const total = document.querySelector('#total');
  const thanks = document.querySelector('#thanks');
  const inputs = [...cart.querySelectorAll<HTMLInputElement>('input[type=number]')];
  const count = () => {
    const items = inputs.map((input) => ({sku: input.name, quantity: input.valueAsNumber || 0}));
    const paise = inputs.reduce(
      (sum, {dataset, valueAsNumber}) => sum + Number(dataset.price) * (valueAsNumber || 0),
      0,
    );
    pay.orderData = {items};
    if (total) {
      total.textContent = (paise / 100).toLocaleString('en-IN', {
        style: 'currency',
        currency: 'INR',
        minimumFractionDigits: 0,
      });
    }
  };
  cart.addEventListener('input', count);
  cart.addEventListener('submit', (event) => event.preventDefault());
  count();
  pay.addEventListener('rzp-success', ({orderId}) => {
    if (thanks) thanks.textContent = `Thank you! Your order is ${orderId}.`;
  });
}
