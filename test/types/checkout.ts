// What does not compile of a checkout without a button.
import {resumeCheckouts, startCheckout} from 'rzp-magic-button/checkout.js';

export function starts(): void {
  void startCheckout({orderUrl: '/orders', verifyUrl: '/verify'});
  // @ts-expect-error -- attributes are for HTML
  void startCheckout({'order-url': '/orders'});
  // @ts-expect-error -- Razorpay's own name stands under `options`
  void startCheckout({order_id: 'order_Tea00000000001'});
  // @ts-expect-error -- the order knows its amount; the page does not set it
  void startCheckout({orderUrl: '/orders', amount: 50_000});
  // @ts-expect-error -- who confirms says what became of the payment
  void startCheckout({orderUrl: '/orders', confirm: () => true});
  // @ts-expect-error -- a list of origins
  void startCheckout({orderUrl: '/orders', allowedScriptOrigins: 'https://shop.example'});
  // @ts-expect-error -- events go to something that takes them
  void startCheckout({orderUrl: '/orders'}, {target: '#pay'});
}

export async function ends(): Promise<string> {
  const outcome = await startCheckout({orderUrl: '/orders', verifyUrl: '/verify'});
  if (outcome.type === 'failed') return outcome.error.code;
  // @ts-expect-error -- only what failed has an error
  return outcome.error as string;
}

export function resumes(): void {
  void resumeCheckouts({orderUrl: '/orders', verifyUrl: '/verify'});
  // @ts-expect-error -- what was opened is known; nothing new is
  void resumeCheckouts({orderId: 'order_Tea00000000001'});
}
