// Plays the merchant's server and the vendor's host for the unit tests, over real requests.
//
// What an address answers stands in its query: `answers` is a JSON list, one answer per call, the
// last one for all further calls. An answer is `{status?, json?, html?, headers?}`, or
// `{drop: true}` (the connection breaks half-way), or `{hold: true}` (nothing, until `/release`).
//
//   /shop/NAME?answers=…     an endpoint of the merchant
//   /vendor/NAME?answers=…   a script; `{script: 'constructor' | 'nothing'}`
//   /calls?of=/shop/NAME     what was asked of an address so far
//   /release?of=/vendor/NAME lets go what is held there, now and later

const calls = new Map();
const gates = new Map();

/** A constructor of its own at each load, made from what the test left at `window.vendor`. */
const SCRIPTS = {
  constructor: `{
    const {config} = window.Razorpay ?? {};
    window.Razorpay = class extends (window.vendor ?? Object) {};
    Object.assign(window.Razorpay, {source: document.currentScript.src, config});
  }`,
  nothing: 'void 0;',
};

function gate(path) {
  if (!gates.has(path)) {
    let open;
    const opened = new Promise((resolve) => (open = resolve));
    gates.set(path, {opened, open});
  }
  return gates.get(path);
}

const read = async (stream) => {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

async function answer({path, query, method, req, res}) {
  const answers = JSON.parse(query.answers ?? '[{}]');
  const asked = calls.get(path) ?? [];
  calls.set(path, asked);
  const call = {method, headers: req.headers, query: new URL(req.url, 'http://x').search, body: ''};
  asked.push(call);
  const {
    status = 200,
    json = {},
    html,
    script,
    headers,
    ...fate
  } = answers[asked.length - 1] ?? answers.at(-1);
  call.body = await read(req);
  if (fate.hold) await gate(path).opened;
  if (fate.drop) {
    // Inside the body: a browser repeats by itself what broke before the first byte.
    res.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': '1000'});
    res.write('{"', () => res.socket.destroy());
    return;
  }
  const type = script ? 'text/javascript' : html ? 'text/html' : 'application/json';
  res.writeHead(status, {'Content-Type': type, 'Cache-Control': 'no-store', ...headers});
  res.end(script ? SCRIPTS[script] : (html ?? JSON.stringify(json)));
}

export async function testServer(ctx, next) {
  const of = String(ctx.query.of);
  // A page in a sandboxed frame has no origin, and imports the sources all the same.
  ctx.set('Access-Control-Allow-Origin', '*');
  if (/^\/(shop|vendor)\//.test(ctx.path)) {
    // Past the runner, which keeps what it has served once.
    ctx.respond = false;
    await answer(ctx);
  } else if (ctx.path === '/calls') ctx.body = calls.get(of) ?? [];
  else if (ctx.path === '/release') {
    gate(of).open();
    ctx.body = {};
  } else await next();
}
