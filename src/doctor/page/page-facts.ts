/** What a page says of itself. */
export interface PageFacts {
  /** Where the browser has come to, after redirects. */
  readonly url: string;
  /** Which of the two tags are registered. */
  readonly defined: readonly string[];
  /** The scripts by whose names the tags may come. */
  readonly scripts: readonly string[];
  /** Razorpay's scripts that the page itself has in its HTML. */
  readonly vendorScripts: readonly string[];
  /** What `<meta name="viewport">` says; null where there is none. */
  readonly viewport: string | null;
  /** The content security policies that the page has in its HTML. */
  readonly policies: readonly string[];
  /** Whether it asks who is there: what is behind that is not seen. */
  readonly asksToSignIn: boolean;
  readonly buttons: readonly ButtonFacts[];
}

export interface ButtonFacts {
  readonly tag: 'rzp-magic-button' | 'rzp-pos-button';
  readonly attributes: Readonly<Record<string, string>>;
  /** The addresses that its properties hold, whole; by the names of the attributes. */
  readonly urls: Readonly<Record<string, string>>;
  readonly hasCreateOrder: boolean;
  /** What is bought, as it would be posted. */
  readonly orderData: unknown;
}
