// A button in a form: src/button/form/paid-form.ts and what brings it, src/button/form/form.ts. What no field may shadow it has of src/button/form/of-form.ts, where a form goes of src/button/form/destination.ts, Enter of src/button/form/enter-key.ts, what speaks for it of src/button/form/stand-in.ts.
import {expect} from '@esm-bundle/chai';
import type {RzpMagicButton} from '../../../src/button/rzp-magic-button.js';
import {STATES} from '../../fixtures/browser/button.js';
import {heard} from '../../fixtures/browser/console.js';
import {field, loaded, prepareForm, type FormSetting} from '../../fixtures/browser/form.js';
import {PAID, PAYMENT} from '../../fixtures/browser/order-samples.js';
import {shop} from '../../fixtures/browser/server.js';
import {until} from '../../fixtures/browser/wait.js';

const pressEnter = (target: Element, init: KeyboardEventInit = {}) =>
  target.dispatchEvent(
    new KeyboardEvent('keypress', {
      key: 'Enter',
      bubbles: true,
      cancelable: true,
      composed: true,
      ...init,
    }),
  );
/** What comes in the next tasks has come. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const TRIPLE = {...PAYMENT};
const NAME = '<input name="name" value="Asha">';

describe('a button with submit', () => {
  for (const [how, send] of Object.entries({
    'a press': ({button}) => button.click(),
    'open()': ({button}) => button.open(),
    'requestSubmit()': ({form}) => form.requestSubmit(),
    'Enter in a single-line field': ({form}) => pressEnter(field(form, 'name')),
    'Enter in a field that belongs to the form elsewhere': ({form}) => {
      form.id = 'elsewhere';
      const outside = document.createElement('input');
      outside.setAttribute('form', 'elsewhere');
      form.after(outside);
      pressEnter(outside);
      outside.remove();
    },
  } satisfies Record<string, (prepared: Awaited<ReturnType<typeof prepareForm>>) => unknown>))
    it(`opens the checkout by ${how}, and sends the form once it is paid, with the triple`, async () => {
      const prepared = await prepareForm({
        fields: `${NAME}<input name="other">`,
        onOpen: () => undefined,
      });
      void send(prepared);
      await prepared.became('open');
      expect(await prepared.sent()).to.be.empty;
      prepared.razorpay.checkouts[0]!.pay();
      await prepared.became('paid');
      await prepared.arrived();
      expect(await prepared.sent()).to.deep.equal([{name: 'Asha', other: '', ...TRIPLE}]);
    });

  it('sends it for cash on delivery too', async () => {
    const {button, arrived, sent} = await prepareForm({...STATES.placed, fields: NAME});
    button.click();
    await arrived();
    expect(await sent()).to.deep.equal([{name: 'Asha', ...TRIPLE}]);
  });

  it('sends it once what was unconfirmed is confirmed', async () => {
    const {button, became, arrived, sent} = await prepareForm({
      onOpen: (checkout) => checkout.pay(),
      verify: {status: 503, json: {}},
      fields: NAME,
    });
    const answers = shop({status: 503, json: {}}, {status: 503, json: {}}, {json: PAID});
    button.verifyUrl = answers.url;
    button.click();
    await became('paid');
    await arrived();
    expect((await sent())[0]).to.include(TRIPLE);
  });

  it('sends it once, however often it is sent', async () => {
    const {button, form, opened, razorpay, became, arrived, sent, orders} = await prepareForm({
      fields: NAME,
    });
    form.requestSubmit();
    form.requestSubmit();
    pressEnter(field(form, 'name'));
    await became('open');
    form.requestSubmit();
    button.click();
    razorpay.checkouts[0]!.pay();
    await became('paid');
    await arrived();
    form.requestSubmit();
    pressEnter(field(form, 'name'));
    button.click();
    await settled();
    expect(await sent()).to.have.length(1);
    expect(opened).to.have.length(1);
    expect(await orders.calls()).to.have.length(1);
  });

  it('sends nothing where the checkout is closed, and opens it again', async () => {
    const {form, opened, button, razorpay, became, sent} = await prepareForm({fields: NAME});
    form.requestSubmit();
    await became('open');
    razorpay.checkouts[0]!.dismiss();
    await became('idle');
    expect(await sent()).to.be.empty;
    form.requestSubmit();
    await until(() => button.state !== 'idle', 'opened again');
    expect(opened.length).to.be.greaterThan(0);
  });

  it('sends nothing where rzp-success is prevented, until the page does', async () => {
    const {button, form, became, arrived, sent} = await prepareForm({...STATES.paid, fields: NAME});
    button.addEventListener('rzp-success', (event) => event.preventDefault());
    button.click();
    await became('paid');
    await settled();
    expect(await sent()).to.be.empty;
    form.requestSubmit();
    await arrived();
    expect((await sent())[0]).to.include(TRIPLE);
  });

  it('shows the submit handlers of the page the paid form alone', async () => {
    const {button, form, became} = await prepareForm({fields: NAME});
    const told: object[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      told.push(Object.fromEntries(new FormData(form, event.submitter)));
    });
    form.requestSubmit();
    await became('open');
    expect(told).to.be.empty;
    button.close();
    await became('idle');
  });

  it('hands the paid form to a page that sends it itself', async () => {
    const {button, form, became} = await prepareForm({...STATES.paid, fields: NAME});
    const told: object[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      told.push(Object.fromEntries(new FormData(form)));
    });
    button.click();
    await became('paid');
    await until(() => told.length > 0, 'told');
    form.requestSubmit();
    expect(told).to.deep.equal([{name: 'Asha', ...TRIPLE}]);
  });

  it('says of the submission what a native button does', async () => {
    const other = shop({html: 'Thank you.'});
    const {button, form, arrived, sent} = await prepareForm({
      ...STATES.paid,
      fields: NAME,
      formAttributes: {action: '/nowhere'},
      attributes: {name: 'by', value: 'magic', formaction: other.url},
    });
    let submitter: HTMLElement | null = null;
    form.addEventListener('submit', (event) => (submitter = event.submitter));
    button.click();
    await until(async () => (await other.calls()).length === 1, 'sent');
    const [call] = await other.calls();
    expect(Object.fromEntries(new URLSearchParams(call!.body))).to.deep.equal({
      name: 'Asha',
      by: 'magic',
      ...TRIPLE,
    });
    expect(submitter).to.be.instanceOf(HTMLButtonElement);
    expect(form.querySelector('button')).to.be.null;
    void arrived;
    void sent;
  });

  it('sends the form by the native button that was pressed', async () => {
    const {form, arrived, sent} = await prepareForm({
      ...STATES.paid,
      fields: `${NAME}<button name="wrap" value="gift">As a gift</button>`,
    });
    form.querySelector('button')!.click();
    await arrived();
    expect(await sent()).to.deep.equal([{name: 'Asha', wrap: 'gift', ...TRIPLE}]);
  });

  it('sends by an image that was pressed, and leaves Enter to it', async () => {
    const {form, opened, arrived, sent} = await prepareForm({
      ...STATES.paid,
      fields: `${NAME}<input type="image" name="buy" alt="Buy">`,
    });
    pressEnter(field(form, 'name'));
    await settled();
    expect(opened).to.be.empty;
    field(form, 'buy').click();
    await arrived();
    expect((await sent())[0]).to.include({'buy.x': '0', ...TRIPLE});
  });

  for (const [where, setting] of Object.entries({
    'the form': {formAttributes: {target: '_blank'}},
    'the button': {attributes: {formtarget: '_blank'}},
  }))
    it(`sends the form in its own tab where ${where} asks for a new one, which only a press opens`, async () => {
      const {button, form} = await prepareForm({...STATES.paid, ...setting, fields: NAME});
      const targets: (string | undefined)[] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        targets.push((event.submitter as HTMLButtonElement | null)?.formTarget);
      });
      button.click();
      await until(() => targets.length > 0, 'sent');
      expect(targets).to.deep.equal(['_self']);
    });

  it('sends a form whose fields were changed since it was paid', async () => {
    const {button, form, arrived, sent, became} = await prepareForm({
      onOpen: (checkout) => {
        field(form, 'name').value = '';
        checkout.pay();
      },
      fields: '<input name="name" value="Asha" required>',
    });
    button.click();
    await became('paid');
    await arrived();
    expect(await sent()).to.deep.equal([{name: '', ...TRIPLE}]);
  });

  it('closes the dialog of a form with method=dialog', async () => {
    const dialog = document.createElement('dialog');
    const {button, form, became} = await prepareForm({
      ...STATES.paid,
      formAttributes: {method: 'dialog'},
      attributes: {value: 'bought'},
    });
    form.replaceWith(dialog);
    dialog.append(form);
    dialog.show();
    button.click();
    await became('paid');
    await until(() => !dialog.open, 'closed');
    expect(dialog.returnValue).to.equal('bought');
    dialog.remove();
  });

  it('sends the form that it has left since', async () => {
    const {button, arrived, sent, razorpay, became} = await prepareForm({fields: NAME});
    button.click();
    await became('open');
    button.remove();
    razorpay.checkouts[0]!.pay();
    await arrived();
    expect(await sent()).to.deep.equal([{name: 'Asha', ...TRIPLE}]);
  });

  it('says that a form has left the page', async () => {
    const {button, form, razorpay, became, sent} = await prepareForm({fields: NAME});
    button.click();
    await became('open');
    form.remove();
    razorpay.checkouts[0]!.pay();
    await until(() => heard.warn.flat().join().includes('has left the page'), 'said');
    expect(await sent()).to.be.empty;
  });

  it('of several is the first that can be pressed', async () => {
    const {button, form, opened, razorpay, became, arrived, sent} = await prepareForm({
      fields: NAME,
    });
    const second = button.cloneNode(true) as RzpMagicButton;
    second.setAttribute('name', 'second');
    button.after(second);
    await loaded(second);
    button.disabled = true;
    form.requestSubmit();
    await until(() => second.state === 'open', 'open');
    expect(opened).to.be.empty;
    razorpay.checkouts[0]!.pay();
    await arrived();
    expect((await sent())[0]).to.include({name: 'Asha', ...TRIPLE});
    void became;
  });

  for (const [what, disable] of Object.entries({
    'is disabled': (button) => (button.disabled = true),
    'stands in a disabled fieldset': (button) => {
      const fieldset = document.createElement('fieldset');
      fieldset.disabled = true;
      button.replaceWith(fieldset);
      fieldset.append(button);
    },
  } satisfies Record<string, (button: RzpMagicButton) => unknown>))
    it(`that ${what} keeps the form from being sent`, async () => {
      const {button, form, opened, sent} = await prepareForm({fields: NAME});
      disable(button);
      form.requestSubmit();
      pressEnter(field(form, 'name'));
      await settled();
      expect(opened).to.be.empty;
      expect(await sent()).to.be.empty;
    });

  for (const [what, html] of Object.entries({
    'an Enter that somebody else has taken': NAME,
    'Enter in a text area': '<textarea name="name"></textarea>',
    'another key': NAME,
  }))
    it(`is not pressed by ${what}`, async () => {
      const {form, opened} = await prepareForm({fields: html});
      const target = form.querySelector('[name=name]')!;
      if (what.includes('somebody')) target.addEventListener('keypress', (e) => e.preventDefault());
      pressEnter(target, what === 'another key' ? {key: 'a'} : {});
      await settled();
      expect(opened).to.be.empty;
    });

  it('and success-url are a configuration error before any order', async () => {
    const {button, orders} = await prepareForm({attributes: {'success-url': '/thanks'}});
    const outcome = await button.open();
    expect(outcome).to.have.nested.property('error.code', 'config_invalid');
    expect(outcome)
      .to.have.nested.property('error.message')
      .that.matches(/submit and success-url/);
    expect(await orders.calls()).to.be.empty;
  });

  it('works in a shadow tree', async () => {
    const host = document.createElement('div');
    const {button, form, became, arrived, sent} = await prepareForm({
      fields: NAME,
      formAttributes: {target: ''},
    });
    const root = host.attachShadow({mode: 'closed'});
    const frame = document.createElement('iframe');
    frame.name = 'inside';
    form.before(host);
    root.append(form, frame);
    form.target = frames[0]!.name;
    form.requestSubmit();
    await became('open');
    button.close();
    await became('idle');
    expect(await sent()).to.be.empty;
    void arrived;
    host.remove();
  });

  it('is no part of a form that it has left', async () => {
    const {button, form, opened, arrived} = await prepareForm({fields: NAME});
    form.after(button);
    form.requestSubmit();
    await arrived();
    expect(opened).to.be.empty;
    button.remove();
  });

  it('belongs to a form by the attribute `form`', async () => {
    const {button, form, became, arrived, sent} = await prepareForm({...STATES.paid, fields: NAME});
    form.id = 'by-id';
    form.after(button);
    expect(button.form).to.be.null;
    button.setAttribute('form', 'by-id');
    expect(button.form).to.equal(form);
    form.requestSubmit();
    await became('paid');
    await arrived();
    expect(await sent()).to.deep.equal([{name: 'Asha', ...TRIPLE}]);
    button.remove();
  });
});

describe('the triple', () => {
  const EVIL = 'https://evil.invalid/take';

  /** Every way in which the form would leave, before it does. */
  async function payWith(setting: FormSetting, change?: (form: HTMLFormElement) => void) {
    const prepared = await prepareForm({...STATES.paid, ...setting});
    const told: Record<string, unknown>[] = [];
    prepared.form.addEventListener('submit', (event) => {
      event.preventDefault();
      told.push(Object.fromEntries(new FormData(prepared.form, event.submitter)));
    });
    if (change) prepared.button.addEventListener('rzp-success', () => change(prepared.form));
    prepared.button.click();
    await until(() => told.length > 0, 'told');
    return told[0];
  }

  for (const [what, setting, change] of [
    ['the action', {formAttributes: {action: EVIL}}],
    [
      'the action, beside a field of that name',
      {
        formAttributes: {action: EVIL},
        fields: '<input name="action" value="/"><input name="getAttribute"><input name="method">',
      },
    ],
    ['the formaction of our button', {attributes: {formaction: EVIL}}],
    [
      'an action that a script has changed since',
      {},
      (form: HTMLFormElement) => form.setAttribute('action', EVIL),
    ],
    ['a script', {formAttributes: {action: 'javascript:void 0'}}],
    ['a mail', {formAttributes: {action: 'mailto:a@evil.invalid'}}],
  ] satisfies [string, FormSetting, ((form: HTMLFormElement) => void)?][])
    it(`is not added where ${what} leads elsewhere, and the console says why`, async () => {
      expect(await payWith(setting, change)).to.not.have.any.keys(Object.keys(TRIPLE));
      expect(heard.warn.flat().join()).to.contain('nothing of the payment is added');
    });

  it('is not added where it may be a button that leads elsewhere, and the browser does not say which', async () => {
    const submitter = Object.getOwnPropertyDescriptor(SubmitEvent.prototype, 'submitter')!;
    Reflect.deleteProperty(SubmitEvent.prototype, 'submitter');
    try {
      const fields = `${NAME}<input type="image" formaction="${EVIL}" alt="Buy">`;
      expect(await payWith({fields})).to.deep.equal({name: 'Asha'});
      expect(heard.warn.flat().join()).to.contain('https://evil.invalid');
    } finally {
      Object.defineProperty(SubmitEvent.prototype, 'submitter', submitter);
    }
  });

  it('is not added where the formaction of the native button leads elsewhere', async () => {
    const {form, became} = await prepareForm({
      ...STATES.paid,
      fields: `<button formaction="${EVIL}">Buy</button>`,
    });
    const told: object[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      told.push(Object.fromEntries(new FormData(form, event.submitter)));
    });
    form.querySelector('button')!.click();
    await became('paid');
    await until(() => told.length > 0, 'told');
    expect(told).to.deep.equal([{}]);
    expect(heard.warn.flat().join()).to.contain('https://evil.invalid');
  });

  it('takes the place of fields of the same names, whatever else a field shadows', async () => {
    const names = [
      ...['action', 'method', 'target', 'submit', 'requestSubmit', 'elements', 'noValidate'],
      ...['addEventListener', 'append', 'reportValidity', 'checkValidity', 'isConnected'],
      ...['getAttribute', 'hasAttribute', 'matches', 'getRootNode', 'dispatchEvent', 'contains'],
      ...Object.keys(TRIPLE),
    ];
    const {button, form, frame, arrived, sent} = await prepareForm(STATES.paid);
    const {append} = Element.prototype;
    for (const name of names) {
      const shadow = document.createElement('input');
      Object.assign(shadow, {name, value: 'forged'});
      append.call(form, shadow);
    }
    frame.after(button);
    append.call(form, button);
    button.click();
    await arrived();
    expect((await sent())[0]).to.include({...TRIPLE, action: 'forged'});
  });

  it('has no signature where only the server has seen the payment', async () => {
    const status = shop({json: PAID});
    const {button, arrived, sent} = await prepareForm({
      onOpen: (checkout) => {
        checkout.submit();
        checkout.dismiss();
      },
      fields: '<input name="razorpay_signature" value="forged">',
      attributes: {'status-url': status.url},
    });
    button.click();
    await arrived();
    const {razorpay_payment_id, razorpay_order_id} = TRIPLE;
    expect(await sent()).to.deep.equal([{razorpay_payment_id, razorpay_order_id}]);
  });

  it('is in no form data before', async () => {
    const {button, form, became} = await prepareForm({fields: NAME});
    button.click();
    await became('open');
    expect([...new FormData(form).keys()]).to.deep.equal(['name']);
    button.close();
    await became('idle');
  });

  it('is in no form data once the cart is sold again', async () => {
    const {button, form, became} = await prepareForm({...STATES.paid, fields: NAME});
    form.addEventListener('submit', (event) => event.preventDefault());
    button.click();
    await became('paid');
    await settled();
    expect([...new FormData(form).keys()]).to.include('razorpay_signature');
    button.reset();
    expect([...new FormData(form).keys()]).to.deep.equal(['name']);
  });
});

describe('a button in a form', () => {
  for (const submit of [null, ''])
    it(`${submit === null ? 'without' : 'with'} submit has what is missing shown, and opens nothing`, async () => {
      const {button, form, opened, orders} = await prepareForm({
        fields: '<input name="name" required>',
        attributes: {submit},
      });
      let reports = 0;
      field(form, 'name').addEventListener('invalid', () => reports++);
      expect(await button.open()).to.deep.equal({type: 'dismissed', reason: 'prevented'});
      button.click();
      await until(() => reports === 2, 'shown');
      expect(opened).to.be.empty;
      expect(button.state).to.equal('idle');
      expect(await orders.calls()).to.be.empty;
    });

  for (const [what, setting] of Object.entries({
    'the form has novalidate': {formAttributes: {novalidate: ''}},
    'the button has formnovalidate': {attributes: {formnovalidate: ''}},
  } satisfies Record<string, FormSetting>))
    it(`opens whatever is missing where ${what}`, async () => {
      const {button, became} = await prepareForm({
        fields: '<input name="name" required>',
        ...setting,
      });
      button.click();
      await became('open');
    });

  it('opens whatever is missing where the native button has formnovalidate', async () => {
    const {form, became} = await prepareForm({
      fields: '<input name="name" required><button formnovalidate>Buy</button>',
    });
    form.querySelector('button')!.click();
    await became('open');
  });

  it('has what a native button has', async () => {
    const {button, form} = await prepareForm({
      fields: '<label for="pay">Pay</label>',
      attributes: {id: 'pay', name: 'pay'},
    });
    expect(button.form).to.equal(form);
    expect([...(button.labels ?? [])].map(({textContent}) => textContent)).to.deep.equal(['Pay']);
    expect(button.name).to.equal('pay');
    button.name = 'other';
    await button.updateComplete;
    expect(button.getAttribute('name')).to.equal('other');
    expect(button.willValidate).to.be.true;
    expect(button.validity?.valid).to.be.true;
    expect(button.checkValidity?.()).to.be.true;
    expect(button.reportValidity?.()).to.be.true;
    button.setCustomValidity?.('Closed today.');
    expect(button.validationMessage).to.equal('Closed today.');
    expect(button.validity?.customError).to.be.true;
    expect(button.checkValidity?.()).to.be.false;
    expect(form.checkValidity()).to.be.false;
    button.setCustomValidity?.('');
    expect(form.checkValidity()).to.be.true;
    button.disabled = true;
    await button.updateComplete;
    expect(button.willValidate).to.be.false;
  });

  it('takes a form that frameworks set', async () => {
    const {button, form} = await prepareForm();
    for (const set of [null, undefined, document.createElement('form')])
      expect(() => Object.assign(button, {form: set})).to.not.throw();
    expect(button.form).to.equal(form);
    Object.assign(button, {form: 'another'});
    expect(button.getAttribute('form')).to.equal('another');
    expect(button.form).to.be.null;
  });
});
