import type {HtmlEscapedString} from 'hono/utils/html';

/** HTML in which every value was escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;
