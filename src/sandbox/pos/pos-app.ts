import {Hono} from 'hono/tiny';
import {csrf} from 'hono/csrf';
import type {Device} from '../account/devices/device.js';
import type {Devices} from '../account/devices/devices.js';
import type {Terminals} from '../account/devices/terminals.js';
import type {DeviceCard} from '../account/devices/wallet.js';
import deviceScript from '../browser/device/device-script.ts?classic';
import {ApiError} from '../model/api-error.js';
import {formTexts} from '../runtime/form-texts.js';
import {devicePage} from './device-page.js';
import {readerOf} from '../upi/words/languages.js';
import {upiRequestPage} from './upi-request-page.js';

/** The pages of the POS devices, and of the UPI app that their codes lead to. All are forms, so they need no script. */
export function posApp({devices}: {readonly devices: Devices}): Hono {
  const {book} = devices;
  const app = new Hono();

  app.get('/device', (context) =>
    context.html(devicePage(book.find(), book.all(), new URL(context.req.url).origin)),
  );
  app.get('/device.js', (context) =>
    context.body(deviceScript, 200, {'Content-Type': 'text/javascript; charset=utf-8'}),
  );
  app.get('/device/:id', (context) => {
    const device = book.find(context.req.param('id'));
    return context.html(devicePage(device, book.all(), new URL(context.req.url).origin));
  });

  // Without this another site in the same browser could press the keys.
  app.post('/device/:id', csrf(), async (context) => {
    const id = context.req.param('id');
    const form = await formTexts(context.req);
    press(devices, book.find(id), form?.get('press') ?? '');
    return context.redirect(`/device/${encodeURIComponent(id)}`, 303);
  });

  // The code on the screen of a device leads here: the shopper's phone.
  app.get('/upi/device/:activity', (context) =>
    context.html(upiRequestPage(saleOf(devices, context.req.param('activity')), readerOf(context))),
  );
  app.post('/upi/device/:activity', csrf(), async (context) => {
    const activity = context.req.param('activity');
    const device = saleOf(devices, activity);
    const answer = (await formTexts(context.req))?.get('press');
    if (device && answer !== undefined) press(devices, device, answer);
    const {search} = readerOf(context);
    return context.redirect(`/upi/device/${encodeURIComponent(activity)}${search}`, 303);
  });
  return app;
}

/** The device on which an activity is, or was last. */
const saleOf = ({book}: Devices, activity: string): Device | undefined =>
  book.all().find(({sale}) => sale?.activity.id === activity);

/** What can be pressed on the pages, and with what: `tap:visa`, `key:5`. */
const PRESSES: Readonly<
  Record<string, (terminals: Terminals, device: Device, value: string) => void>
> = {
  tap: (terminals, device, card) => terminals.tap(device, card as DeviceCard),
  show: (terminals, device, what) => terminals.choose(device, what === 'qr' ? 'qr' : 'ready'),
  key: (terminals, device, key) => terminals.key(device, key),
  approve: (terminals, device) => terminals.payByUpi(device),
  decline: (terminals, device) => terminals.declineUpi(device),
  cable: (_terminals, device, end) => void (device.isConnected = end === 'in'),
  tear: (_terminals, device) => void (device.receipt = undefined),
};

/** Does what was pressed. Where till or clock were faster it can't be done any more, as the screen shows then. */
function press({terminals}: Devices, device: Device, pressed: string): void {
  const [action = '', value = ''] = pressed.split(':');
  const act = Object.hasOwn(PRESSES, action) ? PRESSES[action] : undefined;
  if (!act) throw new ApiError(`There is nothing to press that is called "${action}".`);
  try {
    act(terminals, device, value);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
