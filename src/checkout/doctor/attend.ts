import {explain} from '../words/refusal.js';
import {CheckoutError} from '../shell/checkout-error.js';
import {pageState} from '../shell/page-state.js';
import {safeDocument} from '../shell/safe-document.js';
import {findUnfinished} from '../storage/unfinished.js';
import type {Advised} from './advise.js';
import {CHECKS, isMagic} from './checks.js';
import {coverOf} from './page/cover-of.js';
import {misspelt} from './spelling/misspelt.js';
import type {Patient} from './patient.js';
import {report} from './report.js';
import type {Violation} from './page/violation.js';

/** What it would ask for, and what would be refused of that. */
export interface Examination {
  readonly read: () => Readonly<Record<string, unknown>>;
  /** Throws what a press would be refused by. */
  readonly judge: () => void;
}

/** How long Magic Checkout may be silent once its frame has spoken. */
const SILENCE_MS = 5_000;

const patients = new Map<Advised, Visit>();
const violations: Violation[] = [];

/** Looks at an element, and again whenever something becomes of it: what is found, the console hears. */
export function attend(host: Advised, examination: Examination): void {
  if (!patients.size) {
    safeDocument.addEventListener('securitypolicyviolation', noteViolation);
    // What stands further down is not there before.
    safeDocument.addEventListener('DOMContentLoaded', lookAtAll);
  }
  const visit = patients.get(host) ?? new Visit(host);
  patients.set(host, visit);
  visit.examination = examination;
  if (safeDocument.readyState !== 'loading') void visit.look();
}

const lookAtAll = () => {
  for (const visit of patients.values()) void visit.look();
};

function noteViolation({
  effectiveDirective: directive,
  blockedURI: blocked,
  originalPolicy: policy,
}: SecurityPolicyViolationEvent): void {
  violations.push({directive, blocked, policy});
  lookAtAll();
}

/** What is known of one element. */
class Visit {
  declare examination: Examination;
  readonly #host: Advised;
  #orderKeyId: string | undefined;
  #isStandard = false;
  #cover: string | undefined;
  /** Whether a step of Magic Checkout's funnel came. */
  #isMagic = false;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Advised) {
    this.#host = host;
    host.addEventListener('rzp-statechange', this.#follow);
    host.addEventListener('rzp-analytics', () => (this.#isMagic = true));
  }

  /** Looks at all that is known by now. */
  async look(): Promise<void> {
    const refusal = await refusalOf(this.examination);
    const patient = this.#patient(refusal);
    report(Object.values(CHECKS).flatMap((check) => check(patient)));
  }

  #patient(refusal: string | undefined): Patient {
    const {hostname} = location;
    const viewport = safeDocument.querySelector('meta[name="viewport" i]')?.getAttribute('content');
    return {
      tag: this.#host.localName,
      asked: this.examination.read(),
      misspelt: misspelt(this.#host),
      refusal,
      orderKeyId: this.#orderKeyId,
      isStandard: this.#isStandard,
      cover: this.#cover,
      violations,
      page: {hostname, isSecure: isSecureContext, viewport: viewport ?? undefined},
    };
  }

  readonly #follow = () => {
    const {state} = this.#host;
    if (state === 'preparing') this.#isMagic = false;
    if (state === 'open') this.#opened();
    else this.#closed();
  };

  #opened(): void {
    const {orderId} = pageState().open ?? {};
    this.#orderKeyId = orderId ? findUnfinished(orderId)?.keyId : undefined;
    addEventListener('message', this.#hear);
    safeDocument.addEventListener('toggle', this.#lookAbove, true);
    void this.look();
  }

  #closed(): void {
    removeEventListener('message', this.#hear);
    safeDocument.removeEventListener('toggle', this.#lookAbove, true);
    // It has spoken, and there was time for all steps.
    if (this.#silence !== undefined) this.#judgeSilence();
  }

  /** The frame has said something: it is there, and can be seen unless something lies above it. */
  readonly #hear = ({source}: MessageEvent) => {
    const frames = safeDocument.querySelectorAll<HTMLIFrameElement>(FRAME);
    if (![...frames].some(({contentWindow}) => contentWindow === source)) return;
    this.#silence ??= setTimeout(this.#judgeSilence, SILENCE_MS);
    requestAnimationFrame(this.#lookAbove);
  };

  readonly #lookAbove = () => {
    this.#cover = coverOf();
    if (this.#cover) void this.look();
  };

  readonly #judgeSilence = () => {
    clearTimeout(this.#silence);
    this.#silence = undefined;
    this.#isStandard = !this.#isMagic && isMagic(this.examination.read());
    if (this.#isStandard) void this.look();
  };
}

/** The class that the vendor's script gives its frame, also in an embedded checkout. */
const FRAME = '.razorpay-checkout-frame';

async function refusalOf({judge}: Examination): Promise<string | undefined> {
  try {
    judge();
    return undefined;
  } catch (error) {
    if (!(error instanceof CheckoutError)) throw error;
    await explain(error);
    return error.message;
  }
}
