import type {RazorpayConstructor} from '../../wire/page-script.js';
import {lastContainer} from '../script/script-tag.js';
import {sharedState} from '../storage/shared-state.js';
import {safeDocument} from '../shell/safe-document.js';
import {usablePlace} from './usable-place.js';

/**
 * What the container needs as a popover to look as it does without: the browser gives those a box of
 * their own, and the page's rules for its popovers may give them more. Libraries for dialogs take the
 * pointer from all of the body.
 */
const PLAIN =
  'animation:none;background:none;border:0;filter:none;margin:0;max-height:none;max-width:none;opacity:1;overflow-x:visible;padding:0;pointer-events:auto;transform:none;transition:none;translate:none;'.replace(
    /;/g,
    '!important;',
  );

/** Whether the browser can move a frame without loading it again; they can since 2025. */
const canMove = () => 'moveBefore' in safeDocument.body;

/**
 * Returns the container that a copy of the vendor's script keeps in the page, if anybody has seen
 * it. The script puts it there when it loads and never again, so it may have left with the body that
 * it was in.
 */
export function containerOf(Razorpay: RazorpayConstructor): HTMLElement | undefined {
  const {containers} = sharedState();
  const container = containers.get(Razorpay) ?? lastContainer();
  if (container) containers.set(Razorpay, container);
  return container;
}

/** The overlay of one copy of the vendor's script: its container, and in it the frame. */
export class Overlay {
  container: HTMLElement | undefined;

  /**
   * Puts the container where it can be used: into the body that the page has now, or into what makes
   * all else inert. A frame that is moved may load again, so it is done before the script opens: the
   * frame asks for what is open as soon as it is there.
   */
  attach(Razorpay: RazorpayConstructor): void {
    this.container = containerOf(Razorpay);
    this.#place();
  }

  /** The script has opened: brings it to the front. */
  opened(Razorpay: RazorpayConstructor): void {
    this.container = containerOf(Razorpay);
    if (this.isShown) {
      // The script has kept the body that it found when it loaded, which may be another by now.
      safeDocument.body.style.overflow = 'hidden';
      this.#raise();
    }
  }

  /** It is over: off with the attribute, a popover is closed. */
  lower(): void {
    this.container?.removeAttribute('popover');
  }

  /** Whether the script shows it: an embedded checkout is elsewhere. */
  get isShown(): boolean {
    return (this.container?.style.display ?? 'none') !== 'none';
  }

  hide(): void {
    if (this.container) this.container.style.display = 'none';
  }

  /**
   * Returns the frame, which has its own class in an embedded checkout too; several where it is not
   * known whose is whose.
   */
  frames(): HTMLIFrameElement[] {
    const own = this.container?.querySelectorAll<HTMLIFrameElement>('iframe');
    if (own?.length) return [...own];
    return [...safeDocument.querySelectorAll<HTMLIFrameElement>('.razorpay-checkout-frame')];
  }

  /** Calls back with each message from the frame; returns a function that stops listening. */
  listen(onMessage: () => void): () => void {
    const listener = ({source}: MessageEvent) => {
      if (this.frames().some(({contentWindow}) => source === contentWindow)) onMessage();
    };
    addEventListener('message', listener);
    return () => removeEventListener('message', listener);
  }

  /**
   * Calls back once the frame has left the page; returns a function that stops watching. Out of a
   * dialog that is closed it moves, unless it `mustStay` and the browser would have it load again:
   * then nobody sees it any more, and it has left too.
   */
  watchLeaving(onLeft: () => void, mustStay: () => boolean): () => void {
    const frames = this.frames();
    const observer = new MutationObserver(() => {
      if (frames.length && !frames.some(({isConnected}) => isConnected)) onLeft();
      // What stands in a dialog that is closed has no place on the screen.
      else if (this.isShown && !this.container?.getClientRects().length) {
        if (mustStay() && !canMove()) onLeft();
        else {
          this.#place();
          this.#raise();
          look();
          frames[0]?.focus();
        }
      }
    });
    const look = () => {
      for (const root of rootsOf(this.container)) {
        observer.observe(root, {childList: true, subtree: true, attributeFilter: ['open']});
      }
    };
    look();
    return () => observer.disconnect();
  }

  #place(): void {
    const container = this.container;
    const place = usablePlace();
    if (!container || container.parentNode === place) return;
    if (canMove() && container.isConnected) place.moveBefore(container, null);
    else place.append(container);
  }

  /** Shows it above all of the page, popovers too, where the browser has such a layer. */
  #raise(): void {
    const container = this.container;
    if (!container) return;
    // Libraries for dialogs hide all that stands beside their own.
    container.inert = false;
    container.removeAttribute('aria-hidden');
    container.style.cssText += PLAIN;
    if (!('popover' in container)) return;
    container.popover = 'manual';
    if (!container.matches(':popover-open')) container.showPopover();
  }
}

/** What a node is in: the trees of components, and the document. */
function rootsOf(node: Node | undefined): Node[] {
  const root = node?.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [document];
}
