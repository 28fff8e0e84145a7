// What does not compile of the component.
import {createRef} from 'react';
import type {RzpMagicButton as Tag} from 'rzp-magic-button';
import {RzpMagicButton, type RzpMagicButtonProps} from 'rzp-magic-button/react.js';

const tag = createRef<Tag>();

export const right = (
  <RzpMagicButton
    ref={tag}
    orderUrl="/orders"
    verifyUrl="/verify"
    orderData={{items: [{sku: 'assam'}]}}
    requestHeaders={async () => Promise.resolve({'X-CSRF-Token': 'token'})}
    createOrder={null}
    timeout={300}
    recurring="preferred"
    disabled={false}
    className="pay"
    style={{margin: 0}}
    aria-label="Pay"
    data-kind="tea"
    onClick={({currentTarget}) => currentTarget.close()}
    onOpen={(event) => event.preventDefault()}
    onPayment={(event) => event.respondWith({status: 'placed'})}
    onSuccess={({orderId, status}) => location.assign(`/thanks/${orderId}?${status}`)}
    onError={({error}) => console.error(error.code)}
    onStateChange={({state}) => console.info(state)}
  >
    Pay <b>₹349</b>
  </RzpMagicButton>
);

export const wrong = [
  // @ts-expect-error -- it is `orderUrl`
  <RzpMagicButton orderURL="/orders" />,
  // @ts-expect-error -- it is `orderData`
  <RzpMagicButton orderdata={{sku: 'assam'}} />,
  // @ts-expect-error -- an object
  <RzpMagicButton orderData="assam" />,
  // @ts-expect-error -- an order has an id
  <RzpMagicButton createOrder={() => ({amount: 500})} />,
  // @ts-expect-error -- a function that gives headers
  <RzpMagicButton requestHeaders={() => 'X-CSRF-Token: token'} />,
  // @ts-expect-error -- a number of seconds
  <RzpMagicButton timeout="300" />,
  // @ts-expect-error -- one of two looks
  <RzpMagicButton variant="ghost" />,
  // @ts-expect-error -- the event is `rzp-success`
  <RzpMagicButton onPaid={() => undefined} />,
  // @ts-expect-error -- it is `onSuccess`
  <RzpMagicButton onRzpSuccess={() => undefined} />,
  // @ts-expect-error -- it is the event, and not the id
  <RzpMagicButton onSuccess={(orderId: string) => orderId} />,
  // @ts-expect-error -- a success has no error
  <RzpMagicButton onSuccess={({error}) => error} />,
  // @ts-expect-error -- it is the checkout's error, and not the browser's
  <RzpMagicButton onError={({currentTarget}) => currentTarget.error} />,
  // @ts-expect-error -- a function
  <RzpMagicButton onDismiss="log()" />,
  // @ts-expect-error -- only the button itself knows where it stands
  <RzpMagicButton state="paid" />,
  // @ts-expect-error -- a secret has no place in a page
  <RzpMagicButton keySecret="secret" />,
  // @ts-expect-error -- the ref is the tag
  <RzpMagicButton ref={createRef<HTMLDivElement>()} />,
];

// @ts-expect-error -- no such prop
export const props: RzpMagicButtonProps = {orderUrl: '/orders', price: 34_900};
