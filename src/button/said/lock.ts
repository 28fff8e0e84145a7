import {safeDocument} from '../../checkout/shell/safe-document.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * By the object model, which a strict content security policy allows. A line of the label stays as
 * high, and a press goes through.
 */
const LOCK =
  'inline-size:1.1em;margin:0 0.2em;vertical-align:-0.2em;fill:none;stroke:currentColor;pointer-events:none';

/**
 * Draws a lock by strokes in the colour of the text: forced colours leave them, and would take a
 * background away. It says nothing that a screen reader would have to read.
 */
export function lock(): Element {
  const icon = safeDocument.createElementNS(SVG, 'svg') as SVGElement;
  icon.setAttribute('viewBox', '0 0 12 12');
  icon.setAttribute('aria-hidden', 'true');
  icon.style.cssText = LOCK;
  const path = safeDocument.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M2.5 5.5h7v5h-7zM4 5.5v-2a2 2 0 0 1 4 0v2');
  icon.append(path);
  return icon;
}
