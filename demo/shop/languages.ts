/** The languages of the checkout: Razorpay's code, and what the language calls itself. */
export const LANGUAGES = [
  ['hi', 'हिन्दी'],
  ['ben', 'বাংলা'],
  ['mar', 'मराठी'],
  ['guj', 'ગુજરાતી'],
  ['tam', 'தமிழ்'],
  ['tel', 'తెలుగు'],
  ['kan', 'ಕನ್ನಡ'],
] as const;
