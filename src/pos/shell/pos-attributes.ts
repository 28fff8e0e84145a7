/**
 * The attributes of a till's button, each written once, with its kind: from here come property and
 * attribute, the check, the manifest for editors and the README's table. The comment of a row is what
 * they say of it. What may be written for each kind (`request/pos-kinds.ts`) is loaded on a press.
 */
export const POS_ATTRIBUTES = {
  /** POST creates the order, as for the other button: your server's `/orders`. */
  orderUrl: 'address',
  /** GET says what became of an order: your server's `/status`. Asked besides `device-url`. */
  statusUrl: 'address',
  /** POST puts a sale on the device and takes it off, GET says where it stands: your server's `/devices`, never the gateway itself. Required. */
  deviceUrl: 'address',
  /** How your server reaches the device: by a cable from the till's own machine, or through Razorpay. Required. */
  deviceMode: 'mode',
  /** Id of the device. Required where it is wireless. */
  deviceId: 'text',
  /** Name of the shop, shown on the device. Required. */
  businessName: 'text',
  /** What is sold, shown on the device. Required. */
  description: 'text',
  /** Name of the customer. */
  prefillName: 'text',
  /** E-mail address of the customer. */
  prefillEmail: 'text',
  /** Phone number of the customer; without a country code it is Indian. */
  prefillContact: 'contact',
  /** What the device begins with; otherwise the customer chooses. */
  prefillMethod: 'method',
  /** Language of the till: `en bn hi mr gu ta te kn`, or as Razorpay writes them. That of the page unless said otherwise. */
  language: 'language',
  /** Whether the button can't be pressed, as on any button. */
  disabled: 'flag',
  /** Looks; `filled` is the default. */
  variant: 'variant',
  /** Scheme of its colours; `auto` is the default: that of its place. */
  theme: 'theme',
  /** Size; `medium` is the default. */
  size: 'size',
  /** Corners; `rounded` is the default: by `--rzp-radius`. */
  shape: 'shape',
  /** How wide it is: as its place (`fill`), or as what it says (`hug`). Unless said otherwise in between: as what it says, and 16em where there is room. */
  width: 'width',
  /** Cookies for requests to your server; `same-origin` is the default. */
  credentials: 'credentials',
  /** Has the console say what happens, and what is wrong with the page, each with what to do. */
  debug: 'flag',
} as const;

export type PosAttributeName = keyof typeof POS_ATTRIBUTES;
