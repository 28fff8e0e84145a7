import {wrong, type Finding} from '../model/finding.js';
import {withoutQuery} from '../model/quote.js';
import type {Answer} from './ask.js';

/** How an address differs from the one that was asked, and what to do about it. */
const WAYS = {
  same: {
    says: 'to the same address again, so that nobody ever arrives',
    fix: 'Look for the rule that sends on: one for https or for a host name, where the server is asked by http behind what has the certificate.',
  },
  https: {says: 'to https', fix: 'Write the address with https://.'},
  slash: {
    says: 'to the address with a slash at its end',
    fix: 'Write the address with the slash, as the server has it.',
  },
  noSlash: {
    says: 'to the address without a slash at its end',
    fix: 'Write the address without the slash, as the server has it.',
  },
} as const;
type Way = keyof typeof WAYS;

/** Says where a redirect leads. Nobody who asks follows one: what they send is for the address alone. */
export function sentOn({url, status, headers}: Answer): Finding {
  const location = headers.get('Location');
  if (location === null || !URL.canParse(location, url))
    return wrong(
      `answers ${status}, a redirect that leads nowhere.`,
      'Have the address answer itself; look for what sends on without a Location.',
    );
  const to = new URL(location, url);
  const way = wayOf(new URL(url), to);
  if (way !== undefined)
    return wrong(
      `answers ${status} and sends on ${WAYS[way].says}. Whoever asks does not follow.`,
      WAYS[way].fix,
    );
  if (bare(to) === bare(new URL(url)))
    return wrong(
      `answers ${status} and sends on to ${to.origin}. Whoever asks does not follow.`,
      'Write the address with that beginning.',
    );
  return wrong(
    `answers ${status} and sends on to ${withoutQuery(to.href)}. Whoever asks does not follow.`,
    'Write the address that answers itself. If it leads to a login, take that away: nobody who asks can sign in.',
  );
}

/** How the address of a redirect differs, where it is the same place; undefined where it is another. */
function wayOf(from: URL, to: URL): Way | undefined {
  if (from.hostname !== to.hostname || bare(from) !== bare(to)) return undefined;
  if (from.protocol !== to.protocol) return to.protocol === 'https:' ? 'https' : undefined;
  if (from.port !== to.port) return undefined;
  if (from.pathname === to.pathname) return 'same';
  return to.pathname.endsWith('/') ? 'slash' : 'noSlash';
}

const bare = ({pathname}: URL): string => pathname.replace(/\/$/, '');
