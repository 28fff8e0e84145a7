/** Whether shoppers can't reach a host: this machine, and what stands in a network of its own. */
export const isLocal = (hostname: string): boolean =>
  /^(|localhost|.*\.(localhost|local|test|internal|lan)|127(\.\d+){3}|0\.0\.0\.0|\[::1\]|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|\[f[cde][\da-f:]+\])$/.test(
    hostname,
  );
