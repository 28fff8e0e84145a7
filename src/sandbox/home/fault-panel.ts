import {html} from 'hono/html';
import {
  areaOf,
  describeFault,
  FAULT_NAMES,
  type FaultArea,
  type FaultName,
} from '../faults/fault-table.js';
import type {ActiveFault, Faults} from '../faults/faults.js';
import type {Markup} from './markup.js';

const AREAS: Readonly<Record<FaultArea, string>> = {
  script: 'Page script',
  frame: 'Checkout',
  magic: 'Magic Checkout',
  handler: 'Result for the page',
  webhook: 'Webhook',
  rest: 'REST API',
  payment: 'Payment',
  mandate: 'Mandate',
  charge: 'Debit of a mandate',
  gateway: 'POS gateway',
  device: 'POS device',
};

/** The switches of all faults. Each is a submit button of one form, so they need no script. */
export function faultPanel(active: readonly ActiveFault[]): Markup {
  return html`<form method="post" action="/faults" aria-labelledby="faults">
    <div class="bar">
      <h2 id="faults">What goes wrong</h2>
      <label class="once"><input type="checkbox" name="once" /> Only the next time</label>
      ${active.length ? html`<button class="off" name="off" value="all">Switch all off</button>` : ''}
    </div>
    <div class="areas">
      ${(Object.keys(AREAS) as FaultArea[]).map(
        (area) =>
          html`<div class="card" role="group" aria-label="${AREAS[area]}">
            <h3>${AREAS[area]}</h3>
            ${FAULT_NAMES.filter((name) => areaOf(name) === area).map((name) =>
              faultSwitch(
                name,
                active.find((fault) => fault.name === name),
              ),
            )}
          </div>`,
      )}
    </div>
    <p class="hint">
      One of each group at a time. For a single page, add them to the address of its script:
      <code>magic-checkout.js?fault=script-slow:2,handler-lost</code>
    </p>
  </form>`;
}

function faultSwitch(name: FaultName, active: ActiveFault | undefined): Markup {
  return html`<button
    role="switch"
    aria-checked="${active ? 'true' : 'false'}"
    name="${active ? 'off' : 'on'}"
    value="${name}"
  >
    <span>
      <strong>${name}</strong
      >${active && Number.isFinite(active.times) ? ` · ${active.times}×` : ''}
      <small>${describeFault(name)}</small>
    </span>
    <span class="track" aria-hidden="true"></span>
  </button>`;
}

/** Switches what the pressed button of the panel names. */
export function pressSwitch(faults: Faults, form: ReadonlyMap<string, string>): void {
  const [on, off, once] = ['on', 'off', 'once'].map((name) => form.get(name));
  if (off === 'all') faults.clear();
  else if (off !== undefined) faults.clear(areaOf(off as FaultName));
  else if (on !== undefined) {
    const area = areaOf(on as FaultName);
    faults.set({[area]: on.slice(area.length + 1)}, once ? {times: 1} : {});
  }
}
