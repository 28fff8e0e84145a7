/**
 * Something that the shopper may do, with its words.
 *
 * @example
 * ```ts
 * import {startCheckout, type Action} from 'rzp-magic-button/checkout.js';
 *
 * declare const menu: HTMLElement;
 *
 * const show = (actions: readonly Action[]) =>
 *   menu.replaceChildren(
 *     ...actions.map(({label, run}) => {
 *       const button = document.createElement('button');
 *       button.textContent = label; // "Check again", "Try again"
 *       button.onclick = run;
 *       return button;
 *     }),
 *   );
 *
 * await startCheckout(
 *   {orderUrl: '/checkout/orders', verifyUrl: '/checkout/verify'},
 *   {enter: (_state, _message, actions) => show(actions)},
 * );
 * ```
 */
export interface Action {
  label: string;
  run: () => void;
  /** Where it leads, if it does nothing else: `success-url`. Make it a link. */
  href?: string | undefined;
}
