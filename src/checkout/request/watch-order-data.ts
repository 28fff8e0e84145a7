/** Elements whose attributes are watched. */
const watched = new WeakSet<Element>();

/** Calls back whenever attributes say that something else is bought; once only, for each element. */
export function watchOrderData(host: Element, changed: () => void): void {
  if (watched.has(host)) return;
  watched.add(host);
  new MutationObserver((changes) => {
    if (changes.some(({attributeName}) => /^(data-order-|order-data$)/.test(attributeName ?? '')))
      changed();
  }).observe(host, {attributes: true});
}
