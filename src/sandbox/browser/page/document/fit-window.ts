/** What the checkout needs of height. */
const LEAST_HEIGHT_PX = 460;
/** Below this the container scrolls with the page. */
const FIXED_FROM_PX = 450;
/** So far the page may be scrolled before the checkout is brought back. */
const SCROLL_SLACK_PX = 120;

/** Fits the checkout to an iPhone's window, whose height changes with its keyboard and its bars. */
export function fitHeight(container: HTMLElement, iframe: HTMLElement): void {
  const height = window.innerHeight || screen.height;
  container.style.position = height < FIXED_FROM_PX ? 'absolute' : 'fixed';
  iframe.style.height = `${Math.max(height, LEAST_HEIGHT_PX)}px`;
}

/** Scrolls the page to where the checkout is. */
export function scrollToCheckout(): void {
  const hidden = Math.max(0, LEAST_HEIGHT_PX - window.innerHeight);
  const isTooFar = window.scrollY > hidden + SCROLL_SLACK_PX;
  if (hidden === 0 || isTooFar) window.scrollTo({top: hidden, behavior: 'smooth'});
}
