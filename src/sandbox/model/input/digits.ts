/** The digits of what a person typed. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');
