import {createSignal, Show} from 'solid-js';
import {render} from 'solid-js/web';
import 'rzp-magic-button';
// Types of the tag in JSX; it loads nothing.
import type {} from 'rzp-magic-button/types/solid.js';

const PRICE_RUPEES = 349;

function Shop() {
  const [quantity, setQuantity] = createSignal(1);
  const [isOpen, setOpen] = createSignal(true);
  const [paid, setPaid] = createSignal<string>();

  return (
    <>
      <h1>Assam Gold</h1>
      <button onClick={() => setQuantity(quantity() + 1)}>One more</button>
      <Show when={isOpen()}>
        {/* prop: the object itself, on: the event by its own name. script-url is the sandbox's; with keys
          of Razorpay's, leave it out. */}
        <rzp-magic-button
          order-url="/checkout/orders"
          verify-url="/checkout/verify"
          status-url="/checkout/status"
          business-name="Kettle & Leaf"
          script-url="http://127.0.0.1:4000/v1/magic-checkout.js"
          prop:orderData={{items: [{sku: 'assam', quantity: quantity()}]}}
          on:rzp-success={({orderId}) => setPaid(orderId)}
        >
          Pay ₹{quantity() * PRICE_RUPEES}
        </rzp-magic-button>
      </Show>
      <button onClick={() => setOpen(!isOpen())}>Open or close the cart</button>
      <p role="status">{paid() && `Thank you! Order ${paid()} is paid.`}</p>
    </>
  );
}

render(() => <Shop />, document.querySelector('main')!);
