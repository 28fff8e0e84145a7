/** What is searched for and what is shown of what was found: the builder and the page agree on it. */
export const SEARCH_FIELDS = {
  fields: ['heading', 'page', 'text'],
  storeFields: ['href', 'page', 'heading', 'isReference', 'isRow'],
};
