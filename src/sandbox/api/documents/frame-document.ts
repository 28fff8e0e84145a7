import type {Context} from 'hono';
import {staySilent} from '../broken-reply.js';
import type {Faults} from '../../faults/faults.js';
import framePage from '../../browser/frame/frame.html?raw';

/** The document of the checkout. With options it opens by itself, and needs no page around it. */
export function frameDocument(
  context: Context,
  faults: Faults,
  options?: Readonly<Record<string, unknown>>,
): Response | Promise<Response> {
  const fault = faults.take('frame', {page: context.req.query('fault')}, 'hangs', 'silent');
  if (fault?.word === 'hangs') return staySilent(context);
  const text = fault
    ? '<!doctype html><title>Sandbox</title>'
    : framePage.replace('<body>', (body) => (options ? body + optionsBlock(options) : body));
  return context.html(text);
}

/** Data that no value in it can end. */
const optionsBlock = (options: object): string =>
  `<script type="application/json" id="options">${JSON.stringify(options).replaceAll('<', '\\u003c')}</script>`;
