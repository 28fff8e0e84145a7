import type {Context} from 'hono';
import framePage from '../../browser/frame/frame.html?raw';
import type {Faults} from '../../faults/faults.js';
import {staySilent} from '../broken-reply.js';

/** The document of the checkout. With options in it, it opens by itself, without a page script. */
export function frameDocument(
  context: Context,
  faults: Faults,
  options?: Readonly<Record<string, unknown>>,
): Response | Promise<Response> {
  const fault = faults.take('frame', {pageFaults: context.req.query('fault')}, 'hangs', 'silent');
  if (fault?.word === 'hangs') return staySilent(context);
  const text = fault
    ? '<!doctype html><title>Sandbox</title>'
    : framePage.replace('<body>', (body) => (options ? body + optionsBlock(options) : body));
  return context.html(text);
}

/** The options as JSON in the document. No value can close the script element: `<` is escaped. */
const optionsBlock = (options: object): string =>
  `<script type="application/json" id="options">${JSON.stringify(options).replaceAll('<', '\\u003c')}</script>`;
