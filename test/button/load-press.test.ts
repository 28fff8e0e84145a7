import {expect} from '@esm-bundle/chai';
import {prepare} from '../fixtures/browser/button.js';
import {until} from '../fixtures/browser/wait.js';

/** What only a click needs. */
const chunks = () =>
  performance
    .getEntriesByType('resource')
    .filter(({name}) => /\/(press|start-checkout|check-options|open-session)\.ts/.test(name));

// The first test stands first: what it says of the chunk holds once per page.
describe('the vendor and the code of a click', () => {
  it('are not asked for before intent', async () => {
    const {source} = await prepare();
    await new Promise(requestAnimationFrame);
    expect(await source.calls()).to.be.empty;
    expect(chunks()).to.be.empty;
    expect(document.querySelector('link[href*="razorpay"]')).to.be.null;
    const far = performance.getEntriesByType('resource').map(({name}) => new URL(name).host);
    expect(new Set(far)).to.deep.equal(new Set([location.host]));
  });

  for (const [what, event] of Object.entries({
    'the pointer over it': new PointerEvent('pointerenter'),
    'a finger on it': new Event('touchstart'),
    'the focus in it': new FocusEvent('focusin'),
  })) {
    it(`are asked for with ${what}`, async () => {
      const {button, source} = await prepare();
      button.dispatchEvent(event);
      await until(async () => (await source.calls()).length === 1);
      await until(() => chunks().length);
      expect(button.state).to.equal('idle');
    });
  }

  it('are asked for at once with load="eager"', async () => {
    const {source} = await prepare({attributes: {load: 'eager'}});
    await until(async () => (await source.calls()).length === 1);
  });

  it('are asked for when seen with load="visible"', async () => {
    const parent = document.createElement('div');
    parent.style.paddingBlockStart = '300vh';
    const {button, source} = await prepare({parent, attributes: {load: 'visible'}});
    await new Promise(requestAnimationFrame);
    expect(await source.calls()).to.be.empty;
    button.scrollIntoView();
    await until(async () => (await source.calls()).length === 1);
  });

  it('are asked for when seen with load="visible" also after a move', async () => {
    const parent = document.createElement('div');
    parent.style.paddingBlockStart = '300vh';
    const {button, source} = await prepare({parent, attributes: {load: 'visible'}});
    const elsewhere = document.createElement('div');
    parent.append(elsewhere);
    elsewhere.append(button);
    button.scrollIntoView();
    await until(async () => (await source.calls()).length === 1);
  });

  it('are not asked for before a click with load="click"', async () => {
    const {button, source, became} = await prepare({attributes: {load: 'click'}});
    button.dispatchEvent(new PointerEvent('pointerenter'));
    button.focus();
    expect(await source.calls()).to.be.empty;
    button.click();
    await became('open');
    expect(await source.calls()).to.have.length(1);
  });

  it('are asked for once, whatever the intent', async () => {
    const {button, source, became} = await prepare({attributes: {load: 'eager'}});
    button.dispatchEvent(new PointerEvent('pointerenter'));
    button.focus();
    button.click();
    await became('open');
    expect(await source.calls()).to.have.length(1);
  });
});
