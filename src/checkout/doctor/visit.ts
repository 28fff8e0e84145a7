import {CheckoutError} from '../shell/checkout-error.js';
import {pageState} from '../shell/page-state.js';
import {safeDocument} from '../shell/safe-document.js';
import {findUnfinished} from '../storage/unfinished.js';
import {explain} from '../words/refusal.js';
import {asOptions} from './as-options.js';
import {CHECKS, isMagic} from './checks.js';
import type {Finding} from './report.js';
import {isFunction} from './say-misspelt.js';
import {sayState} from './narrate.js';
import {coverOf} from './page/cover-of.js';
import {modalAbove} from './page/modal-above.js';
import type {Patient} from './patient.js';
import {report} from './report.js';
import {swallowed} from './page/swallowed.js';
import type {Misspelt} from './spelling/misspelt.js';
import {violations} from './page/watch-policy.js';

/** Who is looked at: an element, or a checkout that a script began. */
export interface Examination {
  /** Name of the tag, or of the function. */
  readonly name: string;
  readonly element?: Element | undefined;
  /** What it would ask for. */
  readonly read: () => Readonly<Record<string, unknown>>;
  /** Throws what a press would be refused by. */
  readonly judge: () => void;
  readonly misspelt: () => readonly Misspelt[];
}

/** How long Magic Checkout may be silent once its frame has spoken. */
const SILENCE_MS = 5_000;

/** What is known of one element, or of the checkouts of scripts. */
export class Visit {
  declare examination: Examination;
  #orderKeyId: string | undefined;
  #isStandard = false;
  #cover: string | undefined;
  /** Whether a step of Magic Checkout's funnel came. */
  #isMagic = false;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(examination: Examination) {
    this.examination = examination;
  }

  /** Looks at all that is known by now: what is found, the console hears. */
  async look(): Promise<void> {
    const refusal = await refusalOf(this.examination);
    const patient = this.#patient(refusal);
    const findings = Object.values(CHECKS).flatMap((check) => check(patient));
    report(isFunction(patient.tag) ? findings.map(ofOptions) : findings);
  }

  #patient(refusal: string | undefined): Patient {
    const {hostname} = location;
    const {name, element, read, misspelt} = this.examination;
    const viewport = safeDocument.querySelector('meta[name="viewport" i]')?.getAttribute('content');
    return {
      tag: name,
      asked: read(),
      misspelt: misspelt(),
      refusal,
      orderKeyId: this.#orderKeyId,
      isStandard: this.#isStandard,
      cover: this.#cover,
      modal: element && modalAbove(element),
      swallowed: element && swallowed(element),
      violations,
      page: {hostname, isSecure: isSecureContext, viewport: viewport ?? undefined},
    };
  }

  /** A step of Magic Checkout's funnel has come. */
  isMagic(): void {
    this.#isMagic = true;
  }

  /** Where the checkout stands now: the console hears it too. */
  enter(state: string): void {
    sayState(state);
    if (state === 'preparing') this.#isMagic = false;
    if (state === 'open') this.#opened();
    else this.#closed();
  }

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

const ofOptions = ({what, fix}: Finding): Finding => ({
  what: asOptions(what),
  fix: asOptions(fix),
});

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
