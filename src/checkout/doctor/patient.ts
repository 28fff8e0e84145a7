import type {Misspelt} from './spelling/misspelt.js';
import type {Violation} from '../../wire/policy/violation.js';

/** What is known of a button and of the page around it: all that the checks look at. */
export interface Patient {
  /** Name of the tag, or of the function that began a checkout without one. */
  readonly tag: string;
  /** What the page asks for, by the names of the properties. */
  readonly asked: Readonly<Record<string, unknown>>;
  readonly misspelt: readonly Misspelt[];
  /** Why a press would be refused. */
  readonly refusal?: string | undefined;
  /** Key id that came with the order that is open. */
  readonly orderKeyId?: string | undefined;
  /** Whether a checkout was open, and said nothing by which Magic Checkout is known. */
  readonly isStandard?: boolean | undefined;
  /** What lies above the open checkout. */
  readonly cover?: string | undefined;
  /** What is modal above the button. */
  readonly modal?: string | undefined;
  /** What lies in the button, and belongs behind it. */
  readonly swallowed?: string | undefined;
  readonly violations: readonly Violation[];
  readonly page: PageFacts;
}

/** What is known of the page. */
export interface PageFacts {
  readonly hostname: string;
  /** Whether the browser takes it for safe: https, or this machine. */
  readonly isSecure: boolean;
  /** What its `<meta name="viewport">` says; nothing where there is none. */
  readonly viewport?: string | undefined;
}
