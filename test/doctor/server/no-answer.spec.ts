import {expect} from '@playwright/test';
import {noAnswer} from '../../../src/doctor/server/no-answer.js';
import {test} from '../../fixtures/server/test.js';

const failed = {url: 'https://shop.example/verify', begun: undefined, withinMs: 15_000};
const failure = (code: string) => new TypeError('fetch failed', {cause: {code}});

for (const [code, says, fix] of [
  ['ECONNREFUSED', 'refuses the connection: nothing listens there.', /^Start the server/],
  ['UND_ERR_CONNECT_TIMEOUT', 'is not reached', /firewall/],
  ['CERT_HAS_EXPIRED', 'has a certificate that has expired (CERT_HAS_EXPIRED).', /^Renew it/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'has a certificate of another host name', /^Write the name/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is self-signed', /NODE_EXTRA_CA_CERTS/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'does not come along', /^Send the whole chain/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'speaks no https at this port', /^Write the port/],
  ['HPE_INVALID_CONSTANT', 'does not speak HTTP', /port of the web server/],
  ['UND_ERR_HEADERS_OVERFLOW', 'headers that are longer', /16 kB/],
  ['Z_DATA_ERROR', 'can not be unpacked', /Content-Encoding/],
  ['ECONNRESET', 'breaks off the connection (ECONNRESET).', /log of the server/],
] as const)
  test(`of ${code} it says what it means and what to do`, () => {
    const answer = noAnswer(failure(code), failed);
    expect(answer.says).toContain(says);
    expect(answer.fix).toMatch(fix);
  });

test('of an answer that had begun it says so', () => {
  const begun = {...failed, begun: 200};
  expect(noAnswer(new DOMException('', 'TimeoutError'), begun).says).toBe(
    'begins to answer (200) and comes to no end within 15 s.',
  );
  expect(noAnswer(failure('UND_ERR_SOCKET'), begun).says).toBe(
    'breaks off in the middle of its answer of status 200 (UND_ERR_SOCKET).',
  );
});

test('of plain http that breaks off it asks whether https is spoken there', () => {
  const {fix} = noAnswer(failure('UND_ERR_SOCKET'), {...failed, url: 'http://shop.example/'});
  expect(fix).toContain('write https://');
});
