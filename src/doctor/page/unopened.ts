/** Why a page could not be looked at, as the rest of a sentence that begins with it. */
export class PageUnopened extends Error {
  override readonly name = 'PageUnopened';
  /** What to do. */
  readonly fix: string;

  constructor(says: string, fix: string) {
    super(says);
    this.fix = fix;
  }
}

interface Meaning {
  readonly codes: RegExp;
  readonly means?: string;
  readonly fix: string;
}

const PUBLIC =
  'Have it issued by a public authority, for this host name; to look at a page of this machine alone, write its address with http://.';

/** The words of Chromium for why a page does not open, and what they mean. The first that fits is said. */
const MEANINGS: readonly Meaning[] = [
  {
    codes: /CONNECTION_REFUSED/,
    means: 'nothing listens there',
    fix: 'Start the server, or write the address that it has. "localhost" may be 127.0.0.1 or [::1], and a server may listen at one of them alone.',
  },
  {
    codes: /NAME_NOT_RESOLVED|NAME_RESOLUTION/,
    means: 'the host name is not found',
    fix: 'Write the name as it is registered, or wait until the DNS knows it.',
  },
  {
    codes: /TIMED_OUT|ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED|NETWORK_/,
    means: 'nobody takes the connection',
    fix: 'Look whether its host is up, and whether a firewall lets in who asks.',
  },
  {
    codes: /CERT_DATE_INVALID/,
    means: 'its certificate has expired, or is not valid yet',
    fix: 'Renew it, and have what serves it read the new one.',
  },
  {
    codes: /CERT_COMMON_NAME_INVALID/,
    means: 'its certificate is of another host name',
    fix: 'Write the name that it is for, or have it issued for this one.',
  },
  {
    codes: /CERT_AUTHORITY_INVALID/,
    means: 'its certificate is self-signed, or comes without the one of who issued it',
    fix: PUBLIC,
  },
  {codes: /CERT_/, means: 'its certificate is not trusted', fix: PUBLIC},
  {
    codes: /SSL_PROTOCOL_ERROR|SSL_/,
    means: 'it speaks no https at this port',
    fix: 'Write the port that has the certificate, or http:// where the server is of this machine.',
  },
  {
    codes: /INVALID_HTTP_RESPONSE/,
    means: 'it does not speak HTTP',
    fix: 'Write the address and the port of the web server.',
  },
  {
    codes: /TOO_MANY_REDIRECTS/,
    means: 'each answer sends on to another address, without an end',
    fix: 'Look for the rule that sends on: one for https or for a host name, where the server is asked by http behind what has the certificate.',
  },
  {
    codes: /AUTH_CREDENTIALS/,
    means: 'it asks for a name and a password',
    fix: 'Name a page that everybody can open: the doctor does not sign in. Or look at --server alone.',
  },
  {
    codes: /CONTENT_DECODING/,
    means: 'what comes can not be unpacked',
    fix: 'Have Content-Encoding say how it is packed: something in front of the server may pack it, or say so, a second time.',
  },
  {
    codes: /UNSAFE_PORT/,
    means: 'browsers refuse to ask at this port',
    fix: 'Serve it at 443, or at 3000 or 8080 on this machine.',
  },
  {
    codes: /RESPONSE_CODE_FAILURE/,
    means: 'it answers with an error, and with no page that says more',
    fix: 'Look into the log of the server: it has the cause.',
  },
  {
    codes: /ERR_ABORTED/,
    means: 'it answers with nothing to show (204), or with a file to save',
    fix: 'Write the address of the page that has the button.',
  },
  {
    codes: /EMPTY_RESPONSE|CONNECTION_|CONTENT_LENGTH|INCOMPLETE/,
    means: 'it breaks off the connection',
    fix: 'Look into the log of the server, and of what stands in front of it. If it speaks https at this port, write https://.',
  },
];

/** Says why a page does not open: by Chromium's word, and what came before it. */
export function unopened(
  code: string,
  {status, sentOnTo}: {readonly status: number; readonly sentOnTo?: string | undefined},
): PageUnopened {
  const {means, fix} = MEANINGS.find(({codes}) => codes.test(code)) ?? {
    fix: 'Write the address that shoppers open.',
  };
  const says = [
    `does not open: ${code}`,
    ...(means === undefined ? [] : [means]),
    ...(status >= 400 ? [`with the status ${status}`] : []),
    ...(sentOnTo === undefined ? [] : [`at ${sentOnTo}, which it is sent on to`]),
  ];
  return new PageUnopened(`${says.join(', ')}.`, fix);
}
