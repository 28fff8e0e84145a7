import {expect, test} from '../../../fixtures/sandbox/magic.js';
import {chooseDelivery, giveAddress, payByUpi} from '../../../fixtures/sandbox/shopper.js';
import {servePage} from '../../../fixtures/serve.js';

test('the sample of the documentation pays, with nothing changed but host, key, order and URL', async ({
  endpoints,
  frame,
  merchant,
  page,
  sandbox,
}) => {
  endpoints.answers['/promotions/apply'] = {
    promotion: {reference_id: 'r', type: 'offer', code: '500OFF', value: 10_000},
  };
  const order = await merchant.createOrder();
  const sample = `<button id="rzp-button1">Pay</button>
<script src="${sandbox.url}/v1/magic-checkout.js"></script>
<script>
var options = {
"key": "${sandbox.keyId}", // Enter the Key ID generated from the Dashboard
"one_click_checkout": true,
"name": "Acme Corp", // your business name
"order_id": "${order}", // This is a sample Order ID. Pass the \`id\` obtained in the response of Step 1; mandatory
"show_coupons": true, // default true; false if coupon widget should be hidden
"callback_url": "${merchant.origin}/callback",
"redirect": "true",
"prefill": { // We recommend using the prefill parameter to auto-fill customer's contact information especially their phone number
"name": "Gaurav Kumar", // your customer's name
"email": "gaurav.kumar@example.com",
"contact": "9000090000", // Provide the customer's phone number for better conversion rates
"coupon_code": "500OFF" // any valid coupon code that gets auto-applied once magic opens
},
"notes": {
"address": "ABC Office"
}
};
var rzp1 = new Razorpay(options);
document.getElementById('rzp-button1').onclick = function(e){
rzp1.open();
e.preventDefault();
}
</script>`;
  const shop = await servePage(sample);
  await page.goto(shop.url);
  await page.getByRole('button', {name: 'Pay'}).click();
  await frame.getByRole('button', {name: 'Continue'}).click();
  await expect(frame.getByRole('textbox', {name: 'Full name'})).toHaveValue('Gaurav Kumar');
  await giveAddress(frame);
  await chooseDelivery(frame);
  await payByUpi(frame);
  await expect(page).toHaveTitle('Thank you');
  expect(Object.fromEntries(merchant.posts[0]!)).toMatchObject({razorpay_order_id: order});
  expect(sandbox.order(order)).toMatchObject({status: 'paid', amount: 44_000});
  shop.close();
});
