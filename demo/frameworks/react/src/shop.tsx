import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {RzpMagicButton} from 'rzp-magic-button/react.js';

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
        // The component, not the bare tag: it sets what no attribute can say in React 18 too, and on
        // pages that a server has rendered. scriptUrl is the sandbox's; with keys of Razorpay's,
        // leave it out.
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
    </>
  );
}

createRoot(document.querySelector('main')!).render(
  <StrictMode>
    <Shop />
  </StrictMode>,
);
