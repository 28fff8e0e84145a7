import {expect} from '@esm-bundle/chai';
import {Overlay} from '../../../src/checkout/vendor/overlay.js';
import {fakeRazorpay} from '../../fixtures/browser/fake-razorpay.js';

/** An overlay whose checkout is open on a page that is as `arrange` makes it. */
function prepare(arrange: () => void = () => undefined) {
  const razorpay = fakeRazorpay();
  const {container, frame, Razorpay} = razorpay;
  arrange();
  const overlay = new Overlay();
  overlay.attach(Razorpay);
  new Razorpay({}).open();
  Object.assign(container.style, {inset: '0', width: '100%', height: '100%'});
  overlay.opened(Razorpay);
  let left = 0;
  let mustStay = false;
  const unwatch = overlay.watchLeaving(
    () => left++,
    () => mustStay,
  );
  cleanups.push(unwatch);
  return {
    overlay,
    razorpay,
    container,
    frame,
    left: () => left,
    pay: () => (mustStay = true),
  };
}

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean();
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

function addPopover(type = 'auto'): HTMLElement {
  const popover = add('div');
  popover.popover = type;
  popover.style.cssText = 'inset: 0; width: 100%; height: 100%';
  popover.showPopover();
  return popover;
}

const task = () => new Promise((resolve) => setTimeout(resolve));
/** Closes a dialog, as far as that everybody has heard of it. */
async function close(dialog: HTMLDialogElement | undefined): Promise<void> {
  const heard = new Promise((resolve) => dialog?.addEventListener('close', resolve));
  dialog?.close();
  await heard;
}

/** Whether a finger in the middle of the page meets it: what is covered or inert it does not meet. */
const isOnTop = (container: HTMLElement) =>
  container.contains(
    (container.getRootNode() as Document | ShadowRoot).elementFromPoint(
      innerWidth / 2,
      innerHeight / 2,
    ),
  );

/** Whether this browser moves a frame as it is: WebKit does not. */
const movesFrames = 'moveBefore' in Element.prototype;

/** A browser that can't move a frame without loading it again. */
function withoutMoving(): void {
  const {moveBefore} = Element.prototype;
  Reflect.deleteProperty(Element.prototype, 'moveBefore');
  if (movesFrames) cleanups.push(() => Object.assign(Element.prototype, {moveBefore}));
}

const BROWSERS = {
  'that moves frames': () => undefined,
  'that loads a moved frame again': withoutMoving,
};

describe('the checkout', () => {
  it('opens in the body where no dialog is open', () => {
    const {razorpay, container} = prepare(() => addDialog().close());
    expect(razorpay.openedIn[0] === document.body).to.be.true;
    expect(isOnTop(container)).to.be.true;
  });

  for (const [what, type] of Object.entries({'an open popover': 'auto', 'a toast': 'manual'})) {
    it(`is above ${what}`, () => {
      const {container} = prepare(() => addPopover(type));
      expect(isOnTop(container)).to.be.true;
    });
  }

  it('is above an element that fills the screen, and above a popover in a dialog', () => {
    const {container} = prepare(() => {
      addDialog();
      addPopover();
    });
    expect(isOnTop(container)).to.be.true;
  });

  it('fills the window whatever the page makes of popovers and dialogs', () => {
    const style = add('style');
    style.textContent = `
      [popover] { translate: -50% -50%; margin: 3em !important; border: 9px solid; padding: 9px;
        max-width: 20em; transform: scale(0.5) !important; opacity: 0; animation: a 9s; }
      dialog { transform: translateX(50px); filter: blur(0); opacity: 0.9; contain: paint; }
      @keyframes a { from { rotate: 30deg } }`;
    const {container} = prepare(addDialog);
    const {left, top, width, height} = container.getBoundingClientRect();
    expect([left, top, width, height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
    expect(getComputedStyle(container).opacity).to.equal('1');
  });

  it('can be used where a library has hidden what stands beside its own dialog', () => {
    document.body.style.pointerEvents = 'none';
    cleanups.push(() => (document.body.style.pointerEvents = ''));
    const {container} = prepare(() => {
      const own = document.querySelector<HTMLElement>('.razorpay-container');
      own?.setAttribute('aria-hidden', 'true');
      own?.setAttribute('inert', '');
    });
    expect(container.inert).to.be.false;
    expect(container.ariaHidden).to.be.null;
    expect(isOnTop(container)).to.be.true;
  });

  it('is no popover once it is over', () => {
    const {overlay, container} = prepare(addDialog);
    overlay.hide();
    overlay.lower();
    expect(container.getAttributeNames()).to.have.members(['class', 'style']);
    expect(container.style.display).to.equal('none');
  });
});

for (const [what, arrange] of Object.entries(BROWSERS)) {
  describe(`in a browser ${what}, the checkout`, () => {
    beforeEach(arrange);

    it('opens in the modal dialog on top, before the script opens it', () => {
      let dialog: Element | undefined;
      const {razorpay, container} = prepare(() => (dialog = addDialog(addDialog())));
      expect(razorpay.openedIn[0] === dialog).to.be.true;
      expect(isOnTop(container)).to.be.true;
    });

    it('opens in a dialog that a component keeps to itself', () => {
      let dialog: Element | undefined;
      const {razorpay, container} = prepare(() => {
        const root = add('div').attachShadow({mode: 'open'});
        dialog = addDialog(root);
      });
      expect(razorpay.openedIn[0] === dialog).to.be.true;
      expect(isOnTop(container)).to.be.true;
    });

    it('goes on, in the body, where its dialog is closed', async () => {
      let dialog: HTMLDialogElement | undefined;
      const {container, frame, left} = prepare(() => (dialog = addDialog()));
      await close(dialog);
      expect(container.parentNode === document.body).to.be.true;
      expect(isOnTop(container)).to.be.true;
      expect(document.activeElement === frame).to.be.true;
      expect(left()).to.equal(0);
    });

    it('goes on where all the dialogs around it are closed, one after the other', async () => {
      const dialogs: HTMLDialogElement[] = [];
      const {container, left} = prepare(() => {
        dialogs.push(addDialog());
        dialogs.unshift(addDialog(add('div', dialogs[0]).attachShadow({mode: 'open'})));
      });
      for (const dialog of dialogs) {
        expect(container.closest('dialog') === dialog).to.be.true;
        await close(dialog);
        expect(container.closest('dialog:not([open])') === null).to.be.true;
      }
      expect(container.parentNode === document.body).to.be.true;
      expect(isOnTop(container)).to.be.true;
      expect(left()).to.equal(0);
    });

    it('has left the page where a dialog is removed with it, and where its component is', async () => {
      for (const parent of [document.body, add('div').attachShadow({mode: 'open'})]) {
        const outer = add('div', parent);
        const {left} = prepare(() => addDialog(outer.attachShadow({mode: 'open'})));
        outer.remove();
        await task();
        expect(left()).to.equal(1);
      }
    });

    it('is not disturbed by another dialog that is closed', async () => {
      const others: HTMLDialogElement[] = [];
      const {container, left, razorpay} = prepare(addDialog);
      others.push(addDialog());
      await close(others[0]);
      expect(container.parentNode === razorpay.openedIn[0]).to.be.true;
      expect(left()).to.equal(0);
    });

    it('opens in the body, or in the next dialog, after it was in one', () => {
      const {overlay, razorpay} = prepare(() => {
        const dialog = addDialog();
        cleanups.push(() => dialog.close());
      });
      overlay.hide();
      overlay.lower();
      for (const dialog of document.querySelectorAll('dialog')) dialog.close();
      overlay.attach(razorpay.Razorpay);
      expect(razorpay.container.parentNode === document.body).to.be.true;
      const next = addDialog();
      overlay.attach(razorpay.Razorpay);
      expect(razorpay.container.parentNode === next).to.be.true;
    });
  });
}

describe('a dialog that is closed while a payment is on its way', () => {
  it('has the frame move where nothing is lost by that', async function () {
    if (!movesFrames) this.skip();
    let dialog: HTMLDialogElement | undefined;
    const {pay, left, container} = prepare(() => (dialog = addDialog()));
    pay();
    await close(dialog);
    expect(container.parentNode === document.body).to.be.true;
    expect(left()).to.equal(0);
  });

  it('keeps the frame, which would load again, and the checkout has left', async () => {
    withoutMoving();
    let dialog: HTMLDialogElement | undefined;
    const {pay, left, container} = prepare(() => (dialog = addDialog()));
    pay();
    await close(dialog);
    expect(container.parentNode === dialog).to.be.true;
    expect(left()).to.equal(1);
  });
});
