import {createServer, type IncomingHttpHeaders, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A delivery as the merchant's server got it. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  /** The event's name. */
  readonly event: string;
  readonly id: string;
}

/** A merchant's server that takes webhooks, and answers as a test wants it to. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
  names(): string[];
  /** 200 unless a test replaces it. */
  answer: (response: ServerResponse, received: Received) => unknown;
}

export async function receiveWebhooks(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const {event} = JSON.parse(raw) as {event: string};
      const id = String(request.headers['x-razorpay-event-id']);
      const delivery = {headers: request.headers, raw, event, id};
      received.push(delivery);
      receiver.answer(response, delivery);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    names: () => received.map(({event}) => event),
    answer: (response) => response.end(),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
