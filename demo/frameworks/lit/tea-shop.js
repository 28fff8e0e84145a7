import {css, html, LitElement} from 'lit';
import 'rzp-magic-button';

const PRICE_RUPEES = 349;

/** A component with the button in its shadow tree; rendered on the server and taken over by the page. */
class TeaShop extends LitElement {
  static properties = {
    quantity: {type: Number},
    isOpen: {state: true},
    paid: {state: true},
  };

  static styles = css`
    :host {
      display: block;
      max-inline-size: 24rem;
      margin: 2rem auto;
      font:
        1rem/1.5 system-ui,
        sans-serif;
    }
    button,
    rzp-magic-button {
      display: grid;
      margin-block: 1rem;
    }
    button {
      padding: 0.6rem 1rem;
      border: 1px solid gray;
      border-radius: 0.5rem;
      background: none;
      font: inherit;
    }
  `;

  constructor() {
    super();
    this.quantity = 1;
    this.isOpen = true;
    this.paid = '';
  }

  /** @override */
  render() {
    return html`
      <h1>Assam Gold</h1>
      <button @click=${() => this.quantity++}>One more</button>
      ${this.isOpen ? this.pay() : ''}
      <button @click=${() => (this.isOpen = !this.isOpen)}>Open or close the cart</button>
      <p role="status">${this.paid && `Thank you! Order ${this.paid} is paid.`}</p>
    `;
  }

  // A server writes nothing for `.orderData`: it is set as the component is taken over, in the task in
  // which the tag is registered, so that no press comes between. script-url is the sandbox's; with keys
  // of Razorpay's, leave it out.
  pay() {
    return html`<rzp-magic-button
      order-url="/checkout/orders"
      verify-url="/checkout/verify"
      status-url="/checkout/status"
      business-name="Kettle &amp; Leaf"
      script-url="http://127.0.0.1:4000/v1/magic-checkout.js"
      .orderData=${{items: [{sku: 'assam', quantity: this.quantity}]}}
      @rzp-success=${this.thank}
      >Pay ₹${this.quantity * PRICE_RUPEES}</rzp-magic-button
    >`;
  }

  /** @param {HTMLElementEventMap['rzp-success']} event */
  thank({orderId}) {
    this.paid = orderId;
  }
}
customElements.define('tea-shop', TeaShop);
