import {Hono} from 'hono';
import {csrf} from 'hono/csrf';
import {ApiError} from '../model/api-error.js';
import {formTexts} from '../runtime/form-texts.js';
import {pressSwitch} from './fault-panel.js';
import {homePage, type HomeSettings} from './home-page.js';
import liveScript from './live.ts?classic';

/** The page that a person opens at `/`, and its form. */
export function home(settings: HomeSettings): Hono {
  const app = new Hono();
  app.get('/', (context) => context.html(homePage(settings)));
  app.get('/home.js', (context) =>
    context.body(liveScript, 200, {'Content-Type': 'text/javascript; charset=utf-8'}),
  );
  // Without this another site in the same browser could post the form and switch faults.
  app.post('/faults', csrf(), async (context) => {
    const form = await formTexts(context.req);
    if (!form) throw new ApiError('The body is no form that can be read.');
    pressSwitch(settings.faults, form);
    return context.redirect('/', 303);
  });
  return app;
}
