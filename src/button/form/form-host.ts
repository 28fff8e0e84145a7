type Data = Readonly<Record<string, unknown>>;

/** The element, as far as its form needs to know it. */
export interface FormHost extends HTMLElement {
  readonly internals: ElementInternals | undefined;
  readonly form: HTMLFormElement | null;
  readonly submit: boolean;
  readonly orderForm?: string | null | undefined;
  readonly disabled: boolean;
  readonly state: string;
  readonly verifyUrl?: string | null | undefined;
  readonly callbackUrl?: string | null | undefined;
  withFields: ((said: Data) => Data) | undefined;
  requestUpdate(): void;
}
