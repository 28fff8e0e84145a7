// What JSX takes of the tags with React 18, which sets no property of theirs and hears no event.
import type {} from 'rzp-magic-button/types/react.js';

export const right = (
  <rzp-magic-button
    key="tea"
    id="tea"
    class="pay"
    style={{margin: 0}}
    aria-label="Pay"
    data-order-sku="assam"
    order-url="/orders"
    order-data='{"sku": "assam"}'
    load="visible"
    timeout={300}
    disabled={false}
    onClick={({currentTarget}) => currentTarget.open()}
  >
    Pay <b>₹349</b>
  </rzp-magic-button>
);

export const wrong = [
  // @ts-expect-error -- an address is text
  <rzp-magic-button order-url={42} />,
  // @ts-expect-error -- one of four words
  <rzp-magic-button load="later" />,
  // @ts-expect-error -- React 18 would write "[object Object]"
  <rzp-magic-button orderData={{sku: 'assam'}} />,
];
