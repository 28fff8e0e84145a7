import {expect} from '@esm-bundle/chai';
import type {CheckoutError} from '../../../src/checkout/shell/checkout-error.js';
import {loadRazorpay} from '../../../src/checkout/vendor/load-razorpay.js';
import {warmScript} from '../../../src/checkout/script/script-tag.js';
import {fakeClock} from '../../fixtures/browser/clock.js';
import {vendor, type Answer} from '../../fixtures/browser/server.js';
import {until} from '../../fixtures/browser/wait.js';

/** What the script of the test server sets. */
interface Loaded {
  source: string;
  config?: unknown;
}

function prepare(...answers: Answer[]) {
  const script = vendor(...answers);
  const load = async (nonce?: string) =>
    (await loadRazorpay(script.url, nonce)) as unknown as Loaded;
  const fail = () =>
    load().then(
      () => Promise.reject(new Error('It loads.')),
      (error: unknown) => error as CheckoutError,
    );
  const tags = () => Array.from(document.scripts).filter(({src}) => src === script.url);
  return {script, load, fail, tags};
}

/** A tag as the page writes it. */
function addTag(url: string): HTMLScriptElement {
  const tag = document.createElement('script');
  tag.src = url;
  document.head.append(tag);
  return tag;
}

const settled = (tag: HTMLScriptElement) =>
  new Promise((resolve) => {
    tag.onload = tag.onerror = resolve;
  });

beforeEach(() => Reflect.deleteProperty(window, 'Razorpay'));
afterEach(() => {
  for (const tag of document.querySelectorAll('script[src*="/vendor/"]')) tag.remove();
});

describe('the script', () => {
  it('is loaded once, however often it is asked for', async () => {
    const {script, load} = prepare();
    const [first, second] = await Promise.all([load(), load()]);
    expect(first.source).to.equal(script.url);
    expect(second).to.equal(first);
    expect(await load()).to.equal(first);
    expect(await script.calls()).to.have.length(1);
  });

  it('is loaded once by two copies of this package', async () => {
    const {script, load} = prepare();
    const address = '../../../src/checkout/vendor/load-razorpay.ts?copy';
    const copy = (await import(address)) as {loadRazorpay: typeof loadRazorpay};
    expect(copy.loadRazorpay).to.not.equal(loadRazorpay);
    const [ours, theirs] = await Promise.all([load(), copy.loadRazorpay(script.url)]);
    expect(theirs).to.equal(ours);
    expect(await script.calls()).to.have.length(1);
  });

  it('is loaded once where intent came before the click', async () => {
    const {script, load} = prepare();
    warmScript(script.url, '');
    warmScript(script.url, '');
    expect((await load()).source).to.equal(script.url);
    expect(await script.calls()).to.have.length(1);
  });

  it('finds a settings object at the global as the page left it', async () => {
    const {load} = prepare();
    const config = {merchant_key: 'x'};
    Object.assign(window, {Razorpay: {config}});
    expect((await load()).config).to.equal(config);
  });

  it('is not taken for a sibling that set the same global later', async () => {
    const [magic, standard] = [prepare(), prepare()];
    const ours = await magic.load();
    const other = await standard.load();
    expect(other).to.not.equal(ours);
    expect((await magic.load()).source).to.equal(magic.script.url);
  });

  it('carries the nonce of the page', async () => {
    const {load, tags} = prepare();
    await load('n0nce');
    expect(tags()[0]?.nonce).to.equal('n0nce');
  });

  it('stays in the page once it has loaded', async () => {
    const {load, tags} = prepare();
    await load();
    expect(tags()).to.have.length(1);
  });
});

describe('a tag that the page brought', () => {
  it('is adopted while it loads', async () => {
    const {script, load, tags} = prepare();
    addTag(script.url);
    expect((await load()).source).to.equal(script.url);
    expect(tags()).to.have.length(1);
    expect(await script.calls()).to.have.length(1);
  });

  it('is adopted after it loaded', async () => {
    const {script, load} = prepare();
    await settled(addTag(script.url));
    expect((await load()).source).to.equal(script.url);
    expect(await script.calls()).to.have.length(1);
  });

  it('is replaced where a sibling may have set the global since', async () => {
    const {script, load} = prepare();
    await settled(addTag(script.url));
    const sibling = vendor();
    await settled(addTag(sibling.url.replace('magic-checkout.js', 'checkout.js')));
    expect((await load()).source).to.equal(script.url);
  });

  it('is replaced after it failed', async () => {
    const {script, load} = prepare({status: 404}, {script: 'constructor'});
    await settled(addTag(script.url));
    expect((await load()).source).to.equal(script.url);
  });

  it('is replaced where it fails while it is waited for', async () => {
    const {script, load} = prepare({status: 404}, {script: 'constructor'});
    addTag(script.url);
    expect((await load()).source).to.equal(script.url);
  });
});

describe('a script in trouble', () => {
  it('is tried three times after an error, with growing pauses, and leaves no tag', async () => {
    const {script, fail, tags} = prepare({status: 404});
    const clock = fakeClock();
    const failed = fail();
    for (const [call, pause] of [300 * 1.25, 1_200 * 1.25].entries()) {
      await until(async () => (await script.calls()).length === call + 1 && !tags().length);
      clock.tick(pause * 0.5);
      expect(tags()).to.be.empty;
      clock.tick(pause * 0.5);
    }
    expect(await failed).to.include({code: 'script_failed', retryable: true});
    expect(await script.calls()).to.have.length(3);
    expect(tags()).to.be.empty;
  });

  it('comes with the second try', async () => {
    const {script, load} = prepare({status: 503}, {script: 'constructor'});
    expect((await load()).source).to.equal(script.url);
  });

  it('is tried afresh by the next click', async () => {
    const {fail, load, tags, script} = prepare(
      {status: 404},
      {status: 404},
      {status: 404},
      {script: 'constructor'},
    );
    const clock = fakeClock();
    const failed = fail();
    for (const calls of [1, 2]) {
      await until(async () => (await script.calls()).length === calls && !tags().length);
      clock.tick(2_000);
    }
    await failed;
    expect((await load()).source).to.equal(script.url);
  });

  it('has failed when it loads and sets nothing', async () => {
    const {fail, script} = prepare({script: 'nothing'});
    const error = await fail();
    expect(error).to.include({code: 'script_no_constructor', retryable: true});
    expect(error.message).to.contain(script.url);
    expect(await script.calls()).to.have.length(1);
  });

  it('has failed when it loads and the global is a settings object still', async () => {
    Object.assign(window, {Razorpay: {config: {}}});
    expect((await prepare({script: 'nothing'}).fail()).code).to.equal('script_no_constructor');
  });

  it('is answered for after 20 seconds, stays, and is waited for again', async () => {
    const {script, fail, load, tags} = prepare({hold: true, script: 'constructor'});
    const clock = fakeClock();
    const failed = fail();
    await until(async () => (await script.calls()).length);
    const [slow] = tags();
    clock.tick(20_000);
    expect(await failed).to.include({code: 'script_timeout', retryable: true});
    expect(tags()).to.deep.equal([slow]);
    const loading = load();
    await script.release();
    expect((await loading).source).to.equal(script.url);
    expect(await script.calls()).to.have.length(1);
  });
});
