import {MagicSample} from './magic-sample.js';
import {PosSample} from './pos-sample.js';

// The gallery: each button is put into the state that it is a sample of.

customElements.define('rzp-magic-button', MagicSample);
customElements.define('rzp-pos-button', PosSample);

const form = document.querySelector<HTMLFormElement>('#knobs');

/** Counts what was chosen: an answer that comes late shows nothing. */
let choices = 0;

form?.addEventListener('change', () => void choose(form));
void showSamples();

/** Shows what was chosen without leaving the knob. */
async function choose(form: HTMLFormElement): Promise<void> {
  const choice = ++choices;
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') query.set(name, value);
  const address = `${location.pathname}?${query.toString()}`;
  const page = await (await fetch(address)).text();
  if (choice !== choices) return;
  const fresh = new DOMParser().parseFromString(page, 'text/html');
  const samples = fresh.querySelector('#samples');
  // Without the script a page has to be loaded without it.
  if (!samples || query.has('unscripted')) {
    location.assign(address);
    return;
  }
  document.documentElement.dataset.scheme = fresh.documentElement.dataset.scheme ?? '';
  document.querySelector('#samples')?.replaceWith(samples);
  history.replaceState(null, '', address);
  await showSamples();
}

async function showSamples(): Promise<void> {
  const samples = document.querySelector<HTMLElement>('#samples');
  const shown = [...(samples?.querySelectorAll('[data-sample]') ?? [])].map(async (button) => {
    if (button instanceof MagicSample || button instanceof PosSample) await button.showSample();
  });
  await Promise.all(shown);
  // Whoever takes a picture waits for it.
  if (samples) samples.dataset.shown = '';
}
