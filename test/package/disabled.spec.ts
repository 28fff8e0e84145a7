import {expect, test, type Page} from '@playwright/test';

const SHELL = '<script type="module" src="/cdn/rzp-magic-button.js"></script>';

// A script's click is let through where the browser swallows that of a mouse.
for (const [attribute, order] of [
  ['disabled="false"', [SHELL, '']],
  ['disabled="false"', ['', SHELL]],
  ['', ['', SHELL]],
] as const)
  test(`a mouse presses <rzp-magic-button ${attribute}>, the script ${order[0] ? 'before' : 'after'} it`, async ({
    page,
  }) => {
    const {before, clicked} = await visit(page, attribute, order);
    expect(before).toBe('idle');
    expect(clicked).toEqual(['click', 'rzp-open']);
  });

for (const attribute of ['disabled', 'disabled="true"', 'disabled="disabled"'])
  test(`a mouse does not press <rzp-magic-button ${attribute}>`, async ({page}) => {
    const {clicked} = await visit(page, attribute, ['', SHELL]);
    expect(clicked).toEqual([]);
  });

/** A page with a button that is clicked with a mouse, and what was heard of it. */
async function visit(page: Page, attribute: string, [before, after]: readonly [string, string]) {
  const button = `<rzp-magic-button ${attribute} load="click" order-url="/order" verify-url="/verify"></rzp-magic-button>`;
  await page.route('**', (route) => {
    const {pathname} = new URL(route.request().url());
    return pathname.startsWith('/cdn/')
      ? route.fulfill({path: `dist${pathname}`, contentType: 'text/javascript'})
      : route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html>${before}${button}${after}`,
        });
  });
  await page.goto('http://127.0.0.1:4999');
  const tag = page.locator('rzp-magic-button');
  const state = await tag.evaluate(async (element) => {
    await customElements.whenDefined(element.localName);
    const {heard}: {heard: string[]} = Object.assign(window, {heard: []});
    for (const type of ['click', 'rzp-open'])
      element.addEventListener(type, (event) => {
        heard.push(type);
        if (type === 'rzp-open') event.preventDefault();
      });
    return (element as HTMLElement & {state: string}).state;
  });
  const box = (await tag.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  // What a press loads arrives by itself, and only then is there something to hear.
  const heard = () => page.evaluate(() => (window as unknown as {heard: string[]}).heard);
  if (!/^disabled(?!="false")/.test(attribute)) await expect.poll(heard).toContain('rzp-open');
  return {before: state, clicked: await heard()};
}
