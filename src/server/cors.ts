/** Which other origins' pages may call. */
export interface Cors {
  /** Such as `https://shop.example`, without a path. */
  readonly origins: readonly string[];
  /** Whether the browser may send cookies along. */
  readonly credentials?: boolean;
}

/** The answer to a browser that asks whether it may call; undefined to every other request. */
export function preflight(cors: Cors, method: string, request: Request): Response | undefined {
  if (request.method !== 'OPTIONS' || !request.headers.has('Access-Control-Request-Method'))
    return undefined;
  const response = withCors(cors, request, new Response(null, {status: 204}));
  response.headers.append('Vary', 'Access-Control-Request-Headers');
  if (!allows(cors, request)) return response;
  response.headers.set('Access-Control-Allow-Methods', method);
  response.headers.set(
    'Access-Control-Allow-Headers',
    // The page adds headers of its own, such as a token: whom we trust may send what it likes.
    request.headers.get('Access-Control-Request-Headers') ?? 'Content-Type, Idempotency-Key',
  );
  response.headers.set('Access-Control-Max-Age', '600');
  return response;
}

/** Lets the page of a listed origin read the response. */
export function withCors(cors: Cors, request: Request, response: Response): Response {
  response.headers.append('Vary', 'Origin');
  const origin = request.headers.get('Origin');
  if (origin === null || !allows(cors, request)) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Expose-Headers', 'Retry-After');
  if (cors.credentials) response.headers.set('Access-Control-Allow-Credentials', 'true');
  return response;
}

const allows = ({origins}: Cors, request: Request): boolean =>
  origins.includes(request.headers.get('Origin') ?? '');
