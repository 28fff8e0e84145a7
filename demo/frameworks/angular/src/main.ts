import {Component, computed, CUSTOM_ELEMENTS_SCHEMA, signal} from '@angular/core';
import {bootstrapApplication} from '@angular/platform-browser';
import 'rzp-magic-button';

const PRICE_RUPEES = 349;

@Component({
  selector: 'tea-shop',
  // Tags with a hyphen may be elements of the browser's: Angular sets properties and listens, and
  // checks neither. What the event is, `thank` says.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Assam Gold</h1>
    <button (click)="more()">One more</button>
    @if (isOpen()) {
      <!-- script-url is the sandbox's. With keys of Razorpay's, leave it out. -->
      <rzp-magic-button
        order-url="/checkout/orders"
        verify-url="/checkout/verify"
        status-url="/checkout/status"
        business-name="Kettle & Leaf"
        script-url="http://127.0.0.1:4000/v1/magic-checkout.js"
        [orderData]="cart()"
        (rzp-success)="thank($event)"
        >Pay ₹{{ cost() }}</rzp-magic-button
      >
    }
    <button (click)="toggle()">Open or close the cart</button>
    <p role="status">{{ thanks() }}</p>
  `,
})
class TeaShop {
  readonly quantity = signal(1);
  readonly isOpen = signal(true);
  readonly thanks = signal('');
  readonly cart = computed(() => ({items: [{sku: 'assam', quantity: this.quantity()}]}));
  readonly cost = computed(() => this.quantity() * PRICE_RUPEES);

  more() {
    this.quantity.update((quantity) => quantity + 1);
  }

  toggle() {
    this.isOpen.update((isOpen) => !isOpen);
  }

  thank({orderId}: HTMLElementEventMap['rzp-success']) {
    this.thanks.set(`Thank you! Order ${orderId} is paid.`);
  }
}

bootstrapApplication(TeaShop).catch((error: unknown) => console.error(error));
