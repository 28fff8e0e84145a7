import {expect} from '@esm-bundle/chai';
import {ButtonFace} from '../../src/face/button-face.js';
import {draw, loadNotice} from '../../src/face/load-notice.js';

/** A face in a tree, and its parts. */
function prepare() {
  const face = new ButtonFace();
  const show = face.show.bind(face);
  face.show = (shown, lang) => show(shown, lang, draw);
  const root = document.createElement('div');
  face.build(root);
  face.relabel({label: ['Pay now'], language: 'en'}, 'en');
  const part = (name: string) => root.querySelector<HTMLElement>(`[part="${name}"]`)!;
  return {
    face,
    root,
    button: face.button,
    ...{label: part('label'), status: part('status')},
    message: part('message'),
  };
}

const idle = {state: 'idle', label: '', message: ''} as const;

describe('the face of the button', () => {
  before(loadNotice);

  it('has a label that the page can replace', () => {
    const {label} = prepare();
    const [slot, own] = label.children;
    expect(slot!.outerHTML).to.equal('<slot></slot>');
    expect([own!.textContent, own!.getAttribute('dir'), own!.getAttribute('lang')]).to.deep.equal([
      'Pay now',
      'auto',
      'en',
    ]);
  });

  it('says in which language it speaks, where the page speaks another, and has that run its own way', () => {
    const {face, label, message, status} = prepare();
    face.show({...idle, message: 'कुछ गड़बड़ हुई।'}, 'hi');
    expect([status.lang, message.lang]).to.deep.equal(['hi', 'hi']);
    expect([status.dir, message.dir]).to.deep.equal(['auto', 'auto']);
    face.show(idle);
    face.relabel({label: ['Pay now'], language: 'en'});
    for (const part of [status, message, label.querySelector('span')!])
      expect(part.hasAttribute('lang')).to.equal(false);
  });

  it('is described by its message, which is read out', () => {
    const {button, message} = prepare();
    expect(button.type).to.equal('button');
    expect(button.getAttribute('aria-describedby')).to.equal(message.id);
    expect(message.getAttribute('role')).to.equal('status');
  });

  it('shows the label or a state word, never both', () => {
    const {face, label, status} = prepare();
    expect([label.hidden, status.hidden]).to.deep.equal([false, true]);
    face.show({...idle, state: 'preparing', label: 'Opening…'});
    expect([label.hidden, status.hidden]).to.deep.equal([true, false]);
    expect(status.textContent).to.equal('Opening…');
  });

  for (const [state, label, busy, disabled] of [
    ['idle', '', 'false', 'false'],
    ['verifying', 'Confirming…', 'true', 'true'],
  ] as const)
    it(`says to assistive technology what ${state} is`, () => {
      const {face, button} = prepare();
      face.show({...idle, state, label});
      expect(button.getAttribute('aria-busy')).to.equal(busy);
      expect(button.getAttribute('aria-disabled')).to.equal(disabled);
      expect(button.disabled).to.be.false;
      expect(button.className).to.equal(state);
    });

  it('is named by what is seen', () => {
    const {face, button, root} = prepare();
    const name = () =>
      root.querySelector(`#${button.getAttribute('aria-labelledby')}`)?.textContent;
    expect(name()).to.equal('Pay now');
    face.show({...idle, state: 'paid', label: 'Paid'});
    expect(name()).to.equal('Paid');
  });

  describe('the focus on an action', () => {
    const CHECK = {label: 'Check again', run: () => undefined};
    const TRY = {label: 'Try again', run: () => undefined};
    const BUSY = {state: 'unconfirmed', label: 'Not confirmed', message: 'No payment so far.'};

    /** The face with these actions, of which one has the focus. */
    function focusOn(at: number, actions = [CHECK, TRY]) {
      const prepared = prepare();
      const host = document.createElement('div');
      host.attachShadow({mode: 'open'}).append(prepared.root);
      document.body.append(host);
      hosts.push(host);
      prepared.face.show({...BUSY, actions});
      prepared.message.querySelectorAll('button')[at]?.focus();
      const focused = () => host.shadowRoot?.activeElement?.textContent;
      return {...prepared, focused};
    }
    const hosts: Element[] = [];
    afterEach(() => {
      for (const host of hosts.splice(0)) host.remove();
    });

    it('goes to the action that takes its place', () => {
      const {face, focused} = focusOn(0, [CHECK]);
      face.show({...BUSY, actions: [TRY]});
      expect(focused()).to.equal('Try again');
    });

    it('stays on the action that is offered still, wherever that stands', () => {
      const {face, focused} = focusOn(1);
      face.show({...BUSY, actions: [TRY]});
      expect(focused()).to.equal('Try again');
    });

    it('goes to what stands in the place of the button where none does', () => {
      const {face, focused, root} = focusOn(0);
      face.show({...BUSY, message: 'Checking your payment…'});
      expect(focused()).to.equal(root.querySelector('[part~=statement]')?.textContent);
    });

    it('comes back from the button where the same is offered again', () => {
      const {face, focused} = focusOn(0);
      face.show({...BUSY, message: 'Checking your payment…'});
      face.show({...BUSY, actions: [TRY, CHECK]});
      expect(focused()).to.equal('Check again');
    });

    it('does not come back where the shopper has gone elsewhere', () => {
      const {face} = focusOn(0);
      face.show({...BUSY, message: 'Checking your payment…'});
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
      face.show({...BUSY, message: 'Checking your payment still…'});
      face.show({...BUSY, actions: [CHECK]});
      expect(document.activeElement === field).to.be.true;
      field.remove();
    });

    it('goes to the button where what was said has gone too', () => {
      const {face, focused, button} = focusOn(0);
      face.show(idle);
      expect(focused()).to.equal(button.textContent);
    });

    it('stays elsewhere where it was elsewhere', () => {
      const {face} = focusOn(2);
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
      face.show({...BUSY, actions: [TRY]});
      expect(document.activeElement === field).to.be.true;
      field.remove();
    });
  });

  for (const [state, label] of [
    ['paid', 'Paid'],
    ['placed', 'Order placed'],
    ['unconfirmed', 'Not confirmed'],
  ] as const)
    it(`states what is ${state} without a button, in the same place, with the focus`, () => {
      const {face, root, button} = prepare();
      document.body.append(root);
      button.focus();
      face.show({...idle, state, label});
      const statement = root.querySelector<HTMLElement>('[part~=statement]')!;
      expect(root.querySelector('button')).to.equal(null);
      expect(statement.textContent).to.contain(label);
      expect(statement.hasAttribute('aria-disabled')).to.be.false;
      // It is no link, and takes the focus from the button only so.
      expect([statement.hasAttribute('href'), statement.tabIndex]).to.deep.equal([false, -1]);
      expect(document.activeElement).to.equal(statement);
      // Said once more, by the same.
      face.show({...idle, state, label: 'Other words'});
      expect(document.activeElement).to.equal(statement);
      face.show(idle);
      expect(document.activeElement).to.equal(button);
      expect(root.querySelector('[part~=statement]')).to.equal(null);
      root.remove();
    });

  it('leaves a statement out of the way of Tab where no focus is handed on', () => {
    const {face, root} = prepare();
    face.show({...idle, state: 'paid', label: 'Paid'});
    expect(root.querySelector('[part~=statement]')!.hasAttribute('tabindex')).to.be.false;
  });

  it('is a link where it leads somewhere, with the focus of what stood there', () => {
    const {face, root, button} = prepare();
    document.body.append(root);
    const next = {label: 'View order', run: () => undefined, href: `${location.origin}/orders/1`};
    const link = () => root.querySelector<HTMLAnchorElement>('a')!;
    button.focus();
    face.show({...idle, state: 'paid', label: 'View order', next});
    expect([link().href, link().className, link().tabIndex]).to.deep.equal([next.href, 'paid', 0]);
    expect([link().textContent.includes('View order'), root.querySelector('button')]).to.deep.equal(
      [true, null],
    );
    expect(document.activeElement).to.equal(link());
    // What led somewhere states only now, and the focus stays.
    face.show({...idle, state: 'paid', label: 'Paid'});
    expect(root.querySelector('a')).to.equal(null);
    expect(document.activeElement).to.equal(root.querySelector('[part~=statement]'));
    face.show({...idle, state: 'paid', label: 'View order', next});
    expect([link().href, link().tabIndex]).to.deep.equal([next.href, 0]);
    expect(document.activeElement).to.equal(link());
    root.remove();
  });

  for (const [state, label] of [
    ['idle', 'Try again · ₹349'],
    ['unconfirmed', 'Check again'],
    ['paid', 'Next'],
  ] as const)
    it(`says on a button that can be pressed what is next to do when ${state}`, () => {
      const {face, button, status} = prepare();
      face.show({...idle, state, label, next: {label, run: () => undefined}});
      expect(button.getAttribute('aria-disabled')).to.equal('false');
      expect(button.getAttribute('aria-busy')).to.equal('false');
      expect(button.contains(status)).to.be.true;
      expect(status.textContent).to.equal(label);
    });

  it('reads out at once only what its reader must act on', () => {
    const {face, message} = prepare();
    face.show({...idle, message: 'So.', isUrgent: true});
    expect(message.getAttribute('role')).to.equal('alert');
    face.show({...idle, message: 'So.'});
    expect(message.getAttribute('role')).to.equal('status');
  });

  it('offers what the shopper may do beside the message, and nothing without one', () => {
    const {face, message} = prepare();
    let runs = 0;
    const actions = [{label: 'Try again', run: () => runs++}];
    face.show({...idle, message: 'It failed.', actions});
    const action = message.querySelector<HTMLButtonElement>('[part="action"]')!;
    expect(action.type).to.equal('button');
    expect(message.textContent).to.equal('It failed.Try again');
    action.click();
    expect(runs).to.equal(1);
    face.show({...idle, actions});
    expect(message.childNodes).to.have.length(0);
  });

  it('takes texts as texts', () => {
    const {face, message} = prepare();
    face.show({...idle, message: '<img src=x onerror=alert(1)>'});
    expect(message.children).to.have.length(0);
  });
});
