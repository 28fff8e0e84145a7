import type {RawOptions} from '../state/settings.js';

/** What the frame tells its opener. */
export type FrameEvent =
  | 'load'
  | 'render'
  | 'event'
  | 'gaevent'
  | 'fbaevent'
  | 'moengageevent'
  | 'submit'
  | 'complete'
  | 'dismiss'
  | 'hidden'
  | 'paymenterror'
  | 'fault'
  | 'redirect';

/** What an opener asks of the frame. */
export interface OpenerRequests {
  /** `opening` names one call of `open()`, which the page script may post twice. */
  open(options: RawOptions, opening: string, pageLanguage: string): unknown;
  close(): void;
  updateOptions(options: RawOptions): void;
}

/** Who opens the checkout and hears what comes of it: the page around the frame, or a form. */
export interface Opener {
  listen(requests: OpenerRequests): void;
  send(event: FrameEvent, data?: unknown): void;
}
