/** How often Razorpay's published script looks for a body. */
const POLL_MS = 99;

/** Does something as soon as the page has a body; a script in the head runs before there is one. */
export function whenBody(act: () => void): void {
  if (document.querySelector('body')) act();
  else setTimeout(() => whenBody(act), POLL_MS);
}
