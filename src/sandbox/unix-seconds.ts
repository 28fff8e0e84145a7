/** Now, as Razorpay writes times: seconds since 1970. */
export const unixSeconds = (): number => Math.floor(Date.now() / 1000);
