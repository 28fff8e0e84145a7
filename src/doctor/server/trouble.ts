import {readErrorReply} from '../../wire/merchant.js';
import {unseen, wrong, type Finding} from '../model/finding.js';
import {quote} from '../model/quote.js';
import type {Answer} from './ask.js';
import {sentOn} from './sent-on.js';

/** The reason that an answer gives, in whichever of the agreed ways. */
export function reasonOf({json}: Answer): {code: string; description: string} | undefined {
  const {failure_code, failure_reason} = Object(json) as Record<string, unknown>;
  if (typeof failure_code === 'string' && typeof failure_reason === 'string')
    return {code: quote(failure_code), description: quote(failure_reason)};
  const error = readErrorReply(json);
  return error && {code: quote(error.code), description: quote(error.description)};
}

/** Whether an answer says in the kit's words that there is nothing at its address. */
export const isNowhere = (answer: Answer): boolean =>
  answer.status === 404 && (reasonOf(answer)?.code ?? 'NOT_FOUND') === 'NOT_FOUND';

/** Whether a route has answered that has a page for each address for which the server has nothing. */
export const isCaughtByPage = (answer: Answer): boolean =>
  answer.status < 300 && answer.json === undefined && pageOf(answer) !== '';

/**
 * What is wrong with an answer whoever asks, or why it says nothing; undefined where it is one that
 * the endpoint itself has given.
 */
export function troubleOf(method: string, answer: Answer): Finding | undefined {
  const {status} = answer;
  const reason = reasonOf(answer);
  const told = reason ? `: "${reason.description.replace(/\.$/, '')}"` : '';
  if (status >= 300 && status < 400) return sentOn(answer);
  if (status === 429)
    return unseen('answers 429: it is asked too often just now.', 'Try again in a while.');
  if (status === 405 || status === 501)
    return wrong(
      `answers ${status}: this address does not take ${method}.`,
      `Have it take ${method}, or write the address that does.`,
    );
  if (status >= 500)
    return wrong(
      `answers ${status}${told || pageOf(answer)}.`,
      'Look into the log of the server: it has the cause.',
    );
  if (isNowhere(answer))
    return {
      ...wrong(
        told
          ? `answers 404${told}.`
          : `answers 404${pageOf(answer)}: nothing takes ${method} at this address.`,
        'Write the address that it has. Before /verify, /webhook and the others stands the path that the kit is mounted at, its basePath: --server https://shop.example/checkout, for example.',
      ),
      isNowhere: true,
    };
  if (status === 415)
    return wrong(
      `answers 415${told}.`,
      'Read JSON: it is sent as "Content-Type: application/json".',
    );
  if ((status === 401 || status === 403) && !reason)
    return wrong(
      `answers ${status}: a login, a firewall or a check against forged forms stands in front of it.`,
      'Let this address through without: whoever asks has no login and no token. The kit checks what is sent by itself.',
    );
  if (status < 300 && answer.json === undefined)
    return {
      ...wrong(
        `answers ${status}${contentOf(answer)}.`,
        'Answer JSON. Where a page comes instead, another server or route than yours has answered.',
      ),
      ...(isCaughtByPage(answer) && {isNowhere: true}),
    };
  return undefined;
}

function contentOf(answer: Answer): string {
  if (answer.isCut) return ' with more than anybody reads';
  return pageOf(answer) || (answer.text.trim() ? ' with what is no JSON' : ' with nothing');
}

/** Says whether a page came. */
const pageOf = ({headers, text}: Answer): string =>
  (headers.get('Content-Type') ?? '').includes('html') || /^\s*<(!doctype|html)/i.test(text)
    ? ' with a page of HTML'
    : '';
