import {safeDocument} from '../shell/safe-document.js';

/**
 * Remembers what the vendor's script changes on a page when it opens (the body's overflow, the
 * viewport and theme-color metas) and returns a function that puts it back, for the endings after
 * which the script does not do so itself.
 */
export function snapshotPage(): () => void {
  const {overflow} = safeDocument.body.style;
  const metas = [...safeDocument.head.querySelectorAll(META)].map((meta) => ({
    meta,
    parent: meta.parentNode,
    next: meta.nextSibling,
  }));
  return () => {
    safeDocument.body.style.overflow = overflow;
    for (const meta of safeDocument.querySelectorAll(META)) {
      if (!metas.some((kept) => kept.meta === meta)) meta.remove();
    }
    for (const {meta, parent, next} of metas) {
      if (!meta.isConnected) parent?.insertBefore(meta, next?.parentNode === parent ? next : null);
    }
    for (const container of containers()) container.style.display = 'none';
  };
}

/** The overlays that the vendor's script keeps in the page, one per copy of it. */
export const containers = () => safeDocument.querySelectorAll<HTMLElement>('.razorpay-container');

const META = 'meta[name="viewport"], meta[name="theme-color"]';
