// What Solid's JSX takes of the tags, and what not.
import type {RzpMagicButton} from 'rzp-magic-button';
import type {} from 'rzp-magic-button/types/solid.js';

// Solid assigns it.
// eslint-disable-next-line prefer-const
let tag: RzpMagicButton | undefined = undefined;
export const taken = () => tag;

export const right = (
  <>
    <rzp-magic-button
      ref={tag}
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
      prop:orderData={{items: [{sku: 'assam'}]}}
      onClick={({currentTarget}) => currentTarget.open()}
      on:rzp-success={({orderId, status}) => console.info(orderId, status)}
      on:rzp-error={({error}) => console.info(error.code)}
    >
      Pay <b>₹349</b>
    </rzp-magic-button>
    <rzp-pos-button device-mode="wired" on:rzp-dismiss={({reason}) => console.info(reason)} />
  </>
);

export const wrong = [
  // @ts-expect-error -- an address is text
  <rzp-magic-button order-url={42} />,
  // @ts-expect-error -- one of four words
  <rzp-magic-button load="later" />,
  // @ts-expect-error -- an object
  <rzp-magic-button prop:orderData="assam" />,
  // @ts-expect-error -- a success has no error
  <rzp-magic-button on:rzp-success={({error}) => error} />,
];
