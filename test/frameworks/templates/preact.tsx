// What Preact's JSX takes of the tags, and what not.
import {createRef} from 'preact';
import type {RzpMagicButton} from 'rzp-magic-button';
import type {} from 'rzp-magic-button/types/preact.js';

const tag = createRef<RzpMagicButton>();

export const right = (
  <>
    <rzp-magic-button
      ref={tag}
      key="tea"
      id="tea"
      class="pay"
      style={{margin: 0}}
      aria-label="Pay"
      data-order-sku="assam"
      order-url="/orders"
      load="visible"
      timeout={300}
      disabled={false}
      debug
      orderData={{items: [{sku: 'assam'}]}}
      onClick={({currentTarget}) => currentTarget.open()}
      onrzp-success={({orderId, status}) => console.info(orderId, status)}
      onrzp-error={({error}) => console.info(error.code)}
    >
      Pay <b>₹349</b>
    </rzp-magic-button>
    <rzp-pos-button device-mode="wired" onrzp-dismiss={({reason}) => console.info(reason)} />
  </>
);

export const wrong = [
  // @ts-expect-error -- an address is text
  <rzp-magic-button order-url={42} />,
  // @ts-expect-error -- one of four words
  <rzp-magic-button load="later" />,
  // @ts-expect-error -- an object
  <rzp-magic-button orderData="assam" />,
  // @ts-expect-error -- a success has no error
  <rzp-magic-button onrzp-success={({error}) => error} />,
];
