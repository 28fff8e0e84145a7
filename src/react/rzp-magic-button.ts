'use client';

import {
  createElement,
  forwardRef,
  useImperativeHandle,
  useRef,
  useSyncExternalStore,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';
import '../button/define.js';
import type {RzpMagicButton as Tag} from '../button/rzp-magic-button.js';
import {standFor} from '../checkout/storage/cart-key.js';
import {attributesOf, OBJECTS, orderDataAttribute} from './attributes-of.js';
import type {RzpMagicButtonProps} from './props.js';
import {useLatest} from './use-latest.js';
import {useListeners} from './use-listeners.js';
import {useProperty} from './use-property.js';

/** What a press heeds and HTML can't carry: before React has taken the page over, none is there. */
const NEEDED = [...OBJECTS, 'onOpen', 'onPayment'] as const;

/**
 * `<rzp-magic-button>` as a component, for React 18 and newer, also rendered on a server.
 *
 * React by itself sets no property and hears no event of a custom element that it rendered on a
 * server. The component writes what is text as attributes, the order data as JSON, and sets the rest
 * once it is on the page. What can't be written (`createOrder`, `requestHeaders`, `notes`, `options`,
 * `onOpen`, `onPayment`) keeps the button of a server's page disabled until then.
 *
 * Functions may be other ones at each rendering: the latest is called. The element itself is the
 * `ref`.
 *
 * @example
 * ```tsx
 * import {RzpMagicButton} from 'rzp-magic-button/react.js';
 *
 * export const Pay = ({sku, token}: {sku: string; token: string}) => (
 *   <RzpMagicButton
 *     orderUrl="/checkout/orders"
 *     verifyUrl="/checkout/verify"
 *     statusUrl="/checkout/status"
 *     orderData={{sku}}
 *     requestHeaders={() => ({'X-CSRF-Token': token})}
 *     onSuccess={({orderId}) => location.assign(`/thanks/${orderId}`)}
 *   >
 *     Pay ₹349
 *   </RzpMagicButton>
 * );
 * ```
 */
export const RzpMagicButton: ForwardRefExoticComponent<RzpMagicButtonProps & RefAttributes<Tag>> =
  forwardRef<Tag, RzpMagicButtonProps>((props, ref) => {
    const tag = useRef<Tag>(null);
    const isOnPage = useSyncExternalStore(neverChanges, isBrowser, isServer);
    const needsPage = NEEDED.some((name) => props[name] != null);

    const {createOrder, requestHeaders, orderData} = props;
    const headers = useLatest(typeof requestHeaders === 'function' ? requestHeaders : undefined);
    useProperty(tag, 'createOrder', useLatest(createOrder ?? undefined, standFor));
    useProperty(tag, 'requestHeaders', headers ?? requestHeaders);
    useProperty(tag, 'notes', props.notes);
    useProperty(tag, 'options', props.options);
    useProperty(tag, 'orderData', orderData, orderData && orderDataAttribute(orderData));
    useProperty(tag, 'nonce', props.nonce);
    useListeners(tag, props);
    useImperativeHandle<Tag | null, Tag | null>(ref, () => tag.current, []);

    const disabled = (needsPage && !isOnPage) || props.disabled;
    return createElement('rzp-magic-button', {...attributesOf({...props, disabled}), ref: tag});
  });
RzpMagicButton.displayName = 'RzpMagicButton';

const neverChanges = () => () => undefined;
const isBrowser = () => true;
const isServer = () => false;
