import {html, raw} from 'hono/html';
import type {HtmlEscapedString} from 'hono/utils/html';
import {formatMoney} from '../../wire/money.js';
import pageStyle from '../look/page.css?raw';
import type {MandateTerms} from '../model/mandate-terms.js';
import style from './upi.css?raw';

/** HTML in which every value was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page as the shopper's phone shows it, kept up to date while it is open. */
export const page = (title: string, content: Markup): Markup =>
  html`<!doctype html>
    <html lang="en">
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

const RHYTHMS: Readonly<Record<MandateTerms['frequency'], string>> = {
  daily: 'a day',
  weekly: 'a week',
  fortnightly: 'a fortnight',
  monthly: 'a month',
  bimonthly: 'every two months',
  quarterly: 'a quarter',
  half_yearly: 'every half year',
  yearly: 'a year',
  as_presented: 'each time, whenever it asks',
};

/** What a mandate allows, for a person. */
export const termsText = ({maxAmount, frequency, expireAt}: MandateTerms): string =>
  `up to ${formatMoney(maxAmount, 'INR')} ${RHYTHMS[frequency]} until ${dateOf(expireAt)}`;

/** A day in India. */
export const dateOf = (seconds: number): string =>
  new Intl.DateTimeFormat('en-IN', {dateStyle: 'medium', timeZone: 'Asia/Kolkata'}).format(
    seconds * 1000,
  );
