import {isObject} from '../../wire/reader.js';
import {quote, withoutQuery} from '../model/quote.js';
import type {Violation} from '../../wire/policy/violation.js';
import type {Tab} from './devtools.js';
import type {PageFacts} from './page-facts.js';
import readPageScript from './read-page.ts?classic';
import {PageUnopened, unopened} from './unopened.js';

/** What a browser has seen of a page. */
export interface Seen {
  /** The status of the document; 0 where a cache or a file answered. */
  readonly status: number;
  readonly facts: PageFacts;
  /** What did not load, and why. */
  readonly failed: readonly Failure[];
  /** The scripts that came and did not run, and why. */
  readonly broken: readonly Failure[];
  /** What the content security policy has kept out. */
  readonly violations: readonly Violation[];
  /** What is asked for without encryption in a page with it. */
  readonly mixed: readonly string[];
  /** What our scripts have said in the console as a warning or an error. */
  readonly said: readonly string[];
}

export interface Failure {
  readonly url: string;
  /** A status, or Chromium's word for why there is none. */
  readonly because: string;
  /** The script that asked for it, if one did. */
  readonly askedBy?: string;
}

const LOADS_WITHIN_MS = 30_000;
const LOOKS_WITHIN_MS = 90_000;
/** A page that asks for nothing so long has what it needs. */
const QUIET_MS = 500;
/** A button that has what it needs names what is misspelt of it a second later. */
const ADVISED_MS = 2_000;
const QUIET_WITHIN_MS = 10_000;

const LATE = 'Answer sooner: look for what it waits for, a database or another server for example.';

/** Opens a page, and has its buttons load what a press needs. */
export const lookThroughBrowser = (tab: Tab, url: string): Promise<Seen> =>
  Promise.race([
    look(tab, url),
    new Promise<never>((_, reject) =>
      setTimeout(
        () => reject(new PageUnopened('keeps the browser busy, which came to no end.', LATE)),
        LOOKS_WITHIN_MS,
      ).unref(),
    ),
  ]);

async function look(tab: Tab, url: string): Promise<Seen> {
  const watch = new Watch(tab);
  for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await tab.send(`${domain}.enable`);
  // An old browser has none: then nothing is heard of policies.
  await tab.send('Audits.enable').catch(() => undefined);
  const loaded = new Promise<void>((resolve) => tab.on('Page.loadEventFired', () => resolve()));
  const opened = (await atMost(LOADS_WITHIN_MS, tab.send('Page.navigate', {url}))) as
    {errorText?: string} | undefined;
  if (!opened) throw new PageUnopened(`does not answer within ${LOADS_WITHIN_MS / 1000} s.`, LATE);
  if (opened.errorText) throw unopened(opened.errorText, cameTo(watch, url));
  await atMost(LOADS_WITHIN_MS, loaded);
  judgeDocument(watch, url);
  await watch.quiet();
  const facts = await inPage<PageFacts>(tab, 'readPage()');
  await inPage(tab, 'askEndpoints()');
  await inPage(tab, 'bringPointerNear()');
  await watch.quiet(ADVISED_MS);
  const {status, failed, broken, mixed, said} = watch;
  const policies = [...watch.policies, ...facts.policies];
  const violations = watch.violations.map((kept) => ({...kept, policy: policyOf(kept, policies)}));
  return {status, facts, failed, broken, violations, mixed, said};
}

/** What came before it failed: a status, and the address that it was sent on to, if it was. */
const cameTo = ({status, document: {url}}: Watch, asked: string) => ({
  status,
  sentOnTo: url === '' || url === asked ? undefined : withoutQuery(url),
});

/** Throws where what came is no whole page. */
function judgeDocument(watch: Watch, asked: string): void {
  const {status, document} = watch;
  const {mime, lost, isWhole} = document;
  if (lost !== undefined) throw unopened(lost, cameTo(watch, asked));
  if (!isWhole)
    throw new PageUnopened(
      `begins to answer (${status}) and comes to no end within ${LOADS_WITHIN_MS / 1000} s.`,
      'End the answer: browsers show its button, and do not stop waiting.',
    );
  if (status >= 300 && status < 400)
    throw new PageUnopened(
      `answers ${status}, a redirect that leads nowhere.`,
      'Have the address answer itself; look for what sends on without a Location.',
    );
  if (status < 300 && mime !== '' && !/html|xml/.test(mime))
    throw new PageUnopened(
      `answers with ${quote(mime)}, which is no page.`,
      'Write the address of the page that has the button; have its server say Content-Type: text/html.',
    );
}

/** Calls a function of the script that is for the page. */
async function inPage<Result>(tab: Tab, call: string): Promise<Result> {
  const {result, exceptionDetails} = (await tab.send('Runtime.evaluate', {
    expression: `(() => { ${readPageScript}; return __classic.${call}; })()`,
    returnByValue: true,
    awaitPromise: true,
  })) as {result: {value: Result}; exceptionDetails?: unknown};
  if (exceptionDetails)
    throw new PageUnopened(
      'has a document that can not be read.',
      'Write the address of the page that has the button.',
    );
  return result.value;
}

const atMost = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

/** Hears what happens in a page. */
class Watch {
  status = 0;
  /** The document itself: as what it came, why it did not, and whether all of it is there. */
  readonly document: {
    id?: unknown;
    url: string;
    mime: string;
    lost?: string;
    isWhole: boolean;
  } = {
    url: '',
    mime: '',
    isWhole: false,
  };
  readonly failed: Failure[] = [];
  readonly broken: Failure[] = [];
  readonly violations: Omit<Violation, 'policy'>[] = [];
  /** The policies that came with the document. */
  policies: readonly string[] = [];
  readonly mixed: string[] = [];
  readonly said: string[] = [];
  readonly #requests = new Map<string, Pick<Failure, 'url' | 'askedBy'>>();
  readonly #pending = new Set<string>();
  #lastActivity = 0;

  constructor(tab: Tab) {
    const hear = (event: string, listener: (params: Record<string, unknown>) => void) =>
      tab.on(event, (params) => {
        if (isObject(params)) listener(params);
      });
    hear('Network.requestWillBeSent', (params) => this.#sent(params));
    hear('Network.responseReceived', (params) => this.#received(params));
    hear('Network.loadingFinished', ({requestId}) => this.#ended(requestId));
    hear('Network.loadingFailed', (params) => this.#lost(params));
    hear('Runtime.consoleAPICalled', (params) => this.#heard(params));
    hear('Runtime.exceptionThrown', ({exceptionDetails}) => this.#threw(exceptionDetails));
    hear('Log.entryAdded', ({entry}) => this.#refused(entry));
    hear('Audits.issueAdded', (params) => this.#found(params));
  }

  /** Waits until nothing has been asked for a while. */
  async quiet(quietMs = QUIET_MS): Promise<void> {
    const until = Date.now() + QUIET_WITHIN_MS;
    this.#lastActivity = Date.now();
    while (Date.now() < until) {
      const idle = Date.now() - this.#lastActivity;
      if (this.#pending.size === 0 && idle >= quietMs) return;
      await new Promise((resolve) => setTimeout(resolve, Math.max(quietMs - idle, 50)));
    }
  }

  #sent({requestId, request, initiator, type}: Record<string, unknown>): void {
    // The first: others are of frames.
    if (type === 'Document') this.document.id ??= requestId;
    if (requestId === this.document.id) this.document.url = textOf(request, 'url');
    const {stack} = Object(initiator) as {stack?: {callFrames?: readonly unknown[]}};
    const [caller] = stack?.callFrames ?? [];
    const askedBy = textOf(caller, 'url');
    this.#requests.set(String(requestId), {
      url: textOf(request, 'url'),
      ...(askedBy !== '' && {askedBy}),
    });
    this.#pending.add(String(requestId));
    this.#lastActivity = Date.now();
  }

  #received({requestId, response, type}: Record<string, unknown>): void {
    const {status = 0, headers} = Object(response) as {status?: number; headers?: unknown};
    if (type === 'Document' && this.status === 0) {
      this.status = status;
      this.document.mime = textOf(response, 'mimeType');
      this.policies = policiesIn(headers);
    } else if (status >= 400) {
      this.failed.push({...this.#asked(requestId), because: String(status)});
      // Of a module that is refused Chromium does not say that it has ended.
      this.#ended(requestId);
    }
  }

  #lost({requestId, errorText, blockedReason, canceled}: Record<string, unknown>): void {
    this.#ended(requestId);
    const because = typeof blockedReason === 'string' ? blockedReason : String(errorText);
    if (requestId === this.document.id) this.document.lost = because;
    if (canceled !== true) this.failed.push({...this.#asked(requestId), because});
  }

  #asked(requestId: unknown): Pick<Failure, 'url' | 'askedBy'> {
    return this.#requests.get(String(requestId)) ?? {url: ''};
  }

  #ended(requestId: unknown): void {
    this.#pending.delete(String(requestId));
    this.document.isWhole ||= requestId === this.document.id;
    this.#lastActivity = Date.now();
  }

  #heard({type, args}: Record<string, unknown>): void {
    if (type !== 'error' && type !== 'warning') return;
    const text = (Array.isArray(args) ? args : [])
      .map((arg) => textOf(arg, 'value') || textOf(arg, 'description').split('\n')[0])
      .join(' ');
    if (/^(rzp-(magic|pos)-button: |CheckoutError: |PosError: )/.test(text)) this.said.push(text);
  }

  #threw(details: unknown): void {
    const {exception} = Object(details) as {exception?: unknown};
    const because = textOf(exception, 'description').split('\n')[0] ?? '';
    this.broken.push({url: textOf(details, 'url'), because: because || textOf(details, 'text')});
  }

  /** A module that came as something else is refused without an exception. */
  #refused(entry: unknown): void {
    const because = textOf(entry, 'text');
    if (because.startsWith('Failed to load module script'))
      this.broken.push({url: textOf(entry, 'url'), because});
  }

  #found({issue}: Record<string, unknown>): void {
    const {details} = Object(issue) as {details?: unknown};
    const {contentSecurityPolicyIssueDetails: policy, mixedContentIssueDetails: mixed} = Object(
      details,
    ) as Record<string, unknown>;
    if (policy !== undefined && !isReportOnly(policy))
      this.violations.push({
        directive: textOf(policy, 'violatedDirective'),
        blocked:
          textOf(policy, 'blockedURL') ||
          WORDS[textOf(policy, 'contentSecurityPolicyViolationType')] ||
          'inline',
      });
    if (mixed !== undefined) this.mixed.push(textOf(mixed, 'insecureURL'));
  }
}

/** The policies in the headers of an answer: several may have been joined, by commas or as lines. */
function policiesIn(headers: unknown): string[] {
  const [, text] =
    Object.entries(Object(headers) as object).find(
      ([name]) => name.toLowerCase() === 'content-security-policy',
    ) ?? [];
  return typeof text === 'string' ? text.split(/[,\n]/) : [];
}

/** Which of a page's policies has kept it out: the first that says anything of it. */
function policyOf({directive}: Omit<Violation, 'policy'>, policies: readonly string[]): string {
  const names = [directive, directive.replace(/-(elem|attr)$/, ''), 'child-src', 'default-src'];
  const saysOf = (name: string) => (policy: string) =>
    policy.split(';').some((row) => row.trim().toLowerCase().split(/\s/)[0] === name);
  for (const name of names) {
    const policy = policies.find(saysOf(name));
    if (policy !== undefined) return policy;
  }
  return '';
}

/** What a violation is of that has no address. */
const WORDS: Readonly<Record<string, string>> = {
  kEvalViolation: 'eval',
  kTrustedTypesPolicyViolation: 'a Trusted Types policy',
  kTrustedTypesSinkViolation: 'a text where Trusted Types are asked for',
};

const isReportOnly = (policy: unknown): boolean =>
  (Object(policy) as {isReportOnly?: unknown}).isReportOnly === true;

function textOf(value: unknown, field: string): string {
  const text = (Object(value) as Record<string, unknown>)[field];
  return typeof text === 'string' ? text : '';
}
