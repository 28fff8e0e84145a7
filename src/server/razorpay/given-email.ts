/** What Razorpay writes for a shopper who gave no email. A letter to it reaches nobody. */
const NO_EMAIL = 'void@razorpay.com';

/** The email that somebody gave, as Razorpay tells it; undefined where there is none. */
export const givenEmail = (email: string | null | undefined): string | undefined =>
  !email || email.toLowerCase() === NO_EMAIL ? undefined : email;
