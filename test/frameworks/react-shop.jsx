// A shop's page as `react-razorpay` documents it, in the strict mode that every scaffold switches on.
import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';
import {useRazorpay} from 'react-razorpay';

const {key, order} = Object.fromEntries(new URLSearchParams(location.search));

function PaymentComponent() {
  const {error, isLoading, Razorpay} = useRazorpay();
  const [said, say] = useState('');

  const handlePayment = () => {
    const razorpayInstance = new Razorpay({
      key,
      amount: 50_000,
      currency: 'INR',
      name: 'Test Company',
      description: 'Test Transaction',
      order_id: order,
      handler: ({razorpay_payment_id}) => say(`Paid by ${razorpay_payment_id}.`),
      prefill: {name: 'John Doe', email: 'john.doe@example.com', contact: '9999999999'},
      theme: {color: '#F37254'},
    });
    razorpayInstance.on('payment.failed', ({error: {reason}}) => say(`Declined: ${reason}.`));
    razorpayInstance.open();
  };

  return (
    <div>
      <h1>Payment Page</h1>
      {isLoading && <p>Loading Razorpay...</p>}
      {error && <p>Error loading Razorpay: {error}</p>}
      <button onClick={handlePayment} disabled={isLoading}>
        Pay Now
      </button>
      <p role="status">{said}</p>
    </div>
  );
}

createRoot(document.querySelector('main')).render(
  <StrictMode>
    <PaymentComponent />
  </StrictMode>,
);
