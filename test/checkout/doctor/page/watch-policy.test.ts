import {expect} from '@esm-bundle/chai';
import {violations, watchPolicy} from '../../../../src/checkout/doctor/page/watch-policy.js';
import {until} from '../../../fixtures/browser/wait.js';

/** Whether the browser keeps violations that came before: Firefox keeps none, also where it reports. */
const keepsThem = 'ReportingObserver' in globalThis && !CSS.supports('-moz-appearance', 'none');

function violate(host: string): Promise<unknown> {
  const heard = new Promise((resolve) =>
    document.addEventListener('securitypolicyviolation', resolve, {once: true}),
  );
  new Audio(`https://${host}/sound.mp3`).load();
  return heard;
}

const hosts = () => violations.map(({blocked}) => new URL(blocked).host);

describe('the watch over what a policy keeps out', () => {
  it('hears of what was kept out before, where the browser has kept that, and of what comes', async () => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "media-src 'none'";
    document.head.append(policy);
    await violate('before.example');
    let told = 0;
    watchPolicy(() => told++);
    await violate('after.example');
    expect(hosts()).to.include('after.example');
    if (!keepsThem) return;
    await until(() => hosts().includes('before.example'), 'what came before');
    expect(violations.find(({blocked}) => blocked.includes('before.example'))).to.include({
      directive: 'media-src',
      policy: "media-src 'none'",
      disposition: 'enforce',
    });
    expect(told).to.equal(violations.length);
  });
});
