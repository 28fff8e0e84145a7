import {right, unseen, wrong, type Finding} from '../model/finding.js';
import {isPrivate} from '../model/private-address.js';

/**
 * Hosts that Razorpay refuses for webhooks.
 *
 * https://razorpay.com/docs/webhooks/validate-test/
 */
const REFUSED_HOSTS =
  /(^|\.)(ngrok\.io|loca\.lt|webhook\.site|requestbin\.com|hookbin\.com|beeceptor\.com|mockbin\.org|burpcollaborator\.net|oast\.pro|interact\.sh|canarytokens\.com|onion)$|razorpay/;

/** Whether Razorpay's servers get to an address: they use the public internet, https, and its ports. */
export function lookAtReach(base: string): Finding {
  const {protocol, hostname, port} = new URL(base);
  if (isPrivate(base))
    return unseen(
      `${hostname} is of this machine or network: the sandbox gets there, Razorpay does not.`,
      'Before going live, ask the doctor again with the public address.',
    );
  if (REFUSED_HOSTS.test(hostname))
    return wrong(
      `${hostname} is a name that Razorpay refuses for webhooks.`,
      'Put the server on a public name of your own.',
    );
  if (protocol !== 'https:')
    return wrong(
      'is not encrypted: payments and codes can be read and changed on the way.',
      'Serve it with https, and enter the addresses with https in the dashboard.',
    );
  if (port !== '')
    return wrong(`port ${port} is none that Razorpay sends webhooks to.`, 'Serve it at 443.');
  return right(`${hostname} has a public name and https.`);
}
