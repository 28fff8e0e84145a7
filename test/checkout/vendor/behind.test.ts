// With src/checkout/vendor/slow-panel.ts, which stands above what is open, and src/checkout/words/slow.ts.
import {expect} from '@esm-bundle/chai';
import {coverPage} from '../../../src/checkout/vendor/behind.js';
import {words as hindi} from '../../../src/checkout/words/hi.js';
import {Overlay} from '../../../src/checkout/vendor/overlay.js';
import {fakeClock} from '../../fixtures/browser/clock.js';
import {fakeRazorpay} from '../../fixtures/browser/fake-razorpay.js';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0).reverse()) clean();
});

function add<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  parent: ParentNode = document.body,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  parent.append(element);
  cleanups.push(() => element.remove());
  return element;
}

function addDialog(parent?: ParentNode): HTMLDialogElement {
  const dialog = add('dialog', parent);
  dialog.append(document.createElement('button'));
  dialog.showModal();
  return dialog;
}

/** Covers the page; with a way out of it, where the frame is to have said nothing so far. */
const cover = (overlay: Overlay, close?: () => boolean) =>
  coverPage(overlay, {close: close ?? (() => true)}, !close, {});

/** A page with its button, and the checkout open above it. */
function prepare(arrange: () => void = () => undefined, close?: () => boolean) {
  const page = add('main');
  const button = add('button', page);
  const razorpay = fakeRazorpay();
  const {container, frame, Razorpay} = razorpay;
  arrange();
  button.focus();
  const overlay = new Overlay();
  overlay.attach(Razorpay);
  new Razorpay({}).open();
  Object.assign(container.style, {inset: '0', width: '100%', height: '100%'});
  overlay.opened(Razorpay);
  cleanups.push(
    overlay.watchLeaving(
      () => overlay.hide(),
      () => false,
    ),
  );
  const behind = cover(overlay, close)!;
  cleanups.push(() => behind.lift());
  return {page, button, overlay, razorpay, container, frame, behind};
}

const task = () => new Promise((resolve) => setTimeout(resolve));
/** Resolves once everybody has heard that a popover was shown or hidden. */
const toggled = (popover: Element) =>
  new Promise((resolve) => popover.addEventListener('toggle', resolve, {once: true}));
const inert = () => [...document.querySelectorAll('[inert]')];
const panel = () => document.querySelector<HTMLElement>('.razorpay-container + div')?.shadowRoot;

describe('the page behind an open checkout', () => {
  it('is inert, and the checkout is not', () => {
    const {page, container} = prepare();
    expect(page.inert).to.be.true;
    expect(container.closest('[inert]')).to.be.null;
  });

  it('is as it was once it is lifted', () => {
    const {behind, page} = prepare();
    behind.lift();
    expect(page.getAttributeNames()).to.be.empty;
    expect(inert()).to.be.empty;
  });

  it('is covered and given back with a form whose fields have the names of what that takes', () => {
    const names = ['getAttribute', 'setAttribute', 'hasAttribute', 'removeAttribute'];
    const form = document.createElement('form');
    form.innerHTML = names.map((name) => `<input name="${name}">`).join('');
    const {behind} = prepare(() => {
      document.body.append(form);
      cleanups.push(() => document.body.removeChild(form));
    });
    expect(inert()).to.include(form);
    behind.lift();
    expect(inert()).to.be.empty;
    expect(form.attributes).to.be.empty;
  });

  it('can be used in a copy of it that is shown later', async () => {
    const {behind, page} = prepare();
    const copy = page.cloneNode(true) as HTMLElement;
    expect(copy.inert).to.be.true;
    behind.lift();
    const kept = `<div id="kept">${copy.outerHTML}</div>`;
    page.replaceWith(copy);
    cleanups.push(() => copy.remove());
    await task();
    expect(copy.getAttributeNames()).to.be.empty;
    // As a text, as htmx keeps it; deep in the page.
    const place = add('section', add('main'));
    place.innerHTML = kept;
    await task();
    expect(inert()).to.be.empty;
    expect(place.innerHTML).not.to.contain('behind-checkout');
  });

  for (const type of ['turbo:before-cache', 'htmx:beforeHistorySave'])
    it(`is free while it is copied, and behind the checkout afterwards: ${type}`, async () => {
      const {page, behind} = prepare();
      const clock = fakeClock();
      page.dispatchEvent(new Event(type, {bubbles: true}));
      // An observer hears of it in between.
      await Promise.resolve();
      expect((page.cloneNode() as HTMLElement).outerHTML).to.equal('<main></main>');
      clock.tick(500);
      expect(page.inert).to.be.true;
      page.dispatchEvent(new Event(type, {bubbles: true}));
      behind.lift();
      clock.tick(500);
      expect(page.getAttributeNames()).to.be.empty;
    });

  it('keeps inert what was, and what the page makes inert meanwhile', async () => {
    const was = add('div');
    was.inert = true;
    const {behind, page} = prepare();
    page.inert = true;
    await task();
    behind.lift();
    expect(was.inert).to.be.true;
    expect(page.inert).to.be.true;
  });

  it('is inert where it was added, or made usable, meanwhile', async () => {
    const {page, behind} = prepare();
    const late = add('div');
    page.inert = false;
    await task();
    expect([late.inert, page.inert]).to.deep.equal([true, true]);
    behind.lift();
    expect([late.inert, page.inert]).to.deep.equal([false, false]);
  });

  it('makes nothing inert that holds the checkout: dialogs, components, their ancestors', () => {
    let dialog: HTMLDialogElement | undefined;
    const {container, page} = prepare(() => {
      const root = add('div', add('section')).attachShadow({mode: 'open'});
      add('p', root);
      add('i', root.host);
      dialog = addDialog(root);
    });
    expect(container.parentNode === dialog).to.be.true;
    for (
      let at: Node = container;
      at !== document.documentElement;
      at = at.parentNode ?? (at as ShadowRoot).host
    )
      if (at instanceof Element) expect(at.hasAttribute('inert'), at.outerHTML).to.be.false;
    expect(page.inert).to.be.true;
    expect(dialog?.querySelector('button')?.inert).to.be.true;
    const {host} = dialog?.getRootNode() as ShadowRoot;
    expect(host.shadowRoot?.querySelector('p')?.inert).to.be.true;
    expect(host.querySelector('i')?.inert).to.be.true;
  });

  it('goes on behind the body where the dialog of the checkout is closed', async () => {
    let dialog: HTMLDialogElement | undefined;
    const {container, behind, page} = prepare(() => (dialog = addDialog()));
    dialog?.close();
    await task();
    expect(container.parentNode === document.body).to.be.true;
    expect([dialog?.inert, page.inert]).to.deep.equal([true, true]);
    behind.lift();
    expect(inert()).to.be.empty;
  });

  it('leaves a dialog usable that the page opens above the checkout', async () => {
    const {page} = prepare();
    const inside = add('dialog', page);
    inside.append(document.createElement('button'));
    await task();
    inside.showModal();
    await task();
    expect(inside.closest('[inert]')).to.be.null;
    inside.querySelector('button')?.focus();
    expect(document.activeElement === inside.querySelector('button')).to.be.true;
    inside.close();
    await task();
    expect(page.inert).to.be.true;
  });

  for (const when of ['before', 'while']) {
    it(`leaves a popover usable that the page opens above the checkout, ${when} it is covered`, async () => {
      const popover = document.createElement('div');
      popover.popover = 'manual';
      popover.append(document.createElement('button'));
      const show = () => {
        add('section').append(popover);
        popover.showPopover();
      };
      const {behind, overlay, page, container} = prepare();
      if (when === 'before') behind.lift();
      show();
      if (when === 'before') cleanups.push(() => again?.lift());
      const again = when === 'before' ? cover(overlay) : undefined;
      await toggled(popover);
      expect(popover.closest('[inert]')).to.be.null;
      popover.querySelector('button')?.focus();
      expect(document.activeElement === popover.querySelector('button')).to.be.true;
      expect([page.inert, container.inert]).to.deep.equal([true, false]);
      popover.hidePopover();
      await toggled(popover);
      expect(popover.closest('[inert]')).not.to.be.null;
    });
  }

  it('is inert where it has a popover below the checkout', () => {
    const popover = add('div');
    popover.popover = 'manual';
    prepare(() => popover.showPopover());
    expect(popover.inert).to.be.true;
  });

  it('is free as soon as the checkout has left it', async () => {
    const {container} = prepare();
    container.remove();
    await task();
    expect(inert()).to.be.empty;
  });

  it('stays as it is for a checkout that stands in it', () => {
    const {behind, container, overlay} = prepare();
    behind.lift();
    container.style.display = 'none';
    cover(overlay)?.lift();
    const embedded = cover(overlay);
    expect(inert()).to.be.empty;
    embedded?.lift();
  });
});

describe('the focus', () => {
  it('is in the frame, and comes back to where it was', () => {
    const {behind, button, frame} = prepare();
    expect(document.activeElement === frame).to.be.true;
    behind.lift();
    expect(document.activeElement === button).to.be.true;
  });

  it('comes back into the component that had it', () => {
    const host = add('div');
    const inner = document.createElement('button');
    host.attachShadow({mode: 'open'}).append(inner);
    const {behind, overlay} = prepare();
    behind.lift();
    inner.focus();
    cover(overlay)?.lift();
    expect(host.shadowRoot?.activeElement === inner).to.be.true;
  });

  it('stays where the page has put it meanwhile', () => {
    const {behind, overlay} = prepare();
    overlay.hide();
    const field = add('input', document.documentElement);
    field.focus();
    behind.lift();
    expect(document.activeElement === field).to.be.true;
  });

  it('is brought back where it leaves for what can not be inert', () => {
    const {frame} = prepare();
    const field = add('input', document.documentElement);
    field.focus();
    expect(document.activeElement === frame).to.be.true;
  });

  it('is left to a page that insists', () => {
    const {frame} = prepare();
    const field = add('input', document.documentElement);
    const insist = () => field.focus();
    document.addEventListener('focusin', insist);
    cleanups.push(() => document.removeEventListener('focusin', insist));
    field.focus();
    expect([field, frame].includes(document.activeElement as HTMLInputElement)).to.be.true;
  });
});

describe('a frame that says nothing for 8 seconds', () => {
  const slow = (close: () => boolean = () => true, arrange?: () => void) => {
    const clock = fakeClock();
    return {clock, ...prepare(arrange, close)};
  };

  it('has the shopper told so, with a way out', () => {
    let closed = 0;
    const {clock} = slow(() => ++closed > 0);
    clock.tick(7_999);
    expect(panel()).to.be.undefined;
    clock.tick(1);
    expect(panel()?.querySelector('[role=alert]')?.textContent).to.include('This is taking long');
    const cancel = panel()?.querySelector('button');
    expect(cancel?.textContent).to.equal('Close it');
    cancel?.click();
    expect(closed).to.equal(1);
  });

  it('has it told in the language of the shopper, once that is there', () => {
    const clock = fakeClock();
    const {overlay, behind} = prepare();
    behind.lift();
    const come: (typeof hindi)[] = [];
    const again = coverPage(overlay, {close: () => true}, false, {words: () => come[0]});
    cleanups.push(() => again?.lift());
    clock.tick(7_000);
    come.push(hindi);
    clock.tick(1_000);
    const {title, close} = hindi.slow;
    expect(panel()?.textContent).to.include(title);
    expect(panel()?.querySelector('button')?.textContent).to.equal(close);
    expect(panel()?.host.getAttribute('lang')).to.equal('hi');
    expect(panel()?.querySelector<HTMLElement>('[role=alert]')?.dir).to.equal('auto');
  });

  it('says why it can not be left once a payment is on its way', () => {
    const {clock} = slow(() => false);
    clock.tick(8_000);
    panel()?.querySelector('button')?.click();
    expect(panel()?.querySelector('[role=alert]')?.textContent).to.include('is on its way');
  });

  const PLACES: Record<string, () => void> = {
    'a page': () => undefined,
    'a modal dialog': addDialog,
    'a component that keeps its dialog to itself': () => {
      addDialog(add('div').attachShadow({mode: 'open'}));
    },
    'a browser without such a layer': () => {
      const popover = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover');
      Reflect.deleteProperty(HTMLElement.prototype, 'popover');
      cleanups.push(
        () => popover && Object.defineProperty(HTMLElement.prototype, 'popover', popover),
      );
    },
  };
  for (const [where, arrange] of Object.entries(PLACES)) {
    it(`has it told above the checkout in ${where}`, () => {
      const {clock, container} = slow(undefined, arrange);
      container.style.zIndex = '2147483647';
      clock.tick(8_000);
      const host = container.nextElementSibling as HTMLElement;
      const {left, top, width, height} = host.getBoundingClientRect();
      const at = (host.getRootNode() as Document).elementFromPoint(
        left + width / 2,
        top + height / 2,
      );
      expect(at === host).to.be.true;
      expect(host.closest('[inert]')).to.be.null;
      const button = host.shadowRoot?.querySelector('button');
      button?.focus();
      expect(host.shadowRoot?.activeElement === button).to.be.true;
    });
  }

  it('has it told in the body where the dialog is closed', async () => {
    let dialog: HTMLDialogElement | undefined;
    const {clock, container} = slow(undefined, () => (dialog = addDialog()));
    clock.tick(8_000);
    dialog?.close();
    await new Promise((resolve) => dialog?.addEventListener('close', resolve));
    const host = container.nextElementSibling as HTMLElement;
    expect(host.parentNode === document.body).to.be.true;
    expect(host.matches(':popover-open')).to.be.true;
    expect(host.inert).to.be.false;
  });

  it('has nobody told once it has spoken, and what was told is gone', () => {
    const {clock, behind, frame} = slow();
    clock.tick(8_000);
    panel()?.querySelector('button')?.focus();
    behind.heard();
    expect(panel()).to.be.undefined;
    expect(document.activeElement === frame).to.be.true;
  });

  it('has nobody told where it spoke before', () => {
    const {clock, behind} = slow();
    behind.heard();
    clock.tick(60_000);
    expect(panel()).to.be.undefined;
  });

  it('has nobody told after the end, and the focus is back', () => {
    const {clock, behind, button} = slow();
    clock.tick(8_000);
    panel()?.querySelector('button')?.focus();
    behind.lift();
    expect(panel()).to.be.undefined;
    expect(document.activeElement === button).to.be.true;
    clock.tick(60_000);
    expect(panel()).to.be.undefined;
  });

  it('has it told in a page that hides what is added to it', async () => {
    const {clock, container} = slow();
    clock.tick(8_000);
    for (const child of document.body.children) child.toggleAttribute('inert', true);
    await Promise.resolve();
    const host = container.nextElementSibling as HTMLElement;
    expect([container.inert, host.inert]).to.deep.equal([false, false]);
  });
});

describe('a browser without inert', () => {
  const {inert} = Object.getOwnPropertyDescriptors(HTMLElement.prototype);
  beforeEach(() => {
    Reflect.deleteProperty(HTMLElement.prototype, 'inert');
    cleanups.push(() => Object.defineProperty(HTMLElement.prototype, 'inert', inert));
  });

  it('hides the page from screen readers, and shows it again', () => {
    const was = add('div');
    was.ariaHidden = 'true';
    const {page, container, behind} = prepare();
    expect([page.ariaHidden, container.ariaHidden]).to.deep.equal(['true', null]);
    behind.lift();
    expect([page.ariaHidden, was.ariaHidden]).to.deep.equal([null, 'true']);
  });

  it('brings the focus back where it leaves, until the end', () => {
    const {button, frame, behind} = prepare();
    button.focus();
    expect(document.activeElement === frame).to.be.true;
    behind.lift();
    button.focus();
    expect(document.activeElement === button).to.be.true;
  });

  it('leaves the focus on the way out', () => {
    const clock = fakeClock();
    prepare(undefined, () => true);
    clock.tick(8_000);
    const button = panel()?.querySelector('button');
    button?.focus();
    expect(panel()?.activeElement === button).to.be.true;
  });
});
