import {unseen, wrong, type Finding, type Look} from './model/finding.js';
import {quote, withoutQuery} from './model/quote.js';
import {judgePage} from './page/judge-page.js';
import {lookThroughBrowser} from './page/look-through-browser.js';
import {NoBrowser, openBrowser} from './page/open-browser.js';
import type {ButtonFacts} from './page/page-facts.js';
import {PageUnopened} from './page/unopened.js';

/** Where a browser may be. */
export interface BrowserPlaces {
  /** Where a Playwright may be installed. */
  readonly folder: string;
  readonly chromiumPath: string | undefined;
}

/** What was seen of a page: of none, where no browser is. */
export interface SeenPage {
  /** Where the browser has come to. */
  readonly url: string;
  readonly looks: readonly Look[];
  readonly buttons: readonly ButtonFacts[];
}

/** Looks at a page in a browser, or says why it can't. `hide` takes secrets out of what the page says. */
export async function examinePage(
  page: string,
  {folder, chromiumPath}: BrowserPlaces,
  hide: (text: string) => string,
): Promise<SeenPage> {
  const alone = (finding: Finding): SeenPage => ({
    url: page,
    looks: [{title: 'page', address: withoutQuery(page), findings: [finding]}],
    buttons: [],
  });
  try {
    const browser = await openBrowser(folder, chromiumPath);
    try {
      const seen = await lookThroughBrowser(browser.tab, page);
      const {url, buttons} = seen.facts;
      return {
        url,
        looks: judgePage({...seen, said: seen.said.map(hide)}),
        buttons: seen.status >= 400 ? [] : buttons,
      };
    } finally {
      await browser.close();
    }
  } catch (error) {
    if (error instanceof NoBrowser) return alone(unseen(error.message, error.fix));
    if (error instanceof PageUnopened) return alone(wrong(error.message, error.fix));
    const because = error instanceof Error ? error.message : String(error);
    return alone(unseen(`is not looked at: ${quote(hide(because))}.`));
  }
}
