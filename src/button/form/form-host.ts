import type {Outcome} from '../../checkout/events/outcome.js';

type Data = Readonly<Record<string, unknown>>;

/** The element, as far as its form needs to know it. */
export interface FormHost extends HTMLElement {
  /** @internal Here too: a class has what its interface asks. */
  readonly internals: ElementInternals | undefined;
  readonly form: HTMLFormElement | null;
  readonly submit: boolean;
  readonly orderForm?: string | null | undefined;
  readonly disabled: boolean;
  readonly state: string;
  readonly verifyUrl?: string | null | undefined;
  readonly callbackUrl?: string | null | undefined;
  /** @internal */
  withFields: ((said: Data) => Data) | undefined;
  /** @internal By what its form was sent before what it does there had come; null once it has. */
  asking: Event | null | undefined;
  open(): Promise<Outcome>;
  requestUpdate(): void;
}
