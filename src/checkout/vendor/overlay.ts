import type {RazorpayConstructor} from '../../wire/page-script.js';
import {pageState} from '../shell/page-state.js';
import {safeDocument} from '../shell/safe-document.js';
import {lastContainer} from '../script/script-tag.js';

/**
 * Returns the container that a copy of the vendor's script keeps in the page, if anybody has seen
 * it. The script puts it there when it loads and never again, so it may have left with the body that
 * it was in.
 */
export function containerOf(Razorpay: RazorpayConstructor): HTMLElement | undefined {
  const {containers} = pageState();
  const container = containers.get(Razorpay) ?? lastContainer();
  if (container) containers.set(Razorpay, container);
  return container;
}

/** The overlay of one copy of the vendor's script: its container, and in it the frame. */
export class Overlay {
  #container: HTMLElement | undefined;

  /** Puts the container back where it has left the page, which has its frame load again. */
  attach(Razorpay: RazorpayConstructor): void {
    this.#container = containerOf(Razorpay);
    if (this.#container && !this.#container.isConnected) safeDocument.body.append(this.#container);
  }

  /** The script has opened: gives the frame the name that people who can't see it need. */
  opened(Razorpay: RazorpayConstructor): void {
    this.#container = containerOf(Razorpay);
    if (this.isShown) {
      // The script has kept the body that it found when it loaded, which may be another by now.
      safeDocument.body.style.overflow = 'hidden';
    }
    for (const frame of this.frames()) frame.title ||= 'Razorpay Checkout';
  }

  /** Whether the script shows it: an embedded checkout is elsewhere. */
  get isShown(): boolean {
    return this.#container !== undefined && this.#container.style.display !== 'none';
  }

  hide(): void {
    if (this.#container) this.#container.style.display = 'none';
  }

  /** Its frame, or all that there are: an embedded one is where the merchant wants it. */
  frames(): HTMLIFrameElement[] {
    const own = this.#container?.querySelectorAll('iframe') ?? [];
    return [
      ...(own.length
        ? own
        : safeDocument.querySelectorAll<HTMLIFrameElement>('.razorpay-checkout-frame')),
    ];
  }

  /** Whether the shopper is in the frame. */
  get hasFocus(): boolean {
    return this.frames().some((frame) => frame === safeDocument.activeElement);
  }

  /** Calls back with each message from the frame; returns a function that stops listening. */
  listen(onMessage: () => void): () => void {
    const listener = ({source}: MessageEvent) => {
      if (source && this.frames().some(({contentWindow}) => contentWindow === source)) onMessage();
    };
    addEventListener('message', listener);
    return () => removeEventListener('message', listener);
  }

  /** Calls back once the frame has left the page; returns a function that stops watching. */
  watchLeaving(onLeft: () => void): () => void {
    const frames = this.frames();
    const observer = new MutationObserver(() => {
      if (frames.length && !frames.some(({isConnected}) => isConnected)) onLeft();
    });
    observer.observe(document, {childList: true, subtree: true});
    return () => observer.disconnect();
  }
}
