/** An address of the site, from any page of it. */
export const addressOf = (path: string): string =>
  new URL((document.body.dataset.base ?? '') + path, location.href).href;
