import * as z from 'zod/mini';
import {DEVICE_METHODS, DEVICE_MODES, type DeviceRequest} from '../../../wire/device.js';
import {ORDER_ID} from '../../../wire/ids.js';
import {Notes} from '../notes.js';

/** How long any text may be that a device or its gateway is given. */
const MOST_CHARACTERS = 255;

const words = (values: readonly string[]) => `'${values.join("' and '")}'`;

const required = (problem: string) =>
  z.string(problem).check(
    z.maxLength(MOST_CHARACTERS, `Write at most ${MOST_CHARACTERS} characters.`),
    z.refine((value) => value.trim() !== '', problem),
  );

/** `null`, as other languages write what they leave out, is left out too. */
const optional = <T extends z.core.SomeType>(schema: T) => z.optional(z.nullable(schema));

const WRONG_MODE = `Invalid device mode. Allowed values are ${words(DEVICE_MODES)}.`;
const WRONG_ACTION = "Invalid action. Allowed values are 'initiate_checkout' and 'close_checkout'.";
const OrderId = required('Missing order_id. Include the order reference.').check(
  z.regex(ORDER_ID, 'Invalid order_id. It is the id of an order, order_….'),
);
const DeviceId = required('Invalid device_id. It is a text that is not empty.');

const Initiate = z.strictObject({
  action: z.literal('initiate_checkout'),
  order_id: OrderId,
  device_mode: z.enum(DEVICE_MODES, WRONG_MODE),
  device_id: optional(DeviceId),
  name: required('Missing name. Include the business name.'),
  description: required('Missing description. Include the transaction description.'),
  notes: optional(Notes),
  prefill: optional(
    z.strictObject(
      {
        name: optional(required('Invalid prefill name. It is a text that is not empty.')),
        email: optional(required('Invalid prefill email. It is a text that is not empty.')),
        contact: optional(required('Invalid prefill contact. It is a text that is not empty.')),
        method: optional(
          z.enum(
            DEVICE_METHODS,
            `Invalid prefill method. Allowed values are ${words(DEVICE_METHODS)}.`,
          ),
        ),
      },
      'Invalid prefill. It is an object of name, email, contact and method.',
    ),
  ),
});

const Close = z.strictObject({action: z.literal('close_checkout'), order_id: OrderId});

/** What is wrong with a request of a till, in Razorpay's words where it has some. */
export interface Wrong {
  readonly description: string;
  /** As it was sent, such as `prefill.method`. */
  readonly field: string | undefined;
}

/** A request of a till, or what is wrong with it. */
export type ReadRequest =
  {readonly request: DeviceRequest; readonly wrong?: undefined} | {readonly wrong: Wrong};

/** Reads the body of a till's request. Nobody has been asked anything yet. */
export function readDeviceRequest(body: unknown): ReadRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return {wrong: {description: 'Send an object.', field: undefined}};
  const {action} = body as {action?: unknown};
  if (action !== 'initiate_checkout' && action !== 'close_checkout')
    return {wrong: {description: WRONG_ACTION, field: 'action'}};
  const {data, error} = (action === 'initiate_checkout' ? Initiate : Close).safeParse(body);
  if (error) return {wrong: wrongOf(error)};
  if (data.action === 'close_checkout') return {request: data};
  const request = withoutNulls(data) as DeviceRequest & {action: 'initiate_checkout'};
  return request.device_mode === 'wireless' && request.device_id === undefined
    ? {
        wrong: {
          description:
            'Missing device_id in wireless mode. Include device_id when using wireless mode.',
          field: 'device_id',
        },
      }
    : {request};
}

/** Whether a word is a device mode, or what to say of it. */
export const wrongMode = (word: string): string | undefined =>
  DEVICE_MODES.some((mode) => mode === word) ? undefined : WRONG_MODE;

function wrongOf({issues}: z.core.$ZodError): Wrong {
  // A field that is spelled wrong is missing too: the spelling says more.
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  const path = (unknown ?? issues[0])?.path ?? [];
  if (!unknown) {
    const field = path.map(String).join('.');
    return {
      description:
        path[0] === 'notes'
          ? 'Invalid notes. They are at most 15 texts by name, of at most 256 characters each.'
          : (issues[0]?.message ?? 'Invalid input.'),
      field: path[0] === 'notes' ? 'notes' : field,
    };
  }
  const [key = ''] = unknown.keys;
  const field = [...path, key].map(String).join('.');
  return {
    description: /^(amount|currency)$/.test(field)
      ? `The ${field} is that of the order. Leave it out.`
      : `There is no field "${field}".`,
    field,
  };
}

/** The same without what was left out. */
const withoutNulls = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
      inner === null || inner === undefined
        ? []
        : [[name, typeof inner === 'object' ? withoutNulls(inner) : inner]],
    ),
  );
