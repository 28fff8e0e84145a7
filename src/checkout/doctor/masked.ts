/** Returns a phone number of which nobody can tell whose it is: its last two digits stay. */
export const masked = (phone: string): string => phone.replace(/\d(?=(\D*\d){2})/g, '•');

/** Returns a sentence without the addresses and numbers of people that were typed into it. */
export const withoutPeople = (sentence: string): string =>
  sentence
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '•••@•••')
    .replace(
      /(^|[^\w-])(\+?\d[\d ()-]{6,}\d)(?![\w-])/g,
      (_, before: string, phone: string) => before + masked(phone),
    );
