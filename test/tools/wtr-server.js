// Plays the merchant's server and the vendor's host for the unit tests, over real requests.
//
// What an address answers stands in its query: `answers` is a JSON list, one answer per call, the
// last one for all further calls. An answer is `{status?, json?, html?, headers?}`, or
// `{drop: true}` (the connection breaks half-way), or `{hold: true}` (nothing, until `/release`).
//
//   /shop/NAME?answers=…     an endpoint of the merchant
//   /vendor/NAME?answers=…   a script; `{script: 'constructor' | 'nothing'}`
//   /calls?of=/shop/NAME     what was asked of an address so far
//   /release?of=/vendor/NAME lets go what is held there

const calls = new Map();
const held = new Map();

/** A constructor of its own at each load, made from what the test left at `window.vendor`. */
const SCRIPTS = {
  constructor: `{
    const {config} = window.Razorpay ?? {};
    window.Razorpay = class extends (window.vendor ?? Object) {};
    Object.assign(window.Razorpay, {source: document.currentScript.src, config});
  }`,
  nothing: 'void 0;',
};

const read = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

/** Breaks off inside the body: a browser repeats by itself what broke before the first byte. */
function drop(ctx) {
  ctx.respond = false;
  ctx.res.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': '1000'});
  ctx.res.write('{"', () => ctx.res.socket.destroy());
}

async function answer(ctx) {
  const answers = JSON.parse(ctx.query.answers ?? '[{}]');
  const asked = calls.get(ctx.path) ?? [];
  calls.set(ctx.path, asked);
  asked.push({method: ctx.method, headers: ctx.headers, body: await read(ctx.req)});
  const {status, json, html, script, headers, ...fate} =
    answers[asked.length - 1] ?? answers.at(-1);
  if (fate.drop) return drop(ctx);
  if (fate.hold) {
    await new Promise((resolve) => held.set(ctx.path, [...(held.get(ctx.path) ?? []), resolve]));
  }
  ctx.set({'Cache-Control': 'no-store', ...headers});
  ctx.type = script ? 'js' : html ? 'html' : 'json';
  ctx.body = script ? SCRIPTS[script] : (html ?? JSON.stringify(json ?? {}));
  ctx.status = status ?? 200;
}

export async function testServer(ctx, next) {
  const of = String(ctx.query.of);
  if (/^\/(shop|vendor)\//.test(ctx.path)) await answer(ctx);
  else if (ctx.path === '/calls') ctx.body = calls.get(of) ?? [];
  else if (ctx.path === '/release') {
    for (const go of held.get(of) ?? []) go();
    held.delete(of);
    ctx.body = {};
  } else await next();
}
