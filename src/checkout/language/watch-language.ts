/** Who is told, and how. */
const speakers = new Map<Element, () => void>();
const WATCHED = {subtree: true, attributeFilter: ['lang']};

/** Made where it is used: the checkout is imported in Node too, which has none. */
let observer: MutationObserver | undefined;

const tell = () => {
  forgetLost();
  for (const changed of [...speakers.values()]) changed();
};

/** Tells an element, for as long as it is on the page, that the page says another language of a place. */
export function watchLanguage(speaker: Element, changed: () => void): void {
  observer ??= new MutationObserver(tell);
  forgetLost();
  speakers.set(speaker, changed);
  // A component is observed by itself.
  let root = speaker.getRootNode();
  observer.observe(root, WATCHED);
  while (root instanceof ShadowRoot) {
    root = root.host.getRootNode();
    observer.observe(root, WATCHED);
  }
}

function forgetLost(): void {
  for (const speaker of speakers.keys()) if (!speaker.isConnected) speakers.delete(speaker);
}
