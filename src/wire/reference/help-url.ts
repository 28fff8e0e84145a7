/**
 * Where the package has a row for each code: what happened, what was seen of it, what to do. Behind it
 * stands the code, and before that the list of it, `till-`, unless it is the button's or a reply's.
 */
export const HELP_URL = 'https://unpkg.com/rzp-magic-button/dist/codes.html#';
