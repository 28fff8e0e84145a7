import {chooseDelivery, expect, giveAddress, test} from './magic.js';
import {giveContact} from './merchant.js';

test.use({contextOptions: {reducedMotion: 'reduce'}});

const HEADINGS = {
  en: ['en', 'Contact details'],
  hi: ['hi', 'संपर्क विवरण'],
  ben: ['bn', 'যোগাযোগের তথ্য'],
  mar: ['mr', 'संपर्क तपशील'],
  guj: ['gu', 'સંપર્ક વિગતો'],
  tam: ['ta', 'தொடர்பு விவரங்கள்'],
  tel: ['te', 'సంప్రదింపు వివరాలు'],
  kan: ['kn', 'ಸಂಪರ್ಕ ವಿವರಗಳು'],
};

for (const [language, [tag, heading]] of Object.entries(HEADINGS)) {
  test(`the checkout speaks ${language}`, async ({frame, openMagic}) => {
    await openMagic({config: {display: {language}}});
    await expect(frame.getByRole('heading', {name: heading!})).toBeVisible();
    await expect(frame.locator('html')).toHaveAttribute('lang', tag!);
  });
}

test('an unknown language is English', async ({endpoints, frame, openMagic}) => {
  await openMagic({config: {display: {language: 'toString'}}});
  await giveContact(frame);
  await giveAddress(frame);
  await chooseDelivery(frame);
  await expect(frame.getByRole('heading', {name: 'Payment options'})).toBeVisible();
  expect(endpoints.asked('/shipping-info')).toHaveLength(1);
});
