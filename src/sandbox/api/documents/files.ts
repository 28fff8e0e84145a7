import type {Context} from 'hono';
import {Hono} from 'hono/tiny';
import {WORDS} from '../../browser/frame/words/words.js';
import frameStyle from '../../browser/frame/frame.css?inline';
import frameScript from '../../browser/frame/frame.ts?classic';
import pageScript from '../../browser/page/page-script.ts?classic';
import type {Faults} from '../../faults/faults.js';
import type {Clock} from '../../runtime/clock.js';
import {dropConnection} from '../broken-reply.js';
import {frameDocument} from './frame-document.js';

const SCRIPT_TYPE = 'text/javascript; charset=utf-8';
/** What the frame's script finds its words by: vite.config.ts leaves their import to this name. */
const WORDS_SCRIPT = `var checkoutWords = ${JSON.stringify({WORDS})};`;
const checkoutScript = (isMagic: boolean) => `(function(IS_MAGIC){${pageScript}})(${isMagic});`;
const STYLE_TYPE = 'text/css; charset=utf-8';

/** The page scripts, and the document that they open with its script and style. */
export function files({faults, clock}: {faults: Faults; clock: Clock}): Hono {
  const app = new Hono();
  const script = (text: string) => async (context: Context) => {
    const fault = faults.take('script', {pageFaults: context.req.query('fault')});
    switch (fault?.word) {
      case '404':
        return file(context, 'Not found', 'text/plain', 404);
      case 'blocked':
        return dropConnection(context);
      case 'empty':
        return file(context, '', SCRIPT_TYPE);
      case 'slow':
        await clock.wait(fault.seconds);
    }
    return file(context, text, SCRIPT_TYPE);
  };

  app.get('/checkout.js', script(checkoutScript(false)));
  app.get('/magic-checkout.js', script(checkoutScript(true)));
  app.get('/checkout/public', (context) => frameDocument(context, faults));
  app.get('/checkout/words.js', (context) => file(context, WORDS_SCRIPT, SCRIPT_TYPE));
  app.get('/checkout/frame.js', (context) => file(context, frameScript, SCRIPT_TYPE));
  app.get('/checkout/frame.css', (context) => file(context, frameStyle, STYLE_TYPE));
  return app;
}

const file = (context: Context, text: string, type: string, status: 200 | 404 = 200): Response =>
  context.body(text, status, {'Content-Type': type, 'Access-Control-Allow-Origin': '*'});
