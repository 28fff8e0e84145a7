import {isSandboxKey} from '../../wire/ids.js';
import type {Finding} from './report.js';

/** Says that a key of the sandbox would be taken to Razorpay, where it is nobody's. */
export const sandboxKey = (keyId: unknown, scriptUrl: unknown): readonly Finding[] =>
  isSandboxKey(keyId) && !scriptUrl
    ? [
        {
          what: 'The key is the sandbox’s, and script-url is missing: Razorpay’s own checkout would open, which knows neither key nor order.',
          fix: 'Write script-url="…", the address that the sandbox prints: http://127.0.0.1:4000/v1/magic-checkout.js, for example.',
        },
      ]
    : [];
