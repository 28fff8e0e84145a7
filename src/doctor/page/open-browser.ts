import {createRequire} from 'node:module';
import {join} from 'node:path';
import {quote} from '../model/quote.js';
import {openChromium} from './chromium-by-path.js';
import type {Browser, Tab} from './devtools.js';
import {installedChromium} from './installed-chromium.js';

/** As much of Playwright as is needed, whichever version the folder has. */
interface Playwright {
  readonly chromium: {
    launch(): Promise<{
      newContext(): Promise<{
        newPage(): Promise<object>;
        newCDPSession(page: object): Promise<Tab>;
      }>;
      close(): Promise<void>;
    }>;
  };
}

const PACKAGES = ['playwright', '@playwright/test', 'playwright-core'];

/** Why no page can be looked at, and what to do. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
  readonly fix: string;

  constructor(says: string, fix: string, cause?: unknown) {
    super(says, {cause});
    this.fix = fix;
  }
}

/**
 * Opens the Chromium that `CHROMIUM_PATH` names, else that of the Playwright which a folder has.
 *
 * @throws NoBrowser
 */
export async function openBrowser(
  folder: string,
  chromiumPath: string | undefined,
): Promise<Browser> {
  const found = installedChromium();
  // The shell of Windows keeps the quotes of `set CHROMIUM_PATH="C:\\…"`.
  const path = chromiumPath?.trim().replace(/^"(.*)"$/, '$1');
  if (path)
    return openChromium(path).catch((error: unknown) => {
      throw new NoBrowser(
        `CHROMIUM_PATH=${quote(path)} does not run.`,
        `Name the program of a Chromium or Chrome${found === undefined ? '' : `, such as ${found}`}.`,
        error,
      );
    });
  const playwright = findPlaywright(folder);
  if (!playwright)
    throw new NoBrowser(
      'is not looked at: there is no browser here.',
      orByPath(
        found,
        'Call the doctor in a folder that has Playwright (npm i -D playwright && npx playwright install chromium)',
      ),
    );
  try {
    return await openByPlaywright(playwright);
  } catch (error) {
    const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
    throw new NoBrowser(
      `is not looked at: Playwright is here, and its browser does not start (${quote(line)}).`,
      orByPath(found, 'Run npx playwright install chromium'),
      error,
    );
  }
}

/** Says what to do, and the other way: with the program that is here, if one is. */
function orByPath(found: string | undefined, todo: string): string {
  return found === undefined
    ? `${todo}, or set CHROMIUM_PATH to the program of a Chromium or Chrome.`
    : `Set CHROMIUM_PATH="${found}", which is here. Or: ${todo.replace(/^./, (first) => first.toLowerCase())}.`;
}

function findPlaywright(folder: string): Playwright | undefined {
  const requireThere = createRequire(join(folder, 'package.json'));
  for (const name of PACKAGES)
    try {
      return requireThere(name) as Playwright;
    } catch {
      // The next one then.
    }
  return undefined;
}

async function openByPlaywright({chromium}: Playwright): Promise<Browser> {
  const browser = await chromium.launch();
  const context = await browser.newContext();
  const tab = await context.newCDPSession(await context.newPage());
  return {tab, close: () => browser.close()};
}
