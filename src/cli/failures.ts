/** With what a command ends. */
export const EXIT_CODES = {
  /** It did its work, and all is well. */
  fine: 0,
  /** It did its work: orders differ, or something is wrong with the shop. */
  differs: 1,
  /** It could not do its work; the last line says why. */
  failed: 2,
} as const;

/** Why a command can't do its work, in the words that it ends with. */
export const CLI_FAILURES = {
  /** No command of this name. */
  noCommand: (name: string) => `There is no command "${name}". See --help.`,
  /** An option that the command does not have, or one without its value, or a word too many. */
  options: (complaint: string) => `${complaint}. See --help.`,
  /** The file of `--checkout` or `--ledger` is not there; none is made. */
  noFile: (path: string) => `There is no file "${path}".`,
  /** The module of `--checkout` has no such export. */
  noCheckout: (path: string) =>
    `"${path}" exports no checkout. Write: export const checkout = createCheckout(…).`,
  /** `reconcile` was not told whose orders. */
  noLedger: () => 'Write --checkout with your module, or --ledger with a file or postgres://….',
  /** `reconcile --ledger` asks Razorpay with your keys. */
  noKeys: () => 'Set RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET to the keys of your server.',
  /** The database of `--ledger` refused; its own words follow. */
  notOpened: (name: string, why: string) => `${name} can't be opened: ${why}`,
  /** `doctor` was not told what to look at. */
  noShop: () =>
    'Write --page with the page of the button, --server with the address of the kit, or both.',
  /** `--page` or `--server` is no web address, or has a name or a password in it. */
  noAddress: (option: string) =>
    `${option} is no address. Write a whole one, such as https://shop.example/cart.`,
  /** What stands in a command is in the history of the shell, and in the list of what runs. */
  query: () =>
    '--server has a query. Leave it out, and set RAZORPAY_ENDPOINT_SECRET to the endpointSecret.',
  /** `doctor --order` with a live key, and without `--live`. */
  liveKey: () =>
    'RAZORPAY_KEY_ID is a live key: --order would have an order made that real money pays. Use a test key, or add --live.',
  /** `--order-data` without `--order`. */
  noOrder: () => '--order-data is for an order. Add --order.',
  /** `--order-data` can't be read. */
  noJson: () =>
    '--order-data is no JSON. Write it such as \'{"sku": "assam"}\'; in the shells of Windows "{\\"sku\\": \\"assam\\"}".',
  /** `integrity` knows the two tags of the package. */
  noTag: (tag: string) => `--tag is "${tag}". Write rzp-magic-button or rzp-pos-button.`,
  /** `integrity` writes the names of the files behind it. */
  noBase: (base: string) =>
    `--base is "${base}". Write an address or a path that ends with a slash.`,
  /** `--port` of the sandbox. */
  noPort: (port: string) => `--port is "${port}". Write a number from 0 to 65535.`,
  /** `--category` of the sandbox, the MCC of the account. */
  noCategory: (category: string) =>
    `--category is "${category}". Write the four digits of yours, such as 6300.`,
  /** Another program listens there, an earlier sandbox perhaps. */
  portTaken: (port: string) => `Port ${port} is taken. Name another with --port, or 0 for any.`,
};
