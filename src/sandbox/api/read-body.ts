import {ApiError} from '../model/api-error.js';
import type {Fields} from '../model/fields.js';
import {MOST_LEVELS, readForm} from './read-form.js';

/**
 * Reads the body of a request as what it is. Its header does not decide: PHP's SDK sends JSON as a
 * form, and Ruby's names no type. A body that is empty says nothing, and that is no mistake.
 *
 * @throws {ApiError} for a body that is neither JSON nor a form: taken for an empty one it would
 * give a whole payment back where a part was meant. What Razorpay says then is not published.
 */
export async function readBody(request: Request): Promise<Fields> {
  const text = (await request.text()).trim();
  const fields = await readFields(text, request.headers.get('content-type') ?? '');
  if (!fields) {
    throw new ApiError('The request body could not be read: it is neither JSON nor a form.');
  }
  return fields;
}

async function readFields(text: string, type: string): Promise<Fields | undefined> {
  if (text === '') return {};
  if (text.startsWith('--') && type.startsWith('multipart/form-data')) {
    return readMultipart(text, type);
  }
  const json = parseJson(text);
  if (json !== undefined || /^[{[]/.test(text)) return asFields(json);
  return text.includes('=') ? readForm(new URLSearchParams(text)) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where there is nothing to send, Go's SDK sends `null`, and PHP's an empty list. */
function asFields(json: unknown): Fields | undefined {
  if (json === null || (Array.isArray(json) && !json.length)) return {};
  if (typeof json !== 'object' || Array.isArray(json) || isTooDeep(json)) return undefined;
  return json as Fields;
}

/** Whether it is nested deeper than it could be written again. */
function isTooDeep(json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length && depth < MOST_LEVELS; depth++) {
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return level.length > 0;
}

async function readMultipart(text: string, type: string): Promise<Fields | undefined> {
  const parts = new Response(text, {headers: {'content-type': type}});
  // oxlint-disable-next-line typescript/no-deprecated -- for large files; these are a few texts
  const form = await parts.formData().catch(() => undefined);
  const pairs = Array.from(form ?? []);
  return form && pairs.every(isText) ? readForm(pairs) : undefined;
}

const isText = (pair: [name: string, value: unknown]): pair is [name: string, value: string] =>
  typeof pair[1] === 'string';
