// What React's JSX takes of the tags, and what not.
import {createRef} from 'react';
import type {RzpMagicButton} from 'rzp-magic-button';
import type {} from 'rzp-magic-button/types/react.js';

const tag = createRef<RzpMagicButton>();

export const right = (
  <>
    <rzp-magic-button
      ref={tag}
      key="tea"
      id="tea"
      className="pay"
      style={{margin: 0}}
      aria-label="Pay"
      data-order-sku="assam"
      order-url="/orders"
      load="visible"
      timeout={300}
      retry="false"
      disabled={false}
      debug
      orderData={{items: [{sku: 'assam'}]}}
      createOrder={async () => Promise.resolve({order_id: 'order_1'})}
      requestHeaders={() => ({'X-CSRF-Token': 'token'})}
      onClick={({currentTarget}) => currentTarget.open()}
      onrzp-success={({orderId, status}) => console.info(orderId, status)}
      onrzp-error={({error}) => console.info(error.code)}
    >
      Pay <b>₹349</b>
    </rzp-magic-button>
    <rzp-pos-button
      device-url="/devices"
      device-mode="wired"
      onrzp-dismiss={({reason}) => console.info(reason)}
    />
  </>
);

export const wrong = [
  // @ts-expect-error -- an address is text
  <rzp-magic-button order-url={42} />,
  // @ts-expect-error -- one of four words
  <rzp-magic-button load="later" />,
  // @ts-expect-error -- a number of seconds
  <rzp-magic-button timeout="soon" />,
  // @ts-expect-error -- an object
  <rzp-magic-button orderData="assam" />,
  // @ts-expect-error -- a server writes names as they stand, and HTML knows no capitals
  <rzp-magic-button orderUrl="/orders" />,
  // @ts-expect-error -- a success has no error
  <rzp-magic-button onrzp-success={({error}) => error} />,
  // @ts-expect-error -- it is the event, and not the id
  <rzp-magic-button onrzp-success={(orderId: string) => orderId} />,
  // @ts-expect-error -- a till's words
  <rzp-pos-button device-mode="bluetooth" />,
];
