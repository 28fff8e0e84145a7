import type {ButtonHTMLAttributes, HTMLAttributes} from 'react';
import type {OwnAttributes} from '../button/own-attributes.js';
import type {RzpMagicButton} from '../button/rzp-magic-button.js';
import type {CheckoutOptions} from '../checkout/request/option-kinds.js';
import type {EVENTS} from './events.js';

/** The listeners: `onSuccess` is called with each `rzp-success`. */
type Listeners = {
  [Name in keyof typeof EVENTS]?:
    ((event: HTMLElementEventMap[(typeof EVENTS)[Name]]) => void) | undefined;
};

type OwnProps = {
  [Name in keyof OwnAttributes]?: OwnAttributes[Name] | undefined;
};

type ObjectProps = {
  [
    Name in 'orderData' | 'createOrder' | 'requestHeaders' | 'notes' | 'options'
  ]?: RzpMagicButton[Name];
};

/** What a submit button says of the submission, as texts. */
type SubmitterProps = {
  [Name in 'form' | 'value' | 'formAction' | 'formEncType' | 'formMethod' | 'formTarget']?:
    Extract<ButtonHTMLAttributes<unknown>[Name], string> | undefined;
} & Pick<ButtonHTMLAttributes<unknown>, 'formNoValidate'>;

type HtmlProps = Omit<HTMLAttributes<RzpMagicButton>, keyof Listeners>;

/**
 * What the component takes: each attribute and property of the tag by its property's name, a listener
 * for each event, and what every HTML element has, `className`, `id` or `aria-label` for example.
 *
 * @example
 * ```ts
 * import type {RzpMagicButtonProps} from 'rzp-magic-button/react.js';
 *
 * const shop: RzpMagicButtonProps = {
 *   orderUrl: '/checkout/orders',
 *   verifyUrl: '/checkout/verify',
 *   statusUrl: '/checkout/status',
 *   onSuccess: ({orderId}) => location.assign(`/thanks/${orderId}`),
 * };
 * ```
 */
export interface RzpMagicButtonProps
  extends CheckoutOptions, OwnProps, ObjectProps, Listeners, SubmitterProps, HtmlProps {}
