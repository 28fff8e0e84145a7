import type {RawOptions} from '../state/settings.js';

/** What the frame tells the page. */
export type FrameEvent =
  | 'load'
  | 'render'
  | 'event'
  | 'submit'
  | 'complete'
  | 'dismiss'
  | 'hidden'
  | 'paymenterror'
  | 'fault'
  | 'redirect';

/** What the page asks for. */
export interface PageRequests {
  /** `opening` names one call of `open()`, which the page script may post twice. */
  open(options: RawOptions, opening: string, language: string): unknown;
  close(): void;
  updateOptions(options: RawOptions): void;
}

/** Whoever wants the checkout: the page around the frame, or a merchant's form. */
export interface Page {
  listen(requests: PageRequests): void;
  send(event: FrameEvent, data?: unknown): void;
}
