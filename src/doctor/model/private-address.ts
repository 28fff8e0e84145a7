const PRIVATE =
  /^(localhost|.+\.(localhost|local|test|internal|lan|corp)|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|\[(::1|f[cd][0-9a-f]*:.*|fe80:.*)\])$/;

/** Whether an address is of this machine or of a network at home: nobody else gets there. */
export const isPrivate = (url: string): boolean => PRIVATE.test(new URL(url).hostname);
