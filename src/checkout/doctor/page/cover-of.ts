import {safeDocument} from '../../shell/safe-document.js';
import {tagOf} from './tag-of.js';

/** Returns what lies above the open checkout, as a tag; nothing where the shopper can reach it. */
export function coverOf(): string | undefined {
  const frame = safeDocument.querySelector('.razorpay-container .razorpay-checkout-frame');
  const {left, top, width, height} = frame?.getBoundingClientRect() ?? new DOMRect();
  if (!frame || !width || !height) return undefined;
  const root = frame.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  if (!hit || hit.contains(frame) || frame.parentElement?.contains(hit)) return undefined;
  return tagOf(hit.closest('dialog, [popover]') ?? hit);
}
