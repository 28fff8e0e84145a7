import {sayMisspelt} from './say-misspelt.js';
import {misspeltOptions} from './spelling/misspelt-options.js';

const said = new Set<string>();

/** Names what is misspelt of a checkout that a script begins, once. */
export function adviseOptions(asked: object): void {
  for (const each of misspeltOptions(asked)) {
    const {what, fix} = sayMisspelt('startCheckout()', each);
    if (!said.has(what)) console.warn(`rzp-magic-button: ${what} ${fix}`);
    said.add(what);
  }
}
