import {html, raw} from 'hono/html';
import type {HtmlEscapedString} from 'hono/utils/html';
import {LANGUAGES} from '../../wire/languages.js';
import {formatMoney} from '../../wire/money.js';
import pageStyle from '../look/page.css?inline';
import type {MandateTerms} from '../model/mandate-terms.js';
import style from './upi.css?inline';
import type {Reader} from './words/languages.js';

/** HTML in which every value was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page as the shopper's phone shows it, kept up to date while it is open. */
export const page = ({language}: Reader, title: string, content: Markup): Markup =>
  html`<!doctype html>
    <html lang="${LANGUAGES[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(pageStyle)} ${raw(style)}
        </style>
        <script src="/live.js" defer></script>
      </head>
      <body>
        <main id="app" data-live>${content}</main>
      </body>
    </html>`;

/** What a mandate allows, as the slots of a sentence. */
export const termsIn = (
  {language, words}: Reader,
  {maxAmount, frequency, expireAt}: MandateTerms,
) => ({
  amount: formatMoney(maxAmount, 'INR'),
  rhythm: words[frequency],
  date: dateIn(language, expireAt),
});

/** A day in India. Digits are those of the amounts beside it. */
export const dateIn = (language: Reader['language'], seconds: number): string =>
  new Intl.DateTimeFormat(`${LANGUAGES[language]}-IN-u-nu-latn`, {
    dateStyle: 'medium',
    timeZone: 'Asia/Kolkata',
  }).format(seconds * 1000);
