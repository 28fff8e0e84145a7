/* global Request, Response */
// One of the servers that verify.js measures: `node verify-server.js KIND [ORDERS] [DATABASE]`.
// Sends `{port, bodies}` to its parent, and how many statements it ran when it is asked.
import express from 'express';
import {createHmac, timingSafeEqual} from 'node:crypto';
import {createServer} from 'node:http';
import {validatePaymentVerification} from 'razorpay/dist/utils/razorpay-utils.js';
import {createCheckout, signPayment, toNodeHandler} from 'rzp-magic-button/server.js';
import {postgresLedger} from 'rzp-magic-button/server/postgres.js';
import {sqliteLedger} from 'rzp-magic-button/server/sqlite.js';

const [kind, count = '1', place = ':memory:'] = process.argv.slice(2);
const SECRET = 'sandbox_secret';
const TEA = {
  sku: 'tea',
  variantId: 'tea',
  name: 'Tea',
  description: 'Tea',
  price: 50_000,
  offerPrice: 50_000,
  quantity: 1,
  taxAmount: 0,
};

const response = async (orderId) => {
  const paymentId = orderId.replace('order', 'pay');
  return JSON.stringify({
    razorpay_payment_id: paymentId,
    razorpay_order_id: orderId,
    razorpay_signature: await signPayment(SECRET, {orderId, paymentId}),
  });
};
const orderIds = Array.from({length: Number(count)}, (_, i) => `order_${i + 1}`);

/** The same check and nothing else. */
function bare() {
  return createServer((request, reply) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks));
      const digest = createHmac('sha256', SECRET)
        .update(`${body.razorpay_order_id}|${body.razorpay_payment_id}`)
        .digest();
      const isSigned = timingSafeEqual(digest, Buffer.from(body.razorpay_signature, 'hex'));
      reply.writeHead(isSigned ? 200 : 400, {'Content-Type': 'application/json'});
      reply.end(JSON.stringify({status: isSigned ? 'paid' : 'unconfirmed'}));
    });
  });
}

/** As the SDK's documentation shows it. */
function sdk() {
  const app = express();
  app.use(express.json());
  app.post('/verify', (request, reply) => {
    const {razorpay_order_id, razorpay_payment_id, razorpay_signature} = request.body;
    const isSigned = validatePaymentVerification(
      {order_id: razorpay_order_id, payment_id: razorpay_payment_id},
      razorpay_signature,
      SECRET,
    );
    reply.status(isSigned ? 200 : 400).json({status: isSigned ? 'paid' : 'unconfirmed'});
  });
  return createServer(app);
}

const statements = {verify: 0, delivery: 0};

/** Counts what the kit asks of the database, and apart what `afterStatus` takes after the answer. */
function counted(ledger) {
  const deletes = new WeakSet();
  // Kysely asks its executor for every query, but for BEGIN and COMMIT.
  const counter = {
    transformQuery: ({node, queryId}) => {
      if (node.kind === 'DeleteQueryNode') deletes.add(queryId);
      return node;
    },
    transformResult: ({result, queryId}) => {
      statements[deletes.has(queryId) ? 'delivery' : 'verify']++;
      return Promise.resolve(result);
    },
  };
  return {
    db: ledger.db.withPlugin(counter),
    transaction: (work) => ledger.transaction((tx) => work(tx.withPlugin(counter))),
    close: () => ledger.close(),
  };
}

async function kit(ledger) {
  let made = 0;
  const checkout = createCheckout({
    razorpay: {keyId: 'rzp_test_Sandbox0000001', keySecret: SECRET},
    // Of a repeated verify nothing is counted: that would count as its time.
    ledger: orderIds.length > 1 ? counted(ledger) : ledger,
    price: () => ({lineItems: [TEA]}),
    onStatus: () => undefined,
    ...(place !== ':memory:' && {afterStatus: () => undefined}),
    // Razorpay answers at once: its network is not what is measured.
    fetch: (url, {method}) => {
      const {pathname} = new URL(url);
      const id = method === 'POST' ? `order_${++made}` : pathname.split('/')[3];
      return Promise.resolve(
        Response.json(
          pathname.startsWith('/v1/payments')
            ? {
                id,
                order_id: id.replace('pay', 'order'),
                amount: 50_000,
                currency: 'INR',
                status: 'captured',
                method: 'upi',
              }
            : {
                id,
                amount: 50_000,
                currency: 'INR',
                status: made < orderIds.length ? 'created' : 'paid',
                attempts: 1,
                line_items_total: 50_000,
              },
        ),
      );
    },
  });
  for (let i = 0; i < orderIds.length; i++) {
    const reply = await checkout.orders(
      new Request('http://localhost/orders', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': String(i).padStart(22, 'x'),
        },
        body: '{}',
      }),
    );
    if (!reply.ok) throw new Error(await reply.text());
  }
  Object.assign(statements, {verify: 0, delivery: 0});
  return createServer(toNodeHandler(checkout.fetch));
}

const SERVERS = {
  bare,
  sdk,
  sqlite: async () => kit(await sqliteLedger(place)),
  postgres: async () => kit(await postgresLedger({connectionString: place})),
};

const server = await SERVERS[kind]();
server.listen(0, '127.0.0.1', async () => {
  process.send({port: server.address().port, bodies: await Promise.all(orderIds.map(response))});
});
process.on('message', () => process.send(statements));
