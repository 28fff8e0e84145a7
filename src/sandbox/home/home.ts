import type {Context} from 'hono';
import {Hono} from 'hono/tiny';
import {csrf} from 'hono/csrf';
import {ApiError} from '../model/api-error.js';
import {formTexts} from '../runtime/form-texts.js';
import {act, doneText} from './actions.js';
import {secondsOf} from './clock-panel.js';
import {pressSwitch} from './fault-panel.js';
import {homePage, type HomeSettings, type Notice} from './home-page.js';
import liveScript from './live.ts?classic';

/** The page that a person opens at `/`, and its forms. */
export function home(settings: HomeSettings): Hono {
  const {clock, faults, webhooks} = settings;
  const app = new Hono();
  const page = (context: Context, notice?: Notice, status: ApiError['status'] | 200 = 200) => {
    // Within a page of another site a press here would be a press of that site's making.
    context.header('X-Frame-Options', 'DENY');
    const {origin} = new URL(context.req.url);
    return context.html(homePage(settings, origin, notice), status);
  };

  app.get('/', (context) => {
    const done = context.req.query('done') ?? '';
    const text = done === 'clock' ? 'The clock is moved on.' : doneText(done);
    return page(context, text === undefined ? undefined : {kind: 'done', text});
  });
  app.get('/live.js', (context) =>
    context.body(liveScript, 200, {'Content-Type': 'text/javascript; charset=utf-8'}),
  );

  /** A form of the page: does what it says and leads back to the page, which says what came of it. */
  const takeForm = (
    path: string,
    take: (form: ReadonlyMap<string, string>) => Promise<string> | string,
  ): void => {
    // Without this another site in the same browser could post the form, and refund an order.
    app.post(path, csrf(), async (context) => {
      const form = await formTexts(context.req);
      if (!form) throw new ApiError('The body is no form that can be read.');
      try {
        return context.redirect(await take(form), 303);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return page(context, {kind: 'refused', text: error.message}, error.status);
      }
    });
  };
  takeForm('/faults', (form) => {
    pressSwitch(faults, form);
    return '/';
  });
  takeForm('/act', (form) => `/?done=${act(settings, form)}`);
  takeForm('/clock', async (form) => {
    await clock.advance(secondsOf(form), () => webhooks.settled());
    return '/?done=clock';
  });
  return app;
}
