import {keyMode} from '../../wire/ids.js';
import {right, unseen, wrong, type Finding, type Look} from '../model/finding.js';
import {isPrivate} from '../model/private-address.js';
import {quote, withoutQuery} from '../model/quote.js';
import {contradictions} from './attributes.js';
import {directiveFor, type Violation} from '../../wire/policy/violation.js';
import type {Failure, Seen} from './look-through-browser.js';
import type {ButtonFacts, PageFacts} from './page-facts.js';

/** What is right and wrong of a page that a browser has seen. */
export function judgePage(seen: Seen): Look[] {
  const {facts} = seen;
  const address = withoutQuery(facts.url);
  if (seen.status >= 400)
    return [
      {
        title: 'page',
        address,
        findings: [wrong(`answers ${seen.status}.`, fixOf(seen.status))],
      },
    ];
  const page = [
    ...judgeTag(seen),
    // Of a page that is another one it says nothing.
    ...(facts.buttons.length ? judgeViewport(facts.viewport) : []),
    ...judgeEncryption(seen),
    ...judgeVendor(seen),
    ...once(seen.violations.filter((violation) => isOurs(violation, seen)).map(judgeViolation)),
    ...[...new Set(seen.said)].map(judgeSaid),
  ];
  return [{title: 'page', address, findings: page}, ...judgeButtons(facts)];
}

const OPEN_TO_ALL = 'Name a page with the button that everybody can open, without a login.';

function fixOf(status: number): string {
  if (status === 404 || status === 410) return 'Write the address that the page has.';
  if (status === 429) return 'It is asked too often just now: try again in a while.';
  return status >= 500 ? 'Look into the log of the server: it has the cause.' : OPEN_TO_ALL;
}

/** What our scripts have said in the console: what is wrong, and mostly what to write. */
function judgeSaid(text: string): Finding {
  const line = quote(text).replace(/^rzp-(magic|pos)-button: /, '');
  const [, says = line, fix = 'Do what it says.'] = /^(.*\.) (Write .*)$/.exec(line) ?? [];
  return wrong(`says in its console: ${says}`, fix);
}

/** What is right and wrong of the buttons; those of which the same is to be said, together. */
function judgeButtons({buttons, url}: PageFacts): Look[] {
  const alike = new Map<string, {tag: string; numbers: number[]; findings: Finding[]}>();
  for (const [index, button] of buttons.entries()) {
    const findings = judgeButton(button, url);
    const key = JSON.stringify([button.tag, findings]);
    const others = alike.get(key);
    if (others) others.numbers.push(index + 1);
    else alike.set(key, {tag: button.tag, numbers: [index + 1], findings});
  }
  return [...alike.values()].map(({tag, numbers, findings}) => ({
    title: `<${tag}>${buttons.length === 1 ? '' : ` ${numbers.join(', ')} of ${buttons.length}`}`,
    findings,
  }));
}

/** Findings, each once: one script may be kept out again and again. */
const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [finding.says, finding])).values(),
];

function judgeTag(seen: Seen): Finding[] {
  const {defined, scripts, buttons, asksToSignIn} = seen.facts;
  const missing = [...new Set(buttons.map(({tag}) => tag))].filter((tag) => !defined.includes(tag));
  const ours = seen.failed.filter(({url}) => isOurScript(url));
  const broken = missing.length ? seen.broken.filter(({url}) => isOurScript(url)) : [];
  const beside = seen.failed.filter(isBesideOurs);
  // What the policy keeps out is told as that.
  const lost = ours.filter(({because}) => because !== 'csp');
  const by = scripts[0] === undefined ? 'a bundle of its own' : withoutQuery(scripts[0]);
  return [
    ...lost.map(({url, because}) =>
      wrong(
        `does not get ${withoutQuery(url)}: ${why(because)}.`,
        'Write the address at which it is. If that is it, this machine or its network keeps it out.',
      ),
    ),
    ...once(broken.map(judgeBroken)),
    ...beside
      .slice(0, 1)
      .map(({url, because}) =>
        wrong(
          `does not get ${withoutQuery(url)}, without which a press does nothing: ${why(because)}.`,
          "Give out the whole folder dist/cdn, and not the script alone. Where the rest of it is elsewhere, say where: customElements.get('rzp-magic-button').files = '…/'.",
        ),
      ),
    // Of a script that did not come, or does not run, it is known why.
    ...(ours.length || broken.length ? [] : missing).map((tag) =>
      wrong(
        `has <${tag}>, and no script that makes a button of it.`,
        `Load it: <script type="module" src="…/${tag}.js"></script>, or import it in your bundle.`,
      ),
    ),
    ...(buttons.length === 0
      ? [
          wrong(
            `has no <rzp-magic-button> and no <rzp-pos-button>${defined.length ? `, though ${by} defines the tag` : ''}${asksToSignIn ? ': it asks one to sign in' : ''}.`,
            asksToSignIn ? SIGN_IN : HIDDEN,
          ),
        ]
      : []),
    ...(buttons.length && missing.length === 0 && ours.length === 0 && beside.length === 0
      ? [
          right(
            `has ${buttons.length === 1 ? 'one button' : `${buttons.length} buttons`}, by ${by}.`,
          ),
        ]
      : []),
  ];
}

const HIDDEN =
  'Name a page that shows the button to everybody; a cart that is empty, or a login, may hide it.';
const SIGN_IN =
  'The doctor does not sign in. Look at --server alone; on the page write debug on the button, sign in, and read what the console says.';

const isOurScript = (url: string): boolean => /\brzp-(magic|pos)-button\b/.test(url);

/** What our script asks for from the folder that it came from: the rest of itself. */
const isBesideOurs = ({url, askedBy = ''}: Failure): boolean =>
  isOurScript(askedBy) && url.endsWith('.js') && folderOf(url) === folderOf(askedBy);

const folderOf = (url: string): string => url.slice(0, url.lastIndexOf('/'));

/** A script of ours that came and does not run. */
function judgeBroken({url, because}: Failure): Finding {
  const says = `gets ${withoutQuery(url)}, which does not run: ${quote(because)}`;
  if (/\b(export|import)\b/.test(because))
    return wrong(
      says,
      'It is a module: write <script type="module" src="…">, or take rzp-magic-button.iife.js.',
    );
  return wrong(
    says,
    because.includes('MIME type')
      ? 'Have the server give out .js as Content-Type: text/javascript.'
      : 'Give it out as it is in the package, and to the browsers that it is for.',
  );
}

const why = (because: string): string =>
  /^\d+$/.test(because) ? `the server answers ${because}` : because;

const judgeViewport = (viewport: string | null): Finding[] =>
  viewport !== null && /width\s*=\s*device-width/.test(viewport)
    ? [right('has a viewport for phones.')]
    : [
        wrong(
          'has no viewport for phones: the checkout is too small to read there.',
          'Write <meta name="viewport" content="width=device-width, initial-scale=1"> in its head.',
        ),
      ];

function judgeEncryption({facts, mixed}: Seen): Finding[] {
  if (facts.url.startsWith('http:') && !isPrivate(facts.url))
    return [
      wrong(
        'is not encrypted: whoever is on the way can change what is paid, and to whom.',
        'Serve it with https, and send http there.',
      ),
    ];
  return [...new Set(mixed)].map((url) =>
    wrong(
      `asks for ${withoutQuery(url)} without encryption, which browsers block.`,
      'Write https:// there.',
    ),
  );
}

/** Razorpay's script, which comes once a pointer is near the button. */
function judgeVendor({facts, failed}: Seen): Finding[] {
  const found: Finding[] = [];
  if (facts.vendorScripts.length > 1)
    found.push(
      wrong(
        `loads ${facts.vendorScripts.map(withoutQuery).join(' and ')}: the last one wins.`,
        'Take both out: the button loads the one that it needs.',
      ),
    );
  const lost = failed.find(({url}) => url.startsWith('https://checkout.razorpay.com/'));
  if (lost && lost.because !== 'csp')
    found.push(
      unseen(
        `does not get ${withoutQuery(lost.url)} here (${why(lost.because)}). That may be this network.`,
        'Open the page in a browser elsewhere; an ad blocker or a firewall may be in the way.',
      ),
    );
  return found;
}

/** What concerns the button: Razorpay, its scripts, the endpoints, and what is written in the page. */
function isOurs({blocked}: Violation, {facts}: Seen): boolean {
  if (!URL.canParse(blocked)) return true;
  const {hostname, origin} = new URL(blocked);
  return (
    /(^|\.)razorpay\.com$/.test(hostname) ||
    /\brzp-(magic|pos)-button\b/.test(blocked) ||
    origin === new URL(facts.url).origin ||
    facts.buttons.some(({urls, attributes}) =>
      [...Object.values(urls), attributes['script-url'] ?? ''].some((url) =>
        url.startsWith(origin),
      ),
    )
  );
}

function judgeViolation(violation: Violation): Finding {
  const {directive, blocked} = violation;
  const isAddress = URL.canParse(blocked);
  const source = directive.startsWith('style') ? "'unsafe-inline'" : "'nonce-…'";
  const says = `has a content security policy that keeps out ${isAddress ? withoutQuery(blocked) : quote(blocked)} (${directive}).`;
  if (directive === 'trusted-types' || directive === 'require-trusted-types-for')
    return wrong(says, 'Add to it: trusted-types rzp-magic-button.');
  // A directive of its own goes in place of default-src, whose sources it therefore needs too.
  const row = isAddress
    ? directiveFor(violation)
    : `${directive.replace(/-(elem|attr)$/, '')} ${source}`;
  return wrong(says, `Add to it: ${quote(row)}.`);
}

function judgeButton(button: ButtonFacts, page: string): Finding[] {
  const wrongs = [
    ...contradictions(button),
    ...judgeAddresses(button, page),
    ...judgeMode(button, page),
  ];
  const named = Object.keys(button.urls);
  return wrongs.length
    ? wrongs
    : [
        right(
          `names ${named.length ? named.join(', ') : 'no endpoint'}, and nothing contradicts itself.`,
        ),
      ];
}

const judgeAddresses = ({urls}: ButtonFacts, page: string): Finding[] =>
  page.startsWith('https:')
    ? Object.entries(urls)
        .filter(([, url]) => url.startsWith('http:') && !isPrivate(url))
        .map(([name]) =>
          wrong(
            `has an address in ${name} without encryption, which browsers block in a page with it.`,
            'Write https:// there.',
          ),
        )
    : [];

/** Money of the wrong kind: real on this machine, or none in a shop. */
function judgeMode({attributes}: ButtonFacts, page: string): Finding[] {
  const mode = keyMode(attributes['key-id'] ?? '');
  if (mode === 'rzp_live_' && isPrivate(page))
    return [
      wrong(
        'has a live key on this machine: real money moves.',
        'Write a test key, "rzp_test_…", until the shop is public.',
      ),
    ];
  if (mode === 'rzp_test_' && !isPrivate(page))
    return [
      unseen('has a test key on a public page: nobody is charged.', 'Write the live key to sell.'),
    ];
  return [];
}
