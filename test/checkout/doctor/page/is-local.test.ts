import {expect} from '@esm-bundle/chai';
import {isLocal} from '../../../../src/checkout/doctor/page/is-local.js';

it('a host is local where no shopper can reach it', () => {
  const local = ['localhost', 'shop.localhost', '127.0.0.1', '[::1]', '10.0.0.7', '172.20.1.1'];
  for (const host of [...local, 'shop.test', 'till.local', ''])
    expect(isLocal(host), host).to.be.true;
  const others = ['shop.example', 'localhost.shop.example', '172.32.0.1', '8.8.8.8', '110.0.0.1'];
  for (const host of others) expect(isLocal(host), host).to.be.false;
});
