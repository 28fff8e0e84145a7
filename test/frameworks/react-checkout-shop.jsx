// A shop's page as `react-razorpay-checkout` documents it.
import {useState} from 'react';
import {createRoot} from 'react-dom/client';
import {StandardCheckout} from 'react-razorpay-checkout';

const {key, order} = Object.fromEntries(new URLSearchParams(location.search));

function PaymentComponent() {
  const [said, say] = useState('');
  const [razorpay] = useState(
    () =>
      new StandardCheckout({
        key,
        order_id: order,
        amount: 50_000,
        currency: 'INR',
        name: 'Test Company',
        prefill: {name: 'John Doe', email: 'john.doe@example.com', contact: '9999999999'},
        handler: ({razorpay_payment_id}) => say(`Paid by ${razorpay_payment_id}.`),
        modal: {ondismiss: () => say('Left.')},
      }),
  );

  return (
    <div>
      <button onClick={() => razorpay.open()}>Pay Now</button>
      <p role="status">{said}</p>
    </div>
  );
}

createRoot(document.querySelector('main')).render(<PaymentComponent />);
