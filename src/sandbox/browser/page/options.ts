import {isRedirectAgent} from './document/redirect.js';

export type OptionValues = Record<string, unknown>;

/**
 * Options as given, flat and coerced to the type of their default; what does not fit is dropped,
 * and nobody is told. `retry: {enabled}` becomes a boolean in the caller's own object.
 */
export function readOptions(given: OptionValues, defaults: OptionValues): OptionValues {
  const retry = given.retry;
  if (isObject(retry) && typeof retry.enabled === 'boolean') given.retry = retry.enabled;
  const options = flatten(given, defaults);
  if (options.callback_url && isRedirectAgent()) options.redirect = true;
  return options;
}

/** Nested options with a dot, coerced; without the side effects of a construction. */
export function flatten(given: OptionValues, defaults: OptionValues): OptionValues {
  const groups = new Set(
    Object.keys(defaults)
      .filter((name) => name.includes('.'))
      .map((name) => name.slice(0, name.indexOf('.'))),
  );
  const options: OptionValues = {};
  for (const [name, value] of Object.entries(given)) {
    if (!groups.has(name)) coerce(options, defaults, name, value);
    else if (isObject(value)) {
      for (const [key, nested] of Object.entries(value)) {
        coerce(options, defaults, `${name}.${key}`, nested);
      }
    }
  }
  return options;
}

function coerce(
  options: OptionValues,
  defaults: OptionValues,
  given: string,
  value: unknown,
): void {
  const name = given.toLowerCase();
  if (!Object.keys(defaults).includes(name)) return;
  const fallback = defaults[name];
  const fitted = fit(value, fallback);
  if (fallback === null || typeof fallback === typeof fitted) options[name] = fitted;
}

function fit(value: unknown, fallback: unknown): unknown {
  if (fallback === null) return typeof value === 'string' ? asBoolean(value) : value;
  switch (typeof fallback) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    case 'number':
      return Number(value);
    case 'boolean':
      return typeof value === 'number' ? Boolean(value) : asBoolean(value);
    default:
      return value;
  }
}

function asBoolean(value: unknown): unknown {
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : value;
}

export const isObject = (value: unknown): value is OptionValues =>
  typeof value === 'object' && value !== null;
