import {html, raw} from 'hono/html';
import type {Device} from '../account/devices/device.js';
import {PIN, WALLET} from '../account/devices/wallet.js';
import {networkOf} from '../model/input/card-numbers.js';
import style from './device.css?inline';
import type {Markup} from './markup.js';
import {paper} from './receipt.js';
import {screen} from './screen.js';

/**
 * The page of a device: the terminal as it stands on the counter, and beside it what a shopper has,
 * cards and a phone. `origin` is where the browser found it.
 */
export function devicePage(device: Device, all: readonly Device[], origin: string): Markup {
  const address = `/device/${encodeURIComponent(device.id)}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>POS device</title>
        <style>
          ${raw(style)}
        </style>
        <script src="/device.js" defer></script>
      </head>
      <body>
        <header id="head" data-live>
          <h1>POS device <code>${device.id}</code></h1>
          ${others(device, all)}
        </header>
        <p class="lost" role="alert">The sandbox can not be reached.</p>
        <main>
          <section class="counter" aria-label="Terminal">
            <div id="paper" data-live>${paper(device, address)}</div>
            <div class="terminal">
              <div class="slot-out" aria-hidden="true"></div>
              <div id="mark" data-live>${contactlessMark(device)}</div>
              <form class="screen" id="screen" method="post" action="${address}" data-live>
                ${screen(device, origin)}
              </form>
              ${keypad(address)}
              <div id="slot" data-live>${cardSlot(device)}</div>
            </div>
          </section>
          <div class="beside" id="beside" data-live>${beside(device, address, origin)}</div>
        </main>
      </body>
    </html>`;
}

function others(device: Device, all: readonly Device[]): Markup | string {
  if (all.length < 2) return '';
  return html`<nav aria-label="Devices">
    ${all.map(
      ({id}) =>
        html`<a
          href="/device/${encodeURIComponent(id)}"
          ${id === device.id ? raw('aria-current="page"') : ''}
          >${id}</a
        >`,
    )}
  </nav>`;
}

/** Where a card is held to; it lights up while the device waits for one. */
function contactlessMark({screen: shown}: Device): Markup {
  const isWaiting = shown === 'ready' || shown === 'qr';
  return html`<svg class="mark ${isWaiting ? 'lit' : ''}" viewBox="0 0 40 28" aria-hidden="true">
    <path
      d="M8 10a9 9 0 0 1 0 8M15 7a16 16 0 0 1 0 14M22 4a23 23 0 0 1 0 20M29 1a30 30 0 0 1 0 26"
    />
  </svg>`;
}

const LETTERS = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** The keys of a terminal; the keyboard types on them too. */
const keypad = (address: string): Markup =>
  html`<form
    class="keypad"
    id="keys"
    method="post"
    action="${address}"
    aria-label="Keypad"
    data-live
  >
    ${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digitKey)}
    <span class="key blank" aria-hidden="true">✱</span>
    ${digitKey(0)}
    <span class="key blank" aria-hidden="true">#</span>
    <button class="key red" name="press" value="key:cancel" aria-label="Cancel, the red key">
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
    </button>
    <button class="key yellow" name="press" value="key:clear" aria-label="Clear, the yellow key">
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3L5 8l5 5" /></svg>
    </button>
    <button class="key green" name="press" value="key:enter" aria-label="Enter, the green key">
      <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="4.5" /></svg>
    </button>
  </form>`;

const digitKey = (digit: number): Markup =>
  html`<button class="key" name="press" value="key:${digit}" aria-label="${digit}">
    ${digit}<small aria-hidden="true">${LETTERS[digit] ?? ''}</small>
  </button>`;

/** The slot below the keys; the card is in it while the device has to do with it. */
function cardSlot({screen: shown, sale}: Device): Markup {
  const isIn = shown === 'pin' && sale?.card;
  return html`<div class="card-slot" aria-hidden="true">
    ${isIn ? html`<span class="inserted"></span>` : ''}
  </div>`;
}

/** What lies beside the terminal: cards, a phone, the cable. */
function beside(device: Device, address: string, origin: string): Markup {
  const {isConnected, screen: shown, sale} = device;
  const isWaiting = shown === 'ready' || shown === 'qr';
  return html`<form class="group" method="post" action="${address}" aria-labelledby="wallet">
      <h2 id="wallet">Cards</h2>
      <p class="hint">Tap one. Above ₹5,000 the PIN is ${PIN}; any other is wrong.</p>
      <div class="wallet">
        ${Object.entries(WALLET).map(([name, {number, holder, about}]) => {
          const network = networkOf(number) ?? '';
          return html`<button
            class="card ${name}"
            name="press"
            value="tap:${name}"
            aria-disabled="${String(!isWaiting)}"
            aria-label="Tap ${network} ${number.slice(-4)}: ${about}"
          >
            <span class="about">${about}</span>
            <span class="chip" aria-hidden="true"></span>
            <span class="number">•• ${number.slice(-4)}</span>
            <span class="holder">${holder}</span>
            <span class="network">${network}</span>
          </button>`;
        })}
      </div>
    </form>
    <form class="group" method="post" action="${address}" aria-labelledby="phone">
      <h2 id="phone">UPI app</h2>
      <p class="hint">
        Scan the code with a
        phone${sale && isWaiting ? html`, or open <a href="${upiAddress(device, origin)}" target="_blank">what it leads to</a>` : ''}.
        Or at once:
      </p>
      <div class="row">
        <button
          class="plain strong"
          name="press"
          value="approve"
          aria-disabled="${String(!isWaiting)}"
        >
          Pay by UPI
        </button>
        <button class="plain" name="press" value="decline" aria-disabled="${String(!isWaiting)}">
          Decline
        </button>
      </div>
    </form>
    <form class="group" method="post" action="${address}" aria-labelledby="cable">
      <h2 id="cable">Link to the till</h2>
      <p class="hint">
        ${
          isConnected
            ? 'The gateway reaches the device.'
            : 'Unplugged. What is on the device stays on it, and may be paid.'
        }
      </p>
      <div class="row">
        <button class="plain" name="press" value="cable:${isConnected ? 'out' : 'in'}">
          ${isConnected ? 'Unplug' : 'Plug in'}
        </button>
      </div>
    </form>
    <p class="hint foot">
      Played by the sandbox: no money moves. What goes wrong is switched on
      <a href="/">its page</a>.
    </p>`;
}

const upiAddress = ({sale}: Device, origin: string): string =>
  `${origin}/upi/device/${sale?.activity.id ?? ''}`;
