/** HTML of the page of error codes. */
export declare const codesHtml: () => string;
