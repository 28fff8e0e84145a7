import type {Words} from './words.js';

/** What stands above a checkout that shows nothing, in English: it comes with what shows it. */
export const english = {
  language: 'en',
  slow: {
    title: 'This is taking long',
    text: 'The payment window shows nothing yet.',
    close: 'Close it',
    paying: 'A payment is on its way. Please wait for it.',
  },
} satisfies Pick<Words, 'language' | 'slow'>;
