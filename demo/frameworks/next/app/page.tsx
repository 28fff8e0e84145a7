'use client';

import {useState} from 'react';
import {RzpMagicButton} from 'rzp-magic-button/react.js';

const PRICE_RUPEES = 349;

// A component of the client, because it hears of the payment. Next renders it on the server all the
// same: the button is in that HTML, with its cart, and sells before React has taken the page over.
export default function Shop() {
  const [quantity, setQuantity] = useState(1);
  const [isOpen, setOpen] = useState(true);
  const [paid, setPaid] = useState<string>();

  return (
    <main>
      <h1>Assam Gold</h1>
      <button onClick={() => setQuantity(quantity + 1)}>One more</button>
      {isOpen && (
        // scriptUrl is the sandbox's. With keys of Razorpay's, leave it out.
        <RzpMagicButton
          orderUrl="/checkout/orders"
          verifyUrl="/checkout/verify"
          statusUrl="/checkout/status"
          businessName="Kettle & Leaf"
          scriptUrl="http://127.0.0.1:4000/v1/magic-checkout.js"
          orderData={{items: [{sku: 'assam', quantity}]}}
          onSuccess={({orderId}) => setPaid(orderId)}
        >
          Pay ₹{quantity * PRICE_RUPEES}
        </RzpMagicButton>
      )}
      <button onClick={() => setOpen(!isOpen)}>Open or close the cart</button>
      <p role="status">{paid && `Thank you! Order ${paid} is paid.`}</p>
    </main>
  );
}
