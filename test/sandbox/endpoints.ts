import {createServer, type IncomingHttpHeaders} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What an endpoint answers: JSON with 200, `[status, JSON]`, or nothing at all. */
export type Answer = object | readonly [status: number, body: unknown] | 'silence';

export interface EndpointCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Answering = (body: Record<string, unknown>) => Answer | Promise<Answer>;

/** A merchant's server with the three endpoints, whose answers a test may replace. */
export interface Endpoints {
  readonly url: string;
  readonly calls: EndpointCall[];
  readonly answers: Record<string, Answer | Answering>;
  /** The calls of one path. */
  asked(path: string): EndpointCall[];
  close(): void;
}

export const METHODS = [
  {
    id: '1',
    name: 'Standard',
    description: 'Within 5 days',
    serviceable: true,
    shipping_fee: 4_000,
    cod: true,
    cod_fee: 3_000,
  },
  {
    id: '2',
    name: 'Express',
    description: 'Tomorrow',
    serviceable: true,
    shipping_fee: 9_900,
    cod: false,
    cod_fee: 0,
  },
];

const promotion = {
  reference_id: 'ref_1',
  type: 'coupon',
  code: 'TEA50',
  value: 5_000,
  value_type: 'fixed_amount',
  description: '₹50 off',
};

/** The documented shape, with the requested address echoed. */
export const shippingInfo =
  (methods: readonly object[]) =>
  ({addresses}: Record<string, unknown>): Answer => ({
    addresses: (addresses as object[]).map((address) => ({...address, shipping_methods: methods})),
  });

export async function startEndpoints(): Promise<Endpoints> {
  const calls: EndpointCall[] = [];
  const answers: Endpoints['answers'] = {
    '/shipping-info': shippingInfo(METHODS),
    '/promotions': {promotions: [{code: 'TEA50', summary: '₹50 off'}]},
    '/promotions/apply': ({code}) =>
      code === 'TEA50'
        ? {promotion}
        : [400, {failure_code: 'INVALID_PROMOTION', failure_reason: 'There is no such coupon.'}],
  };
  const server = createServer((request, response) => {
    void (async () => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      const path = request.url ?? '';
      const body = JSON.parse(text) as Record<string, unknown>;
      calls.push({path, headers: request.headers, text, body});
      const given = answers[path] ?? [404, {}];
      const answer = typeof given === 'function' ? await (given as Answering)(body) : given;
      if (answer === 'silence') return;
      const [status, json] = (Array.isArray(answer) ? answer : [200, answer]) as [number, unknown];
      response.writeHead(status, {'Content-Type': 'application/json'});
      response.end(typeof json === 'string' ? json : JSON.stringify(json));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answers,
    asked: (path) => calls.filter((call) => call.path === path),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
