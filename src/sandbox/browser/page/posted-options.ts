import type {FramedCheckout} from './framed-checkout.js';
import type {OptionValues} from './options.js';

/** The options as the frame gets them: those that were given, and the picture's whole address. */
export function postedOptions(instance: FramedCheckout, isEmbedded: boolean): OptionValues {
  const options = {...(instance.get() as OptionValues)};
  for (const [name, value] of Object.entries(instance.modal.options)) {
    options[`modal.${name}`] = value;
  }
  if (typeof options.image === 'string') options.image = absolute(options.image);
  if (isEmbedded) Reflect.deleteProperty(options, 'parent');
  return options;
}

const absolute = (image: string): string =>
  /^(https?:|data:|$)/.test(image) ? image : new URL(image, location.href).href;
