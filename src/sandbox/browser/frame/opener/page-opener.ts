import type {RawOptions} from '../state/settings.js';
import type {FrameEvent, Opener, OpenerRequests} from './opener.js';

interface PageMessage {
  readonly event?: string;
  readonly id?: string;
  readonly options?: RawOptions;
  readonly data?: RawOptions;
  readonly metadata?: {openedAt?: unknown; language?: unknown};
}

/** The page script around the frame, by messages. */
export class PageOpener implements Opener {
  #id: string | undefined;
  /** Known once the page has spoken; what is sent before holds nothing secret. */
  #origin = '*';

  listen(requests: OpenerRequests): void {
    addEventListener('message', ({data, origin, source}: MessageEvent<unknown>) => {
      if (source !== parent || parent === window) return;
      const message = parse(data);
      if (!message) return;
      this.#origin = origin === 'null' ? '*' : origin;
      this.#id = message.id;
      if (message.event === 'close') requests.close();
      else if (message.event === 'update_options') requests.updateOptions(message.data ?? {});
      // Published page scripts send the options without naming the event.
      else if (message.options && (!message.event || message.event === 'open')) {
        const {openedAt, language} = message.metadata ?? {};
        requests.open(
          message.options,
          `${message.id} ${String(openedAt)}`,
          typeof language === 'string' ? language : '',
        );
      }
    });
    this.send('load', {origin: 'checkout-frame'});
  }

  send(event: FrameEvent, data?: unknown): void {
    const message = JSON.stringify({source: 'frame', id: this.#id, event, data});
    parent.postMessage(message, this.#origin);
  }
}

function parse(data: unknown): PageMessage | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message: unknown = JSON.parse(data);
    return typeof message === 'object' && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}
