/** Why there is no answer, as the rest of a sentence that begins with the address, and what to do. */
export interface NoAnswer {
  readonly says: string;
  readonly fix: string;
}

/** What Node says of a request that has failed. */
interface Failed {
  readonly url: string;
  /** The status of an answer that had begun. */
  readonly begun: number | undefined;
  readonly withinMs: number;
}

/** For one's own machine, browsers are told of its authority in a way of their own. */
const OWN_AUTHORITY =
  'For a certificate of this machine alone, set NODE_EXTRA_CA_CERTS to the file of its authority.';
const PUBLIC =
  'Have it issued by a public authority, for this host name: neither browsers nor Razorpay speak with it otherwise.';

/** The codes of Node, OpenSSL and the parser of HTTP, and what they mean. The first that fits is said. */
const MEANINGS: readonly (NoAnswer & {readonly codes: RegExp})[] = [
  {
    codes: /^ECONNREFUSED$/,
    says: 'refuses the connection: nothing listens there.',
    fix: 'Start the server, or write the address that it has. "localhost" may be 127.0.0.1 or [::1], and a server may listen at one of them alone.',
  },
  {
    codes: /^(ENOTFOUND|EAI_AGAIN)$/,
    says: 'has a host name that is not found.',
    fix: 'Write the name as it is registered, or wait until the DNS knows it.',
  },
  {
    codes: /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/,
    says: 'is not reached: nobody takes the connection.',
    fix: 'Look whether its host is up, and whether a firewall lets in who asks.',
  },
  {
    codes: /^CERT_HAS_EXPIRED$/,
    says: 'has a certificate that has expired.',
    fix: 'Renew it, and have what serves it read the new one.',
  },
  {
    codes: /ALTNAME/,
    says: 'has a certificate of another host name.',
    fix: 'Write the name that it is for, or have it issued for this one.',
  },
  {
    codes: /SELF_SIGNED/,
    says: 'has a certificate that is not trusted: it is self-signed.',
    fix: `${PUBLIC} ${OWN_AUTHORITY}`,
  },
  {
    codes: /UNABLE_TO_(VERIFY|GET_ISSUER)/,
    says: 'has a certificate that is not trusted: the one of who issued it does not come along.',
    fix: `Send the whole chain ("fullchain.pem"). ${PUBLIC} ${OWN_AUTHORITY}`,
  },
  {codes: /CERT/, says: 'has a certificate that is not trusted.', fix: PUBLIC},
  {
    codes: /^(ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG)$/,
    says: 'speaks no https at this port.',
    fix: 'Write the port that has the certificate, or http:// where the server is of this machine.',
  },
  {
    codes: /^(ERR_SSL_|EPROTO)/,
    says: 'does not agree on an encryption.',
    fix: 'Have it speak TLS 1.2 or 1.3.',
  },
  {
    codes: /OVERFLOW/,
    says: 'answers with headers that are longer than anybody reads.',
    fix: 'Have it send less than 16 kB of them: cookies, mostly.',
  },
  {
    codes: /^HPE_/,
    says: 'does not speak HTTP.',
    fix: 'Write the address and the port of the web server.',
  },
  {
    codes: /^(Z_|ERR_(_ERROR_FORMAT|BROTLI|ZSTD))|BROTLI/,
    says: 'answers with what can not be unpacked.',
    fix: 'Have Content-Encoding say how it is packed: something in front of the server may pack it, or say so, a second time.',
  },
];

/** Says why a request got no answer. */
export function noAnswer(error: unknown, {url, begun, withinMs}: Failed): NoAnswer {
  const isHttp = url.startsWith('http:');
  if (error instanceof DOMException && /^(Timeout|Abort)Error$/.test(error.name))
    return begun === undefined
      ? {
          says: `does not answer within ${withinMs / 1000} s, and nobody who asks in earnest waits longer.`,
          fix: 'Answer sooner: look for what it waits for, a database or another server for example.',
        }
      : {
          says: `begins to answer (${begun}) and comes to no end within ${withinMs / 1000} s.`,
          fix: 'End the answer: whoever asks waits for all of it.',
        };
  if (/\bbad port\b/.test(String(causeOf(error))))
    return {
      says: 'is at a port that browsers refuse to ask.',
      fix: 'Serve it at 443, or at 3000 or 8080 on this machine.',
    };
  const code = codeOf(error);
  const meaning = MEANINGS.find(({codes}) => codes.test(code));
  if (meaning) return {says: withCode(meaning.says, code), fix: meaning.fix};
  return {
    says: withCode(
      begun === undefined
        ? 'breaks off the connection.'
        : `breaks off in the middle of its answer of status ${begun}.`,
      code,
    ),
    fix: `Look into the log of the server, and of what stands in front of it; whoever asks gets no answer at all.${
      isHttp && begun === undefined ? ' If it speaks https at this port, write https://.' : ''
    }`,
  };
}

/** What is said in words has its code behind it, for who searches for it. */
const withCode = (says: string, code: string): string =>
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|)$/.test(code) ? says : says.replace(/\.$/, ` (${code}).`);

const causeOf = (error: unknown): unknown => (Object(error) as {cause?: unknown}).cause;

/** Where several addresses of a host were tried, the codes are in its parts. */
function codeOf(error: unknown): string {
  const {code, cause, errors} = (error ?? {}) as {
    code?: unknown;
    cause?: unknown;
    errors?: readonly unknown[];
  };
  if (typeof code === 'string') return code;
  const inner = cause ?? errors?.[0];
  return inner === undefined ? '' : codeOf(inner);
}
