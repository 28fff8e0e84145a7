import type {HonoRequest} from 'hono';

/** The texts of a form that a browser posted, by name; undefined where the body is none. */
export async function formTexts(
  request: HonoRequest,
): Promise<ReadonlyMap<string, string> | undefined> {
  // Multipart that is broken rejects; what is no form at all has no fields.
  const form = Object.entries(await request.parseBody().catch(() => ({})));
  if (!form.length) return undefined;
  return new Map(form.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}
