<?php /* A shop's server for <rzp-magic-button>, of PHP 8.1 or newer with PDO's SQLite. Run it with
RAZORPAY_KEY_ID=… RAZORPAY_KEY_SECRET=… php -S 127.0.0.1:3000 server.php, or have any SAPI send it /checkout/.
MISSING, and needed before real money; both call tell_status($db, $order_id), which may run again and again:
- The webhook (payment.captured), which tells of payments whose tab was closed. Compare X-Razorpay-Signature
  with the HMAC-SHA256 of the body's bytes under the webhook's own secret, take the order_id from
  payload.payment.entity, and answer 200; after an error 503, and it comes again.
- The sweep, which finds what the webhook lost. Every few minutes take the orders that have an order_id and no
  payment_id, for some days after created_at: banks may say yes late.
Left out: sessions, shipping, coupons, cash on delivery, refunds, rate limits. The kit for Node has them. */
declare(strict_types=1);
ini_set('display_errors', '0'); // they go to the log, never to the page
foreach (['RAZORPAY_KEY_ID', 'RAZORPAY_KEY_SECRET'] as $key) refuse_if(!getenv($key), 500, 'INTERNAL', "Set $key.");
define('KEY_ID', getenv('RAZORPAY_KEY_ID')); define('KEY_SECRET', getenv('RAZORPAY_KEY_SECRET'));
define('RAZORPAY', getenv('RAZORPAY_BASE_URL') ?: 'https://api.razorpay.com'); // or where the sandbox is
const PRODUCTS = ['assam' => ['Assam Gold', 34_900], 'kulhad' => ['Kulhad Cups', 54_900]]; // prices in paise
const TABLE = "CREATE TABLE IF NOT EXISTS orders (idempotency_key TEXT PRIMARY KEY, cart_hash TEXT NOT NULL,
  cart TEXT NOT NULL, amount INTEGER NOT NULL, receipt TEXT NOT NULL, order_id TEXT UNIQUE, payment_id TEXT,
  status TEXT NOT NULL DEFAULT 'created', created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)";

function refuse_if(bool $condition, int $status, string $code, string $description, array $more = []): void {
    if ($condition) reply($status, ['error' => ['code' => $code, 'description' => $description] + $more]);
}

function reply(int $status, array $json): never {
    http_response_code($status);
    array_map(header(...), ['Content-Type: application/json', 'Cache-Control: no-store']);
    exit(json_encode($json));
}

function query(PDO $db, string $sql, array $values): PDOStatement {
    ($statement = $db->prepare($sql))->execute($values);
    return $statement;
}

function find(PDO $db, string $column, string $value): array {
    $order = query($db, "SELECT * FROM orders WHERE $column = ?", [$value])->fetch(PDO::FETCH_ASSOC);
    refuse_if($order === false, 404, 'ORDER_NOT_FOUND', 'This shop has no such order.');
    return $order;
}

function razorpay(string $method, string $path, ?array $body = null): array {
    $login = base64_encode(KEY_ID . ':' . KEY_SECRET);
    $reply = @file_get_contents(RAZORPAY . "/v1$path", false, stream_context_create(['http' => [
        'method' => $method, 'timeout' => 5, 'follow_location' => 0, 'content' => $body ? json_encode($body) : '',
        'header' => "Content-Type: application/json\r\nAuthorization: Basic $login"]]));
    $json = json_decode((string) $reply, true);
    if (is_array($json)) return $json;
    error_log("$method $path: " . (error_get_last()['message'] ?? 'no JSON'));
    refuse_if(true, 503, 'RAZORPAY_UNAVAILABLE', "Razorpay can't be asked now. Try again.");
}

function create_order(PDO $db, string $key, array $sent): array {
    refuse_if(!preg_match('/^[\w-]{22,255}$/D', $key), 400, 'IDEMPOTENCY_KEY_INVALID', 'Send 128 bits.');
    [$sku, $quantity] = [$sent['sku'] ?? null, $sent['quantity'] ?? 1];
    refuse_if(!is_string($sku) || !isset(PRODUCTS[$sku]) || !is_scalar($quantity)
        || !preg_match('/^[1-9]$/D', (string) $quantity), 422, 'ORDER_REFUSED', 'You can buy 1 to 9.');
    [$name, $price] = PRODUCTS[$sku]; // whatever the page says that it costs
    $items = [['sku' => $sku, 'variant_id' => $sku, 'name' => $name, 'description' => $name, 'price' => $price,
        'offer_price' => $price, 'tax_amount' => 0, 'quantity' => (int) $quantity]];
    $cart_hash = hash('sha256', $cart = json_encode($items));
    $amount = $price * (int) $quantity;
    $is_new = query($db, 'INSERT OR IGNORE INTO orders (idempotency_key, cart_hash, cart, amount, receipt)'
        . ' VALUES (?, ?, ?, ?, ?)', [$key, $cart_hash, $cart, $amount, bin2hex(random_bytes(16))])->rowCount();
    $order = find($db, 'idempotency_key', $key);
    refuse_if($order['cart_hash'] !== $cart_hash, 422, 'IDEMPOTENCY_CONFLICT', "The key is another cart's.");
    refuse_if((bool) $order['payment_id'], 422, 'IDEMPOTENCY_CONFLICT', 'Paid.', ['reason' => 'order_complete']);
    if ($order['order_id'] === null) { // its answer may have been lost: look before asking Razorpay again
        $made = $is_new ? [] : razorpay('GET', "/orders?receipt={$order['receipt']}")['items'];
        $remote = $made[0] ?? razorpay('POST', '/orders', ['amount' => $amount, 'currency' => 'INR',
            'receipt' => $order['receipt'], 'payment_capture' => true,
            'line_items_total' => $amount, 'line_items' => $items]);
        query($db, 'UPDATE orders SET order_id = ? WHERE idempotency_key = ? AND order_id IS NULL',
            [$remote['id'], $key]); // of two made at once one is entered, and no page hears of the other
    }
    $order = find($db, 'idempotency_key', $key);
    return ['order_id' => $order['order_id'], 'key_id' => KEY_ID, 'amount' => $amount, 'currency' => 'INR'];
}

function verify(PDO $db, array $sent): array {
    [$order_id, $payment_id, $signature] = array_map(fn($field) => is_string($sent["razorpay_$field"] ?? null)
        ? $sent["razorpay_$field"] : '', ['order_id', 'payment_id', 'signature']);
    $order = find($db, 'order_id', $order_id);
    $right = hash_hmac('sha256', "$order_id|$payment_id", KEY_SECRET);
    refuse_if(!hash_equals($right, $signature), 400, 'SIGNATURE_MISMATCH', 'Forged.');
    if ($order['status'] !== 'paid') // whose payment it is was signed, and not how much came
        $order = settle($db, $order, [razorpay('GET', "/payments/$payment_id")]);
    $is_paid = $order['status'] === 'paid' && $order['payment_id'] === $payment_id;
    refuse_if($order['payment_id'] !== null && !$is_paid, 422, 'PAYMENT_MISMATCH', 'It does not fit the order.');
    return $is_paid ? tell_status($db, $order_id) : ['status' => 'unconfirmed'] + compact('order_id', 'payment_id');
}

function tell_status(PDO $db, string $order_id): array {
    $order = find($db, 'order_id', $order_id);
    if ($order['payment_id'] === null)
        $order = settle($db, $order, razorpay('GET', "/orders/$order_id/payments")['items']);
    $paid = $order['status'] === 'paid' ? ['amount' => $order['amount'], 'currency' => 'INR'] : []; // to say
    return array_intersect_key(array_filter($order), ['status' => 1, 'order_id' => 1, 'payment_id' => 1]) + $paid;
}

function settle(PDO $db, array $order, array $payments): array {
    $captured = array_filter($payments, fn($it) => $it['status'] === 'captured'); // unfitting: for a person
    $fitting = array_filter($captured, fn($it) => $it['order_id'] === $order['order_id']
        && $it['amount'] === $order['amount'] && $it['currency'] === 'INR');
    $status = $fitting ? 'paid' : ($captured ? 'unconfirmed' : ($payments ? 'attempted' : 'created'));
    $payment_id = array_values($fitting ?: $captured)[0]['id'] ?? null;
    $entered = query($db, "UPDATE orders SET status = ?, payment_id = ? WHERE order_id = ?
        AND status IN ('created', 'attempted')", [$status, $payment_id, $order['order_id']])->rowCount();
    if ($entered && $fitting) error_log("Ship {$order['order_id']}."); // one request of all gets here
    return find($db, 'order_id', $order['order_id']);
}

$route = $_SERVER['REQUEST_METHOD'] . ' ' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($route === 'GET /') exit(file_get_contents(__DIR__ . '/page.html'));
($db = new PDO('sqlite:' . (getenv('SHOP_DATABASE') ?: 'shop.sqlite'), options: [PDO::ATTR_TIMEOUT => 10]))->exec(TABLE);
if ($route === 'GET /checkout/status') reply(200, tell_status($db, (string) ($_GET['order_id'] ?? '')));
refuse_if(!in_array($route, ['POST /checkout/orders', 'POST /checkout/verify']), 404, 'NOT_FOUND', 'Not here.');
$sent = json_decode(file_get_contents('php://input', length: 10_000), true);
refuse_if(!is_array($sent), 400, 'INVALID_REQUEST', 'Send a JSON object of less than 10 kB.');
$key = $_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? '';
reply(200, $route === 'POST /checkout/verify' ? verify($db, $sent) : create_order($db, $key, $sent));
