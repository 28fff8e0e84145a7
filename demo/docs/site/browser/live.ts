import './event-log.js';
import './looks.js';
import {isLive, openShop} from './shop.js';

// The buttons in the text: on the front page, and beside the events.

/** Each is put into its place once it is known by what it sells. */
async function comeAlive(): Promise<void> {
  const shop = await openShop();
  for (const place of document.querySelectorAll('docs-shop-window, docs-event-log')) {
    const button =
      place.querySelector('rzp-magic-button') ??
      Object.assign(document.createElement('rzp-magic-button'), {type: 'pay', amount: 34_900});
    for (const [name, value] of Object.entries(shop.attributes)) button.setAttribute(name, value);
    if (isLive(shop)) place.querySelector('[data-note]')?.remove();
    if (!place.matches('docs-event-log')) continue;
    place.append(button, document.createElement('docs-log'));
  }
}

void comeAlive();
