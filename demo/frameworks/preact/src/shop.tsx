import {render} from 'preact';
import {useState} from 'preact/hooks';
import 'rzp-magic-button';
// Types of the tag in JSX; it loads nothing.
import type {} from 'rzp-magic-button/types/preact.js';

const PRICE_RUPEES = 349;

function Shop() {
  const [quantity, setQuantity] = useState(1);
  const [isOpen, setOpen] = useState(true);
  const [paid, setPaid] = useState<string>();

  return (
    <>
      <h1>Assam Gold</h1>
      <button onClick={() => setQuantity(quantity + 1)}>One more</button>
      {isOpen && (
        // Preact sets what the element has as a property, so orderData arrives as it is. script-url is
        // the sandbox's; with keys of Razorpay's, leave it out.
        <rzp-magic-button
          order-url="/checkout/orders"
          verify-url="/checkout/verify"
          status-url="/checkout/status"
          business-name="Kettle & Leaf"
          script-url="http://127.0.0.1:4000/v1/magic-checkout.js"
          orderData={{items: [{sku: 'assam', quantity}]}}
          onrzp-success={({orderId}) => setPaid(orderId)}
        >
          Pay ₹{quantity * PRICE_RUPEES}
        </rzp-magic-button>
      )}
      <button onClick={() => setOpen(!isOpen)}>Open or close the cart</button>
      <p role="status">{paid && `Thank you! Order ${paid} is paid.`}</p>
    </>
  );
}

render(<Shop />, document.querySelector('main')!);
