import {inTime} from '../checkout/language/in-time.js';
import {afterReading} from '../checkout/events/after-reading.js';
import {currentHeaders} from '../checkout/recovery/current-headers.js';
import {addressOf} from '../checkout/request/address-of.js';
import {keyOf, readElement} from '../checkout/request/read-element.js';
import {misplaced} from '../checkout/request/misplaced.js';
import {watchOrderData} from '../checkout/request/watch-order-data.js';
import {sharedState} from '../checkout/storage/shared-state.js';
import {dropKey} from '../checkout/storage/idempotency-key.js';
import {dropTold, findTold} from '../checkout/storage/told-outcomes.js';
import {draw, loadNotice} from '../face/load-notice.js';
import {noticeOf} from './notice-of.js';
import type {PosHost, PosHostClass, ShowSale} from './pos-host.js';
import {listSales} from './sale/kept-sales.js';
import {resumeSale} from './sale/resume-sale.js';
import {runSale} from './sale/run-sale.js';
import {Sale, type SaleFace, type SaleKeeper} from './sale/sale.js';
import type {PosOutcome} from './shell/outcome.js';
import {words as english} from './words/en.js';
import {mergeWords} from '../checkout/words/merge-words.js';
import type {PosWords} from './words/words.js';

export {draw, inTime, keyOf};

/** A till is open all day. */
const MOST_SALES = 50;

/** The sales of this page view, by their carts. */
const sales = new Map<string, Sale>();
/** The elements that were pressed for a sale. */
const pressed = new WeakMap<Sale, PosHost>();
/** The elements that are followed, and how they show a sale. */
const watchers = new Map<PosHost, ShowSale>();
/** The face that each element shows. */
const shown = new WeakMap<PosHost, SaleFace | undefined>();

/** Has an element show where the sale of its cart stands, and that of each cart that it gets. */
export function follow(host: PosHost, show: ShowSale): void {
  watch(host, show);
  takeUp(host);
  look(host);
}

function watch(host: PosHost, show: ShowSale): void {
  watchers.set(host, show);
  watchOrderData(host, () => follow(host, show));
}

export const unfollow = (host: PosHost): void => void watchers.delete(host);

/** Puts the sale of an element's cart on the device, or answers with what became of it. */
export function press(host: PosHost, show: ShowSale): Promise<PosOutcome> {
  void loadNotice();
  watch(host, show);
  takeUp(host);
  const key = keyOf(host);
  const sale = sales.get(key) ?? keep(new Sale(key, readElement(host, misplaced), KEEPER));
  if (!sale.turn && sale.face.state !== 'paid') pressed.set(sale, host);
  // What failed keeps its order, whatever made it.
  const answer = sale.press(sale.face.state === 'failed');
  look(host);
  return answer;
}

/** Takes the sale of an element's cart from the device. */
export const cancel = (host: PosHost): Promise<PosOutcome> | undefined =>
  sales.get(keyOf(host))?.cancel();

/** Starts afresh with the cart of an element. */
export function reset(host: PosHost): void {
  const sale = sales.get(keyOf(host));
  if (sale) startAfresh(sale);
  look(host);
}

const KEEPER: SaleKeeper = {
  run: (sale, isAgain) => {
    const host = hostOf(sale);
    // What the page asks for now, also where it is tried again: another device may have been chosen.
    if (host && keyOf(host) === sale.key) sale.request = readElement(host, misplaced);
    return runSale(sale, isAgain);
  },
  changed: (sale) => {
    for (const host of watchers.keys()) if (keyOf(host) === sale.key) look(host);
  },
  target: (sale) => hostOf(sale) ?? document,
  words: (sale) => wordsOf(hostOf(sale)),
};

/** The element that was pressed for a sale; where none was, the one that shows it. */
const hostOf = (sale: Sale): PosHost | undefined =>
  pressed.get(sale) ?? [...watchers.keys()].find((host) => keyOf(host) === sale.key);

/** What an element says: in English what has not come in its language, and the page's own over that. */
function wordsOf(host: PosHost | undefined): PosWords {
  const {words: own = {}} = (host?.constructor ?? {}) as Partial<PosHostClass>;
  return host?.words ?? mergeWords(english, own.en);
}

function startAfresh(sale: Sale): void {
  sale.isReset = true;
  // The order of a sale that may yet be paid stays the cart's: it can be paid once only.
  if (!sale.turn) dropKey(sale.keyName);
  dropTold(sale.key, sale.orderId);
  if (sales.get(sale.key) === sale) sales.delete(sale.key);
  KEEPER.changed(sale);
}

/** Keeps a sale, and forgets the oldest of those that have ended. */
function keep(sale: Sale): Sale {
  sales.set(sale.key, sale);
  for (const [key, {turn}] of sales) {
    if (sales.size <= MOST_SALES) break;
    if (!turn) sales.delete(key);
  }
  return sale;
}

/** Takes up what earlier page views, and other tabs, have left on devices of this address. */
function takeUp(host: PosHost): void {
  const key = keyOf(host);
  const told = sales.has(key) ? undefined : findTold(key);
  const request = readElement(host, misplaced);
  const here = addressOf(host, host.deviceUrl);
  if (told) keep(new Sale(key, request, KEEPER)).wasPaid(told);
  for (const {orderId, cart, keyName, deviceUrl} of listSales()) {
    if (deviceUrl !== here || isInHand(cart, orderId)) continue;
    const settings = {...request, requestHeaders: currentHeaders(host)};
    const sale = keep(Object.assign(new Sale(cart, settings, KEEPER), {orderId, keyName}));
    sharedState().live.add(orderId);
    sale.resume(resumeSale);
  }
}

function isInHand(cart: string, orderId: string): boolean {
  const sale = sales.get(cart);
  return sharedState().live.has(orderId) || sale?.turn !== undefined || sale?.face.state === 'paid';
}

/** Has an element show the sale of its cart. What it shows already stays, with the focus that is in it. */
function look(host: PosHost): void {
  const show = watchers.get(host);
  const sale = sales.get(keyOf(host));
  const face = sale?.face;
  if (!show || (shown.has(host) && shown.get(host) === face)) return;
  shown.set(host, face);
  const next = sale && newSale(sale);
  show(
    face && {
      ...face,
      notice: noticeOf(face),
      // Where no order is left to charge it is the button, by its words.
      ...(next && (face.state === 'paid' ? {actions: [next]} : sale.isOver && {...next, next})),
    },
  );
}

/** Made anew for each element, because it takes no press before it can have been read there. */
const newSale = (sale: Sale) => ({
  label: sale.words.newSale,
  run: afterReading(() => startAfresh(sale)),
});
