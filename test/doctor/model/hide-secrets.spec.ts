import {expect} from '@playwright/test';
import {hideSecrets} from '../../../src/doctor/model/hide-secrets.js';
import {test} from '../../fixtures/server/test.js';

const SECRET = 'tea & "biscuits"/+';

for (const [how, echoed] of Object.entries({
  'as it is': SECRET,
  'in an address': encodeURIComponent(SECRET),
  'in a form': new URLSearchParams({key: SECRET}).toString(),
  'in JSON': JSON.stringify({key: SECRET}),
  'in base64': btoa(SECRET),
}))
  test(`a secret that is echoed ${how} is not said`, () => {
    const said = hideSecrets([SECRET])(`It was ${echoed}.`);

    expect(said).toContain('[secret]');
    expect(said).not.toMatch(/biscuits|Ymlz/);
  });

test('a secret that begins like another leaves nothing of it', () => {
  expect(hideSecrets(['tea', 'teapot'])('teapot and tea')).toBe('[secret] and [secret]');
});

test('no secret takes nothing out', () => {
  expect(hideSecrets(['', ''])('tea')).toBe('tea');
});
