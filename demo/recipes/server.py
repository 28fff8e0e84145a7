"""A shop's server for <rzp-magic-button>, of Python's standard library alone (3.9 or newer). Run it with
RAZORPAY_KEY_ID=… RAZORPAY_KEY_SECRET=… python3 server.py, or by any WSGI server: it is `application`.
MISSING, and needed before real money; both call `tell_status(db, order_id)`, which may run again and again:
- The webhook (`payment.captured`), which tells of payments whose tab was closed. Compare X-Razorpay-Signature
  with the HMAC-SHA256 of the body's bytes under the webhook's own secret, take the order_id from
  `payload.payment.entity`, and answer 200; after an error 503, and it comes again.
- The sweep, which finds what the webhook lost. Every few minutes take the orders that have an order_id and no
  payment_id, for some days after created_at: banks may say yes late.
Left out: sessions, shipping, coupons, cash on delivery, refunds, rate limits. The kit for Node has them."""
import base64, contextlib, hashlib, hmac, http.client, json, os, pathlib, re, secrets, socketserver, sqlite3
import urllib.parse, urllib.request, wsgiref.simple_server as wsgi

KEY_ID, KEY_SECRET = (os.environ.get(f"RAZORPAY_KEY_{it}") or exit(f"Set RAZORPAY_KEY_{it}.") for it in ("ID", "SECRET"))
RAZORPAY = os.environ.get("RAZORPAY_BASE_URL", "https://api.razorpay.com")  # or where the sandbox is
DATABASE, PORT = os.environ.get("SHOP_DATABASE", "shop.sqlite"), int(os.environ.get("PORT", "3000"))
PRODUCTS = {"assam": ("Assam Gold", 34_900), "kulhad": ("Kulhad Cups", 54_900)}  # prices in paise
TABLE = """CREATE TABLE IF NOT EXISTS orders (idempotency_key TEXT PRIMARY KEY, cart_hash TEXT NOT NULL,
  cart TEXT NOT NULL, amount INTEGER NOT NULL, receipt TEXT NOT NULL, order_id TEXT UNIQUE, payment_id TEXT,
  status TEXT NOT NULL DEFAULT 'created', created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)"""

class Refused(Exception): pass
def refuse_if(condition, status, code, description, **more):
    if condition: raise Refused(status, {"error": {"code": code, "description": description, **more}})

def razorpay(method, path, body=None):
    request = urllib.request.Request(f"{RAZORPAY}/v1{path}", body and json.dumps(body).encode(), method=method)
    request.add_header("Content-Type", "application/json")
    login = base64.b64encode(f"{KEY_ID}:{KEY_SECRET}".encode()).decode()
    request.add_unredirected_header("Authorization", f"Basic {login}")
    try: return json.load(urllib.request.urlopen(request, timeout=5))
    except (OSError, http.client.HTTPException, ValueError) as error:
        print(f"{method} {path}: {error}", flush=True)
    refuse_if(True, 503, "RAZORPAY_UNAVAILABLE", "Razorpay can't be asked now. Try again.")

def find(db, column, value):
    order = db.execute(f"SELECT * FROM orders WHERE {column} = ?", [value]).fetchone()
    refuse_if(order is None, 404, "ORDER_NOT_FOUND", "This shop has no such order.")
    return order

def create_order(db, key, sent):
    refuse_if(not re.fullmatch("[A-Za-z0-9_-]{22,255}", key), 400, "IDEMPOTENCY_KEY_INVALID", "Send 128 bits.")
    sku, quantity = str(sent.get("sku")), str(sent.get("quantity", 1))
    refuse_if(sku not in PRODUCTS or not re.fullmatch("[1-9]", quantity), 422, "ORDER_REFUSED", "You can buy 1 to 9.")
    name, price = PRODUCTS[sku]  # whatever the page says that it costs
    items = [{"sku": sku, "variant_id": sku, "name": name, "description": name, "price": price,
              "offer_price": price, "tax_amount": 0, "quantity": int(quantity)}]
    cart, amount = json.dumps(items), price * int(quantity)
    cart_hash = hashlib.sha256(cart.encode()).hexdigest()
    is_new = db.execute("INSERT OR IGNORE INTO orders (idempotency_key, cart_hash, cart, amount, receipt)"
        " VALUES (?, ?, ?, ?, ?)", [key, cart_hash, cart, amount, secrets.token_hex(16)]).rowcount
    order = find(db, "idempotency_key", key)
    refuse_if(order["cart_hash"] != cart_hash, 422, "IDEMPOTENCY_CONFLICT", "The key is another cart's.")
    refuse_if(order["payment_id"], 422, "IDEMPOTENCY_CONFLICT", "It was paid.", reason="order_complete")
    if not order["order_id"]:  # Razorpay may have made it, and the answer was lost: look before asking again
        made = None if is_new else razorpay("GET", f"/orders?receipt={order['receipt']}")["items"]
        remote = made[0] if made else razorpay("POST", "/orders", {
            "amount": amount, "currency": "INR", "receipt": order["receipt"], "payment_capture": True,
            "line_items_total": amount, "line_items": items})
        db.execute("UPDATE orders SET order_id = ? WHERE idempotency_key = ? AND order_id IS NULL",
                   [remote["id"], key])  # of two made at once one is entered, and no page hears of the other
    order = find(db, "idempotency_key", key)
    return {"order_id": order["order_id"], "key_id": KEY_ID, "amount": amount, "currency": "INR"}

def verify(db, sent):
    order_id, payment_id, signature = (str(sent.get(f"razorpay_{it}")) for it in ("order_id", "payment_id", "signature"))
    order = find(db, "order_id", order_id)
    right = hmac.new(KEY_SECRET.encode(), f"{order_id}|{payment_id}".encode(), hashlib.sha256).hexdigest()
    refuse_if(not hmac.compare_digest(right.encode(), signature.encode()), 400, "SIGNATURE_MISMATCH", "Forged.")
    if order["status"] != "paid":  # whose payment it is was signed, and not how much came
        order = settle(db, order, [razorpay("GET", f"/payments/{payment_id}")])
    is_paid = order["status"] == "paid" and order["payment_id"] == payment_id
    refuse_if(order["payment_id"] and not is_paid, 422, "PAYMENT_MISMATCH", "It does not fit the order.")
    return tell_status(db, order_id) if is_paid else {
        "status": "unconfirmed", "order_id": order_id, "payment_id": payment_id}

def tell_status(db, order_id):
    order = find(db, "order_id", order_id)
    if not order["payment_id"]: order = settle(db, order, razorpay("GET", f"/orders/{order_id}/payments")["items"])
    payment = {"payment_id": order["payment_id"]} if order["payment_id"] else {}
    if order["status"] == "paid": payment |= {"amount": order["amount"], "currency": "INR"}  # for the page to say
    return {"status": order["status"], "order_id": order_id, **payment}

def settle(db, order, payments):
    captured = [it for it in payments if it["status"] == "captured"]  # unfitting: for a person
    fitting = [it for it in captured if it["order_id"] == order["order_id"]
               and it["amount"] == order["amount"] and it["currency"] == "INR"]
    status = "paid" if fitting else "unconfirmed" if captured else "attempted" if payments else "created"
    payment_id = (fitting + captured)[0]["id"] if captured else None
    entered = db.execute("UPDATE orders SET status = ?, payment_id = ? WHERE order_id = ?"
        " AND status IN ('created', 'attempted')", [status, payment_id, order["order_id"]]).rowcount
    if entered and fitting: print(f"Ship {order['order_id']}.", flush=True)  # one request of all gets here
    return find(db, "order_id", order["order_id"])

def application(environ, start_response):
    if environ["PATH_INFO"] == "/":
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [pathlib.Path(__file__).with_name("page.html").read_bytes()]
    with contextlib.closing(sqlite3.connect(DATABASE, timeout=10, isolation_level=None)) as db:
        db.row_factory = sqlite3.Row
        db.execute(TABLE)
        try: status, reply = 200, answer(db, f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}", environ)
        except Refused as refused: status, reply = refused.args
    start_response(f"{status} {http.client.responses[status]}", [
        ("Content-Type", "application/json"), ("Cache-Control", "no-store")])
    return [json.dumps(reply).encode()]

def answer(db, route, environ):
    if route == "GET /checkout/status":
        return tell_status(db, urllib.parse.parse_qs(environ["QUERY_STRING"]).get("order_id", [""])[0])
    refuse_if(route not in ("POST /checkout/orders", "POST /checkout/verify"), 404, "NOT_FOUND", "Not here.")
    sent = None
    with contextlib.suppress(KeyError, ValueError, RecursionError):
        raw = environ["wsgi.input"].read(min(abs(int(environ["CONTENT_LENGTH"])), 10_000))
        sent = json.loads(json.dumps(json.loads(raw), ensure_ascii=False).encode())  # no half characters
    refuse_if(not isinstance(sent, dict), 400, "INVALID_REQUEST", "Send a JSON object of less than 10 kB.")
    if route == "POST /checkout/verify": return verify(db, sent)
    return create_order(db, environ.get("HTTP_IDEMPOTENCY_KEY", ""), sent)

class Server(socketserver.ThreadingMixIn, wsgi.WSGIServer): daemon_threads = True
if __name__ == "__main__": wsgi.make_server("127.0.0.1", PORT, application, Server).serve_forever()
