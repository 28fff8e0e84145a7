import {expect} from '@esm-bundle/chai';
import '../../../../src/button/define.js';
import '../../../../src/pos/define.js';
import {misspelt} from '../../../../src/checkout/doctor/spelling/misspelt.js';

type Tag = 'rzp-magic-button' | 'rzp-pos-button';

function found(tag: Tag, attributes: string): Record<string, string> {
  const place = document.createElement('div');
  place.innerHTML = `<${tag} ${attributes}></${tag}>`;
  const element = place.firstElementChild!;
  return Object.fromEntries(misspelt(element).map(({written, meant}) => [written, meant]));
}

describe('an attribute that is misspelt', () => {
  for (const [written, meant] of Object.entries({
    'theme-colour': 'theme-color',
    'colour-theme': 'theme-color',
    theme_color: 'theme-color',
    themecolor: 'theme-color',
    'theme.color': 'theme-color',
    color: 'theme-color',
    orderurl: 'order-url',
    'order-ulr': 'order-url',
    'order-endpoint': 'order-url',
    'rzp-order-url': 'order-url',
    'verifiy-url': 'verify-url',
    'sucess-url': 'success-url',
    callback: 'callback-url',
    keyid: 'key-id',
    'razorpay-key-id': 'key-id',
    'prefill-phone': 'prefill-contact',
    'prefil-name': 'prefill-name',
    phone: 'prefill-contact',
    email: 'prefill-email',
    'prefill-coupon-code': 'coupon-code',
    'theme-backdrop-color': 'backdrop-color',
    'retry-enabled': 'retry',
    'show-coupon': 'show-coupons',
    'shop-name': 'business-name',
    'bussiness-name': 'business-name',
    'modal-backdrop-close': 'modal-backdropclose',
    'one-click-chekout': 'one-click-checkout',
    oneclickcheckout: 'one-click-checkout',
    'time-out': 'timeout',
    langauge: 'language',
    varient: 'variant',
    siz: 'size',
    curency: 'currency',
    'read-only-name': 'readonly-name',
    verifyurl: 'verify-url',
    themecolour: 'theme-color',
    showcoupons: 'show-coupons',
    call_back_url: 'callback-url',
    'oder-url': 'order-url',
    'staus-url': 'status-url',
    'prefill-emial': 'prefill-email',
    'modal-escpae': 'modal-escape',
    recuring: 'recurring',
    sumbit: 'submit',
    price: 'amount',
    'data-sku': 'data-order-sku',
    'data-orders-sku': 'data-order-sku',
    'data-product-id': 'data-order-product-id',
    order_form: 'order-form',
    widht: 'width',
  }))
    it(`is told with the nearest right one: ${written}`, () => {
      expect(found('rzp-magic-button', `${written}="x"`)).to.deep.equal({[written]: meant});
    });

  it('is Razorpay’s own word for the key, where a key is in it', () => {
    expect(found('rzp-magic-button', 'key="rzp_test_x"')).to.deep.equal({key: 'key-id'});
    expect(found('rzp-magic-button', 'key="row-7"')).to.deep.equal({});
  });

  it('is what is bought without its word, unless something else says that', () => {
    const quantity = {'data-quantity': 'data-order-quantity'};
    expect(found('rzp-magic-button', 'data-order-sku="assam" data-quantity="2"')).to.deep.equal(
      quantity,
    );
    for (const said of [
      'data-order-quantity="2"',
      "order-data='{}'",
      'order-form',
      'order-id="order_1"',
    ])
      expect(found('rzp-magic-button', `${said} data-quantity="2"`), said).to.deep.equal({});
    const button = document.createElement('rzp-magic-button');
    button.dataset.quantity = '2';
    button.orderData = {sku: 'assam'};
    expect(misspelt(button)).to.deep.equal([]);
  });

  it('is told of a till by the attributes of a till', () => {
    expect(
      found('rzp-pos-button', 'device="x" divice-id="1" device-url="/d" theme-colour="#fff"'),
    ).to.deep.equal({'divice-id': 'device-id'});
  });

  const OWN = [
    ...[
      'order-url="/o"',
      'order-data="{}"',
      'theme-color="#fff"',
      'data-order-sku="x"',
      'nonce="n"',
    ],
    ...['data-theme-colour="x"', 'create-order="x"', 'notes="x"'],
  ];
  const HTML = [
    ...[
      'id="x"',
      'class="x"',
      'style=""',
      'slot="x"',
      'part="x"',
      'is="x"',
      'lang="hi"',
      'dir="rtl"',
    ],
    ...[
      'aria-label="x"',
      'role="group"',
      'title="x"',
      'hidden',
      'tabindex="0"',
      'form="f"',
      'name="n"',
    ],
    ...[
      'translate="no"',
      'popovertarget="p"',
      'onclick="x()"',
      'onerror="x()"',
      'itemprop="x"',
      'inert',
    ],
  ];
  const FRAMEWORKS = [
    ...['accesskey="p"', 'autofocus', 'contenteditable', 'draggable="true"', 'popover'],
    ...['enterkeyhint="go"', 'spellcheck="false"', 'exportparts="x"', 'xml:lang="hi"'],
    ...['hx-target="x"', 's-id="x"', 'slot-scope="x"', 'astro-cid-x', 'sl-size="x"', 'on:qvisible'],
    ...[
      'v-if="x"',
      'v-bind:theme-colour="x"',
      ':size="x"',
      '@click="x"',
      '#ref',
      'data-v-7ba5bd90',
    ],
    ...[
      '_ngcontent-abc-c12',
      '_nghost-xyz',
      'ng-version="20"',
      'ng-reflect-size="x"',
      '[size]="x"',
    ],
    ...['(click)="x"', '*ngif="x"', 'svelte-1abc', 'class:active', 'bind:value="x"', 'use:action'],
    ...[
      'on:click="x"',
      'x-data="{}"',
      'x-on:click="x"',
      'hx-post="/x"',
      'wire:click="x"',
      'wire:key="x"',
    ],
    ...[
      'up-target="x"',
      'up-layer="new"',
      'jsaction="x"',
      'jscontroller="x"',
      'q:key="x"',
      'client:load',
    ],
    ...[
      'react-id="x"',
      'reactroot',
      'astro-cid-abc',
      'phx-click="x"',
      'turbo-frame="x"',
      '.options="x"',
    ],
    ...[
      '?disabled="x"',
      'th:text="x"',
      't-on-click="x"',
      'nz-size="x"',
      'nztype="x"',
      'b-size="x"',
      'key="1"',
    ],
    ...[
      'ref="x"',
      'fxlayout="row"',
      'i18n-title',
      'testid="x"',
      'bis_skin_checked="1"',
      'cz-shortcut-listen',
    ],
    ...['wicket:id="x"', 'v-amount="1"', 'my-amount="1"', 'ng-disabled="x"', 'x-theme="x"'],
  ];
  for (const attribute of [...OWN, ...HTML, ...FRAMEWORKS])
    it(`is none: ${attribute}`, () => {
      expect(found('rzp-magic-button', attribute)).to.deep.equal({});
    });
});
