import {expect} from '@playwright/test';
import {unopened} from '../../../src/doctor/page/unopened.js';
import {test} from '../../fixtures/server/test.js';

for (const [code, before, says, fix] of [
  ['net::ERR_CONNECTION_REFUSED', {status: 0}, 'nothing listens there.', /^Start the server/],
  ['net::ERR_CERT_DATE_INVALID', {status: 0}, 'its certificate has expired', /^Renew it/],
  ['net::ERR_CERT_COMMON_NAME_INVALID', {status: 0}, 'of another host name.', /^Write the name/],
  ['net::ERR_CERT_AUTHORITY_INVALID', {status: 0}, 'is self-signed, or', /^Have it issued/],
  ['net::ERR_SSL_PROTOCOL_ERROR', {status: 0}, 'speaks no https at this port.', /http:\/\//],
  ['net::ERR_EMPTY_RESPONSE', {status: 0}, 'it breaks off the connection.', /log of the server/],
  [
    'net::ERR_INVALID_AUTH_CREDENTIALS',
    {status: 401},
    'asks for a name and a password, with the status 401.',
    /does not sign in/,
  ],
  [
    'net::ERR_NAME_NOT_RESOLVED',
    {status: 0, sentOnTo: 'https://login.example/'},
    'the host name is not found, at https://login.example/, which it is sent on to.',
    /as it is registered/,
  ],
  [
    'net::ERR_OF_A_LATER_CHROMIUM',
    {status: 0},
    'does not open: net::ERR_OF_A',
    /^Write the address/,
  ],
] as const)
  test(`of ${code} it says what it means and what to do`, () => {
    const page = unopened(code, before);
    expect(page.message).toContain(code);
    expect(page.message).toContain(says);
    expect(page.fix).toMatch(fix);
  });
